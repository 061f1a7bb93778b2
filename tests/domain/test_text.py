"""Which text may enter the books: printable, short, and without signs that command a printer or a screen."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pos.domain.catalogue_refusals import BadIdentifier
from pos.domain.refusals import BadText
from pos.domain.text import by_language, folded, identifier, in_language, optional_text, plain_text

WRITING = [
    "Ceja, El Alto",
    "Ñandú áéíóúü ¿qué? ¡sí! 20 °C «aguayo» €",
    "Taller «Jank’o Kalani» nº 5 — 100 %",
    "Wiphala ❤",
    "كتاب",  # a script that is written from right to left is writing as any other
    "क्‍ष",  # zero-width joiner: part of the spelling
    "co\u00adoperativa",  # soft hyphen
    "e\u0301",  # a letter and its accent apart
    "a\u00a0b",  # no-break space between letters
]


@pytest.mark.parametrize("text", WRITING)
def test_ordinary_writing_is_taken_as_it_is(text):
    assert plain_text("name", text) == text


@pytest.mark.parametrize(
    "sign",
    ["\0", "\a", "\b", "\t", "\n", "\r", "\x1b", "\x1d", "\x7f", "\x85", "\x9b", "\u200b", "\u200e", "\u202e", "\u2066",
     "\u2028", "\u2029", "\ufeff", "\ud800", "\ue000", "\U000e0041", "\uffff"],
    ids=lambda sign: f"U+{ord(sign):04X}",
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "{}Taza", "Ta{}za", "Taza{}", "Taza ñ{}"])
def test_control_format_and_private_signs_are_refused_wherever_they_stand(sign, around):
    with pytest.raises(BadText) as refused:
        plain_text("name", around.format(sign))
    assert refused.value.values == {"field": "name", "most": 200}


@pytest.mark.parametrize("blank", ["", " ", "   ", "\u00a0", "\u3000"])
def test_a_name_is_never_blank(blank):
    with pytest.raises(BadText):
        plain_text("name", blank)


def test_text_is_as_long_as_allowed_and_no_longer():
    assert plain_text("name", "ñ" * 200) == "ñ" * 200
    for long in ("a" * 201, "ñ" * 201, "a" * 10_000):
        with pytest.raises(BadText):
            plain_text("name", long)
    assert plain_text("reference", "a" * 60, 60)
    with pytest.raises(BadText):
        plain_text("reference", "a" * 61, 60)


def test_optional_text_may_be_empty_but_not_blank():
    assert not optional_text("city", "")
    assert optional_text("city", "La Paz") == "La Paz"
    for bad in (" ", "La\nPaz"):
        with pytest.raises(BadText):
            optional_text("city", bad)


@given(st.text(max_size=30))
def test_whatever_is_taken_holds_nothing_that_a_printer_obeys(text):
    try:
        plain_text("name", text)
    except BadText:
        return
    assert all(unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"} for sign in text)
    assert text.strip()
    assert text.encode("utf-8").decode("utf-8") == text


# --- identifiers ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["U01", "a", "JK-001", "mp_9.b", "9", "A" * 40])
def test_an_identifier_is_letters_digits_and_three_signs(name):
    assert identifier(name) == name


@pytest.mark.parametrize(
    "name", ["", "-A", ".A", "_A", "A B", "Ñ1", "A/1", "../A", "A\n", "A\0", "A" * 41, "A" * 10_000]
)
def test_any_other_identifier_is_refused_and_told_in_short(name):
    with pytest.raises(BadIdentifier) as refused:
        identifier(name)
    assert len(refused.value.values["identifier"]) <= 40


# --- languages -----------------------------------------------------------------------------------------------------


def test_texts_by_language_are_checked_one_by_one():
    texts = {"es": "Casita", "en": "House", "quz": "Wasicha"}
    assert by_language("name", texts) == texts
    with pytest.raises(BadText) as refused:
        by_language("name", {"es": "Casita", "en": "Ho\tuse"})
    assert refused.value.values["field"] == "name (en)"


@pytest.mark.parametrize("language", ["", "e", "ES", "es_BO", "spanish", "e1", "es\n"])
def test_a_language_is_two_or_three_small_letters(language):
    with pytest.raises(BadText) as refused:
        by_language("name", {language: "Casita"})
    assert refused.value.values == {"field": f"name ({language})", "most": 3}


@pytest.mark.parametrize(
    ("wanted", "text"),
    [(("de", "es"), "Casita"), (("en", "es"), "House"), (("es",), "Casita"), (("de",), "House"), ((), "House")],
)
def test_the_text_is_in_the_first_language_that_there_is_one_for(wanted, text):
    assert in_language({"en": "House", "es": "Casita"}, *wanted) == text


def test_where_there_is_no_text_at_all_it_is_empty():
    assert not in_language({}, "es")


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("MUÑECA", "muneca"),
        ("Taza nº 5", "taza nº 5"),
        ("n\u0303andu\u0301", "nandu"),
        ("Straße", "straße"),
        ("ÇAĞ", "cag"),
        ("abc", "abc"),
        ("", ""),
    ],
)
def test_people_compare_texts_without_accents_and_capitals(text, same):
    assert folded(text) == same


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert folded(folded(text)) == folded(text)
