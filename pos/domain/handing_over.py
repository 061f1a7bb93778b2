"""Parting a counted drawer: what is handed over after a close, and what stays as the next shift's float."""

from collections.abc import Mapping, Sequence
from math import gcd

from pos.domain.denominations import Pieces
from pos.domain.shifts import DenominationCount


def pieces_of(counted: Sequence[DenominationCount], code: str) -> dict[int, int]:
    """How many of each denomination of a currency were counted, the largest first; nothing of none."""
    sums: dict[int, int] = {}
    for row in counted:
        if row.currency == code and row.count:
            sums[row.denomination] = sums.get(row.denomination, 0) + row.count
    return dict(sorted(sums.items(), reverse=True))


def handed_over(pieces: Mapping[int, int], leave: int) -> tuple[Pieces, ...]:
    """What is handed over so that `leave` minor units stay, the large pieces first: small change is short.

    Where these pieces can't be parted so exactly, somewhat more stays; where there is not so much, nothing goes.
    """
    denominations = sorted(pieces, reverse=True)
    spare = sum(denomination * count for denomination, count in pieces.items()) - leave
    taken = _taken(denominations, pieces, spare) if spare > 0 else []
    if taken is None:
        taken = []
        for value in denominations:
            count = min(pieces[value], spare // value)
            taken.append((value, count))
            spare -= value * count
    return tuple(Pieces(value, count) for value, count in taken if count)


_FEWER = 10
"""How many pieces fewer than possible of a denomination are tried: two of 5 do for five of 2, so that no more help."""


def _taken(denominations: Sequence[int], pieces: Mapping[int, int], wanted: int) -> list[tuple[int, int]] | None:
    """A count of each denomination that comes to what is wanted: as many as can be of the largest, then of the next."""
    worth = [sum(value * pieces[value] for value in denominations[place:]) for place in range(len(denominations))]
    impossible: set[tuple[int, int]] = set()

    def search(place: int, rest: int) -> list[tuple[int, int]] | None:
        if not rest:
            return []
        if place == len(denominations) or worth[place] < rest or (place, rest) in impossible:
            return None
        value = denominations[place]
        most = min(rest // value, pieces[value])
        # No drawer takes long: what smaller pieces could never come to is not tried, and nothing is tried twice.
        if rest % gcd(*denominations[place:]) == 0:
            for count in range(most, max(-1, most - _FEWER), -1):
                found = search(place + 1, rest - value * count)
                if found is not None:
                    return [(value, count), *found]
        impossible.add((place, rest))
        return None

    return search(0, wanted)
