"""One start, to be run as a process: `till HOME`, or `qt` for a window of Qt's alone. Says when it was where.

It loads nothing but what it starts. `BEGAN` in the environment is the monotonic time at which the process was made.
"""

import gc
import json
import os
import resource
import sys
import time

_BEGAN = float(os.environ["BEGAN"])
_told: dict[str, float] = {}


def _note(what: str) -> None:
    _told[what] = time.monotonic() - _BEGAN


def _tell() -> None:
    _note("painted")
    _told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(_told), flush=True)


def till(home: str) -> None:
    """The whole program, as `pos --home HOME` starts it, until its first screen is painted."""
    gc.disable()  # as the program itself does while it loads
    from pos import wiring

    _note("loaded")
    opened = wiring.open_window

    def open_window(desk: object) -> int:
        _note("opened")
        from pos.ui import main_window

        class Watched(main_window.Program):
            def __init__(self, *given: object) -> None:
                super().__init__(*given)
                self.window.painted.connect(self._leave)

            def _leave(self) -> None:
                _tell()
                self.window.close()

        main_window.Program = Watched
        return opened(desk)

    wiring.open_window = open_window
    from pos.__main__ import main

    sys.argv[1:] = ["--home", home]
    main()


def qt() -> None:
    """A window with a word in its middle."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QLabel

    class Window(QLabel):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self._leave)

        def _leave(self) -> None:
            _tell()
            QApplication.quit()

    app = QApplication(["bare"])
    window = Window("Qhatu")
    window.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.showMaximized()
    app.exec()


if __name__ == "__main__":
    if sys.argv[1] == "till":
        till(sys.argv[2])
    else:
        qt()
