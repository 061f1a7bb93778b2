"""PINs, how long one waits after wrong ones, and who may change whom."""

import pytest

from pos.domain.people import Role, checked_pin, may_change, roles_to_give, wait_after
from pos.domain.refusals import BadPin

CASHIER, SUPERVISOR, ADMINISTRATOR = Role


@pytest.mark.parametrize("pin", ["0000", "12345", "98765432"])
def test_four_to_eight_figures_are_a_pin(pin: str):
    assert checked_pin(pin) == pin


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "١٢٣٤", "²²²²", "1 23", "+123"])
def test_anything_else_is_none_and_the_refusal_does_not_repeat_it(pin: str):
    with pytest.raises(BadPin) as refusal:
        checked_pin(pin)
    assert not pin or pin not in str(refusal.value)


def test_five_tries_are_free_and_then_each_wait_is_twice_the_one_before():
    assert [wait_after(tries) for tries in range(5)] == [0] * 5
    assert [wait_after(tries) for tries in range(5, 12)] == [30, 60, 120, 240, 480, 900, 900]


@pytest.mark.parametrize(
    ("role", "others", "may"),
    [
        (ADMINISTRATOR, (ADMINISTRATOR, CASHIER), True),
        (SUPERVISOR, (CASHIER,), True),
        (SUPERVISOR, (CASHIER, SUPERVISOR), False),
        (SUPERVISOR, (ADMINISTRATOR,), False),
        (CASHIER, (CASHIER,), False),
    ],
)
def test_a_supervisor_changes_cashiers_and_an_administrator_everybody(role: Role, others: tuple[Role, ...], may: bool):
    assert may_change(role, *others) == may


@pytest.mark.parametrize(
    ("role", "given"),
    [
        (None, (ADMINISTRATOR,)),
        (ADMINISTRATOR, (CASHIER, SUPERVISOR, ADMINISTRATOR)),
        (SUPERVISOR, (CASHIER,)),
        (CASHIER, ()),
    ],
)
def test_nobody_gives_a_role_that_they_could_not_change_and_the_first_person_is_an_administrator(
    role: Role | None, given: tuple[Role, ...]
):
    assert roles_to_give(role) == given
