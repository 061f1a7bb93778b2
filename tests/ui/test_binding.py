"""Qt's binding for Python: one that miscounts what it hands out ends the program after some thousand repaints."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calling_qt_does_not_use_up_none(qtbot: QtBot):
    """PySide6 6.12.0 takes None for immortal, which it is not before Python 3.12: each call used one reference up."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(300):
        widget.update()
    assert sys.getrefcount(None) > before - 100
