"""Invented days for an invented network: the same seed tells the same story, rich in all that a stall can meet.

`invent(seed)` gives the network and the day files in the order to replay them: three days of a first exhibition on two
tills, a second one that brings balances forward, a twin of it, one abroad in EUR and one in PEN, and late payouts. Each
event is played as it is invented, so that the next may know dues, balances and the drawer; no event is refused.
invented_acts.py invents the single events; invented_faults.py breaks good days.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.journeys.arithmetic_books import Books
from tests.journeys.invented_acts import Stall
from tests.journeys.invented_network import ABROAD, FIRST, PERU, SECOND, TWIN, make_network


@dataclass(frozen=True)
class Story:
    """A network with its day files, in the order to replay them."""

    network: dict
    days: list[list[dict]]

    def dates(self, exhibition: str) -> list[str]:
        """The calendar dates, where the exhibition is, on which anything happened there."""
        zones = {one["id"]: ZoneInfo(one["timezone"]) for one in self.network["exhibitions"]}
        return sorted(
            {
                datetime.fromisoformat(event["at"]).astimezone(zones[exhibition]).date().isoformat()
                for file in self.days
                if file[0]["exhibition"] == exhibition
                for event in file[1:]
            }
        )


def invent(seed: int) -> Story:
    """The story of this seed."""
    rng = random.Random(seed)
    network = make_network(rng)
    books = Books(network)
    days = [
        _file(rng, books, FIRST, "A", ["2026-12-05", "2026-12-06"], sales=16),
        _file(rng, books, FIRST, "B", ["2026-12-05", "2026-12-06"], sales=9),
        _file(rng, books, FIRST, "A", ["2026-12-07"], sales=10),
        _file(rng, books, FIRST, "B", ["2026-12-07"], sales=6, close=True),
        _file(rng, books, SECOND, "A", ["2027-01-16", "2027-01-17"], sales=9, close=True),
        _file(rng, books, TWIN, "B", ["2027-01-16", "2027-01-18"], sales=6),
        _late_payouts(rng, books, FIRST, "B", "2027-01-20"),
        _file(rng, books, PERU, "A", ["2027-02-02"], sales=7, close=rng.random() < 0.5),
        _file(rng, books, ABROAD, "A", ["2027-03-27", "2027-03-28"], sales=9, close=True),
    ]
    return Story(network, days)


def _file(
    rng: random.Random, books: Books, exhibition: str, till: str, dates: list[str], *, sales: int, close: bool = False
) -> list[dict]:
    stall = Stall(rng, books, exhibition, till)
    for date in dates:
        stall.begin(date, hour=8)
        if date == dates[0] or rng.random() < 0.5:
            for _ in range(rng.randint(2, 5)):
                stall.deliver()
        _shift(stall, sales, late=date != dates[-1] and rng.random() < 0.4)
        if date == dates[0] or rng.random() < 0.4:
            _shift(stall, sales // 3, late=False)
        for act in rng.sample((stall.loss, stall.give_back, stall.pay_by_transfer, stall.pay_by_transfer), 3):
            act()
    if close:
        stall.write({"do": "close_exhibition"})
        for _ in range(3):
            stall.pay_by_transfer()
        # A closed exhibition still pays out, and needs a drawer for it.
        stall.open_shift()
        stall.cash_in()
        stall.pay_in_cash()
        stall.close_shift()
    return stall.events


def _shift(stall: Stall, sales: int, *, late: bool) -> None:
    """One shift with so many sales and what else happens; a late one begins before midnight and is closed after it."""
    if late:
        stall.at = stall.at.replace(hour=23, minute=30) if stall.at.hour < 23 else stall.at
    stall.open_shift()
    rare = (stall.void, stall.cash_in, stall.cash_out, stall.advance, stall.pay_in_cash, stall.pay_by_transfer,
            stall.loss, stall.give_back, stall.deliver)  # fmt: skip
    for _ in range(sales):
        stall.sell()
        if stall.rng.random() < 0.5:
            stall.refund()
        if stall.rng.random() < 0.4:
            stall.rng.choice(rare)()
    stall.close_shift()


def _late_payouts(rng: random.Random, books: Books, exhibition: str, till: str, date: str) -> list[dict]:
    """Payouts at an exhibition when a later one has already brought its balances forward and paid some of them."""
    stall = Stall(rng, books, exhibition, till)
    stall.begin(date, hour=10)
    for _ in range(4):
        stall.at += timedelta(minutes=5)
        stall.pay_by_transfer()
    return stall.events
