"""The commands, a file each. What one of them alone needs is imported when it is run."""
