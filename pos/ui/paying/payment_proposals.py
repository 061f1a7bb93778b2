"""Amounts that a buyer is likely to hand over: a touch instead of typing."""

from collections.abc import Callable

from pos.domain.denominations import denominations, made_up_of
from pos.domain.money import Money, currency
from pos.domain.refusals import AmountTooLarge
from pos.domain.tenders import TenderKind, still_due, tender
from pos.ui.paying.payment_parts import Payment

MOST_STEPS = 1_000_000
"""So many of the smallest note nobody counts out: a proposal beyond it helps nobody."""


def round_amounts(due: int, code: str, most: int = 3) -> tuple[int, ...]:
    """Amounts over a due of minor units that its currency's notes come to easily, smallest first.

    Each is the next multiple of some note. One that takes more pieces than a smaller one is left out as long as there
    are enough others: who owes 1.060,50 gives 1.070 or 1.100, and hardly 1.080.
    """
    kinds = denominations(code)
    coins = kinds.coins[:1] if due < min(kinds.notes) else ()
    over = sorted({-(-due // note) * note for note in (*kinds.notes, *coins)} - {due, 0})
    easy, fewest = [], None
    for amount in over:
        pieces = sum(piece.count for piece in made_up_of(amount, code))
        if fewest is None or pieces <= fewest:
            easy.append(amount)
            fewest = pieces
    easy += [amount for amount in over if amount not in easy][: max(0, most - len(easy))]
    return tuple(sorted(easy)[:most])


def foreign_amounts(payment: Payment, code: str) -> tuple[tuple[int, int], ...]:
    """Two amounts of a foreign currency that pay all that is missing, each with the change in base currency.

    The first is the least in whole notes, the second the next round one.
    """
    step = min(denominations(code).notes)

    def over(amount: int) -> int:
        given = tender(TenderKind.CASH, Money(amount, currency(code)), payment.exhibition)
        return -still_due(payment.due, (*payment.others, given), payment.exhibition)

    if not payment.rest:
        return ()
    try:
        steps = _least(lambda count: over(count * step) >= 0)
        first = steps * step if steps else None
        amounts = () if first is None else (first, *round_amounts(first, code, most=1))
        return tuple((amount, over(amount)) for amount in amounts)
    except AmountTooLarge:
        return ()


def _least(enough: Callable[[int], bool]) -> int | None:
    """The least count that is enough, none where even very many are not."""
    high = 1
    while not enough(high):
        high *= 2
        if high > MOST_STEPS:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
