"""The one place that asks the machine for the time and for fresh ids; everything else is handed them."""

from datetime import datetime
from typing import Protocol

import uuid_utils

from pos.domain.stamps import EventId


class Clock(Protocol):
    """What time it is, with its offset."""

    def now(self) -> datetime:
        """This moment."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """This moment, to the second, in the machine's time zone."""
        return datetime.now().astimezone().replace(microsecond=0)


def fresh_id() -> EventId:
    """A new id for an event (UUIDv7: unique across tills, in the order of time)."""
    return EventId(str(uuid_utils.uuid7()))
