"""A scanner on a serial line, `serial:PORT?baud=…`: read in a thread of its own, and taken again when it comes back."""

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from pos.hardware.code_frames import CodeFrames
from pos.hardware.interfaces import PrinterTrouble, ReaderState
from pos.hardware.serial_port import SerialPort, trouble_of

if TYPE_CHECKING:  # loaded with the first port that is opened
    from serial import Serial

PAUSE_SECONDS = 0.1
"""A line that is silent for so long is between two codes: at 1200 baud a sign takes 8 ms."""
FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS = 0.25, 4.0
"""How long a scanner that is away is left alone: twice as long after each look."""
LEAVING_SECONDS = 2.0
"""So long is a thread waited for that is just opening its port, as some systems take their time over one by radio."""
_MOST = 4096


class SerialReader:
    """Reads the codes of one port until it is stopped."""

    def __init__(self, port: SerialPort) -> None:
        self._port = port
        self._stopped = threading.Event()
        self._telling = threading.Lock()
        self._thread: threading.Thread | None = None
        self._state: ReaderState | None = None

    def start(self, heard: Callable[[str], None], changed: Callable[[ReaderState], None]) -> None:
        """Begin; both are called on the reader's thread."""
        self._thread = threading.Thread(target=self._run, args=(heard, changed), name="scanner", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the line; comes back when nothing is called any more."""
        with self._telling:
            self._stopped.set()
        if self._thread is not None:
            self._thread.join(LEAVING_SECONDS)

    def _run(self, heard: Callable[[str], None], changed: Callable[[ReaderState], None]) -> None:
        retry = FIRST_RETRY_SECONDS
        while not self._stopped.is_set():
            try:
                with contextlib.closing(self._port.open(reading_seconds=PAUSE_SECONDS, writing_seconds=1.0)) as line:
                    self._tell(ReaderState.READY, changed)
                    retry = FIRST_RETRY_SECONDS
                    self._read(line, heard)
            except OSError as error:
                denied = trouble_of(error) is PrinterTrouble.NOT_ALLOWED
                self._tell(ReaderState.NOT_ALLOWED if denied else ReaderState.WAITING, changed)
            self._stopped.wait(retry)
            retry = min(2 * retry, LONGEST_RETRY_SECONDS)

    def _read(self, line: "Serial", heard: Callable[[str], None]) -> None:
        """Until it is stopped, which it looks at in each pause; raises `OSError` when the line is gone."""
        frames = CodeFrames()
        while not self._stopped.is_set():
            data = line.read(1)
            if data:
                data += line.read(min(line.in_waiting, _MOST))
            for code in frames.feed(data) if data else frames.pause():
                with self._telling:
                    if not self._stopped.is_set():
                        heard(code)

    def _tell(self, state: ReaderState, changed: Callable[[ReaderState], None]) -> None:
        with self._telling:
            if state is not self._state and not self._stopped.is_set():
                self._state = state
                changed(state)
