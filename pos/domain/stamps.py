"""What every event carries: which, where, when, in which money."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NewType

EventId = NewType("EventId", str)
"""The id of an event, unique across tills and made before the event is tried, so that trying twice is harmless."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where and when an event happened.

    `day` is the calendar day where the exhibition is; `currency` is its base currency, in whose minor units all plain
    amounts of the event are; `shift` is the open shift's id, where the event belongs to one.
    """

    id: EventId
    till: str
    at: datetime
    day: date
    exhibition: str
    currency: str
    shift: EventId | None = None
