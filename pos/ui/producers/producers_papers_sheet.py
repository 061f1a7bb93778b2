"""Keeps the settlements of all units as files: one question, where to, and then where they are."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from pos.domain.refusals import Refusal
from pos.services.desk import Desk
from pos.storage.database import BooksUnavailable
from pos.ui.choosers import PaperPlaces
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.messages import MessageBar, told
from pos.ui.producers.producers_papers import file_trouble, save_all
from pos.ui.sheet import Sheet

WIDTH, HEIGHT = 720, 440


class PapersSheet(Sheet):
    """All in one file, to be printed at once; or one file each, to be sent to each."""

    def __init__(self, window: QWidget, desk: Desk, exhibition: str, places: PaperPlaces) -> None:
        texts = desk.texts
        super().__init__(window, texts._("Settlement sheets"), texts, width=WIDTH, height=HEIGHT)
        self._desk, self._exhibition, self._places = desk, exhibition, places
        self._message = MessageBar()
        self._pages = QStackedWidget()
        self._together = ActionButton(texts._("All in one file"), "file", "Enter", kind=Kind.INK, pixels=22, height=84)
        self._apart = ActionButton(texts._("A file for each producer"), "users", pixels=22, height=84)
        self._fill()
        self._together.clicked.connect(lambda: self._save(apart=False))
        self._apart.clicked.connect(lambda: self._save(apart=True))

    def _fill(self) -> None:
        texts = self._desk.texts
        self.head.addWidget(icon_label("file", 44))
        self.head.addWidget(Words(texts._("Settlement sheets"), 26, bold=True), 1)
        self.body.addWidget(self._message)
        question = QWidget()
        column = stacked(question, gap=16)
        words = texts._("Each sheet has the goods, the account and room for two signatures. Where to is asked next.")
        column.addWidget(Words(words, 18, lines=3))
        column.addStretch(1)
        column.addWidget(self._together)
        column.addWidget(self._apart)
        self._pages.addWidget(question)
        self.body.addWidget(self._pages, 1)
        self._together.setDefault(True)

    def _save(self, *, apart: bool) -> None:
        folder = self._places.folder(self)
        if folder is None:
            return
        self._message.clear()
        try:
            files = save_all(self._desk, self._exhibition, folder, apart=apart)
        except (Refusal, BooksUnavailable) as trouble:
            self._message.show_message(told(trouble, self._desk.texts))
        except OSError as error:
            self._message.show_message(file_trouble(error, self._desk.texts))
        else:
            self._show_result(folder, files)

    def _show_result(self, folder: Path, files: tuple[Path, ...]) -> None:
        texts = self._desk.texts
        result = QWidget()
        column = stacked(result, gap=16)
        line = in_a_row(gap=16)
        if files:
            title = texts.ngettext("%(n)s file is saved", "%(n)s files are saved", len(files))
            line.addWidget(icon_label("check", 44, Colour.TOTORA), alignment=Qt.AlignmentFlag.AlignTop)
            where = files[0] if len(files) == 1 else folder
        else:
            title = texts._("Nobody has anything to settle at this exhibition yet.")
            line.addWidget(icon_label("info", 44), alignment=Qt.AlignmentFlag.AlignTop)
            where = None
        words = stacked(gap=6)
        words.addWidget(Words(title % {"n": texts.amount(len(files), 0)}, 22, bold=True, lines=2))
        if where is not None:
            words.addWidget(Words(str(where), 18, lines=4))
        line.addLayout(words, 1)
        column.addLayout(line)
        column.addStretch(1)
        if where is not None:
            show = ActionButton(texts._("Open to print"), "printer", pixels=20, height=64)
            show.clicked.connect(lambda _=False, where=where: self._places.show(where))
            column.addWidget(show)
        done = ActionButton(texts._("Done"), "check", "Enter", kind=Kind.INK, pixels=22, height=84)
        done.clicked.connect(self.accept)
        column.addWidget(done)
        self._pages.setCurrentIndex(self._pages.addWidget(result))
        done.setDefault(True)
        done.setFocus()
