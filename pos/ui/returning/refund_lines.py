"""The lines of a sale that things are brought back from: touch a line and count what comes back."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.sales import SaleLine
from pos.texts import Texts
from pos.ui.look.buttons import StepButton
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.pager import PagePlace
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Amount, Words
from pos.ui.returning.receipt_search_rows import Pictures
from pos.ui.returning.refund_goods import GoodsBack

ROW_HEIGHT = 90
PHOTO = 64
SUMS_WIDTH = 120


class RefundRow(QFrame):
    """One line: what was bought, what can still come back, and the pieces that do."""

    chosen = Signal()
    stepped = Signal(int)

    def __init__(self, pictures: Pictures, texts: Texts) -> None:
        super().__init__()
        self.line = 0
        self._pictures, self._texts = pictures, texts
        self._photo = PhotoBox(pictures.folder, QSize(PHOTO, PHOTO))
        self._name = Words(pixels=18, bold=True, lines=2)
        self._emblems = EmblemTiles(24)
        self._left = Words(pixels=16, tone=Colour.PIEDRA)
        self._less = StepButton("minus", texts._("One less"))
        self._qty = Words(pixels=24, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._more = StepButton("plus", texts._("One more"))
        self._amount = Amount(22)
        self._each = Amount(16, tone=Colour.PIEDRA, bold=False)
        self._build()
        self._less.clicked.connect(lambda: self.stepped.emit(-1))
        self._more.clicked.connect(lambda: self.stepped.emit(1))

    def _build(self) -> None:
        self.setFixedHeight(ROW_HEIGHT)
        row = in_a_row(self, margins=(8, 0, 14, 0), gap=12)
        row.addWidget(self._photo)
        names = stacked(gap=4)
        names.addStretch(1)
        names.addWidget(self._name)
        by = in_a_row(gap=7)
        by.addWidget(self._emblems)
        by.addWidget(self._left, 1)
        names.addLayout(by)
        names.addStretch(1)
        row.addLayout(names, 1)
        row.addWidget(self._less)
        self._qty.setFixedWidth(52)
        row.addWidget(self._qty)
        row.addWidget(self._more)
        sums = QWidget()
        sums.setFixedWidth(SUMS_WIDTH)
        column = stacked(sums, gap=2)
        column.addStretch(1)
        column.addWidget(self._amount)
        column.addWidget(self._each)
        column.addStretch(1)
        row.addWidget(sums)

    def show_line(self, line: int, goods: GoodsBack, worth: Mapping[int, int], *, chosen: bool) -> None:
        """Show a line of the sale, counted from 1, and whether keys work on it; `worth` is what comes back by line."""
        self.line = line
        sold = goods.standing.sale.lines[line - 1]
        count, left = goods.counts.get(line, 0), goods.standing.left(line)
        restyle(self, "row", "chosen" if chosen else "plain")
        self._pictures.show(self._photo, sold.sku)
        self._name.say(sold.name, Colour.NOCHE if left else Colour.INACTIVO)
        self._emblems.show_emblems([self._pictures.emblems[maker.unit] for maker in sold.terms])
        self._left.say(self._left_words(sold, left))
        self._less.setEnabled(count > 0)
        self._more.setEnabled(count < left)
        self._qty.say(self._texts.amount(count, 0) if left else "–", Colour.NOCHE if count else Colour.INACTIVO)
        self._show_sums(sold, worth.get(line), goods.exhibition.currency.digits)
        self.setAccessibleName(
            self._texts._("%(count)s back: %(name)s, %(left)s")
            % {"count": self._texts.amount(count, 0), "name": sold.name, "left": self._left.text()}
        )

    def _left_words(self, sold: SaleLine, left: int) -> str:
        values = {"pieces": self._texts.amount(sold.qty, 0), "left": self._texts.amount(left, 0)}
        if left == sold.qty:
            return self._texts._("Bought %(pieces)s") % values
        words = self._texts._("%(left)s of %(pieces)s left") if left else self._texts._("All %(pieces)s came back")
        return words % values

    def _show_sums(self, sold: SaleLine, worth: int | None, digits: int) -> None:
        self._amount.setVisible(worth is not None and not sold.yapa)
        self._amount.say("" if worth is None or sold.yapa else self._texts.amount(worth, digits))
        if sold.yapa:
            self._each.say(self._texts._("YAPA"), Colour.ICHU_O)
        else:
            each = self._texts.amount(sold.unit_price, digits)
            self._each.say(self._texts._("%(price)s each") % {"price": each}, Colour.PIEDRA)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.chosen.emit()


class RefundLines(QFrame):
    """As many rows as fit, in the order of the receipt."""

    stepped = Signal(int, int)
    """A line, and by how many pieces it changes."""
    turned = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._rows: list[RefundRow] = []
        self._goods: GoodsBack | None = None
        self._pictures: Pictures | None = None
        self._page = 0
        self.chosen = 1
        """The line, from 1, that keys work on."""
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = stacked(self, margins=(1, 1, 1, 1), gap=0)
        self._column.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, 2 * ROW_HEIGHT + 2)

    @property
    def page(self) -> PagePlace:
        """Which page is shown."""
        return PagePlace(self._page, max(1, -(-self._count // self._fitting)))

    def start(self, pictures: Pictures) -> None:
        """Take other pictures, and begin at the first line."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = []
        self._pictures = pictures
        self._page, self.chosen = 0, 1

    def show_goods(self, goods: GoodsBack) -> None:
        """Show the lines as they are counted now."""
        self._goods = goods
        self._show_page()

    def choose(self, line: int) -> None:
        """Mean another line, and turn to its page."""
        self.chosen = max(1, min(line, self._count))
        self._page = (self.chosen - 1) // self._fitting
        self._show_page()

    def turn(self, pages: int) -> None:
        """Turn so many pages on or back."""
        self._page = max(0, min(self._page + pages, self.page.of - 1))
        self._show_page()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._goods is not None:
            self.choose(self.chosen)

    @property
    def _count(self) -> int:
        return len(self._goods.standing.sale.lines) if self._goods else 0

    @property
    def _fitting(self) -> int:
        return max(1, (self.height() - 2) // ROW_HEIGHT)

    def _show_page(self) -> None:
        if self._goods is None or self._pictures is None:
            return
        first = self._page * self._fitting + 1
        lines = range(first, min(first + self._fitting, self._count + 1))
        while len(self._rows) < len(lines):
            self._add_row(self._pictures)
        worth = {back.line: back.net for back in self._goods.lines}
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(lines))
            if place < len(lines):
                row.show_line(lines[place], self._goods, worth, chosen=lines[place] == self.chosen)
        self.turned.emit()

    def _add_row(self, pictures: Pictures) -> None:
        row = RefundRow(pictures, self._texts)
        row.chosen.connect(lambda: self.choose(row.line))
        row.stepped.connect(lambda pieces: self._step(row.line, pieces))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _step(self, line: int, pieces: int) -> None:
        self.chosen = line
        self.stepped.emit(line, pieces)
