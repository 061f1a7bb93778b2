"""A serial port, which is a real pseudo-terminal, and what is plugged into it."""

import os
import pty
import select
import tty
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 20.0
"""Seconds that a test waits for what should be there at once."""


@dataclass
class Plug:
    """A port with a name that stays the same, and what is plugged into it."""

    name: Path
    end: int = -1

    @property
    def uri(self) -> str:
        return f"serial:{self.name}?baud=115200"

    def plug_in(self) -> None:
        self.end, port = pty.openpty()
        tty.setraw(port)
        self.name.unlink(missing_ok=True)
        self.name.symlink_to(os.ttyname(port))
        os.close(port)

    def pull_out(self) -> None:
        os.close(self.end)
        self.end = -1
        self.name.unlink(missing_ok=True)

    def says(self, data: bytes) -> None:
        os.write(self.end, data)

    def hears(self, count: int) -> bytes:
        heard = b""
        while len(heard) < count:
            heard += os.read(self.end, count - len(heard))
        return heard

    @property
    def is_quiet(self) -> bool:
        """Whether there is nothing to hear; a port that nobody has open is readable, and then has nothing to say."""
        if not select.select([self.end], [], [], 0)[0]:
            return True
        try:
            return os.read(self.end, 1) == b""
        except OSError:
            return True
