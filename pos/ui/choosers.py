"""How files are asked for: by the operating system's own dialogs, which people know from every other program.

Qt's part for it is loaded when somebody is asked, not before the first screen.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from pos.texts import Texts

ChooseFile = Callable[[QWidget], Path | None]
"""Asks for one file; None where nobody chose one."""


class PaperPlaces(NamedTuple):
    """How a place is asked for; each gives None where the person thought better of it."""

    folder: Callable[[QWidget], Path | None]
    file: Callable[[QWidget, str], Path | None]
    """It is given the name that the file might have."""
    show: Callable[[Path], None]
    """Opens the finished paper, to be looked at and printed."""


def asked_for(texts: Texts) -> PaperPlaces:
    """Places for papers, by the system's own dialogs."""

    def folder(parent: QWidget) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(parent, texts._("Where to keep the sheets"), str(_documents()))
        return Path(chosen) if chosen else None

    def file(parent: QWidget, name: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        title = texts._("Where to keep the sheet")
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(_documents() / name), "PDF (*.pdf)")
        return Path(chosen) if chosen else None

    def show(path: Path) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    return PaperPlaces(folder, file, show)


def _documents() -> Path:
    from PySide6.QtCore import QStandardPaths

    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())


class Choosers(NamedTuple):
    """What a person is asked to choose."""

    network_file: ChooseFile
    picture: ChooseFile
    papers: PaperPlaces


def system_choosers(texts: Texts) -> Choosers:
    """By the system's own dialogs."""

    def existing(parent: QWidget, title: str, kinds: str) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def network_file(parent: QWidget) -> Path | None:
        return existing(parent, texts._("Choose the file"), f"{texts._('Network files')} (*.json *.xlsx)")

    def picture(parent: QWidget) -> Path | None:
        return existing(parent, texts._("Choose the picture"), f"{texts._('Pictures')} (*.png *.jpg *.jpeg *.webp)")

    return Choosers(network_file, picture, asked_for(texts))
