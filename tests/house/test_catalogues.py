"""Every text that people see has its Spanish words, and the catalogue holds nothing else."""

import re

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from tests.house.sources import ROOT, place, python_files

# As `make texts` gives them to pybabel.
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2), "N_": None}
LOCALE = ROOT / "resources" / "locale"


def extracted() -> dict[tuple[str | None, str], str]:
    """(context, text) → the place of each text in the code, as the extractor finds it."""
    found = {}
    for file in python_files("pos"):
        for line, text, _, context in extract_from_file("python", file, keywords=KEYWORDS):
            found[context, text[0] if isinstance(text, tuple) else text] = f"{place(file)}:{line}"
    return found


def read(language: str) -> Catalog:
    """The catalogue of a language; the test fails here when the file is no catalogue."""
    with (LOCALE / language / "LC_MESSAGES" / "qhatu.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def entries(catalogue: Catalog) -> list[Message]:
    """The texts of a catalogue, without its header."""
    return [message for message in catalogue if message.id]


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A text's forms: one, or one for each number of the language."""
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> set[str]:
    """The values that are filled in, as they are written: %(amount)s or {amount}."""
    return set(re.findall(r"%\(\w+\)[a-z]|\{\w+\}", text))


@pytest.fixture(scope="module", params=["es", "de"])
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    """Spanish, which is complete, and German, which holds what a buyer sees."""
    return read(request.param)


def test_every_text_in_the_code_is_in_the_spanish_catalogue():
    spanish = read("es")
    missing = [f"{where} {text}" for (context, text), where in extracted().items() if not spanish.get(text, context)]
    assert missing == []


def test_a_catalogue_holds_no_text_that_the_code_lost(catalogue: Catalog):
    known = extracted()
    lost = [message.id for message in entries(catalogue) if (message.context, forms(message.id)[0]) not in known]
    assert lost + list(catalogue.obsolete) == []


def test_every_text_in_a_catalogue_is_translated_and_none_only_guessed(catalogue: Catalog):
    unfinished = [
        message.id for message in entries(catalogue) if message.fuzzy or not all(map(str.strip, forms(message.string)))
    ]
    assert unfinished == []


def test_each_translation_fills_in_the_same_values(catalogue: Catalog):
    """The form for one may leave the number out; the form for many has every value of the original."""
    wrong = []
    for message in entries(catalogue):
        needed = fields(forms(message.id)[-1])
        filled = [fields(form) for form in forms(message.string)]
        if filled[-1] != needed or not all(names <= needed for names in filled):
            wrong.append(message.id)
    assert wrong == []


def test_a_counted_text_has_one_form_for_one_and_one_for_many(catalogue: Catalog):
    counted = [message for message in entries(catalogue) if message.pluralizable]
    assert [message.id for message in counted if len(forms(message.string)) != 2] == []
