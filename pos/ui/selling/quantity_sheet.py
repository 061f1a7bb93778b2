"""How many pieces of a line: typed, or one of the counts that people often buy."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from pos.domain.basket import BasketLine
from pos.services.desk import Desk
from pos.ui.amounts.figure_entry import FigureBox
from pos.ui.amounts.pad_sheet import ChoiceButton, PadSheet
from pos.ui.look.panels import FigureRow
from pos.ui.session import Session

OFTEN = (2, 3, 6, 12)


class QuantitySheet(PadSheet):
    """Another number of pieces; none takes the line out."""

    counted = Signal(int)
    removed = Signal()

    def __init__(self, window: QWidget, desk: Desk, session: Session, line: BasketLine) -> None:
        super().__init__(window, desk, desk.texts._("Pieces"), decimals=False)
        self._line = line
        self._digits = session.exhibition.currency.digits
        self._box = FigureBox(self.texts._("Pieces"))
        self._sum = FigureRow(self.texts._("Comes to"), 20, 26)
        self._buttons = [ChoiceButton() for _ in OFTEN]
        self.head_with_product(line.product, session.terms)
        each = FigureRow(self.texts._("Price of a piece"), 20, 26)
        each.say(self.texts.amount(line.unit_price, self._digits))
        for row in (each, self._sum):
            row.setFixedHeight(42)
        self.side.addWidget(each)
        self.side.addSpacing(8)
        self.side.addWidget(self._box)
        self.side.addSpacing(16)
        self.side.addWidget(self._sum)
        self.side.addStretch(1)
        for button, count in zip(self._buttons, OFTEN, strict=True):
            button.say(self.texts.amount(count, 0))
            button.clicked.connect(lambda _=False, count=count: self._set(count))
        self.side.addLayout(self.choices(self._buttons))
        self.other.say(self.texts._("Take the line out"), "trash")
        self.other.clicked.connect(self._remove)
        self.answer.clicked.connect(self._answer)
        self.typed.set(str(line.qty), 0)
        self.show_figure()

    def show_figure(self) -> None:
        count = int(self.typed.plain)
        self._box.say(self.typed.shown(self.texts))
        self._sum.say(self.texts.amount(count * self._line.unit_price, self._digits))
        for button, often in zip(self._buttons, OFTEN, strict=True):
            button.setChecked(often == count)
        self.answer.setEnabled(count > 0)
        said = self.texts.ngettext("Put %(count)s piece", "Put %(count)s pieces", count)
        self.answer.say(said % {"count": self.texts.amount(count, 0)})

    def _set(self, count: int) -> None:
        self.typed.set(str(count))
        self.show_figure()

    def _answer(self) -> None:
        count = int(self.typed.plain)
        self.accept()
        self.counted.emit(count)

    def _remove(self) -> None:
        self.accept()
        self.removed.emit()
