"""What the next screen says of an act."""

from pos.ui.outcomes import closing_message
from tests.ui.conftest import MakeDesk
from tests.ui.counting import busy


def test_what_is_over_in_one_currency_makes_up_for_nothing_in_another(make_stall: MakeDesk):
    desk = busy(make_stall())
    counted = {"BOB": {"200.00": 1, "100.00": 0, "20.00": 1, "10.00": 1, "5.00": 1, "1.00": 3}, "USD": {"10.00": 1}}
    closed = desk.till.shifts.close(desk.act(), counted)
    message = closing_message(closed, desk.texts)
    assert sum(balance.difference_base for balance in closed.cash) == 0
    assert message.detail == "Sobran Bs 97,00 en la gaveta. Faltan US$ 10,00 en la gaveta."
