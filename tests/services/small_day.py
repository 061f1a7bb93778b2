"""Two days of a fair, small enough to be worked out by hand; the tests of reports and papers hold the results.

Till A: two cups for 20.00 with honey as yapa; the set bargained to 95.00, paid with 20 dollars (139.20); the shawl
bargained to 70.00, which the network bears; one cup back; 20.00 in advance to A. Till B: honey by QR. B is sent 10.00.
On the second day one more cup is sold and the fair is closed.
"""

from pos.domain.consignment import NoteKind
from pos.domain.people import Approval
from pos.domain.settlements import PayoutKind
from tests.builders import cash, money, paid_by
from tests.services.stall import Stall


def first_day(stall: Stall) -> None:
    """Deliveries, sales on two tills, a refund, an advance, a payout, and both tills closed."""
    stall.deliver("A", ("TAZA", 10), ("JUEGO", 2))
    stall.deliver("B", "CHAL", "MIEL")
    stall.open({"BOB": {"10.00": 5}})
    stall.open(till="B", cashier="beto")
    cups = stall.sell(("TAZA", 2), yapa=["MIEL"], pay=[cash("50.00")])
    stall.sell("MIEL", till="B", pay=[paid_by("qr", "5.55", reference="8841")])
    stall.sell_basket(stall.basket("JUEGO").bargained(0, money("95.00")), [cash("20.00", "USD")])
    stall.sell_basket(stall.basket("CHAL").bargained(0, money("70.00")))
    stall.refunding.refund(stall.act(), cups.stamp.id, [(1, 1)], shown=True)
    stall.settling.advance(stall.act(), "A", money("20.00"))
    stall.settling.pay_out(stall.act(), "B", PayoutKind.TRANSFER, money("10.00"))
    stall.consigning.note(stall.act(), NoteKind.LOSS, "A", [("TAZA", 1)], "se cayó")
    stall.close_shift({"BOB": {"10.00": 6, "5.00": 1, "0.50": 1}, "USD": {"20.00": 1}})
    stall.close_shift({}, till="B")


def second_day(stall: Stall) -> None:
    """One cup, goods taken home, and the exhibition closed."""
    stall.day = 1
    stall.open()
    stall.sell("TAZA")
    stall.close_shift({"BOB": {"10.00": 1}})
    stall.consigning.note(stall.act(), NoteKind.RETURN, "A", [("TAZA", 7), ("JUEGO", 1)])
    stall.settling.close_exhibition(stall.act(), Approval("elena"))
