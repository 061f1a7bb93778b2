"""What a close comes to before it is done: every means of payment beside what was counted of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from pos.domain.money import Money, currency
from pos.domain.shift_documents import ShiftDrawer
from pos.domain.shift_figures import ShiftSoFar
from pos.domain.tenders import TenderKind
from pos.services.cataloguing import Terms
from pos.services.shift_papers import drawers_of
from pos.texts import Texts
from pos.ui.amounts.money_names import NAMES
from pos.ui.counting.close_payments import KINDS


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One means of payment; `counted` is None where nobody looked."""

    icon: str
    name: str
    expected: Money
    counted: Money | None

    @property
    def difference(self) -> Money | None:
        """What was counted over (+) or short (−)."""
        return None if self.counted is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class CloseFigures:
    """The drawers, the base currency first, and the other payments."""

    drawers: tuple[ShiftDrawer, ...]
    payments: tuple[ResultRow, ...]

    @property
    def told(self) -> ShiftDrawer:
        """The drawer that is told at large: the first that is over or short, else the base currency's."""
        return next((drawer for drawer in self.drawers if _differs(drawer)), self.drawers[0])

    @property
    def cash_differs(self) -> bool:
        """Whether any drawer is over or short."""
        return any(map(_differs, self.drawers))

    def rows(self, texts: Texts) -> tuple[ResultRow, ...]:
        """All of it, as a table."""
        return (*(_cash_row(drawer, texts) for drawer in self.drawers), *self.payments)


def close_figures(
    shift: ShiftSoFar,
    counted: Mapping[str, int],
    seen: Mapping[TenderKind, Money],
    terms: Terms,
    texts: Texts,
) -> CloseFigures:
    """A shift beside its count; `counted` is in minor units by currency, its base currency always among them."""
    totals = {code: Money(minor, currency(code)) for code, minor in counted.items()}
    base = shift.gross.currency
    nothing = Money(0, base)
    takings = {TenderKind(taking.kind): taking for taking in shift.tenders if taking.kind != TenderKind.CASH.value}
    payments = []
    for kind, (icon, name, _) in KINDS.items():
        taking = takings.get(kind)
        if taking is None and not seen.get(kind, nothing).minor:
            continue
        count = taking.count if taking else 0
        payments_of = texts.ngettext("%(kind)s, %(n)d payment", "%(kind)s, %(n)d payments", count)
        words = payments_of % {"kind": texts._(name), "n": count}
        payments.append(ResultRow(icon, words, taking.base if taking else nothing, seen.get(kind)))
    drawers = drawers_of(shift, totals, terms)
    if not drawers or drawers[0].expected.currency != base:
        empty = ShiftDrawer(nothing, (), nothing, totals[base.code])
        drawers = (empty, *drawers)
    return CloseFigures(drawers, tuple(payments))


def _differs(drawer: ShiftDrawer) -> bool:
    return bool(drawer.over_short and drawer.over_short.minor)


def _cash_row(drawer: ShiftDrawer, texts: Texts) -> ResultRow:
    names = NAMES[drawer.expected.currency.code]
    icon = "cash" if names.icon == "coins" else names.icon
    return ResultRow(icon, texts._(names.name), drawer.expected, drawer.counted)
