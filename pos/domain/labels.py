"""What a label and a badge say, as values, so that printing looks nothing up; and how labels are asked for."""

import re
from dataclasses import dataclass

from pos.domain.documents import EmblemOf
from pos.domain.label_formats import Size
from pos.domain.label_plan import LabelPlan, plan_label
from pos.domain.label_refusals import BadLabelWish
from pos.domain.money import Money
from pos.domain.symbols import Symbol

_WISH = re.compile(r"\s*([^=,;\t\s]+)\s*(?:[=,;\t]\s*([0-9]{1,9})\s*)?", re.ASCII)


def code_and_count(text: str) -> tuple[str, int | None]:
    """A product's code and how many labels of it are wanted, None where that is not said: `JK-001=3`, `JK-001`.

    A comma, a semicolon or a tab may stand for the `=`. Raises `BadLabelWish`.
    """
    found = _WISH.fullmatch(text)
    if found is None:
        raise BadLabelWish(text=text)
    return found[1], None if found[2] is None else int(found[2])


@dataclass(frozen=True, slots=True)
class Label:
    """A product's label in the buyers' language: `makers` are names, `emblem` is that of the first of them.

    `stamp` are the words of the first maker's group, `stamp_picture` the file of its picture where it has one; `story`
    is the makers' own, for a QR. All three may be empty.
    """

    sku: str
    language: str
    name: str
    makers: tuple[str, ...]
    emblem: EmblemOf
    price: Money
    symbol: Symbol
    stamp: str = ""
    stamp_picture: bytes = b""
    story: str = ""

    def plan(self, size: Size, *, dots: bool = False) -> LabelPlan:
        """Where its parts lie on a label of that size; raises as `plan_label`."""
        has_stamp = bool(self.stamp or self.stamp_picture)
        return plan_label(size, self.symbol, dots=dots, stamp=has_stamp, story=bool(self.story))


@dataclass(frozen=True, slots=True)
class Copies:
    """So many of the same label."""

    label: Label
    count: int


@dataclass(frozen=True, slots=True)
class Badge:
    """A producer's badge: the network, who it is, what they make and where; `photo` is a picture's file or empty.

    Whoever scans it finds the unit at the till.
    """

    language: str
    network: str
    unit: str
    name: str
    technique: str
    community: str
    group: str
    emblem: EmblemOf
    symbol: Symbol
    photo: bytes = b""
