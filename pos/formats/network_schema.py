"""The fields of `stall-network/1` and their types, a class for each kind of entry (docs/formats.md).

What the values may be is for the domain to say, in pos/formats/network_parts.py.
"""

from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field, TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic knows no other before Python 3.12

from pos.formats.typed_fields import STRICT, Days, Year

Names = Annotated[dict[str, str], Field(min_length=1)]
"""A text by language code, in one language at least."""


@with_config(STRICT)
class NetworkFields(TypedDict):
    """`network`."""

    name: str
    currency: str
    language: NotRequired[str | None]
    commission_bps: int
    fund_bps: int
    receipt_header: NotRequired[Annotated[list[str], Field(max_length=20)] | None]
    receipt_footer: NotRequired[dict[str, str] | None]


@with_config(STRICT)
class GroupFields(TypedDict):
    """An entry of `groups`."""

    id: str
    name: str
    stamp: NotRequired[dict[str, str] | None]


@with_config(STRICT)
class MemberFields(TypedDict):
    """An entry of a unit's `members`."""

    name: str
    weight: int
    born: NotRequired[Year | None]
    gender: NotRequired[str | None]


@with_config(STRICT)
class UnitFields(TypedDict):
    """An entry of `units`."""

    id: str
    name: str
    kind: Literal["individual", "family", "collective"]
    members: list[MemberFields]
    group: NotRequired[str | None]
    community: NotRequired[str | None]
    technique: NotRequired[str | None]
    commission_bps: NotRequired[int | None]
    fund_bps: NotRequired[int | None]
    photo: NotRequired[str | None]
    story: NotRequired[dict[str, str] | None]


@with_config(STRICT)
class PriceFields(TypedDict):
    """A product's price in one currency."""

    list: str
    floor: NotRequired[str | None]


@with_config(STRICT)
class MakerFields(TypedDict):
    """An entry of a product's `makers`."""

    unit: str
    weight: int


@with_config(STRICT)
class ProductFields(TypedDict):
    """An entry of `products`."""

    sku: str
    barcode: NotRequired[str | None]
    name: Names
    category: NotRequired[str | None]
    prices: dict[str, PriceFields]
    makers: Annotated[list[MakerFields], Field(min_length=1)]
    holder: NotRequired[str | None]
    one_off: NotRequired[bool | None]
    yapa: NotRequired[bool | None]
    borne_by: NotRequired[Literal["shared", "network"] | None]
    commission_bps: NotRequired[int | None]
    fund_bps: NotRequired[int | None]
    photo: NotRequired[str | None]
    perishable_days: NotRequired[Days | None]
    materials: NotRequired[str | None]


@with_config(STRICT)
class ParticipationFields(TypedDict):
    """An entry of an exhibition's `units`."""

    id: str
    weight: NotRequired[int | None]


@with_config(STRICT)
class CostFields(TypedDict):
    """An entry of an exhibition's `costs`."""

    name: str
    amount: str
    shared: Literal["equal", "weight", "gross"]


@with_config(STRICT)
class ExhibitionFields(TypedDict):
    """An entry of `exhibitions`."""

    id: str
    name: str
    venue: NotRequired[str | None]
    city: NotRequired[str | None]
    country: NotRequired[str | None]
    starts: str
    ends: str
    timezone: str
    currency: str
    rates: NotRequired[dict[str, str] | None]
    commission_bps: NotRequired[int | None]
    fund_bps: NotRequired[int | None]
    units: NotRequired[list[ParticipationFields] | None]
    costs: NotRequired[list[CostFields] | None]


@with_config(STRICT)
class FileFields(TypedDict):
    """The file itself; its entries are checked one by one, so that a large file is not held three times over."""

    format: str
    network: Any
    groups: NotRequired[list[Any] | None]
    units: list[Any]
    products: list[Any]
    exhibitions: list[Any]


FILE = TypeAdapter(FileFields)
NETWORK = TypeAdapter(NetworkFields)
GROUP = TypeAdapter(GroupFields)
UNIT = TypeAdapter(UnitFields)
PRODUCT = TypeAdapter(ProductFields)
EXHIBITION = TypeAdapter(ExhibitionFields)
