"""The producers' table: a row for each unit under two lines of heads, and the sums at its foot."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScroller, QSizePolicy, QTableView, QWidget

from pos.domain.unit_days import Overview, UnitRow
from pos.texts import Texts
from pos.ui.look.brush import box, ink, write, write_to
from pos.ui.look.panels import stacked
from pos.ui.look.theme import RADIUS, Colour, text_width
from pos.ui.look.words import set_text
from pos.ui.producers.producers_cells import RowDelegate, spoken
from pos.ui.producers.producers_columns import PAD, Columns, Group, Place

HEAD_HEIGHT, TOTALS_HEIGHT, ROW_HEIGHT = 62, 52, 48
_GROUP_LEFT = 24

Index = QModelIndex | QPersistentModelIndex

_ROW = Qt.ItemDataRole.UserRole
_TEXT = Qt.ItemDataRole.DisplayRole
_ALOUD = Qt.ItemDataRole.AccessibleTextRole
_NOWHERE = QModelIndex()


class _Role(IntEnum):
    """What else the model tells the delegate."""

    ROW = _ROW.value
    PLACE = _ROW.value + 1


class _Rows(QAbstractTableModel):
    """The units of an overview, a column for each place."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.rows: tuple[UnitRow, ...] = ()
        self.places: tuple[Place, ...] = ()

    def show_rows(self, rows: tuple[UnitRow, ...], places: tuple[Place, ...]) -> None:
        """Hold these rows and columns."""
        self.beginResetModel()
        self.rows, self.places = rows, places
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = _TEXT) -> object:
        row, place = self.rows[index.row()], self.places[index.column()]
        if role == _TEXT:
            return place.column.text(row, self._texts)
        if role == _ALOUD:
            return spoken(row, place.column, self._texts)
        if role == _Role.ROW:
            return row
        return place if role == _Role.PLACE else None


class _View(QTableView):
    """The rows alone: no heads and no grid of Qt's own; a flick of the finger moves them."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            super().keyPressEvent(event)
        else:
            event.ignore()  # keys of the screen; and letters would jump to a row


class _Heads(QWidget):
    """The heads of the columns, and over them what they count."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._pieces = texts._("Pieces")
        self._money = ""
        self._places: tuple[Place, ...] = ()
        self.setFixedHeight(HEAD_HEIGHT)

    def show_places(self, places: tuple[Place, ...], money: str) -> None:
        """Show the heads of these columns; money is in this currency."""
        self._places, self._money = places, money
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        for group, word in ((Group.PIECES, self._pieces), (Group.MONEY, self._money)):
            first = next((place for place in self._places if place.column.group is group), None)
            if first is not None:
                write(painter, word, first.left + _GROUP_LEFT, 19, 16, Colour.NOCHE, bold=True)
        for place in self._places:
            column = place.column
            tone = Colour.NOCHE if column.strong else Colour.PIEDRA
            if column.group is Group.NONE:
                left = place.left + (12 if column.key == "name" else 14)
                write(painter, column.title, left, 46, 16, tone)
            else:
                write_to(painter, column.title, place.right - PAD, 46, 16, tone, bold=column.strong)
        painter.fillRect(0, HEAD_HEIGHT - 2, self.width(), 2, ink(Colour.NOCHE))


class _Totals(QWidget):
    """How many units there are, and what all their figures come to."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._overview: Overview | None = None
        self._places: tuple[Place, ...] = ()
        self.setFixedHeight(TOTALS_HEIGHT)

    def show_sums(self, overview: Overview, places: tuple[Place, ...]) -> None:
        """Show the sums of this overview."""
        self._overview, self._places = overview, places
        figures = [
            f"{place.column.title} {place.column.text(overview.totals, self._texts)}"
            for place in places
            if place.column.figure is not None
        ]
        self.setAccessibleName(f"{self._count(overview)}: {', '.join(figures)}")
        self.update()

    def _count(self, overview: Overview) -> str:
        units = len(overview.rows)
        return self._texts.ngettext("%(n)s producer", "%(n)s producers", units) % {"n": self._texts.amount(units, 0)}

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._overview is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box(painter, QRectF(0, -RADIUS, self.width(), self.height() + RADIUS), Colour.SAL2, None, RADIUS - 1)
        painter.fillRect(0, 0, self.width(), 2, ink(Colour.NOCHE))
        middle = self.height() / 2 + 1
        for place in self._places:
            if place.column.key == "name":
                line = set_text(self._count(self._overview), place.width - 12, 16, 1, bold=True)
                write(painter, "".join(line.lines), 12, middle, 16, Colour.NOCHE, bold=True)
            elif place.column.figure is not None:
                text = place.column.text(self._overview.totals, self._texts)
                tone = Colour.TEJA if place.column.strong and self._overview.totals.balance.minor < 0 else Colour.NOCHE
                bold = text_width(text, 16, bold=True) <= place.width
                write_to(painter, text, place.right - PAD, middle, 16, tone, bold=bold)


class ProducersTable(QFrame):
    """All units of an overview or some of them; one of them is the one that the screen is about."""

    chosen = Signal(str)
    """A unit's id."""
    entered = Signal()
    """Enter was pressed on the chosen unit."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._columns = Columns(texts)
        self._overview: Overview | None = None
        self._rows: tuple[UnitRow, ...] = ()
        self._chosen = ""
        self._heads = _Heads(texts)
        self._model = _Rows(texts)
        self._view = _View()
        self._totals = _Totals(texts)
        self._build()
        self._view.entered.connect(self.entered)
        self._view.selectionModel().currentRowChanged.connect(self._take)

    def _build(self) -> None:
        self.setProperty("panel", "plain")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = stacked(self, margins=(1, 1, 1, 1), gap=0)
        column.addWidget(self._heads)
        column.addWidget(self._view, 1)
        column.addWidget(self._totals)
        self._view.setAccessibleName(self._texts._("Producers"))
        self._view.setModel(self._model)
        self._view.setItemDelegate(RowDelegate(_Role.ROW, _Role.PLACE, self._texts, self._view))
        self.setFocusProxy(self._view)

    def minimumSizeHint(self) -> QSize:
        return QSize(560, HEAD_HEIGHT + TOTALS_HEIGHT + 2 * ROW_HEIGHT)

    def show_units(self, overview: Overview, rows: tuple[UnitRow, ...], chosen: str) -> None:
        """Show these rows of an overview; the sums are always those of all."""
        self._overview, self._rows = overview, rows
        self._lay_out()
        self.choose(chosen)

    def choose(self, unit: str) -> None:
        """Mark this unit's row and bring it into sight; none where it has none. Nobody is told."""
        self._chosen = unit
        place = next((i for i, row in enumerate(self._rows) if row.unit == unit), None)
        if place is None:
            self._view.clearSelection()
            self._view.setCurrentIndex(_NOWHERE)
        else:
            self._view.setCurrentIndex(self._model.index(place, 0))
            self._view.scrollTo(self._model.index(place, 0))

    @property
    def keys(self) -> list[str]:
        """The columns that there is room for."""
        return [place.column.key for place in self._model.places]

    def _take(self, current: QModelIndex, _: QModelIndex) -> None:
        if current.isValid() and self._rows[current.row()].unit != self._chosen:
            self._chosen = self._rows[current.row()].unit
            self.chosen.emit(self._chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._overview is not None:
            self._lay_out()
            self.choose(self._chosen)

    def _lay_out(self) -> None:
        if self._overview is None:
            return
        money = self._texts.currency_name(self._overview.currency.code)
        places = self._columns.laid_out(self._overview, self.width() - 2)
        self._model.show_rows(self._rows, places)
        for number, place in enumerate(places):
            self._view.setColumnWidth(number, place.width)
        self._view.verticalHeader().setDefaultSectionSize(self._row_height())
        self._heads.show_places(places, money[0].upper() + money[1:])
        self._totals.show_sums(self._overview, places)

    def _row_height(self) -> int:
        """A little more than usual where that cuts the last row in half: so one sees that there are more."""
        room = self.height() - 2 - HEAD_HEIGHT - TOTALS_HEIGHT
        if len(self._rows) * ROW_HEIGHT <= room or room < 2 * ROW_HEIGHT:
            return ROW_HEIGHT
        return max(ROW_HEIGHT, int(room / (int(room / ROW_HEIGHT - 0.5) + 0.5)))
