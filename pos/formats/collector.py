"""Python's cycle collector, stopped while a large file is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Within it no cycles are looked for: a large file makes millions of objects that form none, and it looks at all.

    A hundred thousand products are read in four fifths of the time so. What is not in a cycle is freed as ever.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
