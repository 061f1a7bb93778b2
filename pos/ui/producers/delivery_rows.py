"""Counting a unit's goods: a row for each product with minus and plus, a page of them at a time."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.emblems import Emblem
from pos.domain.text import in_language
from pos.domain.unit_days import Goods
from pos.texts import Texts
from pos.ui.counting.count_field import CountField
from pos.ui.look.buttons import StepButton
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.photos import PhotoBox
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Words

ROW_HEIGHT = 72
MOST = 99_999
"""Pieces of one product on one note: more is a slip of the hand."""
_PHOTO = QSize(64, 56)
_EMPTY = "–"


class _GoodsRow(QFrame):
    """One product and how many of it."""

    counted = Signal(str, int)
    left = Signal(int)

    def __init__(self, photos: Path, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._sku = ""
        self._photo = PhotoBox(photos, _PHOTO)
        self._name = Words(pixels=18, bold=True, lines=2)
        self._about = Words(pixels=16, tone=Colour.PIEDRA)
        self._less = StepButton("minus", "")
        self._field = CountField()
        self._more = StepButton("plus", "")
        self._build()
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self._field.stepped.connect(self._step)
        self._field.left.connect(self.left)
        self._field.textEdited.connect(lambda: self.counted.emit(self._sku, self._count))

    def _build(self) -> None:
        self.setProperty("row", "plain")
        self.setFixedHeight(ROW_HEIGHT)
        row = in_a_row(self, margins=(10, 0, 14, 0), gap=12)
        row.addWidget(self._photo)
        names = stacked(gap=2)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._about)
        names.addStretch(1)
        row.addLayout(names, 1)
        self._field.setProperty("kind", "count")
        self._field.setFixedWidth(92)
        self._field.setPlaceholderText(_EMPTY)
        self._field.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._field.setValidator(QIntValidator(0, MOST, self))
        self._field.setMaxLength(len(str(MOST)))
        for part in (self._less, self._field, self._more):
            row.addWidget(part)

    def show_goods(self, goods: Goods, emblems: Sequence[Emblem], count: int, *, scanned: bool) -> None:
        """Show this product and its count; the one that was just scanned stands out."""
        texts, pieces = self._texts, goods.pieces
        self._sku = goods.product.sku
        name = in_language(goods.product.name, texts.language) or goods.product.sku
        self._photo.show_product(goods.product, emblems)
        self._name.say(name)
        values = {"delivered": texts.amount(pieces.delivered, 0), "left": texts.amount(pieces.left, 0)}
        self._about.say(texts._("Delivered %(delivered)s, left %(left)s") % values if pieces.delivered else "")
        self._about.setVisible(bool(pieces.delivered))
        self._less.setAccessibleName(texts._("One less of %(what)s") % {"what": name})
        self._more.setAccessibleName(texts._("One more of %(what)s") % {"what": name})
        self._field.setAccessibleName(name)
        self._field.setText(str(count) if count else "")
        restyle(self, "row", "chosen" if scanned else "plain")

    def take_focus(self) -> None:
        """Let figures go into the count."""
        self._field.setFocus()
        self._field.selectAll()

    @property
    def _count(self) -> int:
        text = self._field.text()
        return int(text) if text.isdecimal() else 0

    def _step(self, by: int) -> None:
        count = max(0, min(MOST, self._count + by))
        self._field.setText(str(count) if count else "")
        self.counted.emit(self._sku, count)


class GoodsRows(QFrame):
    """All products of a unit; what was counted is kept while pages turn."""

    changed = Signal()
    """A person counted."""

    def __init__(self, photos: Path, texts: Texts) -> None:
        super().__init__()
        self._photos, self._texts = photos, texts
        self._goods: tuple[Goods, ...] = ()
        self._emblems: Mapping[str, Emblem] = {}
        self._scanned = ""
        self._first = 0
        self._rows: list[_GoodsRow] = []
        self.counts: dict[str, int] = {}
        self._up = StepButton("up", texts._("Products before these"), 56)
        self._down = StepButton("down", texts._("More products"), 56)
        self._page = Words(pixels=16, tone=Colour.PIEDRA, align=Qt.AlignmentFlag.AlignHCenter)
        self._build()
        self._up.clicked.connect(lambda: self._turn(-1))
        self._down.clicked.connect(lambda: self._turn(1))

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = in_a_row(self, margins=(1, 1, 1, 1), gap=0)
        self._lines = QWidget()
        self._column = stacked(self._lines, gap=0)
        self._column.addStretch(1)
        row.addWidget(self._lines, 1)
        self._pager = QWidget()
        pager = stacked(self._pager, margins=(8, 8, 8, 8))
        for part in (self._up, self._page, self._down):
            pager.addWidget(part)
        pager.addStretch(1)
        row.addWidget(self._pager)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, ROW_HEIGHT + 2)

    def show_goods(self, goods: tuple[Goods, ...], emblems: Mapping[str, Emblem], counts: Mapping[str, int]) -> None:
        """Show these products and what is proposed of each; `emblems` are by unit."""
        self._goods, self._emblems, self.counts = goods, emblems, dict(counts)
        self._scanned, self._first = "", 0
        self._show_page()

    def take_off(self, noted: Mapping[str, int]) -> None:
        """So many pieces of each SKU stand in a note now: only what is more than that is still counted."""
        self.counts = {sku: max(0, count - noted.get(sku, 0)) for sku, count in self.counts.items()}
        self._scanned = ""
        self._show_page()

    def add(self, sku: str) -> bool:
        """One more of a product that was scanned; False where the unit does not hold it."""
        place = next((i for i, goods in enumerate(self._goods) if goods.product.sku == sku), None)
        if place is None:
            return False
        self.counts[sku] = min(MOST, self.counts.get(sku, 0) + 1)
        self._scanned = sku
        self._first = place - place % self._fitting
        self._show_page()
        self.changed.emit()
        return True

    @property
    def pieces(self) -> int:
        """How many pieces are counted."""
        return sum(self.counts.values())

    @property
    def counted(self) -> list[tuple[str, int]]:
        """The SKUs that have a count, with it."""
        return [(goods.product.sku, count) for goods in self._goods if (count := self.counts.get(goods.product.sku, 0))]

    def take_focus(self) -> None:
        """Let figures go into the first count."""
        if self._rows:
            self._rows[0].take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_page()

    @property
    def _fitting(self) -> int:
        return max(1, (self.height() - 2) // ROW_HEIGHT)

    def _turn(self, pages: int) -> None:
        self._first = max(0, min(self._first + pages * self._fitting, len(self._goods) - 1))
        self._show_page()

    def _show_page(self) -> None:
        fitting = self._fitting
        self._first -= self._first % fitting
        shown = self._goods[self._first : self._first + fitting]
        while len(self._rows) < len(shown):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(shown))
            if number < len(shown):
                goods = shown[number]
                emblems = [self._emblems[maker.unit] for maker in goods.product.makers]
                count = self.counts.get(goods.product.sku, 0)
                row.show_goods(goods, emblems, count, scanned=goods.product.sku == self._scanned)
        pages = -(-len(self._goods) // fitting)
        self._pager.setVisible(pages > 1)
        values = {"page": self._first // fitting + 1, "pages": pages}
        self._page.say(self._texts._("%(page)s of %(pages)s") % values)
        self._up.setEnabled(self._first > 0)
        self._down.setEnabled(self._first + fitting < len(self._goods))

    def _add_row(self) -> None:
        row = _GoodsRow(self._photos, self._texts)
        row.counted.connect(self._take_count)
        row.left.connect(lambda by, row=row: self._focus_beside(row, by))
        self._column.insertWidget(len(self._rows), row)
        self._rows.append(row)

    def _focus_beside(self, row: _GoodsRow, by: int) -> None:
        place = self._rows.index(row) + by
        if 0 <= place < len(self._rows) and self._rows[place].isVisible():
            self._rows[place].take_focus()
        elif place >= 0 and self._down.isEnabled():
            self._turn(1)
            self.take_focus()
        elif place < 0 and self._up.isEnabled():
            self._turn(-1)
            self._rows[-1].take_focus()

    def _take_count(self, sku: str, count: int) -> None:
        self.counts[sku] = count
        self.changed.emit()
