"""The finished event as one versioned value: what is hashed, stored, sent on, and applied again elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pos.domain.close_notes import CloseNoted
from pos.domain.consignment import ConsignmentNote
from pos.domain.people import PersonRecorded
from pos.domain.sales import Return, Sale
from pos.domain.settlements import Advance, ExhibitionClosed, Payout
from pos.domain.shifts import CashMoved, DrawerOpened, ShiftClosed, ShiftOpened
from pos.domain.stamps import Stamp


@dataclass(frozen=True, slots=True)
class CatalogueImported:
    """A network's file was taken in; `digest` is the SHA-256, in hex, of the whole catalogue as the books then held it.

    Prices and terms are not events of their own: this digest is what tells whether they were changed behind the
    program's back. The stamp's exhibition is empty.
    """

    stamp: Stamp
    network: str
    units: int
    products: int
    exhibitions: int
    digest: str


Event = (
    CatalogueImported
    | ShiftOpened
    | Sale
    | Return
    | CashMoved
    | Advance
    | Payout
    | ShiftClosed
    | CloseNoted
    | ConsignmentNote
    | ExhibitionClosed
    | DrawerOpened
    | PersonRecorded
)

VERSION = 1
"""The version that new facts are written in; older ones are read by the shapes they were written in."""

KINDS: Mapping[str, type[Event]] = MappingProxyType(
    {
        "catalogue_imported": CatalogueImported,
        "shift_opened": ShiftOpened,
        "sale": Sale,
        "sale_return": Return,
        "cash_moved": CashMoved,
        "advance": Advance,
        "payout": Payout,
        "shift_closed": ShiftClosed,
        "close_noted": CloseNoted,
        "consignment_note": ConsignmentNote,
        "exhibition_closed": ExhibitionClosed,
        "drawer_opened": DrawerOpened,
        "person_recorded": PersonRecorded,
    }
)
"""Every kind of fact by the name it is stored under."""

_NAMES = {event: name for name, event in KINDS.items()}


def kind_of(event: Event) -> str:
    """The name that an event is stored under."""
    return kind_name(type(event))


def kind_name(kind: type[Event]) -> str:
    """The name that all events of a class are stored under."""
    return _NAMES[kind]
