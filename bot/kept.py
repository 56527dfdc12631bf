"""What Python's collector of cycles passes over: what stays as long as the program runs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG = 10_000
"""New objects after which the collector looks for cycles among them; Python's own is 700, too few
for a program that makes thousands for a batch of updates and drops them without a cycle."""


@contextmanager
def kept_for_good() -> Iterator[None]:
    """What is made in the block, and all there was before, is nothing to be collected later.

    The collector would walk over the whole catalogue every few seconds, and everybody would wait
    a tenth of a second for it.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.set_threshold(YOUNG)
        gc.enable()
        gc.collect()
        gc.freeze()
