"""What is wrong with a file, and where: every fault names its place, and a file with any is not taken at all.

A fault carries a refusal, either one of the domain's or one of those below, which are about a file's form. Source:
docs/formats.md, "Errors".
"""

import errno
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn, Self

from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal

MAX_FAULTS = 50
"""More than anybody corrects at one go; the others are counted."""

MAX_SHOWN = 80
"""So much of a text out of a file is shown; the rest only hides the sentence around it."""

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}", re.ASCII)


class Fault(NamedTuple):
    """One thing wrong with a file. `place` is empty where it is the file as a whole.

    A place reads `$.products[3].makers[0].weight`, `line 17, $.lines[0].qty` or `sheet products, cell C5`.
    """

    place: str
    refusal: Refusal


class BadFile(Exception):
    """A file was refused as a whole, and nothing of it was taken. `file` is its name without its folder."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(file, faults)
        self.file = file
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(f"{self.file}: {place or '-'}: {refusal}" for place, refusal in self.faults)

    @classmethod
    def whole(cls, path: Path, refusal: Refusal) -> Self:
        """A file with one fault that has no place inside it."""
        return cls(path.name, (Fault("", refusal),))

    @classmethod
    def unreadable(cls, path: Path, error: OSError) -> Self:
        """A file that the system did not let us read."""
        return cls.whole(path, UnreadableFile(error=errno.errorcode.get(error.errno or errno.EIO, "EIO")))


def json_path(place: Place) -> str:
    """A place as a JSON path: `("products", 3, "name", "es")` is `$.products[3].name.es`."""
    steps = ["$"]
    for step in place:
        if isinstance(step, int):
            steps.append(f"[{step}]")
        else:
            steps.append(f".{step}" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(step[:MAX_SHOWN])}]")
    return "".join(steps)


class FaultList:
    """The faults found so far in one file: the first fifty kept, the others counted."""

    def __init__(self, path: Path, describe: Callable[[Place], str] = json_path) -> None:
        self._file = path.name
        self._describe = describe
        self._faults: list[Fault] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, place: Place, refusal: Refusal) -> None:
        """One more fault, at a place that `describe` puts into words."""
        self._count += 1
        if self._count <= MAX_FAULTS:
            self._faults.append(Fault(self._describe(place), _harmless(refusal)))

    def add_at(self, place: str, refusal: Refusal) -> None:
        """One more fault, at a place that is in words already."""
        self._count += 1
        if self._count <= MAX_FAULTS:
            self._faults.append(Fault(place, _harmless(refusal)))

    def refuse(self, place: Place, refusal: Refusal) -> NoReturn:
        """Raises `BadFile` with one last fault, after which nothing more can be said of the file."""
        self.add(place, refusal)
        self.check()
        raise AssertionError("a fault was just added")

    def check(self) -> None:
        """Raises `BadFile` if there are any faults."""
        if self._count > len(self._faults):
            self._faults.append(Fault("", TooManyFaults(more=self._count - len(self._faults))))
        if self._faults:
            raise BadFile(self._file, tuple(self._faults))


def _harmless(refusal: Refusal) -> Refusal:
    """The refusal with its texts cut short, and without signs that would command a screen or a terminal."""
    for name, value in refusal.values.items():
        if isinstance(value, str) and (len(value) > MAX_SHOWN or not value.isprintable()):
            shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in value[:MAX_SHOWN])
            refusal.values[name] = f"{shown}…" if len(value) > MAX_SHOWN else shown
    return refusal


# --- the file as a whole -------------------------------------------------------------------------------------------


class UnreadableFile(Refusal):
    """The system does not let us read the file: `error` is its name for why, such as ENOENT."""


class FileTooLarge(Refusal):
    """The file is larger than `most` megabytes."""


class EmptyFile(Refusal):
    """The file holds nothing."""


class UnknownFormat(Refusal):
    """The file says that its format is `format`; only `known` can be read here."""


class TooManyFaults(Refusal):
    """Beside the faults that are listed there are `more`."""


class NotAWorkbook(Refusal):
    """The file is no workbook (.xlsx) that can be read: damaged, locked with a password, or of the old .xls kind."""


class BadEncoding(Refusal):
    """The byte at position `byte`, counted from 1, is not UTF-8."""


class NotJson(Refusal):
    """The text can't be read as JSON from `line` and `column` on, both counted from 1."""


class NestedTooDeep(Refusal):
    """Lists and objects lie one in another deeper than any format of ours has them."""


class TooManyLines(Refusal):
    """The file has more than `most` lines."""


class LineTooLong(Refusal):
    """A line is longer than `most` bytes."""


# --- fields --------------------------------------------------------------------------------------------------------


class UnknownField(Refusal):
    """`field` is no field that may stand here."""


class MissingField(Refusal):
    """`field` has to stand here and does not."""


class DuplicateKey(Refusal):
    """`key` stands twice in one place."""


class OnlyOneOf(Refusal):
    """Exactly one of the fields `fields` has to stand here."""


class NothingGiven(Refusal):
    """At least one entry has to stand here."""


class TooManyGiven(Refusal):
    """More than `most` entries stand here."""


class UnknownChoice(Refusal):
    """`value` is not one of `known`."""


class TooSmall(Refusal):
    """`number` is less than `least`."""


class TooLarge(Refusal):
    """`number` is more than `most`."""


class BadDate(Refusal):
    """`text` is not a date such as 2026-12-05."""


class BadTime(Refusal):
    """`text` is not a time such as 2026-12-05T09:20:11-04:00."""


class NoOffset(Refusal):
    """The time `text` does not say its offset from UTC, such as -04:00."""


class BrokenText(Refusal):
    """A text holds half of a surrogate pair, which is no letter in any encoding."""


class PhotoOutside(Refusal):
    """`photo` is not a path that stays inside the file's folder."""


# --- types: each says by its name what would be right ---------------------------------------------------------------


class WrongType(Refusal):
    """A value is of another type than is due; those below say which one is."""


class NotText(WrongType):
    """A text in quotes is due."""


class NotQuoted(WrongType):
    """A decimal number stands without its quotes: it is due as a text, such as "12.50"."""


class NotWholeNumber(WrongType):
    """A whole number without quotes is due, of at most 64 bits."""


class NotTrueOrFalse(WrongType):
    """true or false is due, without quotes."""


class NotAList(WrongType):
    """A list in [ ] is due."""


class NotAnObject(WrongType):
    """An object in { } is due."""


# --- workbooks -----------------------------------------------------------------------------------------------------


class MissingSheet(Refusal):
    """The workbook has no sheet `sheet`."""


class UnknownSheet(Refusal):
    """`sheet` is no sheet that may stand in the workbook; its sheets are `known`."""


class UnnamedColumn(Refusal):
    """A cell holds something, but its column has no name in the first row."""


class FormulaCell(Refusal):
    """A cell holds a formula: only plain values are taken."""


class BrokenCell(Refusal):
    """A cell holds the spreadsheet's error `value`."""


class NoSuchRow(Refusal):
    """`value` stands in no row of sheet `sheet`, to which this row belongs."""


class TooManyRows(Refusal):
    """A sheet that takes `most` rows has more."""
