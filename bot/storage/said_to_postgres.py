"""What is said to PostgreSQL alone."""

from sqlalchemy import func

MIGRATING = (0x6261_7261, 0)
LEASING = (0x6261_7261, 1)
LEADING = (0x6261_7261, 2)
"""Advisory locks: "bara", and what is locked."""

BY_INDEX = [
    func.set_config(f"enable_{way}", "off", True) for way in ("seqscan", "bitmapscan", "sort")
]
"""Has the rest of a transaction walk an index in its order instead of looking at a whole queue:
without fresh statistics (a broadcast has just come in) the planner takes it for short."""
