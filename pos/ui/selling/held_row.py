"""A cart held aside as a row to touch: what lies in it, how much, since when and from whom."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from pos.domain.text import in_language
from pos.services.desk import Desk
from pos.services.holding import OpenCart
from pos.ui.aloud import announce
from pos.ui.look.brush import box, edge, fitting, ink, write, write_to
from pos.ui.look.buttons import TouchButton
from pos.ui.look.photos import arrivals, product_picture
from pos.ui.look.theme import RADIUS, Colour
from pos.ui.look.words import set_text
from pos.ui.session import Session

ROW_HEIGHT = 84
PICTURES = 4
_PICTURE, _GAP = 60, 8
_ANTIALIASING = QPainter.RenderHint.Antialiasing


class HeldRow(TouchButton):
    """Touch it to go on with its cart; the one that Enter takes has the bar of the cart's last line."""

    def __init__(self, desk: Desk, session: Session, cart: OpenCart) -> None:
        super().__init__()
        self.cart = cart
        self._desk = desk
        self._terms = session.terms
        self._texts = desk.texts
        self._is_chosen = False
        basket = cart.basket
        pieces = sum(line.qty for line in basket.lines)
        counted = self._texts.ngettext("%(count)s piece", "%(count)s pieces", pieces)
        self._pieces = counted % {"count": self._texts.amount(pieces, 0)}
        if not cart.readable:
            self._pieces = self._texts._("This cart cannot be read")
        self._since = self._texts._("since %(time)s, %(name)s") % {
            "time": self._texts.time(session.exhibition.local_time(cart.at)),
            "name": cart.by,
        }
        self._total = self._texts.amount(basket.due, basket.currency.digits) if cart.readable else "–"
        self._names = self._texts.join(
            list(dict.fromkeys(in_language(line.product.name, self._texts.language) for line in reversed(basket.lines)))
        )
        self.setFixedHeight(ROW_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{self._pieces}, {self._total}, {self._since}, {self._names}")
        arrivals().arrived.connect(self.update)

    def be_chosen(self, *, chosen: bool) -> None:
        """Be the one that Enter takes, or not."""
        if chosen != self._is_chosen:
            self._is_chosen = chosen
            self.update()
            if chosen:
                announce(self, self.accessibleName())

    @property
    def is_chosen(self) -> bool:
        """Whether Enter takes this one."""
        return self._is_chosen

    def sizeHint(self) -> QSize:
        return QSize(600, ROW_HEIGHT)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(_ANTIALIASING)
        whole = QRectF(self.rect())
        fill = Colour.SAL2 if self.isDown() else Colour.LAGO_T if self._is_chosen else Colour.SAL0
        box(painter, whole, fill, edge(Colour.LAGO if self._is_chosen else Colour.BORDE2), RADIUS)
        if self._is_chosen:
            painter.fillRect(QRectF(1, 8, 6, ROW_HEIGHT - 16), ink(Colour.LAGO))
        left = self._paint_pictures(painter)
        total = fitting(self._total, 200, 26, 16)
        right = write_to(painter, self._total, whole.right() - 20, whole.center().y(), total, Colour.NOCHE, bold=True)
        room = int(right - left - 16)
        lines = (
            (self._pieces, 24, 18, True, Colour.NOCHE),
            (self._names, 44, 16, False, Colour.PIEDRA),
            (self._since, 64, 16, False, Colour.PIEDRA),
        )
        for text, middle, pixels, bold, tone in lines:
            for line in set_text(text, room, pixels, 1, bold=bold).lines:
                write(painter, line, left, middle - 2, pixels, tone, bold=bold)

    def _paint_pictures(self, painter: QPainter) -> float:
        """The newest products' pictures; gives where the words begin."""
        left = 20.0
        for line in list(reversed(self.cart.basket.lines))[:PICTURES]:
            picture = product_picture(
                self._desk.places.photos,
                line.product,
                [self._terms.emblems[maker.unit] for maker in line.product.makers],
                QSize(_PICTURE, _PICTURE),
                ratio=self.devicePixelRatioF(),
            )
            painter.drawPixmap(round(left), (ROW_HEIGHT - _PICTURE) // 2, picture)
            left += _PICTURE + _GAP
        # The words of all rows begin at the same place.
        return 20.0 + PICTURES * (_PICTURE + _GAP) + 8
