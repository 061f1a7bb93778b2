"""Which text may enter the books: short, printable, and without signs that could command a printer or a screen."""

import re
import unicodedata
from collections.abc import Mapping

from pos.domain.catalogue_refusals import BadIdentifier
from pos.domain.refusals import BadText

MAX_NAME = 200
MAX_STORY = 2_000
MAX_IDENTIFIER = 40

_IDENTIFIER = re.compile(rf"[A-Za-z0-9][A-Za-z0-9._-]{{0,{MAX_IDENTIFIER - 1}}}", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_MARKS = re.compile("[\u0300-\u036f]")
"""The accents that letters come apart into."""
_HARMLESS = {"Cf": "\u200c\u200d\u00ad"}
"""Format signs that are part of ordinary writing (joiners, soft hyphen); the rest can turn a line's direction round."""


def plain_text(field: str, text: str, most: int = MAX_NAME) -> str:
    """The text itself, if it may be kept and printed; raises `BadText` naming `field` otherwise.

    Refused are empty or blank text, more than `most` letters, control characters (also tab and line feed), lone
    surrogates, private-use signs, and signs that change the direction of writing.
    """
    if not _fit_to_print(text, most):
        raise BadText(field=field, most=most)
    return text


def optional_text(field: str, text: str, most: int = MAX_NAME) -> str:
    """As `plain_text`, but it may be left empty."""
    return plain_text(field, text, most) if text else text


def identifier(text: str) -> str:
    """The text itself, if it may name a unit, a product, a group or an exhibition; raises `BadIdentifier` otherwise."""
    if not _IDENTIFIER.fullmatch(text):
        raise BadIdentifier(identifier=text[:MAX_IDENTIFIER], most=MAX_IDENTIFIER)
    return text


def by_language(field: str, texts: Mapping[str, str], most: int = MAX_NAME) -> Mapping[str, str]:
    """The texts by language code (`es`, `en`, `ay` …), each of them checked as `plain_text`."""
    for language, text in texts.items():
        if not _LANGUAGE.fullmatch(language):
            raise BadText(field=f"{field} ({language[:MAX_IDENTIFIER]})", most=3)
        if not _fit_to_print(text, most):
            raise BadText(field=f"{field} ({language})", most=most)
    return texts


def in_language(texts: Mapping[str, str], *languages: str) -> str:
    """The text in the first of the languages that there is one for, else in any; empty where there is none at all."""
    for language in languages:
        if text := texts.get(language):
            return text
    return next(iter(texts.values()), "")


def folded(text: str) -> str:
    """The text as people compare it: without accents, in small letters (`Muñeca` is `muneca`)."""
    if text.isascii():
        return text.lower()
    return _MARKS.sub("", unicodedata.normalize("NFD", text)).lower()


def encodable(text: str) -> str:
    """The text without lone surrogates, which a keyboard or a scanner may send and no file or database can hold."""
    return text.encode("utf-8", "ignore").decode()


def _fit_to_print(text: str, most: int) -> bool:
    # What Python calls printable holds none of the signs refused; only of other text is each sign looked at.
    return bool(text.strip()) and len(text) <= most and (text.isprintable() or _printable(text))


def _printable(text: str) -> bool:
    for sign in text:
        kind = unicodedata.category(sign)
        if kind[0] == "C" and sign not in _HARMLESS.get(kind, ""):
            return False
        if kind in ("Zl", "Zp"):
            return False
    return True
