"""The table of products: heads over a list of as many rows as there are, of which one is the one that keys work on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScroller, QSizePolicy, QTableView, QWidget

from pos.texts import Texts
from pos.ui.aloud import announce
from pos.ui.look.brush import ink, write, write_amid, write_to
from pos.ui.look.panels import stacked
from pos.ui.look.photos import arrivals
from pos.ui.look.theme import Colour
from pos.ui.products.product_columns import ROW_HEIGHT, columns_in
from pos.ui.products.product_painting import ProductPainter
from pos.ui.products.product_rows import ProductRow, ProductRows, ReadRows

HEAD_HEIGHT = 44
_FIRST_PAUSE, _NEXT_PAUSE = 400, 90
"""Milliseconds until a button that is held counts on, and between two counts."""
_LEFT_BUTTON = Qt.MouseButton.LeftButton


class _List(QTableView):
    """The rows alone. Keys come from the field over it; touches choose a row or count its labels.

    It is a table of one column: a list of Qt's would ask for each of the rows before the first is painted.
    """

    stepped = Signal(str, int)
    """A button of this product was touched, or is held."""

    def __init__(self, model: ProductRows, painter: ProductPainter) -> None:
        super().__init__()
        self._rows, self._painter = model, painter
        self._held = QTimer(self)
        self._held.timeout.connect(self._step)
        self.setModel(model)
        self.setItemDelegate(painter)
        painter.setParent(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoScroll(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        arrivals().arrived.connect(self.viewport().update)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is _LEFT_BUTTON:
            self._hold(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)  # two quick touches of a plus are two

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._painter.pressed[0]:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._let_go()

    def _hold(self, at: QPoint) -> None:
        index = self.indexAt(at)
        row = self._rows.row(index.row()) if index.isValid() else None
        if row is None or not row.price:
            return
        area = self.visualRect(index)
        columns, inside = self._painter.columns(area.width()), (at - area.topLeft()).toPointF()
        by = -1 if columns.minus.contains(inside) else 1 if columns.plus.contains(inside) else 0
        if by:
            self._painter.pressed = (row.product.sku, by)
            self._held.start(_FIRST_PAUSE)
            self.stepped.emit(*self._painter.pressed)

    def _step(self) -> None:
        self._held.setInterval(_NEXT_PAUSE)
        self.stepped.emit(*self._painter.pressed)

    def _let_go(self) -> None:
        self._held.stop()
        if self._painter.pressed[0]:
            self._painter.pressed = ("", 0)
            self.viewport().update()


class _Heads(QWidget):
    """The names of the columns."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._money, self._note = "", ""
        self._bar = 0
        self.setFixedHeight(HEAD_HEIGHT)

    def show_money(self, symbol: str) -> None:
        """Prices are in this currency."""
        self._money = symbol
        self.update()

    def note(self, words: str) -> None:
        """Say this in the place of the first heads."""
        self._note = words
        self.setAccessibleName(words)
        self.update()

    def leave_out(self, pixels: int) -> None:
        """So much of the width is the scroll bar's."""
        self._bar = pixels
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, texts = QPainter(self), self._texts
        columns = columns_in(self.width() - self._bar)
        middle, tone = HEAD_HEIGHT / 2, Colour.PIEDRA
        write(painter, self._note or texts._("Product"), columns.name[0], middle, 16, tone, bold=bool(self._note))
        if columns.makers is not None and not self._note:
            write(painter, texts._("Made by"), columns.makers[0], middle, 16, tone)
        price = texts._("Price %(currency)s") % {"currency": self._money}
        write_to(painter, price, columns.price_right, middle, 16, tone)
        write_to(painter, texts.pgettext("products", "Left"), columns.left_right, middle, 16, tone)
        write_amid(painter, texts._("Labels"), columns.counter.center().x(), middle, 16, tone)
        painter.fillRect(0, HEAD_HEIGHT - 2, self.width(), 2, ink(Colour.NOCHE))


class ProductsTable(QFrame):
    """`instead` is shown in the place of the rows while there are none."""

    chosen = Signal(str)
    """A product's SKU; empty where there is none."""
    stepped = Signal(str, int)
    """So many labels more of a product, or fewer."""
    failed = Signal(object)
    """The books could not be read."""

    def __init__(
        self, read: ReadRows, count_of: Callable[[str], int], photos: Path, texts: Texts, instead: QWidget
    ) -> None:
        super().__init__()
        self._texts = texts
        self._model = ProductRows(read, count_of, texts)
        self._heads = _Heads(texts)
        self._list = _List(self._model, ProductPainter(self._model.row, count_of, photos, texts))
        self._instead = instead
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = stacked(self, margins=(1, 1, 1, 1), gap=0)
        for part in (self._heads, self._list, instead):
            column.addWidget(part)
        self._list.setAccessibleName(texts._("Products"))
        self._list.stepped.connect(self.stepped)
        self._list.selectionModel().currentChanged.connect(self._take)
        self._model.failed.connect(self.failed)

    def minimumSizeHint(self) -> QSize:
        return QSize(480, HEAD_HEIGHT + 2 * ROW_HEIGHT)

    # --- being told -----------------------------------------------------------------------------------------------

    def show_products(self, skus: Sequence[str], currency: str, chosen: str = "") -> None:
        """Show these, and choose this one if it is among them, else the first."""
        self._heads.show_money(currency)
        self._model.show(skus)
        self._list.setVisible(bool(skus))
        self._instead.setVisible(not skus)
        place = (self._model.place_of(chosen) if chosen else None) or 0
        if skus:
            self._go_to(place)
        else:
            self.chosen.emit("")
        self._leave_out_bar()

    def note(self, words: str) -> None:
        """Say this over the names; nothing where it is empty."""
        self._heads.note(words)

    def choose(self, sku: str) -> bool:
        """Choose a product; False where it is not shown."""
        place = self._model.place_of(sku)
        if place is not None:
            self._go_to(place)
        return place is not None

    def step(self, by: int) -> None:
        """Let the keys work on the product so many rows further down; it never leaves the list."""
        if self._model.skus:
            self._go_to(min(max(0, self._place + by), len(self._model.skus) - 1))
            self.say_row()

    def turn(self, by: int) -> None:
        """As `step`, by so many pages."""
        self.step(by * max(1, self._list.viewport().height() // ROW_HEIGHT))

    def repaint_counts(self) -> None:
        """Counts are other ones."""
        self._list.viewport().update()

    def say_row(self) -> None:
        """Let a screen reader say the row that keys work on."""
        if self.row is not None:
            announce(self, self._model.spoken(self.row))

    @property
    def row(self) -> ProductRow | None:
        """The row that keys work on."""
        return self._model.row(self._place)

    @property
    def skus(self) -> Sequence[str]:
        """The products that are listed."""
        return self._model.skus

    @property
    def _place(self) -> int:
        return self._list.currentIndex().row()

    def _go_to(self, place: int) -> None:
        index = self._model.index(place, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)

    def _take(self, current: QModelIndex, _: QModelIndex) -> None:
        row = self._model.row(current.row()) if current.isValid() else None
        if row is not None:
            self.chosen.emit(row.product.sku)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_out_bar()
        if self._model.skus:
            self._list.scrollTo(self._list.currentIndex())

    def _leave_out_bar(self) -> None:
        """The heads stand over the columns, whether there is a scroll bar or not."""
        room = self.height() - HEAD_HEIGHT - 2
        scrolls = len(self._model.skus) * ROW_HEIGHT > room
        self._heads.leave_out(self._list.verticalScrollBar().sizeHint().width() if scrolls else 0)
