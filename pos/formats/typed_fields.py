"""Checks raw values against a schema of field names and types, and says what is wrong in refusals of ours.

Loads pydantic, which takes longer than the till takes to show its first screen: import this where a file is read.
"""

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal
from pos.formats.faults import (
    BadTime,
    FaultList,
    MissingField,
    NestedTooDeep,
    NotAList,
    NotAnObject,
    NothingGiven,
    NotQuoted,
    NotText,
    NotTrueOrFalse,
    NotWholeNumber,
    TooLarge,
    TooManyGiven,
    TooSmall,
    UnknownChoice,
    UnknownField,
)

STRICT = ConfigDict(strict=True, extra="forbid")
"""No type is turned into another, and a field that is not named is a fault."""

Year = Annotated[int, Field(ge=1850, le=2150)]
Days = Annotated[int, Field(ge=0, le=36_500)]

_DECIMALS = frozenset({"list", "floor", "amount", "price", "percent"})
"""Fields that hold a decimal number as text; so does everything under `rates`."""

_BY_TYPE: dict[str, type[Refusal]] = {
    "int_type": NotWholeNumber,
    "int_from_float": NotWholeNumber,
    "bool_type": NotTrueOrFalse,
    "list_type": NotAList,
    "tuple_type": NotAList,
    "dict_type": NotAnObject,
    "mapping_type": NotAnObject,
    "dataclass_type": NotAnObject,
    "too_short": NothingGiven,
    "json_invalid": NestedTooDeep,  # the text was read as JSON before, by a reader that goes deeper
}

T = TypeVar("T")


def checked(schema: TypeAdapter[T], raw: object, place: Place, faults: FaultList) -> T | None:
    """The raw value as the schema's type; None after adding every fault in it, its place continued from `place`."""
    try:
        fields: T = schema.validator.validate_python(raw)
    except ValidationError as error:
        _add_all(error, place, faults)
        return None
    return fields


def checked_json(schema: TypeAdapter[T], text: str, place: Place, faults: FaultList) -> T | None:
    """As `checked`, of a JSON text that was found to be one."""
    try:
        fields: T = schema.validator.validate_json(text)
    except ValidationError as error:
        _add_all(error, place, faults)
        return None
    return fields


def _add_all(error: ValidationError, place: Place, faults: FaultList) -> None:
    for detail in error.errors(include_url=False):
        faults.add((*place, *detail["loc"]), _refusal(detail))


def _refusal(detail: ErrorDetails) -> Refusal:
    """What one error of pydantic's says, in a refusal of ours."""
    kind, loc, given = detail["type"], detail["loc"], detail["input"]
    context = detail.get("ctx", {})
    field = str(loc[-1]) if loc else ""
    if kind == "missing":
        return MissingField(field=field)
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return UnknownField(field=field)
    if kind in {"greater_than_equal", "less_than_equal", "too_long"}:
        return _OVER_A_LIMIT[kind](given, context)
    if kind in {"string_type", "literal_error"} or kind.startswith(("datetime", "timezone")):
        return _text_refusal(kind, loc, given, context)
    return _BY_TYPE[kind]()


_OVER_A_LIMIT: dict[str, Callable[[object, dict[str, Any]], Refusal]] = {
    "greater_than_equal": lambda given, context: TooSmall(number=given, least=context["ge"]),
    "less_than_equal": lambda given, context: TooLarge(number=given, most=context["le"]),
    "too_long": lambda _, context: TooManyGiven(most=context["max_length"]),
}


def _text_refusal(kind: str, loc: Place, given: object, context: dict[str, Any]) -> Refusal:
    """What is wrong with a field that holds text: it is none, or not one of those that may stand there, or no time."""
    if not isinstance(given, str):
        decimal = loc[-1] in _DECIMALS or "rates" in loc[-2:-1]
        return NotQuoted() if decimal and type(given) in {int, float} else NotText()
    if kind == "literal_error":
        return UnknownChoice(value=given, known=context["expected"].replace("'", "").replace(" or ", ", "))
    return BadTime(text=given)
