"""Single values of a network's file, and which field a refusal of a whole entry is about."""

import re
from collections.abc import Mapping
from decimal import Decimal

from pos.domain.catalogue import Place
from pos.domain.catalogue_refusals import (
    BadIdentifier,
    DatesOutOfOrder,
    Duplicate,
    HolderNotAMaker,
    NoSuchMember,
    UnknownTimezone,
    WeightsSumToZero,
)
from pos.domain.money import Currency, ExchangeRate, currency
from pos.domain.refusals import AmountNotPositive, BadExchangeRate, BadText, Refusal
from pos.domain.text import plain_text
from pos.formats.faults import PhotoOutside

_RATE = re.compile(r"[0-9]{1,9}(\.[0-9]{1,12})?", re.ASCII)
_STEP = r"[. ]*[^\\/:. ][^\\/:]*"
_PATH_INSIDE = re.compile(rf"{_STEP}(/{_STEP})*")
"""Names with `/` between them, each with more than dots and spaces (Windows takes `.. ` for `..`) and no drive."""

_NAMED = re.compile(r"(\w+)(?: \((\w+)\))?")

_FIELD_AT_FAULT: Mapping[type[Refusal], Mapping[str, str]] = {
    AmountNotPositive: {"exhibitions": "amount"},
    BadIdentifier: {"groups": "id", "units": "id", "products": "sku", "exhibitions": "id"},
    DatesOutOfOrder: {"exhibitions": "ends"},
    Duplicate: {"products": "makers", "exhibitions": "units"},
    HolderNotAMaker: {"products": "holder"},
    NoSuchMember: {"units": "members"},
    UnknownTimezone: {"exhibitions": "timezone"},
    WeightsSumToZero: {"units": "members", "products": "makers"},
}
"""By the list that an entry stands in."""


def field_at_fault(refusal: Refusal, place: Place) -> Place:
    """The field that a refusal of the entry at a place is about, as what to add to the place; empty for no one field.

    A refused text says its own field: `name (es)`.
    """
    if isinstance(refusal, BadText) and (named := _NAMED.fullmatch(str(refusal.values["field"]))):
        field, language = named.groups()
        if field == place[-1]:
            return ()
        return (field, language) if language and field != "language" else (field,)
    field = _FIELD_AT_FAULT.get(type(refusal), {}).get(str(place[0]), "")
    return (field,) if field else ()


def exchange_rate(code: str, text: str, base: Currency) -> ExchangeRate:
    """A rate of exchange from its decimal text; raises `BadExchangeRate`, `UnknownCurrency`.

    The base currency needs no rate; where it has one, only 1 is true.
    """
    foreign = currency(code)
    if not _RATE.fullmatch(text) or (foreign == base and Decimal(text) != 1):
        raise BadExchangeRate(rate=text, currency=code)
    return ExchangeRate(foreign, base, Decimal(text))


def path_inside(photo: str) -> str:
    """The path of a photo, if it stays inside the file's folder on every system; raises `PhotoOutside`, `BadText`."""
    if not _PATH_INSIDE.fullmatch(plain_text("photo", photo)):
        raise PhotoOutside(photo=photo)
    return photo
