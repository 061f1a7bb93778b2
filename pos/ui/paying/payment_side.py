"""The payment's right-hand column: what it comes to, over the button that finishes the sale."""

from PySide6.QtWidgets import QWidget

from pos.domain.refusals import ChangeOnlyFromCash, Refusal
from pos.texts import Texts
from pos.ui.look.buttons import ActionButton, Kind
from pos.ui.look.panels import stacked
from pos.ui.look.theme import MARGIN
from pos.ui.paying.payment_parts import PaymentStanding
from pos.ui.paying.payment_sum import PaymentSum

_WIDTH, _NARROW_WIDTH = 420, 330


class PaymentSide(QWidget):
    """Where the sale can't be finished yet, its button says why."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.sum = PaymentSum(texts)
        self.finish = ActionButton(texts._("Finish sale"), "check", "F12", kind=Kind.MONEY, pixels=34, height=108)
        column = stacked(self, gap=MARGIN)
        column.addWidget(self.sum, 1)
        column.addWidget(self.finish)

    def show_finish(self, standing: PaymentStanding, asked: int, over: Refusal | None, *, readable: bool) -> None:
        """Offer to finish what stands so; `asked` is asked for by QR, `over` refuses it.

        What is being typed is not `readable` where it is no amount.
        """
        _ = self._texts._
        able = over is None and (asked > 0 or standing.enough)
        if not readable:
            label, able = _("Not an amount"), False
        elif over is not None:
            label = _("More than is due") if isinstance(over, ChangeOnlyFromCash) else _("Correct it first")
        elif asked:
            label = _("Yes, the money arrived")
        else:
            label = _("Finish sale") if able else _("Not paid yet")
        self.finish.say(label, "check" if able else "lock")
        self.finish.setEnabled(able)

    def fit(self, *, narrow: bool, low: bool) -> None:
        """Take less room, on a narrow or a low screen."""
        self.setFixedWidth(_NARROW_WIDTH if narrow else _WIDTH)
        self.finish.setMinimumHeight(84 if low else 108)
        self.sum.make_low(low=low)
