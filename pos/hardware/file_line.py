"""An open file, pipe or device as a line to a printer: nothing on it is waited for longer than is said."""

import os
import select
import time


def never_waiting(path: str, flags: int) -> int:
    """Opens a device or a pipe that nobody listens at without waiting for somebody to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0), 0o666)


class FileLine:
    """A file that was opened by `never_waiting`; whoever opened it closes it."""

    def __init__(self, file: int) -> None:
        self._file = file

    def write(self, data: memoryview, seconds: float) -> int:
        """Write some of it; raises `TimeoutError` where nothing is taken for so long, and `OSError`."""
        end = time.monotonic() + seconds
        while True:
            try:
                return os.write(self._file, data)
            except BlockingIOError:  # also now and then just after there was room
                self._wait_for_room(end - time.monotonic())

    def read(self, seconds: float) -> bytes:
        """What there is to read within that time; raises `OSError`."""
        heard, _, _ = select.select([self._file], [], [], seconds)
        try:
            return os.read(self._file, 256) if heard else b""
        except BlockingIOError:  # a line that can be read, but has nothing after all
            return b""

    def finish(self, seconds: float) -> None:
        """Wait until all that was written is taken; raises `TimeoutError`.

        The kernel's usblp throws away what is still under way when it is closed, and says that it can be written to
        again only when nothing is.
        """
        self._wait_for_room(seconds)

    def _wait_for_room(self, seconds: float) -> None:
        if seconds < 0 or not select.select([], [self._file], [], seconds)[1]:
            raise TimeoutError
