"""What the commands are handed: how to open a desk, how to show the window, and where the person's files lie."""

import os
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pos.services.desk import Desk
from pos.services.equipment import Devices
from pos.texts import Texts


class NoDisplay(Exception):
    """There is no screen on which a window could open."""


class OpenDesk(Protocol):
    """Opens the desk over the books of a home folder; raises `BooksUnavailable`, `SettingsFault`, `OSError`."""

    def __call__(self, home: Path | None, *, read_only: bool = False) -> AbstractContextManager[Desk]:
        """The desk, closed at the end of the `with`."""
        ...


OpenWindow = Callable[[Desk], int]
"""Shows the till until it is closed; gives the exit status."""


@dataclass(slots=True)
class Context:
    """What one run of the program is about; `home` is filled in once the options are read."""

    open_desk: OpenDesk
    open_window: OpenWindow
    texts: Texts
    devices: Devices
    home: Path | None = None

    def refuse_without_display(self) -> None:
        """Raises `NoDisplay` where there is no screen; to be asked before any books are made."""
        named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        if sys.platform == "linux" and not any(os.environ.get(name) for name in named):
            raise NoDisplay

    def desk(self, *, read_only: bool = False) -> AbstractContextManager[Desk]:
        """The desk over the books of the home folder asked for."""
        return self.open_desk(self.home, read_only=read_only)

    def till(self) -> int:
        """Show the till's window; gives the exit status. Raises `NoDisplay`, and as `desk`."""
        self.refuse_without_display()
        with self.desk() as desk:
            return self.open_window(desk)
