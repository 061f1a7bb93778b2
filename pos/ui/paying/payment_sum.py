"""The right-hand side of the payment: the total, the parts that came in, and what is missing or goes back."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from pos.domain.money import currency
from pos.texts import Texts
from pos.ui.amounts.money_names import rate_figure
from pos.ui.look.buttons import ActionButton
from pos.ui.look.panels import FigureRow, in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour, colour, font, text_width
from pos.ui.paying.change_panel import ChangePanel
from pos.ui.paying.payment_buttons import WayButton
from pos.ui.paying.payment_list import PartList, Row
from pos.ui.paying.payment_methods import Offer
from pos.ui.paying.payment_parts import Part, Payment, PaymentStanding

WAYS = 3
"""Other ways to pay that are offered beside what is still missing."""


class BankNotice(QWidget):
    """What to look for on the stall's phone: a drawing of the bank's notice with the amount that it has to name."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._amount = title, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(300, 190)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 0)

    def show_amount(self, amount: str) -> None:
        """Which amount to look for."""
        self._amount = amount
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        if self.height() < 100:  # no room for a drawing that can be read
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.width() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setClipRect(self.rect())
        for inset, fill, corner in ((0, Colour.NOCHE, 20), (9, Colour.SAL0, 12)):
            painter.setBrush(colour(fill))
            phone = QRectF(middle - 95 + inset, 4 + inset, 190 - 2 * inset, 400)
            painter.drawRoundedRect(phone, corner, corner)
        painter.setBrush(colour(Colour.SAL3))
        painter.drawRoundedRect(QRectF(middle - 30, 22, 60, 6), 3, 3)
        half = min(150.0, middle - 2)
        note = QRectF(middle - half, 42, 2 * half, min(92, self.height() - 50))
        painter.setPen(QPen(colour(Colour.NOCHE), 3))
        painter.setBrush(colour(Colour.SAL0))
        painter.drawRoundedRect(note, 12, 12)
        self._paint_notice(painter, note)

    def _paint_notice(self, painter: QPainter, note: QRectF) -> None:
        centre = QPointF(note.left() + 44, note.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Colour.TOTORA_T))
        painter.drawEllipse(centre, 26, 26)
        tick = QPen(colour(Colour.TOTORA), 5)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.drawPolyline(QPolygonF([centre + QPointF(x, y) for x, y in ((-12, 1), (-3, 10), (13, -9))]))
        left, room = note.left() + 84, note.width() - 96
        pixels = 28
        while pixels > 16 and text_width(self._amount, pixels, bold=True) > room:
            pixels -= 1
        for text, size, bold, y, tone in (
            (self._title, 17, False, -16, Colour.PIEDRA),
            (self._amount, pixels, True, 15, Colour.NOCHE),
        ):
            type_ = font(size, bold=bold)
            painter.setFont(type_)
            painter.setPen(colour(tone))
            painter.drawText(QPointF(left, centre.y() + y + QFontMetricsF(type_).capHeight() / 2), text)


class PaymentSum(QWidget):
    """What was given stands above, what it means below."""

    touched = Signal(int)
    """A part, by its place, is to be corrected."""
    removed = Signal(int)
    wanted = Signal(object)
    """The `Method` to go on with."""
    not_arrived = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._total = FigureRow(texts._("Total"), 19, 34)
        self._rounded = FigureRow(texts._("In cash"), 19, 34)
        self._received = FigureRow(texts.pgettext("till", "Received"), 19, 34)
        self._list = PartList(texts)
        self._line = rule()
        self.change = ChangePanel(texts, figure=100, notes=24)
        self._notice = BankNotice(texts._("Bank: received"))
        self._no = ActionButton(texts._("It did not arrive: another way"), "x", pixels=18, height=72)
        self._ways = [WayButton() for _ in range(WAYS)]
        self._build()
        self._connect()

    def _build(self) -> None:
        column = stacked(self, gap=MARGIN)
        frame = panel()
        inside = stacked(frame, margins=(1, 1, 1, 1), gap=0)
        rows = QWidget()
        figures = stacked(rows, margins=(17, 10, 17, 10), gap=0)
        for row in (self._total, self._rounded, self._received):
            figures.addWidget(row)
        for part in (rows, self._line, self._list):
            inside.addWidget(part)
        column.addWidget(frame)
        column.addWidget(self.change, 1)
        self._ways_row = QFrame()
        ways = in_a_row(self._ways_row)
        for button in self._ways:
            ways.addWidget(button)
        for foot in (self._notice, self._no, self._ways_row):
            self.change.foot.addWidget(foot)

    def _connect(self) -> None:
        self._list.touched.connect(self.touched)
        self._list.removed.connect(self.removed)
        self._no.clicked.connect(self.not_arrived)
        for button in self._ways:
            button.clicked.connect(
                lambda _=False, button=button: self.wanted.emit(button.offer.method if button.offer else None)
            )

    def make_low(self, *, low: bool) -> None:
        """Take less height, on a low screen."""
        self.change.make_low(low=low)
        self._list.show_most(2 if low else 3)
        self._no.setMinimumHeight(56 if low else 72)

    def show_payment(self, payment: Payment, standing: PaymentStanding, offered: Sequence[Offer], asked: int) -> None:
        """Show a payment as it stands; `asked` is what is asked for by QR just now, zero where nothing is."""
        money = payment.exhibition.currency
        self._total.say(self._texts.amount(standing.due, money.digits))
        self._rounded.say(self._texts.amount(standing.cash_due, money.digits))
        in_cash = payment.method == payment.own_cash
        cash_only = all(part.method == payment.own_cash for part in payment.parts)
        self._rounded.setVisible(in_cash and cash_only and standing.cash_due != standing.due)
        self._received.say(self._texts.amount(standing.given, money.digits))
        self._received.setVisible(in_cash and cash_only)
        self._show_parts(payment, offered, shown=not cash_only or (bool(payment.parts) and not in_cash))
        if asked:
            self.change.show_asked(self._texts._("BY QR"), asked, money)
            self._notice.show_amount(f"{self._texts.symbol(money.code)} {self._texts.amount(asked, money.digits)}")
        elif standing.over is not None:
            self.change.show_over(max(0, -standing.missing), money)
        elif standing.missing > 0:
            self.change.show_due(standing.missing, money, more=bool(payment.parts))
        else:
            self.change.show_change(-standing.missing, money)
        for part in (self._notice, self._no):
            part.setVisible(bool(asked))
        self._show_ways(payment, offered, shown=not asked and standing.missing > 0 and bool(payment.parts))

    def _show_parts(self, payment: Payment, offered: Sequence[Offer], *, shown: bool) -> None:
        known = {offer.method: offer for offer in offered}
        rows = []
        for place, part in enumerate(payment.parts if shown else ()):
            offer = known[part.method]
            worth = self._texts.amount(payment.as_tender(part).value, payment.exhibition.currency.digits)
            rows.append(Row(offer.icon, offer.label, self._detail(payment, part), worth, place == payment.live))
        self._list.show_rows(rows)
        self._line.setVisible(bool(rows))

    def _detail(self, payment: Payment, part: Part) -> str:
        tender = payment.as_tender(part)
        if tender.rate is not None:
            money = currency(tender.currency)
            amount = f"{self._texts.symbol(money.code)} {self._texts.amount(part.amount, money.digits)}"
            return f"{amount} × {rate_figure(tender.rate, self._texts)}"
        if part.reference:
            return self._texts._("Operation %(number)s") % {"number": part.reference}
        return ""

    def _show_ways(self, payment: Payment, offered: Sequence[Offer], *, shown: bool) -> None:
        ways = [offer for offer in offered if not offer.reason and offer.method != payment.method][:WAYS]
        self._ways_row.setVisible(shown and bool(ways))
        for place, button in enumerate(self._ways):
            button.setVisible(place < len(ways))
            if place < len(ways):
                aloud = self._texts._("What is missing: %(method)s") % {"method": ways[place].label}
                button.show_offer(ways[place], aloud)
