"""Which sheets and columns a network's workbook has (docs/formats.md, "The workbook").

A list of the JSON file is a sheet; an object inside an entry is columns with dots: `name.es`, `prices.BOB.list`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto

FORMAT = "stall-network/1"


class Kind(Enum):
    """What the cells of a column hold."""

    TEXT = auto()
    LINES = auto()
    INTEGER = auto()
    BOOLEAN = auto()
    DECIMAL = auto()
    DATE = auto()


@dataclass(frozen=True, slots=True)
class Belonging:
    """To which entry a row belongs: the one of sheet `owner` whose `owner_key` stands in the row's column `key`.

    There it is added to the list `field`, or put into the object `field` under what stands in the column `under`: the
    whole row, or only the column `value`.
    """

    owner: str
    owner_key: str
    key: str
    field: str
    under: str | None = None
    value: str | None = None


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A sheet: its columns in order, those that a row can't be without, and the shapes of further columns with dots."""

    name: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]
    dotted: str = ""
    belonging: Belonging | None = None
    optional: bool = False

    def knows(self, column: str) -> bool:
        """Whether a column of that name may stand in the sheet."""
        return column in self.columns or bool(self.dotted and re.fullmatch(self.dotted, column, re.ASCII))


_LANGUAGE = r"\.[a-z]{2,3}"
_CURRENCY = r"\.[A-Z]{3}"
_RATES = ("commission_bps", "fund_bps")
_ABOUT_A_PRODUCT = ("photo", "perishable_days", "materials")

LAYOUTS = (
    SheetLayout(
        "network",
        ("format", "name", "currency", "language", *_RATES, "receipt_header"),
        ("name", "currency", *_RATES),
        rf"receipt_footer{_LANGUAGE}",
    ),
    SheetLayout("groups", ("id", "name"), ("id", "name"), rf"stamp{_LANGUAGE}", optional=True),
    SheetLayout(
        "units",
        ("id", "name", "kind", "group", "community", "technique", *_RATES, "photo"),
        ("id", "name", "kind"),
        rf"story{_LANGUAGE}",
    ),
    SheetLayout(
        "members",
        ("unit", "name", "weight", "born", "gender"),
        ("unit", "name", "weight"),
        belonging=Belonging("units", "id", "unit", "members"),
    ),
    SheetLayout(
        "products",
        ("sku", "barcode", "category", "holder", "one_off", "yapa", "borne_by", *_RATES, *_ABOUT_A_PRODUCT),
        ("sku",),
        rf"name{_LANGUAGE}|prices{_CURRENCY}\.(list|floor)",
    ),
    SheetLayout(
        "prices",
        ("sku", "currency", "list", "floor"),
        ("sku", "currency", "list"),
        belonging=Belonging("products", "sku", "sku", "prices", under="currency"),
        optional=True,
    ),
    SheetLayout(
        "makers",
        ("sku", "unit", "weight"),
        ("sku", "unit", "weight"),
        belonging=Belonging("products", "sku", "sku", "makers"),
    ),
    SheetLayout(
        "exhibitions",
        ("id", "name", "venue", "city", "country", "starts", "ends", "timezone", "currency", *_RATES),
        ("id", "name", "starts", "ends", "timezone", "currency"),
        rf"rates{_CURRENCY}",
    ),
    SheetLayout(
        "rates",
        ("exhibition", "currency", "rate"),
        ("exhibition", "currency", "rate"),
        belonging=Belonging("exhibitions", "id", "exhibition", "rates", under="currency", value="rate"),
        optional=True,
    ),
    SheetLayout(
        "participants",
        ("exhibition", "id", "weight"),
        ("exhibition", "id"),
        belonging=Belonging("exhibitions", "id", "exhibition", "units"),
        optional=True,
    ),
    SheetLayout(
        "costs",
        ("exhibition", "name", "amount", "shared"),
        ("exhibition", "name", "amount", "shared"),
        belonging=Belonging("exhibitions", "id", "exhibition", "costs"),
        optional=True,
    ),
)
"""An owner's sheet stands before those whose rows belong to it."""

_KINDS: Mapping[str, Kind] = {
    "receipt_header": Kind.LINES,
    "commission_bps": Kind.INTEGER,
    "fund_bps": Kind.INTEGER,
    "weight": Kind.INTEGER,
    "born": Kind.INTEGER,
    "perishable_days": Kind.INTEGER,
    "one_off": Kind.BOOLEAN,
    "yapa": Kind.BOOLEAN,
    "list": Kind.DECIMAL,
    "floor": Kind.DECIMAL,
    "rate": Kind.DECIMAL,
    "amount": Kind.DECIMAL,
    "starts": Kind.DATE,
    "ends": Kind.DATE,
}


def kind_of(column: str) -> Kind:
    """What the cells of a column hold, by its name."""
    first, *_, last = column.split(".") if "." in column else (column, column)
    return Kind.DECIMAL if first == "rates" else _KINDS.get(last, Kind.TEXT)
