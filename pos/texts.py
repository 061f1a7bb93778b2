"""Words, amounts and dates in a person's language: one gettext catalogue for screen and paper alike.

English stands in the code as the msgid. The catalogues are read as they are, resources/locale/<language>/LC_MESSAGES/
qhatu.po; none is compiled, so none can be stale. Names of days, months and currencies come from CLDR through Babel.
How amounts, dates and times are written is fixed here, as stalls in Bolivia write them: CLDR would leave the dot out of
`1.234,50` and put AM and PM on an English clock.

Babel and num2words take longer to load than the till takes to show its first screen; they are loaded when first asked.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pos.settings import resource

LANGUAGES = ("es", "en", "de")
"""Spanish is complete and the default; English is what the code says; German holds what a buyer sees."""


def spoken(language: str) -> str:
    """The language itself where there are texts in it, Spanish otherwise.

    A network may speak any language, and names its goods in it: what the program itself says is then said in Spanish.
    """
    return language if language in LANGUAGES else LANGUAGES[0]


MINUS = "−"
"""A minus as wide as a plus, so that columns of figures stay straight and no line breaks after it."""


def N_(msgid: str) -> str:  # noqa: N802 - the name that gettext's tools know
    """Marks a msgid that is translated later, where the language is known."""
    return msgid


class _Custom(NamedTuple):
    """How a language writes what the catalogue does not hold. Dates: strftime where figures suffice, else CLDR's."""

    locale: str
    group: str
    point: str
    percent: str
    date: str
    short_date: str
    long_date: str
    day: str
    day_month: str
    day_month_year: str
    until: str
    conjunction: str
    minus: str


_CUSTOMS = {
    "es": _Custom(
        "es_BO", ".", ",", " %", "%d/%m/%Y", "%d/%m/%y", "EEEE d 'de' MMMM 'de' y",
        "d", "d 'de' MMMM", "d 'de' MMMM 'de' y", "al", "y", "menos",
    ),
    "en": _Custom(
        "en_GB", ",", ".", "%", "%d/%m/%Y", "%d/%m/%y", "EEEE d MMMM y",
        "d", "d MMMM", "d MMMM y", "to", "and", "minus",
    ),
    "de": _Custom(
        "de_DE", ".", ",", " %", "%d.%m.%Y", "%d.%m.%y", "EEEE, d. MMMM y",
        "d.", "d. MMMM", "d. MMMM y", "bis", "und", "minus",
    ),
}  # fmt: skip

_SYMBOLS = {
    "BOB": "Bs",
    "PEN": "S/",
    "USD": "US$",
    "EUR": "€",
    "ARS": "AR$",
    "BRL": "R$",
    "CLP": "CL$",
    "COP": "CO$",
    "GBP": "£",
}
"""No two alike: where dollars and four kinds of peso lie in one drawer, a bare `$` is a mistake waiting."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that is said in one language. Cheap to make; raises `ValueError` for a language not in `LANGUAGES`."""

    language: str = "es"

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise ValueError(f"no texts in {self.language!r}, only in {', '.join(LANGUAGES)}")

    # --- words ---------------------------------------------------------------------------------------------------

    def _(self, msgid: str) -> str:
        """The translation of a msgid; where the catalogue has none, the msgid itself."""
        return _catalogue(self.language).get((None, msgid), (msgid,))[0]

    gettext = _

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """The form that goes with a count of n; the caller puts the count in."""
        forms = _catalogue(self.language).get((None, singular), (singular, plural))
        return forms[0 if n == 1 else 1]

    def pgettext(self, context: str, msgid: str) -> str:
        """As `_`, for a word that has several translations; `context` says which is meant."""
        return _catalogue(self.language).get((context, msgid), (msgid,))[0]

    def join(self, names: Sequence[str]) -> str:
        """Names in a row: "a, b y c"; in Spanish `e` stands for `y` before the sound of i."""
        if len(names) < 2:
            return "".join(names)
        conjunction = _CUSTOMS[self.language].conjunction
        if conjunction == "y" and _SOUNDS_LIKE_I.match(names[-1]):
            conjunction = "e"
        return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"

    # --- numbers -------------------------------------------------------------------------------------------------

    def amount(self, minor: int, digits: int = 2) -> str:
        """Minor units of a currency with so many decimals: `(123450, 2)` is "1.234,50"; with 0 digits, a count."""
        custom = _CUSTOMS[self.language]
        figures = str(abs(minor)).rjust(digits + 1, "0")
        whole, decimals = figures[: len(figures) - digits], figures[len(figures) - digits :]
        sign = MINUS if minor < 0 else ""
        grouped = f"{int(whole):,}".replace(",", custom.group)
        return f"{sign}{grouped}{custom.point if digits else ''}{decimals}"

    def symbol(self, currency_code: str) -> str:
        """The sign before an amount: "Bs", "US$", "€"; the code itself for a currency without one."""
        return _SYMBOLS.get(currency_code, currency_code)

    def rate(self, bps: int) -> str:
        """A rate in basis points as a percentage: 1500 is "15 %", 1250 is "12,5 %"."""
        custom = _CUSTOMS[self.language]
        whole, hundredths = divmod(abs(bps), 100)
        decimals = f"{hundredths:02d}".rstrip("0")
        sign = MINUS if bps < 0 else ""
        return f"{sign}{whole}{custom.point if decimals else ''}{decimals}{custom.percent}"

    def in_words(self, minor: int, digits: int, currency_code: str) -> str:
        """An amount as a receipt to sign spells it: "Mil sesenta 50/100 bolivianos"."""
        # Loaded here, not above: the two take 200 ms together, and only a settlement spells an amount.
        from babel.numbers import get_currency_name
        from num2words import num2words

        custom = _CUSTOMS[self.language]
        whole, fraction = divmod(abs(minor), 10**digits)
        words = _before_a_noun(num2words(whole, lang=self.language), self.language, currency_code)
        if digits:
            words += f" {str(fraction).rjust(digits, '0')}/{10**digits}"
        elif self.language == "es" and words.endswith(("llón", "llones")):
            words += " de"
        count = 1 if whole == 1 and not digits else 2
        usual = self._(_USUAL_NAMES.get(currency_code, ""))
        name = usual or get_currency_name(currency_code, count=count, locale=custom.locale)
        sign = f"{custom.minus} " if minor < 0 else ""
        spelled = f"{sign}{words} {name}"
        return spelled[0].upper() + spelled[1:]

    def currency_name(self, currency_code: str) -> str:
        """What a currency is called when there are many of it: "bolivianos", "US dollars"."""
        from babel.numbers import get_currency_name

        usual = self._(_USUAL_NAMES.get(currency_code, ""))
        return usual or get_currency_name(currency_code, count=2, locale=_CUSTOMS[self.language].locale)

    # --- dates and times -----------------------------------------------------------------------------------------

    def date(self, d: dt.date) -> str:
        """Day, month and year in figures: 05/12/2026."""
        return d.strftime(_CUSTOMS[self.language].date)

    def short_date(self, d: dt.date) -> str:
        """As `date`, the year without its century, for narrow paper: 05/12/26."""
        return d.strftime(_CUSTOMS[self.language].short_date)

    def long_date(self, d: dt.date) -> str:
        """A date in words: sábado 5 de diciembre de 2026."""
        return self._cldr(d, _CUSTOMS[self.language].long_date)

    def weekday_date(self, d: dt.date) -> str:
        """A date in figures after its day's short name: Sáb 05/12/2026."""
        name = self._cldr(d, "EEE").rstrip(".")
        return f"{name[0].upper()}{name[1:]} {self.date(d)}"

    def weekday_day(self, d: dt.date) -> str:
        """A day of a fair as people say it, within a month or so: sábado 5."""
        return self._cldr(d, "EEEE d")

    def weekday_day_month(self, d: dt.date) -> str:
        """A day in words, as `long_date` without its year: sábado 5 de diciembre."""
        return f"{self._cldr(d, 'EEEE')} {self._cldr(d, _CUSTOMS[self.language].day_month)}"

    def date_range(self, a: dt.date, b: dt.date) -> str:
        """From one day to another, saying once what both share: "5 al 7 de diciembre"; the year where it changes."""
        custom = _CUSTOMS[self.language]
        last = custom.day_month if a.year == b.year else custom.day_month_year
        if (a.year, a.month, a.day) == (b.year, b.month, b.day):
            return self._cldr(a, last)
        first = custom.day if (a.year, a.month) == (b.year, b.month) else last
        return f"{self._cldr(a, first)} {custom.until} {self._cldr(b, last)}"

    def time(self, moment: dt.datetime | dt.time) -> str:
        """Hours and minutes of a 24-hour clock, in the time zone that `moment` carries: 11:27."""
        return moment.strftime("%H:%M")

    def _cldr(self, d: dt.date, pattern: str) -> str:
        # Loaded here, not above: it takes 70 ms, and the till's first screen names no day.
        from babel.dates import format_date

        return format_date(d, pattern, locale=_CUSTOMS[self.language].locale)


_USUAL_NAMES = {"BOB": N_("bolivianos"), "PEN": N_("soles")}
"""Where nobody says what CLDR says ("Peruvian soles"); a language's catalogue has no entry for the empty text."""

_SOUNDS_LIKE_I = re.compile(r"[«“]?(h?[ií](?![aeoáéó])|y(?![aeiouáéíóú]))", re.IGNORECASE)
"""`e Inés`, `e hilos`, `e Ybarra`; but `y hierro`, `y Yola`, where it is no vowel."""

_FEMININE = ("GBP",)
"""Currencies whose Spanish name is feminine: doscientas una libras."""


def _before_a_noun(number: str, language: str, currency_code: str) -> str:
    """A number in words in the form that it takes before the currency's name: veintiuno, but veintiún bolivianos."""
    if language == "de":
        return "ein" if number == "eins" else number.replace("einstausend", "eintausend")
    if language != "es":
        return number
    millions, split, rest = number.rpartition("llones" if "llones" in number else "llón")
    if currency_code in _FEMININE:
        rest = re.sub(r"uno\b", "una", rest.replace("cientos", "cientas").replace("quinientos", "quinientas"))
    return re.sub(r"\buno\b", "un", re.sub(r"veintiuno\b", "veintiún", millions + split + rest))


# --- catalogues --------------------------------------------------------------------------------------------------

_Key = tuple[str | None, str]

_FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)((?:\s*"(?:[^"\\]|\\.)*")+)', re.MULTILINE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t"}


@cache
def _catalogue(language: str) -> Mapping[_Key, tuple[str, ...]]:
    """The translations of a language by context and msgid; plurals have two forms, one for 1 and one for the rest.

    Babel would read the same file in twice the time that a start may take for it; a test compares the two readings.
    """
    if language == "en":
        return {}
    return read_catalogue(resource("locale", language, "LC_MESSAGES", "qhatu.po").read_text(encoding="utf-8"))


def read_catalogue(text: str) -> Mapping[_Key, tuple[str, ...]]:
    """The translated entries of a .po file; the header, fuzzy and untranslated entries are left out."""
    catalogue: dict[_Key, tuple[str, ...]] = {}
    for entry in re.split(r"\n\s*\n", text):
        if "fuzzy" in entry and re.search(r"^#,.*\bfuzzy\b", entry, re.MULTILINE):
            continue
        fields = {name: _unquoted(quoted) for name, quoted in _FIELD.findall(entry)}
        forms = tuple(value for name, value in fields.items() if name.startswith("msgstr"))
        if fields.get("msgid") and all(forms):
            catalogue[fields.get("msgctxt"), fields["msgid"]] = forms
    return catalogue


def _unquoted(quoted: str) -> str:
    joined = "".join(_QUOTED.findall(quoted))
    return _ESCAPE.sub(lambda m: _ESCAPED.get(m[1], m[1]), joined) if "\\" in joined else joined
