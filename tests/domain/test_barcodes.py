"""Numbers that a scanner reads: GTINs, in-store EAN-13 numbers, receipt numbers as digits."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pos.domain.barcodes import (
    BADGE_PREFIX,
    IN_STORE_FIRST,
    IN_STORE_LAST,
    InStoreNumbers,
    badge_code,
    check_digit,
    gtin,
    in_store,
    looks_like_gtin,
    read_receipt_digits,
    receipt_digits,
    receipt_number,
    till_code,
)
from pos.domain.catalogue_refusals import BadBarcode, NoBarcodesLeft
from pos.domain.refusals import BadTillCode, WrongCheckDigit

DIGITS = "0123456789"
bodies = st.sampled_from([7, 11, 12, 13]).flatmap(lambda n: st.text(DIGITS, min_size=n, max_size=n))
tills = st.from_regex(r"[A-Z][A-QS-Z]?", fullmatch=True)
numbers = st.integers(1, 99_999_999)


# --- GTIN ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "digit"),
    [
        # 400638133393: 3·(3+3+3+8+6+0) + (9+3+1+3+0+4) = 69 + 20 = 89, and 1 more makes 90.
        ("400638133393", "1"),
        # 03600029145: 3·(5+1+2+0+6+0) + (4+9+0+0+3) = 42 + 16 = 58, and 2 more make 60.
        ("03600029145", "2"),
        # 7351353: 3·(3+3+5+7) + (5+1+3) = 54 + 9 = 63, and 7 more make 70.
        ("7351353", "7"),
        ("000000000000", "0"),
    ],
)
def test_the_check_digit_completes_the_weighted_sum_to_a_ten(body, digit):
    assert check_digit(body) == digit


@given(bodies)
def test_a_number_with_its_check_digit_is_taken(body):
    number = body + check_digit(body)
    assert gtin(number) == (f"0{number}" if len(number) == 12 else number)
    assert looks_like_gtin(number)


@given(bodies, st.data())
def test_the_check_digit_catches_every_single_wrong_digit(body, data):
    number = body + check_digit(body)
    place = data.draw(st.integers(0, len(number) - 1))
    wrong = data.draw(st.sampled_from(DIGITS).filter(lambda digit: digit != number[place]))
    with pytest.raises(WrongCheckDigit):
        gtin(number[:place] + wrong + number[place + 1 :])


@given(bodies, st.data())
def test_the_check_digit_catches_two_swapped_neighbours_unless_they_differ_by_five(body, data):
    number = body + check_digit(body)
    place = data.draw(st.integers(0, len(number) - 2))
    one, two = number[place], number[place + 1]
    assume(abs(int(one) - int(two)) not in {0, 5})
    with pytest.raises(WrongCheckDigit):
        gtin(number[:place] + two + one + number[place + 2 :])


def test_a_wrong_check_digit_is_refused_with_the_right_one():
    with pytest.raises(WrongCheckDigit) as refused:
        gtin("4006381333932")
    assert refused.value.values == {"scan": "4006381333932", "expected": "1"}


def test_a_twelve_digit_upc_is_the_thirteen_digit_number_with_a_zero_before_it():
    assert gtin("036000291452") == "0036000291452" == gtin("0036000291452")


@pytest.mark.parametrize(
    "text",
    ["", "1", "123456", "4006381333931 ", "400638133393X", "४००६३८१३३३९३१", "-400638133393", "9" * 15, "9" * 900],
)
def test_what_is_not_8_12_13_or_14_digits_is_no_barcode(text):
    assert not looks_like_gtin(text)
    with pytest.raises(BadBarcode) as refused:
        gtin(text)
    assert len(refused.value.values["barcode"]) <= 40


# --- in-store numbers ----------------------------------------------------------------------------------------------


def test_in_store_numbers_start_at_prefix_20_and_count_up():
    # 200000000001: 3·1 + 2 = 5, and 5 more make 10.
    assert [in_store(1), in_store(2)] == ["2000000000015", "2000000000022"]


@given(st.integers(1, IN_STORE_LAST - IN_STORE_FIRST))
def test_every_in_store_number_is_a_barcode_with_prefix_20_to_28(serial):
    number = in_store(serial)
    assert gtin(number) == number
    assert 20 <= int(number[:2]) <= 28


def test_serials_end_with_the_last_number_of_prefix_28():
    assert in_store(IN_STORE_LAST - IN_STORE_FIRST).startswith("289999999999")
    for serial in (IN_STORE_LAST - IN_STORE_FIRST + 1, 0, -1):
        with pytest.raises(NoBarcodesLeft):
            in_store(serial)


def test_numbers_are_handed_out_in_turn_and_taken_ones_left_out():
    numbers = InStoreNumbers({in_store(2), in_store(3)})
    assert [numbers.next(), numbers.next()] == [in_store(1), in_store(4)]


def test_numbers_go_on_after_the_last_one_assigned():
    assert InStoreNumbers(set(), after=41).next() == in_store(42)


def test_when_all_numbers_are_assigned_there_is_none_left():
    numbers = InStoreNumbers({in_store(IN_STORE_LAST - IN_STORE_FIRST)}, after=IN_STORE_LAST - IN_STORE_FIRST - 1)
    with pytest.raises(NoBarcodesLeft):
        numbers.next()


# --- receipt numbers -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["A", "Z", "AA", "QX"])
def test_a_till_code_is_one_or_two_capital_letters(code):
    assert till_code(code) == code


@pytest.mark.parametrize("code", ["", "a", "ABC", "AR", "A1", "Ñ", "A\n", " A", "A" * 90])
def test_anything_else_is_no_till_code(code):
    with pytest.raises(BadTillCode) as refused:
        till_code(code)
    assert len(refused.value.values["till"]) <= 40


def test_sales_and_returns_are_numbered_in_series_of_their_own():
    assert receipt_number("A", 123) == "A-000123"
    assert receipt_number("A", 1, returned=True) == "AR-000001"
    assert receipt_number("AB", 1_234_567) == "AB-1234567"


@pytest.mark.parametrize(
    ("till", "number", "returned", "body"),
    [
        ("A", 123, False, "1 001 00000123"),
        ("Z", 123, True, "2 026 00000123"),
        ("AA", 1, False, "1 027 00000001"),
        ("ZZ", 99_999_999, False, "1 702 99999999"),
    ],
)
def test_the_barcode_of_a_receipt_says_kind_till_and_number(till, number, returned, body):
    digits = receipt_digits(till, number, returned=returned)
    assert digits[:12] == body.replace(" ", "")
    assert int(digits) % 97 == 1


@given(tills, numbers, st.booleans())
def test_a_receipt_number_coded_and_read_again_is_the_same(till, number, returned):
    digits = receipt_digits(till, number, returned=returned)
    assert len(digits) == 14
    assert read_receipt_digits(digits) == receipt_number(till, number, returned=returned)


def test_no_sale_of_one_till_has_the_digits_of_another_tills_return():
    # AR is a till, and a return of till A is written AR-000001 as well: the digits tell them apart.
    assert receipt_digits("AR", 1) != receipt_digits("A", 1, returned=True)


@given(tills, numbers, st.booleans(), st.data())
def test_no_single_wrong_digit_names_another_receipt(till, number, returned, data):
    digits = receipt_digits(till, number, returned=returned)
    place = data.draw(st.integers(0, 13))
    wrong = data.draw(st.sampled_from(DIGITS).filter(lambda digit: digit != digits[place]))
    assert read_receipt_digits(digits[:place] + wrong + digits[place + 1 :]) is None


@given(tills, numbers, st.booleans(), st.integers(0, 12))
def test_no_two_swapped_neighbours_name_another_receipt(till, number, returned, place):
    digits = receipt_digits(till, number, returned=returned)
    one, two = digits[place], digits[place + 1]
    assume(one != two)
    assert read_receipt_digits(digits[:place] + two + one + digits[place + 2 :]) is None


@pytest.mark.parametrize(
    "scanned", ["", "A-000123", "2000000000015", "00012345600012", "1001000001230", "10010000012३45", "9" * 14]
)
def test_other_scans_are_no_receipt(scanned):
    assert read_receipt_digits(scanned) is None


@pytest.mark.parametrize("place", ["000", "703", "999"])
def test_digits_of_a_till_that_cannot_be_are_no_receipt(place):
    body = f"1{place}00000001"
    digits = f"{body}{98 - int(body) * 100 % 97:02d}"
    assert int(digits) % 97 == 1
    assert read_receipt_digits(digits) is None


@given(st.text())
def test_reading_any_scan_never_fails(scanned):
    read_receipt_digits(scanned)
    looks_like_gtin(scanned)


# --- badges --------------------------------------------------------------------------------------------------------


@given(st.text(min_size=1))
def test_a_badge_is_a_barcode_that_no_product_is_numbered_with(unit):
    code = badge_code(unit)
    assert gtin(code) == code
    assert code.startswith(BADGE_PREFIX)
    assert int(code[:12]) > IN_STORE_LAST


def test_a_badge_is_made_of_the_units_id_alone_so_it_is_this_one_at_every_till():
    sha = 0x559AEAD08264D5795D3909718CDD05ABD49572E84FE55590EEF31A88A08FDFFD  # of "A", as sha256sum tells it
    assert badge_code("A")[2:12] == f"{sha % 10**10:010d}"
    assert badge_code("A") != badge_code("B")
