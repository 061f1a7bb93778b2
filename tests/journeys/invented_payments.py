"""Ways to pay a due that no rule refuses: one tender or several, exact or with change, in any money that has a rate."""

import random

from tests.journeys.arithmetic_money import CASH_STEP, text_of, to_cash_step
from tests.journeys.arithmetic_sale import base_value


def invent_tenders(rng: random.Random, exhibition: dict, due: int) -> list[dict] | None:
    """The tenders of a sale of so much (minor units of the base currency); None leaves them out: exact cash."""
    if due == 0:
        return rng.choice((None, []))
    ways = [None, _cash, _cash, _not_cash, _not_cash, _part_not_cash]
    if exhibition["rates"]:
        ways += [_foreign, _foreign, _foreign_and_more]
    way = rng.choice(ways)
    return None if way is None else way(rng, exhibition, due)


def _in_base_cash(rng: random.Random, exhibition: dict, rest: int) -> dict:
    """Base cash for a rest above zero: exact, or a note or two more than that."""
    base = exhibition["currency"]
    exact = to_cash_step(rest, base)
    over = rng.choice((0, 0, CASH_STEP[base], 500, 2000, 10_000))
    return {"kind": "cash", "currency": base, "amount": text_of((exact + over) or CASH_STEP[base])}


def _electronic(rng: random.Random, amount: int) -> dict:
    kind = rng.choice(("qr", "qr", "card", "transfer"))
    tender = {"kind": kind, "amount": text_of(amount)}
    return tender | {"reference": str(rng.randint(1000, 9999))} if kind == "qr" or rng.random() < 0.5 else tender


def _cash(rng: random.Random, exhibition: dict, due: int) -> list[dict]:
    return [_in_base_cash(rng, exhibition, due)]


def _not_cash(rng: random.Random, exhibition: dict, due: int) -> list[dict]:
    """To the cent by one or two tenders that are not cash."""
    if due > 1 and rng.random() < 0.3:
        first = rng.randint(1, due - 1)
        return [_electronic(rng, first), _electronic(rng, due - first)]
    return [_electronic(rng, due)]


def _part_not_cash(rng: random.Random, exhibition: dict, due: int) -> list[dict]:
    """A part by QR, card or transfer, the rest in base cash; the part may be all, and the cash is then the change."""
    part = rng.randint(1, due)
    rest = due - part
    tenders = [_electronic(rng, part), _in_base_cash(rng, exhibition, rest)]
    rng.shuffle(tenders)
    return tenders


def _foreign_cash(rng: random.Random, exhibition: dict, value: int) -> tuple[dict, int]:
    """Foreign cash of about this value in base currency, in whole units or to the cent, and what it is worth."""
    currency = rng.choice(list(exhibition["rates"]))
    unit_value = max(1, base_value(100, currency, exhibition))
    amount = max(1, value // unit_value) * 100
    if rng.random() < 0.3:
        amount += rng.randint(1, 99)
    tender = {"kind": "cash", "currency": currency, "amount": text_of(amount)}
    return tender, base_value(amount, currency, exhibition)


def _foreign(rng: random.Random, exhibition: dict, due: int) -> list[dict]:
    """Foreign cash alone if it reaches (base cash is the change), else with base cash or QR for the rest."""
    tender, value = _foreign_cash(rng, exhibition, due * rng.choice((2, 3, 5)) // 2)
    return [tender, *_the_rest(rng, exhibition, due - value)]


def _foreign_and_more(rng: random.Random, exhibition: dict, due: int) -> list[dict]:
    """Two pieces of foreign cash, perhaps of two currencies, with something not in cash before them."""
    part = rng.randint(1, due)
    one, worth_one = _foreign_cash(rng, exhibition, due // 3)
    two, worth_two = _foreign_cash(rng, exhibition, due // 4)
    return [_electronic(rng, part), one, two, *_the_rest(rng, exhibition, due - part - worth_one - worth_two)]


def _the_rest(rng: random.Random, exhibition: dict, rest: int) -> list[dict]:
    if rest <= 0:
        # Now and then a buyer adds small coins to get a rounder change.
        return [_in_base_cash(rng, exhibition, 500)] if rng.random() < 0.1 else []
    return [_electronic(rng, rest)] if rng.random() < 0.4 else [_in_base_cash(rng, exhibition, rest)]
