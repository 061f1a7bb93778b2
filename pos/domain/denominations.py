"""Which notes and coins there are of a currency, and which of them make up an amount.

Everyday ones only: what a stall sees in a year. Values are minor units of the currency.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Denominations:
    """A currency's notes and coins, each from the largest to the smallest."""

    notes: tuple[int, ...]
    coins: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """So many notes or coins of one denomination."""

    denomination: int
    count: int


_CENTAVOS = (500, 200, 100, 50, 20, 10)

_KNOWN = {
    "ARS": Denominations((2_000_000, 1_000_000, 200_000, 100_000, 50_000, 20_000, 10_000), ()),
    "BOB": Denominations((20_000, 10_000, 5_000, 2_000, 1_000), _CENTAVOS),
    "BRL": Denominations((20_000, 10_000, 5_000, 2_000, 1_000, 500, 200), (100, 50, 25, 10, 5)),
    "CHF": Denominations((20_000, 10_000, 5_000, 2_000, 1_000), (*_CENTAVOS, 5)),
    "CLP": Denominations((20_000, 10_000, 5_000, 2_000, 1_000), (500, 100, 50, 10)),
    "COP": Denominations((10_000_000, 5_000_000, 2_000_000, 1_000_000, 500_000, 200_000), (100_000, 50_000, 20_000)),
    "EUR": Denominations((20_000, 10_000, 5_000, 2_000, 1_000, 500), (200, 100, 50, 20, 10, 5, 2, 1)),
    "GBP": Denominations((5_000, 2_000, 1_000, 500), (200, 100, 50, 20, 10, 5, 2, 1)),
    "PEN": Denominations((20_000, 10_000, 5_000, 2_000, 1_000), _CENTAVOS),
    "USD": Denominations((10_000, 5_000, 2_000, 1_000, 500, 100), (25, 10, 5, 1)),
}
"""A test holds these to the currencies that the program handles."""


def denominations(code: str) -> Denominations:
    """The notes and coins of a currency that the program handles; raises `KeyError` for another code."""
    return _KNOWN[code]


def made_up_of(amount: int, code: str) -> tuple[Pieces, ...]:
    """The fewest notes and coins that make up an amount, largest first; none where no coins come to it exactly.

    Taking the largest piece each time gives the fewest, since in each of these currencies the pieces follow 1, 2, 5
    (or a quarter).
    """
    kinds = denominations(code)
    pieces, left = [], amount
    for denomination in (*kinds.notes, *kinds.coins):
        count, left = divmod(left, denomination)
        if count > 0:
            pieces.append(Pieces(denomination, count))
    return tuple(pieces) if not left and amount > 0 else ()
