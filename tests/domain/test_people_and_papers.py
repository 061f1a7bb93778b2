"""The small values: a supervisor's word, roles, refusals with their codes, and papers that work figures out."""

import inspect

import pytest

from pos.domain import refusals
from pos.domain.documents import ReceiptLine
from pos.domain.people import Approval, Role
from pos.domain.refusals import BadText, Refusal
from tests.builders import money

RULES = [kind for _, kind in inspect.getmembers(refusals, inspect.isclass) if issubclass(kind, Refusal)]


# --- people --------------------------------------------------------------------------------------------------------


def test_three_roles_can_sign_in():
    assert [role.value for role in Role] == ["cashier", "supervisor", "administrator"]


@pytest.mark.parametrize("name", ["", " ", "ele\nna", "a" * 10_000])
def test_an_approval_names_the_supervisor(name):
    assert Approval("elena").supervisor == "elena"
    with pytest.raises(BadText):
        Approval(name)


# --- refusals ------------------------------------------------------------------------------------------------------


def test_every_rule_has_a_code_of_its_own_and_says_what_it_is_about():
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert [rule.__name__ for rule in RULES if not rule.__doc__] == []


def test_a_code_is_the_name_of_the_rule_in_small_letters():
    assert refusals.PriceUnderFloor.code == "price-under-floor"
    assert refusals.YapaAlone.code == "yapa-alone"


def test_a_refusal_carries_its_values_and_no_sentence():
    refused = refusals.UnknownUnit(unit="Z")
    assert refused.values == {"unit": "Z"}
    assert str(refused) == "unknown-unit(unit=Z)"


def test_only_what_a_supervisor_may_allow_asks_for_one():
    assert {rule for rule in RULES if rule.needs_supervisor} == {
        refusals.PriceUnderFloor,
        refusals.PayoutOverBalance,
        refusals.ReturnWithoutReceipt,
    }


# --- papers --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit_price", "yapa", "bargain"),
    [("75.00", False, True), ("80.00", False, False), ("90.00", False, False), ("0.00", True, False)],
)
def test_a_receipt_line_is_a_bargain_when_the_buyer_got_a_better_price(unit_price, yapa, bargain):
    line = ReceiptLine("Casita", ("Familia A",), 1, money("80.00"), money(unit_price), money(unit_price), yapa)
    assert line.is_bargain == bargain
