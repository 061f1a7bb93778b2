"""What pydantic checks of a day file: its header's fields, and those of each kind of event by its `do`."""

from dataclasses import fields

from pydantic import TypeAdapter, with_config
from typing_extensions import TypedDict  # pydantic knows no other before Python 3.12

from pos.formats.day_events import EVENTS as KINDS
from pos.formats.day_events import DayEvent
from pos.formats.typed_fields import STRICT


@with_config(STRICT)
class HeaderFields(TypedDict):
    """The first line."""

    format: str
    exhibition: str
    till: str


HEADER = TypeAdapter(HeaderFields)

EVENTS: dict[str, TypeAdapter[DayEvent]] = {
    next(str(field.default) for field in fields(kind) if field.name == "do"): TypeAdapter(kind) for kind in KINDS
}
