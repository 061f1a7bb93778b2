"""Goods that were taken back: what was handed over, on which receipt, and whose account bears it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pos.domain.earnings import SaleEarnings, earnings
from pos.domain.emblems import Emblem
from pos.domain.money import currency
from pos.domain.sales import Return
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Terms
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.emblems import EmblemTiles
from pos.ui.look.icons import icon_label
from pos.ui.look.panels import Slot, in_a_row, panel, rule, stacked
from pos.ui.look.theme import MARGIN, Colour
from pos.ui.look.words import Amount, Words
from pos.ui.messages import Message, MessageBar
from pos.ui.returning.receipt_search_rows import TENDER_WORDS
from pos.ui.returning.refund_side import HandOver

LEFT_WIDTH, NARROW_LEFT_WIDTH = 452, 360
NARROW = 1200
LOW = 600


class DebitRow(QFrame):
    """Somebody's account and what is taken off it."""

    def __init__(self, emblem: Emblem | None, name: str, amount: str) -> None:
        super().__init__()
        self.setFixedHeight(64)
        row = in_a_row(self, gap=14)
        mark = EmblemTiles(48, [emblem], most=1) if emblem else icon_label("users", 36)
        mark.setFixedWidth(48)
        row.addWidget(mark)
        row.addWidget(Words(name, 18, bold=True, lines=2), 1)
        figure = Amount(24, amount)
        figure.setFixedWidth(140)
        row.addWidget(figure)
        self.setAccessibleName(f"{name}: {amount}")


class RefundResult(QWidget):
    """Nothing is asked here: Enter goes back to selling."""

    done = Signal()
    another_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._amount = HandOver(texts)
        self._done = ActionButton(texts._("Go on selling"), "barcode", "Enter", kind=Kind.INK, pixels=28, height=100)
        self._message = MessageBar()
        self._title = Words(pixels=26, bold=True, lines=2)
        self._goods = Words(pixels=17, tone=Colour.PIEDRA, lines=2)
        self._debits = Slot()
        self._sum = Amount(22)
        self._receipt = Words(pixels=22, bold=True)
        self._of = Words(pixels=16, tone=Colour.PIEDRA)
        self._copy = ActionButton(texts._("Another copy"), "printer", "F9")
        self._another = ActionButton(texts._("Another return"), "return", "F7")
        self._build()
        self._connect()

    def _build(self) -> None:
        row = in_a_row(self, margins=(MARGIN, MARGIN, MARGIN, MARGIN), gap=MARGIN)
        self._left = QWidget()
        left = stacked(self._left, gap=MARGIN)
        left.addWidget(self._amount, 1)
        left.addWidget(self._done)
        row.addWidget(self._left)
        right = stacked(gap=MARGIN)
        right.addWidget(self._message)
        right.addWidget(self._title)
        right.addWidget(self._goods)
        frame = panel()
        inside = stacked(frame, margins=(16, 12, 16, 12), gap=4)
        inside.addWidget(Words(self._texts._("Taken off what they earned"), 20, bold=True))
        inside.addWidget(rule("strong"))
        inside.addWidget(self._debits, 1)
        inside.addWidget(rule("strong"))
        foot = in_a_row()
        foot.addWidget(Words(self._texts._("All together"), 18, bold=True))
        foot.addWidget(self._sum, 1)
        inside.addLayout(foot)
        right.addWidget(frame, 1)
        right.addWidget(self._build_receipt())
        row.addLayout(right, 1)

    def _build_receipt(self) -> QFrame:
        frame = panel()
        frame.setFixedHeight(88)
        row = in_a_row(frame, margins=(18, 8, 16, 8), gap=12)
        words = stacked(gap=2)
        words.addStretch(1)
        words.addWidget(self._of)
        words.addWidget(self._receipt)
        words.addStretch(1)
        row.addLayout(words, 1)
        row.addWidget(self._another)
        row.addWidget(self._copy)
        return frame

    def _connect(self) -> None:
        self._done.clicked.connect(self.done)
        self._another.clicked.connect(self.another_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        keys = {"F9": self._copy, "F7": self._another, "Esc": self._done, "F12": self._done}
        for key, button in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: it would take the Enter away that ends the code of the next receipt.
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._done.click()
        else:
            super().keyPressEvent(event)

    def show_return(self, returned: Return, terms: Terms, *, can_print: bool) -> None:
        """Show what came of a refund or a void."""
        money = currency(returned.stamp.currency)
        tender = returned.tender
        cash = tender is None or tender.kind is TenderKind.CASH
        title = self._texts._("HANDED BACK") if cash else self._texts._("SENT BACK")
        hint = "" if tender and cash else self._not_cash(returned)
        self._amount.show_amount(title, -tender.amount if tender else 0, money, hint=hint, notes=cash)
        words = self._texts._("The sale %(receipt)s is voided.") if returned.void else None
        words = words or self._texts._("Taken back from the sale %(receipt)s.")
        self._title.say(words % {"receipt": returned.sale_receipt})
        self._goods.say(self._goods_words(returned))
        self._receipt.say(returned.receipt)
        self._receipt.setMinimumWidth(self._receipt.sizeHint().width())
        self._of.say(self._texts._("Receipt"))
        self._copy.setVisible(can_print)
        self._show_debits(earnings(returned.lines), terms, money.digits)
        self._sum.say(self._texts.amount(returned.due, money.digits))
        self._message.clear()

    def show_message(self, message: Message) -> None:
        """Say something about it."""
        self._message.show_message(message)

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return self._message.words

    @property
    def words(self) -> str:
        """What was handed back, in words."""
        return self._amount.words

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._left.setFixedWidth(NARROW_LEFT_WIDTH if self.width() < NARROW else LEFT_WIDTH)
        self._amount.make_low(low=self.height() < LOW)

    def _not_cash(self, returned: Return) -> str:
        if returned.tender is None:
            return self._texts._("Nothing to hand back.")
        kind = self._texts._(TENDER_WORDS[returned.tender.kind])
        return f"{kind} {returned.tender.reference}".strip()

    def _goods_words(self, returned: Return) -> str:
        count = sum(line.qty for line in returned.lines)
        shown = {"n": self._texts.amount(count, 0)}
        ngettext = self._texts.ngettext
        if returned.restock:
            words = ngettext("%(n)s piece is back at the stall.", "%(n)s pieces are back at the stall.", count)
        else:
            words = ngettext("%(n)s piece is noted as broken.", "%(n)s pieces are noted as broken.", count)
        approved = self._texts._("Approved by %(name)s") % {"name": returned.supervisor} if returned.supervisor else ""
        return f"{words % shown} {approved}".strip()

    def _show_debits(self, taken: SaleEarnings, terms: Terms, digits: int) -> None:
        rows = QWidget()
        column = stacked(rows, gap=0)
        for unit in taken.units:
            name, emblem = terms.unit(unit.unit).name, terms.emblems[unit.unit]
            column.addWidget(DebitRow(emblem, name, self._texts.amount(unit.earning, digits)))
            column.addWidget(rule())
        column.addWidget(DebitRow(None, terms.network.name, self._texts.amount(taken.network, digits)))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        self._debits.put(area)
