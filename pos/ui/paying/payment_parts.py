"""A payment as it is entered: its parts in the order in which they came, the one being entered, and how it stands.

What is enough, what is missing, what goes back and what is refused is `pos.domain.tenders`' to say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pos.domain.exhibitions import Exhibition
from pos.domain.money import Money, currency
from pos.domain.refusals import Refusal, TendersShort
from pos.domain.tenders import Tender, TenderKind, exact_cash, settle, still_due, tender
from pos.ui.paying.payment_methods import Method


@dataclass(frozen=True, slots=True)
class Part:
    """One tender as entered: `amount` in minor units of the method's currency, `counts` the notes touched for it.

    One that is only `proposed` was not touched by anybody yet; it goes when another method is chosen.
    """

    method: Method
    amount: int
    reference: str = ""
    counts: Mapping[int, int] = field(default_factory=dict)
    proposed: bool = False


class PaymentStanding(NamedTuple):
    """How a payment stands, in minor units of the base currency.

    `missing` is negative where change goes back; `cash_due` is what cash alone would have to settle; `over` is the
    rule that refuses too much without cash.
    """

    due: int
    cash_due: int
    given: int
    missing: int
    over: Refusal | None

    @property
    def enough(self) -> bool:
        """Whether the sale can be finished."""
        return self.missing <= 0 and self.over is None


class Payment:
    """What is due and what was entered so far. Amounts are minor units."""

    def __init__(self, due: int, exhibition: Exhibition) -> None:
        self.due = due
        self.exhibition = exhibition
        self.parts: list[Part] = []
        self.method = self.own_cash
        self.live: int | None = None

    @property
    def own_cash(self) -> Method:
        """Cash of the exhibition's currency."""
        return Method(TenderKind.CASH, self.exhibition.currency.code)

    @property
    def live_part(self) -> Part | None:
        """The part that is being entered or corrected, None while there is none yet."""
        return None if self.live is None else self.parts[self.live]

    @property
    def tenders(self) -> tuple[Tender, ...]:
        """All parts as tenders."""
        return tuple(self.as_tender(part) for part in self.parts)

    @property
    def others(self) -> tuple[Tender, ...]:
        """The parts as tenders, without the one being entered."""
        return tuple(self.as_tender(part) for index, part in enumerate(self.parts) if index != self.live)

    @property
    def rest(self) -> int:
        """What the part being entered would have to come to; zero where the others are enough."""
        return max(0, still_due(self.due, self.others, self.exhibition))

    @property
    def cash_rest(self) -> int:
        """As `rest`, where the exhibition's own cash settles it."""
        return sum(exact.amount for exact in exact_cash(self.rest, self.exhibition))

    def as_tender(self, part: Part) -> Tender:
        """A part as the books know it; raises a `Refusal` for an amount too large or a currency without a rate."""
        return tender(part.method.kind, Money(part.amount, currency(part.method.code)), self.exhibition, part.reference)

    # --- changing ------------------------------------------------------------------------------------------------

    def choose(self, method: Method) -> None:
        """Go on with this method: cash goes on where it was, any other begins a part of its own."""
        self._drop_proposal()
        self.method, self.live = method, None
        if method.kind is TenderKind.CASH:
            self.live = next((i for i, part in enumerate(self.parts) if part.method == method), None)

    def correct(self, index: int) -> None:
        """Go on with a part that was entered before."""
        part = self.parts[index]
        self._drop_proposal()
        self.live = self.parts.index(part)
        self.method = part.method

    def put(self, part: Part) -> None:
        """Take the part as it is now entered; an empty one goes. Raises as `as_tender`, and nothing is changed."""
        if not part.amount:
            if self.live is not None:
                del self.parts[self.live]
                self.live = None
            return
        self.as_tender(part)
        if self.live is None:
            self.parts.append(part)
            self.live = len(self.parts) - 1
        else:
            self.parts[self.live] = part

    def remove(self, index: int) -> None:
        """Take a part out."""
        del self.parts[index]
        if self.live is not None:
            self.live = None if index == self.live else self.live - (index < self.live)

    def _drop_proposal(self) -> None:
        if self.live is not None and self.parts[self.live].proposed:
            del self.parts[self.live]
        self.live = None

    # --- how it stands -------------------------------------------------------------------------------------------

    def standing(self) -> PaymentStanding:
        """How it stands; as long as own cash is being asked for, what is missing is what cash will settle."""
        tenders = self.tenders
        missing = still_due(self.due, tenders, self.exhibition)
        rounded = sum(exact.amount for exact in exact_cash(max(missing, 0), self.exhibition))
        if missing > 0 and self.method == self.own_cash and (rounded or not tenders):
            missing = rounded
        cash_due = sum(exact.amount for exact in exact_cash(self.due, self.exhibition))
        given = sum(each.value for each in tenders)
        return PaymentStanding(self.due, cash_due, given, missing, self.refusal())

    def refusal(self, part: Part | None = None) -> Refusal | None:
        """Why the payment can't be so: with this part in place of the one being entered, else as it is."""
        try:
            tenders = self.tenders if part is None else (*self.others, self.as_tender(part))
            settle(self.due, tenders, self.exhibition)
        except TendersShort:  # no mistake: it goes on
            return None
        except Refusal as refusal:
            return refusal
        return None
