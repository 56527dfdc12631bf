"""Where the measurements leave what they make; git ignores it."""

from pathlib import Path

OUT = Path(__file__).parent / "out"
