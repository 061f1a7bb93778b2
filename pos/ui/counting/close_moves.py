"""All that moved cash in the shift's drawer, the newest first: to find what a wrong count comes from."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from pos.domain.money import currency
from pos.domain.sales import Return, Sale
from pos.domain.settlements import Advance, Payout
from pos.domain.shifts import CashDirection, CashMoved, ShiftOpened
from pos.services.cataloguing import Terms
from pos.storage.journal import DrawerMove
from pos.texts import MINUS, Texts
from pos.ui.look.theme import Colour, colour
from pos.ui.look.words import Words, paint_words
from pos.ui.sheet import Sheet

ROW_HEIGHT = 52
_Index = QModelIndex | QPersistentModelIndex

_RIGHT = Qt.AlignmentFlag.AlignRight
_DISPLAY, _SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole
_ROW = Qt.ItemDataRole.UserRole


def move_words(move: DrawerMove, terms: Terms, texts: Texts) -> str:
    """What moved the cash, as a person calls it."""
    match move.event:
        case ShiftOpened():
            return texts._("At the opening")
        case Sale() as sale:
            return texts._("Sale %(receipt)s") % {"receipt": sale.receipt}
        case Return() as back:
            return texts._("Return %(receipt)s") % {"receipt": back.receipt}
        case CashMoved() as moved:
            put_in = moved.direction is CashDirection.IN
            word = texts._("Put in: %(what)s") if put_in else texts._("Taken out: %(what)s")
            return word % {"what": moved.reason}
        case Advance() as given:
            return texts._("Advance: %(what)s") % {"what": terms.unit(given.unit).name}
        case Payout() as paid:
            return texts._("Paid: %(what)s") % {"what": terms.unit(paid.unit).name}
    raise TypeError(f"{type(move.event).__name__} moves no cash in an open shift")


class _Moves(QAbstractListModel):
    """The moves as rows: time, words, amount."""

    def __init__(self, moves: Sequence[DrawerMove], terms: Terms, texts: Texts) -> None:
        super().__init__()
        self._rows = [_texts_of(move, terms, texts) for move in reversed(moves)]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        if role == _ROW:
            return self._rows[index.row()]
        if role in {_DISPLAY, _SPOKEN}:
            return " ".join(self._rows[index.row()])
        return None


def _texts_of(move: DrawerMove, terms: Terms, texts: Texts) -> tuple[str, str, str]:
    money, stamp = currency(move.currency), move.event.stamp
    sign = "+" if move.amount > 0 else MINUS
    amount = f"{sign}{texts.amount(abs(move.amount), money.digits)}"
    return (
        texts.time(terms.exhibition(stamp.exhibition).local_time(stamp.at)),
        move_words(move, terms, texts),
        f"{texts.symbol(money.code)} {amount}",
    )


class _Delegate(QStyledItemDelegate):
    """Paints a row: only those that are seen are painted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option, index
        return QSize(400, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        time, words, amount = index.data(_ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setPen(QPen(colour(Colour.SAL3), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        paint_words(painter, time, QRectF(box.left() + 8, box.top(), 64, box.height()), 17, tone=Colour.PIEDRA)
        room = QRectF(box.left() + 84, box.top(), box.width() - 84 - 190, box.height())
        paint_words(painter, words, room, 18)
        figure = QRectF(box.right() - 188, box.top(), 180, box.height())
        paint_words(painter, amount, figure, 20, bold=True, align=_RIGHT)
        painter.restore()


class MovesSheet(Sheet):
    """The list over the result; it changes nothing."""

    def __init__(self, window: QWidget, moves: Sequence[DrawerMove], terms: Terms, texts: Texts) -> None:
        title = texts._("What moved in the drawer")
        super().__init__(window, title, texts, close_name=texts._("Close the list"))
        self.head.addWidget(Words(title, 26, bold=True), 1)
        self._model = _Moves(moves, terms, texts)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(title)
        QScroller.grabGesture(self._list.viewport(), QScroller.ScrollerGestureType.LeftMouseButtonGesture)
        self.body.addWidget(self._list, 1)

    @property
    def lines(self) -> list[str]:
        """What the list says, from its first row."""
        return [str(self._model.index(place, 0).data(_DISPLAY)) for place in range(self._model.rowCount())]
