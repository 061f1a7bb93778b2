"""Dates and times as the formats write them: ISO 8601, a time always with its offset from UTC."""

import re
from datetime import date

from pos.formats.faults import BadDate

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)
_YEARS = range(1970, 3000)
"""Years that a fair can be in; those at the ends of the calendar have no day before or after to turn into."""


def read_date(text: str) -> date:
    """A date such as `2026-12-05`; raises `BadDate`."""
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise BadDate(text=text)
    return day


def is_plain_time(text: str) -> bool:
    """Whether a text has the one shape that a time has in our formats, its offset included; ISO 8601 has many more."""
    return _TIME.fullmatch(text) is not None and int(text[:4]) in _YEARS
