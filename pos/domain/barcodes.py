"""Numbers that a scanner reads: GTINs with their check digit, in-store EAN-13 numbers, and receipt numbers as digits.

In-store numbers use the EAN-13 prefixes 20 to 29, which GS1 keeps for use inside a company (GS1 General
Specifications, "Restricted Circulation Numbers"): 20 to 28 are given to products in turn, 29 is the units' badges. A
keyboard-wedge scanner types under the computer's own layout, so a receipt's number is coded with digits only.
"""

import hashlib
import re
from collections.abc import Container

from pos.domain.catalogue_refusals import BadBarcode, NoBarcodesLeft
from pos.domain.refusals import BadTillCode, WrongCheckDigit

GTIN_LENGTHS = (8, 12, 13, 14)
IN_STORE_FIRST = 200_000_000_000
IN_STORE_LAST = 289_999_999_999
BADGE_PREFIX = "29"

_TILL = re.compile(r"[A-Z][A-QS-Z]?", re.ASCII)
_DIGITS = re.compile(r"[0-9]+", re.ASCII)
_SALE, _RETURN = 1, 2
_LETTERS = 26
_ZERO = ord("0")
_OF_BADGES = 10**10


def check_digit(digits: str) -> str:
    """The GS1 check digit that completes these digits: weights 3 and 1 in turn from the right, modulo 10."""
    figures = digits.encode()
    odd, even = figures[-1::-2], figures[-2::-2]
    total = 3 * (sum(odd) - _ZERO * len(odd)) + sum(even) - _ZERO * len(even)
    return str(-total % 10)


def gtin(text: str) -> str:
    """A GTIN as the catalogue keeps it: a 12-digit UPC-A as the EAN-13 that it equals, anything else as it is.

    Raises `BadBarcode` where it is not 8, 12, 13 or 14 digits, `WrongCheckDigit` where the last digit does not fit.
    """
    if not _DIGITS.fullmatch(text) or len(text) not in GTIN_LENGTHS:
        raise BadBarcode(barcode=text[:40])
    expected = check_digit(text[:-1])
    if text[-1] != expected:
        raise WrongCheckDigit(scan=text, expected=expected)
    return text.rjust(13, "0") if len(text) == 12 else text


def looks_like_gtin(text: str) -> bool:
    """Whether a scanned text has the length and the digits of a GTIN, its check digit aside."""
    return bool(_DIGITS.fullmatch(text)) and len(text) in GTIN_LENGTHS


def stands_alone(text: str) -> bool:
    """Whether a text can't be a part of a longer code: thirteen digits with their check digit, or a receipt's fourteen.

    After these, and after nothing else, the Enter that scanners send may be missing: half of a SKU may be another
    product's. Thirteen digits of something longer pass one time in ten, and then name no product of ours.
    """
    return (len(text) == 13 and _fits(text)) or read_receipt_digits(text) is not None


def in_store(serial: int) -> str:
    """The in-store EAN-13 of a serial number counted from 1; raises `NoBarcodesLeft` past the last one."""
    number = IN_STORE_FIRST + serial
    if not IN_STORE_FIRST < number <= IN_STORE_LAST:
        raise NoBarcodesLeft
    return f"{number}{check_digit(str(number))}"


class InStoreNumbers:
    """Hands out in-store numbers in turn, leaving out those that are taken."""

    def __init__(self, taken: Container[str], after: int = 0) -> None:
        self._taken = taken
        self._serial = after

    @property
    def last(self) -> int:
        """The serial of the last number that was looked at."""
        return self._serial

    def next(self) -> str:
        """The next free number; raises `NoBarcodesLeft` when there is none."""
        while True:
            self._serial += 1
            number = in_store(self._serial)
            if number not in self._taken:
                return number


def badge_code(unit_id: str) -> str:
    """The EAN-13 on a unit's badge: 29, ten digits made from the unit's id alone, and the check digit.

    So it is the same at every till without any register of numbers, and no product is ever numbered so. The ten digits
    are the SHA-256 of the id modulo 10^10: among 1,000 units, two share a code in 1 of 20,000 networks, and then the
    code names neither of them.
    """
    number = int.from_bytes(hashlib.sha256(unit_id.encode()).digest()) % _OF_BADGES
    digits = f"{BADGE_PREFIX}{number:010d}"
    return digits + check_digit(digits)


def till_code(text: str) -> str:
    """The text itself, if it may name a till: one or two capital letters; raises `BadTillCode` otherwise.

    The second is never R: `AR-000001` is the first return of till A.
    """
    if not _TILL.fullmatch(text):
        raise BadTillCode(till=text[:40])
    return text


def receipt_number(till: str, number: int, *, returned: bool = False) -> str:
    """A receipt's number as people read it: `A-000123` for a sale, `AR-000123` for a return (docs/domain.md)."""
    return f"{till}{'R' if returned else ''}-{number:06d}"


def receipt_digits(till: str, number: int, *, returned: bool = False) -> str:
    """A receipt's number for a barcode, 14 digits: kind, till (A is 001), number, check pair."""
    place = 0
    for letter in till:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    body = f"{_RETURN if returned else _SALE}{place:03d}{number:08d}"
    return f"{body}{_check_pair(body)}"


def read_receipt_digits(digits: str) -> str | None:
    """The receipt number that `receipt_digits` coded, as people read it; None if these are no such digits."""
    if len(digits) != 14 or not _DIGITS.fullmatch(digits) or digits[0] not in "12":
        return None
    body, place = digits[:12], int(digits[1:4])
    if _check_pair(body) != digits[12:] or not 0 < place <= _LETTERS * (_LETTERS + 1):
        return None
    first, last = divmod(place - 1, _LETTERS)
    till = (chr(ord("A") + first - 1) if first else "") + chr(ord("A") + last)
    return receipt_number(till, int(digits[4:12]), returned=digits[0] == "2")


def _fits(gtin_like: str) -> bool:
    return looks_like_gtin(gtin_like) and check_digit(gtin_like[:-1]) == gtin_like[-1]


def _check_pair(body: str) -> str:
    """Two digits that make the whole leave 1 modulo 97 (ISO/IEC 7064, MOD 97-10)."""
    return f"{98 - int(body) * 100 % 97:02d}"
