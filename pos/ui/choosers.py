"""How files are asked for: by the operating system's own dialogs, which people know from every other program."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from pos.texts import Texts
from pos.ui.producers_papers import PaperPlaces, asked_for

ChooseFile = Callable[[QWidget], Path | None]
"""Asks for one file; None where nobody chose one."""


class Choosers(NamedTuple):
    """What a person is asked to choose."""

    network_file: ChooseFile
    picture: ChooseFile
    papers: PaperPlaces


def system_choosers(texts: Texts) -> Choosers:
    """By the system's own dialogs."""

    def existing(parent: QWidget, title: str, kinds: str) -> Path | None:
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
        return Path(chosen) if chosen else None

    def network_file(parent: QWidget) -> Path | None:
        return existing(parent, texts._("Choose the file"), f"{texts._('Network files')} (*.json *.xlsx)")

    def picture(parent: QWidget) -> Path | None:
        return existing(parent, texts._("Choose the picture"), f"{texts._('Pictures')} (*.png *.jpg *.jpeg *.webp)")

    return Choosers(network_file, picture, asked_for(texts))
