"""Dates and times as the formats write them: ISO 8601, a time always with its offset from UTC."""

import re
from datetime import date, datetime

from pos.formats.faults import BadDate, BadTime, NoOffset

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(?P<offset>Z|[+-][0-9]{2}:[0-9]{2})?",
    re.ASCII,
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
    shape = _TIME.fullmatch(text)
    return shape is not None and shape["offset"] is not None and int(text[:4]) in _YEARS


def read_time(text: str) -> datetime:
    """A time such as `2026-12-05T09:20:11-04:00`; raises `NoOffset` where it names no offset, else `BadTime`."""
    shape = _TIME.fullmatch(text)
    try:
        moment = datetime.fromisoformat(text) if shape else None
    except ValueError:
        moment = None
    if shape is None or moment is None or moment.year not in _YEARS:
        raise BadTime(text=text)
    if shape["offset"] is None:
        raise NoOffset(text=text)
    return moment
