"""Where the window begins: the program's looks, the window, and what happens to faults while it is open."""

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from pos.services.desk import Desk
from pos.texts import Texts
from pos.ui import theme
from pos.ui.faults import faults_told
from pos.ui.import_screen import ChooseFile
from pos.ui.till_window import TillWindow


def show_till(desk: Desk) -> int:
    """Show the till's window until it is closed; gives the exit status."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["qhatu"])
    theme.dress(app)
    window = TillWindow(desk, choose_network_file(desk.texts))
    with faults_told(window.tell_fault):
        window.showMaximized()
        # What waits from the day before is printed once the first screen is there: the printer's part loads slowly.
        QTimer.singleShot(0, window, window.print_waiting)
        return app.exec()


def choose_network_file(texts: Texts) -> ChooseFile:
    """Asks by the system's own file dialog."""

    def choose(parent: QWidget) -> Path | None:
        title, kinds = texts._("Choose the file"), texts._("Network files")
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), f"{kinds} (*.json *.xlsx)")
        return Path(chosen) if chosen else None

    return choose
