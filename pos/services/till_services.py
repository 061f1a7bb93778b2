"""What a person at a till does: every act that writes, in one place, for the window and for day files alike."""

from dataclasses import dataclass

from pos.services.cataloguing import Cataloguing
from pos.services.consigning import Consigning
from pos.services.refunding import Refunding
from pos.services.selling import Selling
from pos.services.settling import Settling
from pos.services.shift_keeping import ShiftKeeping


@dataclass(frozen=True, slots=True)
class TillServices:
    """Everything that a person can do at a till."""

    catalogue: Cataloguing
    selling: Selling
    refunding: Refunding
    shifts: ShiftKeeping
    consigning: Consigning
    settling: Settling
