"""How words, amounts, dates and times are written in each language, and that the catalogues are read right."""

import re
import subprocess
import sys
from datetime import UTC, date, datetime, time

import pytest
from babel import Locale
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from pos.settings import SCREEN_LANGUAGES, resource
from pos.texts import LANGUAGES, MINUS, N_, Texts, read_catalogue
from tests.house.sources import python_files

ES, EN, DE = Texts(), Texts("en"), Texts("de")
SATURDAY = date(2026, 12, 5)


# --- amounts and rates ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minor", "digits", "spanish", "english"),
    [
        (0, 2, "0,00", "0.00"),
        (5, 2, "0,05", "0.05"),
        (-5, 2, "−0,05", "−0.05"),
        (123450, 2, "1.234,50", "1,234.50"),
        (-100000000, 2, "−1.000.000,00", "−1,000,000.00"),
        (1060, 0, "1.060", "1,060"),
        (10**15, 2, "10.000.000.000.000,00", "10,000,000,000,000.00"),
    ],
)
def test_an_amount_is_grouped_by_thousands_and_keeps_all_its_decimals(minor, digits, spanish, english):
    assert Texts("es").amount(minor, digits) == spanish
    assert Texts("en").amount(minor, digits) == english


@given(st.integers(-(10**15), 10**15), st.integers(0, 4), st.sampled_from(LANGUAGES))
def test_an_amount_shows_exactly_the_minor_units_it_was_made_from(minor, digits, language):
    written = Texts(language).amount(minor, digits)
    assert int("".join(filter(str.isdigit, written))) == abs(minor)
    assert written.startswith(MINUS) == (minor < 0)


@pytest.mark.parametrize(("texts", "locale"), [(ES, "es_BO"), (EN, "en_GB"), (DE, "de_DE")])
def test_the_signs_between_figures_are_those_of_cldr(texts, locale):
    signs = Locale.parse(locale).number_symbols["latn"]
    assert texts.amount(123456789) == f"1{signs['group']}234{signs['group']}567{signs['decimal']}89"


@pytest.mark.parametrize(
    ("bps", "spanish", "english"),
    [
        (1500, "15 %", "15%"),
        (1250, "12,5 %", "12.5%"),
        (1234, "12,34 %", "12.34%"),
        (5, "0,05 %", "0.05%"),
        (0, "0 %", "0%"),
        (-300, "−3 %", "−3%"),
        (10000, "100 %", "100%"),
    ],
)
def test_a_rate_is_a_percentage_without_idle_zeros(bps, spanish, english):
    assert ES.rate(bps) == spanish
    assert EN.rate(bps) == english


def test_a_currency_has_its_own_sign_or_its_code():
    assert [ES.symbol(code) for code in ("BOB", "USD", "EUR", "CHF")] == ["Bs", "US$", "€", "CHF"]


@pytest.mark.parametrize(
    ("minor", "spanish"),
    [
        (106050, "Mil sesenta 50/100 bolivianos"),
        (0, "Cero 00/100 bolivianos"),
        (100, "Un 00/100 bolivianos"),
        (2105, "Veintiún 05/100 bolivianos"),
        (3100, "Treinta y un 00/100 bolivianos"),
        (10100, "Ciento un 00/100 bolivianos"),
        (100100, "Mil un 00/100 bolivianos"),
        (2100000, "Veintiún mil 00/100 bolivianos"),
        (2100100, "Veintiún mil un 00/100 bolivianos"),
        (3100000, "Treinta y un mil 00/100 bolivianos"),
        (20000000, "Doscientos mil 00/100 bolivianos"),
        (2100000000, "Veintiún millones 00/100 bolivianos"),
        (-106050, "Menos mil sesenta 50/100 bolivianos"),
    ],
)
def test_spanish_spells_an_amount_with_the_short_form_of_one(minor, spanish):
    assert ES.in_words(minor, 2, "BOB") == spanish


@pytest.mark.parametrize(
    ("minor", "digits", "currency", "spanish"),
    [
        (1, 0, "CLP", "Un peso chileno"),
        (21, 0, "CLP", "Veintiún pesos chilenos"),
        (2000000, 0, "CLP", "Dos millones de pesos chilenos"),
        (50100, 2, "PEN", "Quinientos un 00/100 soles"),
        (50100, 2, "GBP", "Quinientas una 00/100 libras esterlinas"),
        (120021000, 2, "GBP", "Un millón doscientas mil doscientas diez 00/100 libras esterlinas"),
        (2500, 2, "USD", "Veinticinco 00/100 dólares estadounidenses"),
    ],
)
def test_spanish_spells_an_amount_to_fit_its_currency(minor, digits, currency, spanish):
    assert ES.in_words(minor, digits, currency) == spanish


def test_english_and_german_spell_an_amount_too():
    assert EN.in_words(106050, 2, "BOB") == "One thousand and sixty 50/100 bolivianos"
    assert DE.in_words(106050, 2, "BOB") == "Eintausendsechzig 50/100 Bolivianos"
    assert DE.in_words(100, 2, "EUR") == "Ein 00/100 Euro"
    assert DE.in_words(10100000, 2, "EUR") == "Einhunderteintausend 00/100 Euro"


# --- dates and times -----------------------------------------------------------------------------------------------


def test_a_date_is_written_day_first():
    assert ES.date(SATURDAY) == "05/12/2026"
    assert ES.short_date(SATURDAY) == "05/12/26"
    assert EN.date(SATURDAY) == "05/12/2026"
    assert DE.date(SATURDAY) == "05.12.2026"


def test_a_day_of_this_year_is_named_without_the_year():
    assert ES.weekday_day_month(SATURDAY) == "sábado 5 de diciembre"
    assert EN.weekday_day_month(SATURDAY) == "Saturday 5 December"
    assert DE.weekday_day_month(SATURDAY) == "Samstag 5. Dezember"


def test_a_long_date_names_the_day_and_the_month():
    assert ES.long_date(SATURDAY) == "sábado 5 de diciembre de 2026"
    assert EN.long_date(SATURDAY) == "Saturday 5 December 2026"
    assert DE.long_date(SATURDAY) == "Samstag, 5. Dezember 2026"


def test_a_date_in_figures_can_stand_after_its_weekday():
    assert ES.weekday_date(SATURDAY) == "Sáb 05/12/2026"
    assert EN.weekday_date(SATURDAY) == "Sat 05/12/2026"
    assert DE.weekday_date(SATURDAY) == "Sa 05.12.2026"


@pytest.mark.parametrize(
    ("first", "last", "spanish"),
    [
        (SATURDAY, date(2026, 12, 7), "5 al 7 de diciembre"),
        (SATURDAY, SATURDAY, "5 de diciembre"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 de noviembre al 2 de diciembre"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 de diciembre de 2026 al 2 de enero de 2027"),
        (date(2026, 12, 5), date(2027, 12, 7), "5 de diciembre de 2026 al 7 de diciembre de 2027"),
    ],
)
def test_a_range_of_days_says_once_what_both_ends_share(first, last, spanish):
    assert ES.date_range(first, last) == spanish


def test_a_range_of_days_in_english_and_german():
    assert EN.date_range(SATURDAY, date(2026, 12, 7)) == "5 to 7 December"
    assert DE.date_range(SATURDAY, date(2026, 12, 7)) == "5. bis 7. Dezember"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clock_has_24_hours_in_every_language(language):
    assert Texts(language).time(datetime(2026, 12, 5, 23, 7, 59, tzinfo=UTC)) == "23:07"
    assert Texts(language).time(time(0, 30)) == "00:30"


# --- names in a row ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        ([], ""),
        (["Quispe"], "Quispe"),
        (["Quispe", "Sawuri"], "Quispe y Sawuri"),
        (["a", "b", "c"], "a, b y c"),
        (["Quispe", "Inti"], "Quispe e Inti"),
        (["aguja", "hilo"], "aguja e hilo"),
        (["Ana", "Íngrid"], "Ana e Íngrid"),
        (["«a»", "«Inés»"], "«a» e «Inés»"),
        (["agua", "hierba"], "agua y hierba"),
        (["Ana", "Yola"], "Ana y Yola"),
        (["Ana", "Ybarra"], "Ana e Ybarra"),
    ],
)
def test_spanish_joins_names_with_y_or_with_e_before_the_sound_of_i(names, joined):
    assert ES.join(names) == joined


def test_english_and_german_join_names():
    assert EN.join(["Quispe", "Inti"]) == "Quispe and Inti"
    assert DE.join(["a", "b", "c"]) == "a, b und c"


# --- the catalogues ------------------------------------------------------------------------------------------------


def test_spanish_is_the_default_and_english_is_what_the_code_says():
    assert Texts().language == "es"
    assert ES._("barcode") == "código de barras"
    assert EN._("barcode") == "barcode"


def test_a_text_without_translation_is_shown_as_the_code_has_it():
    assert ES._("no such text") == "no such text"
    assert ES.pgettext("no such context", "no such text") == "no such text"
    assert ES.ngettext("%(n)d thing", "%(n)d things", 1) == "%(n)d thing"
    assert ES.ngettext("%(n)d thing", "%(n)d things", 0) == "%(n)d things"


def test_a_language_without_texts_is_refused():
    with pytest.raises(ValueError, match="fr"):
        Texts("fr")


def test_every_language_of_the_screen_has_texts():
    assert set(SCREEN_LANGUAGES) <= set(LANGUAGES)


def test_a_marked_text_stays_as_it_is():
    assert N_("barcode") == "barcode"


CATALOGUE = r"""
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\n"

#: somewhere.py
msgid "said \"so\""
msgstr ""
"dijo "
"«así»\n"
"\ty\\o se fue"

msgctxt "receipt"
msgid "Change"
msgstr "Vuelto"

msgid "Change"
msgstr "Cambiar"

msgid "%(n)d piece"
msgid_plural "%(n)d pieces"
msgstr[0] "%(n)d pieza"
msgstr[1] "%(n)d piezas"

#, fuzzy, python-format
msgid "guessed"
msgstr "adivinado"

msgid "untranslated"
msgstr ""

#~ msgid "lost"
#~ msgstr "perdido"
"""


def test_a_catalogue_holds_what_is_translated_and_nothing_guessed():
    assert read_catalogue(CATALOGUE) == {
        (None, 'said "so"'): ("dijo «así»\n\ty\\o se fue",),
        ("receipt", "Change"): ("Vuelto",),
        (None, "Change"): ("Cambiar",),
        (None, "%(n)d piece"): ("%(n)d pieza", "%(n)d piezas"),
    }


@pytest.mark.parametrize("language", ["es", "de"])
def test_our_reading_of_a_catalogue_is_that_of_babel(language):
    file = resource("locale", language, "LC_MESSAGES", "qhatu.po")
    with file.open("rb") as stream:
        theirs = read_po(stream, locale=language, abort_invalid=True)
    assert read_catalogue(file.read_text(encoding="utf-8")) == {
        (message.context, forms(message.id)[0]): forms(message.string) for message in theirs if message.id
    }


@pytest.mark.parametrize("language", ["es", "de"])
def test_a_translation_fills_in_the_same_named_values(language):
    """The form for one may leave the number out ("una pieza"); the form for many may not."""
    with resource("locale", language, "LC_MESSAGES", "qhatu.po").open("rb") as stream:
        messages = [message for message in read_po(stream, locale=language) if message.id]
    wrong = []
    for message in messages:
        needed = named_values(forms(message.id)[-1])
        filled = [named_values(form) for form in forms(message.string)]
        if filled[-1] != needed or not all(names <= needed for names in filled):
            wrong.append(message.id)
    assert wrong == []


def test_every_word_of_a_receipt_is_said_in_german_too():
    missing = {
        text
        for file in python_files("pos/printing")
        if file.name.startswith("receipt")
        for _, text, _, context in extract_from_file("python", file)
        if (context, forms(text)[0]) not in german()
    }
    assert missing == set()


def test_what_loads_slowly_is_loaded_only_when_asked_for():
    program = (
        "import sys; from pos.texts import Texts; Texts()._('barcode'); Texts().amount(5);"
        "print(sorted({'babel', 'num2words', 'platformdirs'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def german() -> set[tuple[str | None, str]]:
    file = resource("locale", "de", "LC_MESSAGES", "qhatu.po")
    return set(read_catalogue(file.read_text(encoding="utf-8")))


def forms(text: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """A text's forms: one, or one for each number of the language."""
    return (text,) if isinstance(text, str) else tuple(text)


def named_values(text: str) -> set[str]:
    """What is filled in, with its type: %(amount)s."""
    return set(re.findall(r"%(?:\(\w+\)[sd]|[^%(]|$)", text.replace("%%", "")))
