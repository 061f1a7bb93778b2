"""What is sold: prices with a floor, makers with weights, a holder (docs/domain.md, "Words")."""

import pytest

from pos.domain.catalogue_refusals import (
    BadBarcode,
    BadIdentifier,
    BadWeight,
    Duplicate,
    FloorOverList,
    HolderNotAMaker,
    WeightsSumToZero,
)
from pos.domain.products import BorneBy, Maker, Price, Product, checked_pieces
from pos.domain.refusals import (
    BadQuantity,
    BadText,
    CurrencyMismatch,
    NegativePrice,
    NoPriceInCurrency,
    WrongCheckDigit,
)
from tests.builders import a_price, a_product, money


@pytest.mark.parametrize("qty", [1, 2, 1_000_000])
def test_pieces_are_counted_from_one(qty):
    assert checked_pieces(qty) == qty


@pytest.mark.parametrize("qty", [0, -1, 1_000_001])
def test_any_other_count_is_refused(qty):
    with pytest.raises(BadQuantity) as refused:
        checked_pieces(qty)
    assert refused.value.values == {"qty": qty, "most": 1_000_000}


# --- prices --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("price", "under"), [("79.99", True), ("80.00", False), ("95.00", False)])
def test_a_price_is_under_the_floor_only_below_it(price, under):
    assert a_product(prices={"BOB": Price(money("95.00"), money("80.00"))}).is_under_floor(money(price)) is under


def test_where_there_is_no_floor_or_no_price_in_its_currency_no_price_is_under_it():
    cup = a_product(prices={"BOB": Price(money("95.00"))})
    assert not cup.is_under_floor(money("0.01"))
    assert not cup.is_under_floor(money("0.01", "USD"))


def test_the_floor_may_be_the_list_price_itself_but_not_over_it():
    assert Price(money("80.00"), money("80.00")).floor == money("80.00")
    with pytest.raises(FloorOverList):
        Price(money("80.00"), money("80.01"))


def test_no_price_is_under_zero():
    assert Price(money("0.00"), money("0.00"))
    with pytest.raises(NegativePrice):
        Price(money("-0.01"))
    with pytest.raises(NegativePrice):
        Price(money("1.00"), money("-0.01"))


def test_a_floor_is_in_the_currency_of_its_price():
    with pytest.raises(CurrencyMismatch):
        Price(money("80.00", "BOB"), money("7.00", "EUR"))


def test_each_currency_has_a_price_of_its_own():
    casita = a_product("CASITA", prices=a_price("80.00", "65.00") | a_price("14.00", code="EUR"))
    assert casita.price_in("BOB", "es").floor == money("65.00")
    assert casita.price_in("EUR", "es").list_price == money("14.00", "EUR")


@pytest.mark.parametrize(("language", "name"), [("es", "Casita"), ("de", "Casita")])
def test_a_product_without_a_price_in_the_currency_is_named_in_that_language_or_in_any(language, name):
    with pytest.raises(NoPriceInCurrency) as refused:
        a_product("CASITA").price_in("USD", language)
    assert refused.value.values == {"sku": "CASITA", "name": name, "currency": "USD"}


# --- makers --------------------------------------------------------------------------------------------------------


def test_a_product_of_two_makers_is_held_by_one_of_them():
    assert a_product(makers={"A": 2, "B": 1}, holder="B").holder == "B"
    with pytest.raises(HolderNotAMaker) as refused:
        a_product("JUEGO", makers={"A": 2, "B": 1}, holder="C")
    assert refused.value.values == {"holder": "C", "sku": "JUEGO"}


@pytest.mark.parametrize("makers", [(), (Maker("A", 0),), (Maker("A", 0), Maker("B", 0))])
def test_somebody_has_a_part_in_what_it_sells_for(makers):
    with pytest.raises(WeightsSumToZero):
        Product("TAZA", {"es": "Taza"}, makers, "A", a_price("10.00"))


def test_no_unit_makes_a_product_twice():
    with pytest.raises(Duplicate) as refused:
        Product("TAZA", {"es": "Taza"}, (Maker("B", 1), Maker("A", 1), Maker("A", 1)), "A", a_price("10.00"))
    assert refused.value.values == {"what": "unit", "value": "A"}


def test_a_makers_weight_is_not_under_zero():
    with pytest.raises(BadWeight):
        Maker("A", -1)


# --- the rest ------------------------------------------------------------------------------------------------------


def test_a_bargain_is_borne_by_all_unless_the_network_says_so():
    assert a_product().borne_by is BorneBy.SHARED


@pytest.mark.parametrize(
    ("barcode", "refusal"), [("4006381333932", WrongCheckDigit), ("12345", BadBarcode), ("", BadBarcode)]
)
def test_a_barcode_is_right_or_left_out(barcode, refusal):
    assert a_product(barcode="4006381333931").barcode == "4006381333931"
    assert a_product(barcode=None).barcode is None
    with pytest.raises(refusal):
        a_product(barcode=barcode)


@pytest.mark.parametrize("field", ["category", "materials"])
@pytest.mark.parametrize("bad", ["barro\x1b@", "a" * 10_000], ids=["control", "endless"])
def test_no_text_holds_control_characters_or_runs_on_for_ever(field, bad):
    with pytest.raises(BadText):
        a_product(**{field: bad})
    with pytest.raises(BadText):
        a_product(name={"es": "Taza", "en": bad})


def test_a_sku_is_a_plain_identifier():
    with pytest.raises(BadIdentifier):
        a_product("TAZA ROJA")
