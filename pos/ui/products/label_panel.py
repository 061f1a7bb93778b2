"""At the right: on what labels are printed, the label of the chosen product, the sheet, and the button that prints."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout

from pos.domain.label_formats import Size
from pos.domain.labels import Copies, Label
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import Colour
from pos.ui.look.words import Words
from pos.ui.producers.producers_choice import Answer, Choice
from pos.ui.products.label_view import LabelView
from pos.ui.products.paper_kinds import ROLL_LABEL, Paper, measure
from pos.ui.products.sheet_view import SheetView

WIDTH, NARROW_WIDTH, WIDE_WIDTH = 454, 320, 560
_LOW = 600
_ICONS = {Paper.SHEET_24: "sheet", Paper.SHEET_65: "sheet", Paper.ROLL: "tag", Paper.STRIP: "printer"}


class LabelPanel(QFrame):
    """Knows nothing of products: it is told which label to show, and which are wanted."""

    changed = Signal()
    """Another paper, or another place to start at."""
    print_wanted = Signal()
    clear_wanted = Signal()

    def __init__(self, texts: Texts, strip_millimetres: int, *, has_printer: bool) -> None:
        super().__init__()
        self._texts = texts
        self.start = 1
        self._words = {
            Paper.SHEET_24: texts._("A4 · 24"),
            Paper.SHEET_65: texts._("A4 · 65"),
            Paper.ROLL: texts._("Roll"),
            Paper.STRIP: texts._("%(n)s mm") % {"n": strip_millimetres},
        }
        self._paper = Choice(
            texts._("What the labels are printed on"), [Answer(p, self._words[p], _ICONS[p]) for p in Paper], equal=True
        )
        self._paper.allow(Paper.STRIP, allowed=has_printer)
        self._label = LabelView()
        self._sheet = SheetView(texts)
        self._count, self._of_count = Words(pixels=34, bold=True), Words(pixels=16)
        self._sheets, self._of_sheets = Words(pixels=34, bold=True), Words(pixels=16)
        self._pairs = (stacked(gap=0), stacked(gap=0))
        self._hint = Words(pixels=16, tone=Colour.PIEDRA, lines=5)
        self._measure = Words(pixels=16, tone=Colour.PIEDRA, lines=3)
        self._clear = ActionButton(texts._("Take all away"), "trash", kind=Kind.PLAIN, pixels=17, height=48)
        self._print = ActionButton("", "printer", "Ctrl P", kind=Kind.INK, pixels=22, height=72)
        self._column = stacked(self, margins=(16, 14, 16, 14), gap=14)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._column.addWidget(self._paper)
        self._column.addWidget(self._label, 1)
        self._lower = in_a_row(gap=18)
        self._lower.addWidget(self._sheet)
        self._lower.addLayout(self._build_figures(), 1)
        self._column.addLayout(self._lower, 2)
        self._column.addWidget(self._print)

    def _build_figures(self) -> QVBoxLayout:
        column = stacked(gap=0)
        for pair, figure, word in zip(
            self._pairs, (self._count, self._sheets), (self._of_count, self._of_sheets), strict=True
        ):
            pair.addWidget(figure)
            pair.addWidget(word, 1)
            column.addLayout(pair)
            column.addSpacing(8)
        column.addWidget(self._hint)
        column.addStretch(1)
        column.addWidget(self._measure)
        column.addSpacing(6)
        column.addWidget(self._clear)
        return column

    def _connect(self) -> None:
        self._paper.chosen.connect(self._take_paper)
        self._sheet.start_wanted.connect(self._take_start)
        self._print.clicked.connect(self.print_wanted)
        self._clear.clicked.connect(self.clear_wanted)

    # --- what is chosen -------------------------------------------------------------------------------------------

    @property
    def paper(self) -> Paper:
        """On what labels are printed."""
        return Paper(self._paper.value)

    @property
    def label_size(self) -> Size:
        """How large a label is; the strip's is as its printer has it."""
        return self.paper.sheet.label if self.paper.sheet else ROLL_LABEL

    def _take_paper(self) -> None:
        self.start = 1
        self.changed.emit()

    def _take_start(self, start: int) -> None:
        self.start = start
        self.changed.emit()

    def press_print(self) -> None:
        """As if the button was touched."""
        self._print.click()

    # --- being told -----------------------------------------------------------------------------------------------

    def show_label(self, label: Label) -> None:
        """Show the label of the chosen product, on a sheet or a roll."""
        self._label.show_label(label, self.label_size, dots=self.paper is Paper.ROLL)

    def show_strip(self, file: bytes, words: str) -> None:
        """Show the label as it comes out of the receipt printer."""
        self._label.show_strip(file, words)

    def show_reason(self, words: str) -> None:
        """Say why there is no label of the chosen product; nothing where none is chosen."""
        self._label.show_reason(words)

    def show_wanted(self, total: int, copies: Sequence[Copies]) -> None:
        """So many labels are wanted, of which these are on the first sheet."""
        texts, sheet = self._texts, self.paper.sheet
        self._count.say(texts.amount(total, 0))
        self._of_count.say(texts.ngettext("label", "labels", total))
        self._sheet.setVisible(sheet is not None)
        self._column.setStretchFactor(self._lower, 2 if sheet is not None else 0)  # else the label has the room
        for part in (self._sheets, self._of_sheets, self._hint):
            part.setVisible(sheet is not None)
        if sheet is not None:
            sheets = sheet.sheets(total, self.start)
            self._sheets.say(texts.amount(sheets, 0))
            self._of_sheets.say(texts.ngettext("sheet", "sheets", sheets))
            self._sheet.show_sheet(sheet, self.start, copies)
            hint = texts._("Starts at place %(start)s. Touch the sheet if others were used before.")
            self._hint.say(hint % {"start": self.start})
        self._measure.say(self._measures())
        self._clear.setEnabled(total > 0)
        self._print.setEnabled(total > 0)
        self._print.say(texts._("Print labels") if total else texts._("No labels chosen yet"))

    def _measures(self) -> str:
        texts, sheet = self._texts, self.paper.sheet
        if sheet is not None:
            words = texts._("%(n)s per sheet, %(size)s")
            return words % {"n": texts.amount(sheet.per_sheet, 0), "size": measure(sheet.label, texts)}
        if self.paper is Paper.ROLL:
            return texts._("For a label printer, %(size)s") % {"size": measure(ROLL_LABEL, texts)}
        return texts._("From the receipt printer, one after the other")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low, narrow = self.height() < _LOW, self.width() < WIDTH
        self._column.setSpacing(8 if low else 14)
        self._column.setContentsMargins(12, 10, 12, 10) if low else self._column.setContentsMargins(16, 14, 16, 14)
        self._print.setMinimumHeight(56 if low else 72)
        for figure in (self._count, self._sheets):
            figure.resize_words(22 if low else 34)
        for pair in self._pairs:
            pair.setDirection(QBoxLayout.Direction.LeftToRight if low else QBoxLayout.Direction.TopToBottom)
            pair.setSpacing(6 if low else 0)
        self._clear.show_icon("" if narrow else "trash")
        self._paper.make_narrow(narrow=narrow)
        self._lower.setSpacing(12 if low else 18)
        self._sheet.setFixedWidth(132 if low else 330 if self.width() >= WIDE_WIDTH else 236)
