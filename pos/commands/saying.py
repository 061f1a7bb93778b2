"""How the command line speaks: results on standard output, troubles and progress on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

from pos.explanations import explain
from pos.formats.faults import BadFile
from pos.texts import Texts


def say(text: str = "") -> None:
    """A line of result."""
    print(text, flush=True)


def say_error(text: str) -> None:
    """A line of trouble."""
    print(text, file=sys.stderr, flush=True)


def say_bad_file(bad: BadFile, texts: Texts) -> None:
    """Every fault of a file: its place and what would be right; and that nothing of it was taken."""
    for place, refusal in bad.faults:
        where = f"{bad.file}, {place}" if place else bad.file
        say_error(f"{where}: {explain(refusal, texts)}")
    say_error(texts._("Nothing of the file was taken in."))


class Advance:
    """Tells a progress bar how far the work is."""

    def __init__(self, bar: "Progress", label: str) -> None:
        self._bar = bar
        self._task = bar.add_task(label, total=None)

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        self._bar.update(self._task, completed=done, total=total)


@contextmanager
def progress(label: str) -> Iterator[Advance]:
    """A progress bar while the block runs, on a terminal; silence anywhere else."""
    # Loaded here, not above: the window has no use for it, and its start would wait.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as bar:
        yield Advance(bar, label)
