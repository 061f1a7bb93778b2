"""The arithmetic of docs/domain.md done the slow way, with exact fractions, to check the program's against."""

from fractions import Fraction
from math import floor


def half_up(exact: Fraction) -> int:
    """To the nearest whole, halves away from zero."""
    nearest = floor(abs(exact) + Fraction(1, 2))
    return nearest if exact >= 0 else -nearest


def share_out(amount: int, weights: list[int]) -> list[int]:
    """Everybody gets the floor; then one at a time to whoever is furthest below the exact part, the earlier first."""
    exact = [Fraction(abs(amount) * weight, sum(weights)) for weight in weights]
    parts = [floor(part) for part in exact]
    while sum(parts) < abs(amount):
        furthest = max(range(len(parts)), key=lambda i: (exact[i] - parts[i], -i))
        parts[furthest] += 1
    return [-part for part in parts] if amount < 0 else parts
