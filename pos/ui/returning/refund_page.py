"""One sale whose goods are brought back: its lines at the left, what follows from them at the right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pos.domain.tenders import TenderKind
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import in_a_row, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Words
from pos.ui.messages import Message, MessageBar
from pos.ui.returning.receipt_search_rows import TENDER_WORDS, Pictures
from pos.ui.returning.refund_goods import GoodsBack
from pos.ui.returning.refund_lines import RefundLines
from pos.ui.returning.refund_side import RefundSide
from pos.ui.session import Session

SIDE_WIDTH, NARROW_SIDE_WIDTH = 440, 372
NARROW = 1200
LOW = 600

_STEPS = {"+": 1, "-": -1}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RefundPage(QWidget):
    """Counts what comes back; `confirmed` and `void_wanted` ask for the act."""

    confirmed = Signal()
    void_wanted = Signal()
    left = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._goods: GoodsBack | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Words(pixels=26, bold=True)
        self._about = Words(pixels=17, tone=Colour.PIEDRA)
        self._unseen = QWidget()
        self._message = MessageBar()
        self.lines = RefundLines(texts)
        self._all = ActionButton(texts._("All back"), "return", pixels=17)
        self._up = ActionButton("", "up", pixels=17)
        self._down = ActionButton("", "down", pixels=17)
        self._void = ActionButton("", "trash", pixels=17)
        self._back = ActionButton(texts._("Other receipt"), "arrow-left", "Esc", pixels=17)
        self.side = RefundSide(texts)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        warned = in_a_row(self._unseen, gap=8)
        warned.addWidget(icon_label("warning", 24, Colour.ICHU_O))
        unseen = self._texts._("Without its receipt: a supervisor signs")
        warned.addWidget(Words(unseen, 17, bold=True, tone=Colour.ICHU_O), 1)
        left = stacked(gap=8)
        left.addWidget(self._title)
        left.addWidget(self._about)
        left.addWidget(self._unseen)
        left.addWidget(self._message)
        left.addWidget(self.lines, 1)
        left.addLayout(self._build_foot())
        row.addLayout(left, 1)
        row.addWidget(self.side)

    def _build_foot(self) -> QHBoxLayout:
        foot = in_a_row(gap=8)
        foot.addWidget(self._back)
        self._up.setAccessibleName(self._texts._("Lines before"))
        self._down.setAccessibleName(self._texts._("Lines after"))
        for button in (self._up, self._down):
            button.setFixedWidth(56)
            foot.addWidget(button)
        foot.addWidget(self._void, 1)
        foot.addWidget(self._all)
        return foot

    def _connect(self) -> None:
        self.lines.stepped.connect(self._step)
        self.lines.turned.connect(self._show_pages)
        self._all.clicked.connect(self._take_all)
        self._up.clicked.connect(lambda: self.lines.turn(-1))
        self._down.clicked.connect(lambda: self.lines.turn(1))
        self._void.clicked.connect(self.void_wanted)
        self._back.clicked.connect(self.left)
        self.side.restock_chosen.connect(self._restock)
        self.side.kind_chosen.connect(self._pay_by)
        self.side.confirmed.connect(self.confirmed)
        for keys, slot in (("F12", self.side.press), ("Esc", self._back.click)):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # --- showing -------------------------------------------------------------------------------------------------

    def start(self, goods: GoodsBack, pictures: Pictures, session: Session) -> None:
        """Begin with nothing counted."""
        self._goods = goods
        sale = goods.standing.sale
        self._title.say(self._texts._("What comes back of %(receipt)s?") % {"receipt": sale.receipt})
        self._about.say(self._about_words(goods))
        self._unseen.setVisible(not goods.shown)
        self._message.clear()
        self.side.start()
        self.lines.start(pictures)
        voidable = goods.may_be_voided(session.shift.id if session.shift else None)
        self._void.setEnabled(voidable)
        self._void.say(self._texts._("Void the sale") if voidable else self._texts._("Too late to void it"))
        self._show_goods()

    def _about_words(self, goods: GoodsBack) -> str:
        sale = goods.standing.sale
        money = goods.exhibition.currency
        paid = self._texts.amount(sale.due + sale.rounding, money.digits)
        kinds = dict.fromkeys(self._texts._(TENDER_WORDS[tender.kind]) for tender in sale.tenders)
        parts = [
            f"{self._texts.date(sale.stamp.day)} {self._texts.time(goods.exhibition.local_time(sale.stamp.at))}",
            sale.cashier,
            f"{self._texts.symbol(money.code)} {paid}",
            ", ".join(kinds),
        ]
        return " · ".join(part for part in parts if part)

    def show_message(self, message: Message) -> None:
        """Say what stands in the way; what was counted stays."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    def count(self, sku: str) -> int | None:
        """One more piece of a scanned product; as `GoodsBack.count`."""
        if self._goods is None:
            return None
        line = self._goods.count(sku)
        self._message.clear()
        if line is not None:
            self.lines.choose(line)
            self._show_goods()
        return line

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _STEPS:
            self._step(self.lines.chosen, _STEPS[event.text()])
        elif event.key() == Qt.Key.Key_Delete and self._goods is not None:
            self._step(self.lines.chosen, -self._goods.counts.get(self.lines.chosen, 0))
        elif (rows := _MOVES.get(Qt.Key(event.key()))) is not None:
            self.lines.choose(self.lines.chosen + rows)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(NARROW_SIDE_WIDTH if self.width() < NARROW else SIDE_WIDTH)
        self.side.make_low(low=self.height() < LOW)

    def _show_goods(self) -> None:
        if self._goods is not None:
            self.lines.show_goods(self._goods)
            self.side.show_goods(self._goods)
            none = self._goods.is_all
            self._all.say(self._texts._("None of it") if none else self._texts._("All back"))

    def _show_pages(self) -> None:
        page = self.lines.page
        self._up.setVisible(page.of > 1)
        self._down.setVisible(page.of > 1)
        self._up.setEnabled(page.number > 0)
        self._down.setEnabled(page.number + 1 < page.of)

    # --- counting ------------------------------------------------------------------------------------------------

    def _step(self, line: int, pieces: int) -> None:
        if self._goods is not None:
            self._goods.step(line, pieces)
            self._show_change()

    def _take_all(self) -> None:
        """All of it; once that is marked, nothing."""
        if self._goods is not None:
            if self._goods.is_all:
                self._goods.take_none()
            else:
                self._goods.take_all()
            self._show_change()

    def _restock(self, restock: bool) -> None:
        if self._goods is not None:
            self._goods.restock = restock
            self._show_change()

    def _pay_by(self, kind: str) -> None:
        if self._goods is not None:
            self._goods.kind = TenderKind(kind)
            self._show_change()

    def _show_change(self) -> None:
        """What was said about the count before says nothing about this one."""
        self._message.clear()
        self._show_goods()
