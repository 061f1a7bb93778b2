"""JSON read strictly: no key twice, no halves of letters, and no number that is not a whole number of 64 bits."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from operator import itemgetter

from pos.domain.catalogue import Place
from pos.domain.refusals import Refusal
from pos.formats.faults import BadEncoding, BrokenText, DuplicateKey, NestedTooDeep, NotJson

BYTE_ORDER_MARK = b"\xef\xbb\xbf"

_INTEGER_DIGITS = 20
_LEAST, _MOST = -(2**63), 2**63 - 1
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")

_key = itemgetter(0)

Pairs = list[tuple[str, object]]


def decode(data: bytes, before: int = 0) -> str:
    """UTF-8 as text, without a byte order mark; `before` counts the bytes that the file has before these.

    Raises `BadEncoding` with the position in the file of the first bad byte.
    """
    start = len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0
    try:
        return (data[start:] if start else data).decode()
    except UnicodeDecodeError as error:
        raise BadEncoding(byte=before + start + error.start + 1) from None


class JsonReader:
    """Reads one JSON text after the other.

    No format of ours has a number with decimals (money is text), so a number is a Python int of at most 64 bits or it
    becomes a float, as NaN does: whoever checks the types refuses every float. `by_key` sorts what each object holds.
    """

    def __init__(self, *, by_key: bool = False) -> None:
        self._by_key = by_key
        self._doubled: list[tuple[object, str]] = []
        self._too_long = False
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_int=self._integer)

    def read(self, text: str) -> object:
        """The value of a JSON text; raises `NotJson` or `NestedTooDeep`."""
        self._doubled.clear()
        self._too_long = False
        try:
            return self._decoder.decode(text)
        except json.JSONDecodeError as error:
            raise NotJson(line=error.lineno, column=error.colno) from None
        except RecursionError:
            raise NestedTooDeep from None

    def suspects(self, text: str) -> bool:
        """Whether `faults` may find anything in the value just read from a text."""
        return self._too_long or bool(self._doubled) or "\\u" in text

    def faults(self, text: str, value: object) -> Iterator[tuple[Place, Refusal]]:
        """What types don't tell of the value just read from a text: keys that stand twice, halves of letters."""
        if self._doubled:
            keys: dict[int, list[str]] = {}
            for holder, key in self._doubled:
                keys.setdefault(id(holder), []).append(key)
            for place, part in parts(value):
                yield from ((place, DuplicateKey(key=key)) for key in keys.get(id(part), ()))
        if _ESCAPED_SURROGATE.search(text):
            for place, part in parts(value):
                if any(isinstance(step, str) and _SURROGATE.search(step) for step in (part, *place[-1:])):
                    yield place, BrokenText()

    def _object(self, pairs: Pairs) -> dict[str, object]:
        made = dict(sorted(pairs, key=_key) if self._by_key else pairs)
        if len(made) < len(pairs):
            counts = Counter(name for name, _ in pairs)
            self._doubled += [(made, name) for name, count in counts.items() if count > 1]
        return made

    def _integer(self, digits: str) -> int | float:
        if len(digits) <= _INTEGER_DIGITS:
            number = int(digits)
            if _LEAST <= number <= _MOST:
                return number
        self._too_long = True
        return float(digits)


def parts(value: object) -> Iterator[tuple[Place, object]]:
    """The value and everything inside it, each with its place; no recursion, however deep it goes."""
    waiting: list[tuple[Place, object]] = [((), value)]
    while waiting:
        place, part = waiting.pop()
        yield place, part
        if isinstance(part, dict):
            waiting += [((*place, key), inner) for key, inner in reversed(part.items())]
        elif isinstance(part, list):
            waiting += [((*place, i), part[i]) for i in range(len(part) - 1, -1, -1)]
