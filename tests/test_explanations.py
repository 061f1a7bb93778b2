"""Every refusal has one sentence in the person's words, filled with values that can do no harm."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pos
from pos.domain.catalogue_refusals import Duplicate, RatesOverHundred
from pos.domain.money import Money
from pos.domain.refusals import (
    BadAmount,
    BadText,
    ExhibitionOver,
    NotInCash,
    PayoutOverBalance,
    PriceUnderFloor,
    Refusal,
    ReturnedTooMany,
    TendersShort,
    UnknownCode,
    UnknownTender,
)
from pos.explanations import LONGEST_VALUE, SENTENCES, explain, explain_settings, sentence
from pos.settings import SettingsFault
from pos.texts import Texts
from tests.house.sources import place, tree

ES, EN = Texts("es"), Texts("en")


def modules() -> Iterator[ModuleType]:
    """Every module of the program, but for what starts it and what Alembic runs."""
    for found in pkgutil.walk_packages(pos.__path__, "pos."):
        if "migrations" not in found.name and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


MODULES = list(modules())


def refusals(of: type[Refusal] = Refusal) -> Iterator[type[Refusal]]:
    for kind in of.__subclasses__():
        if kind.__module__.startswith("pos."):
            yield kind
            yield from refusals(kind)


REFUSALS = sorted(refusals(), key=lambda kind: kind.code)


def named(text: str) -> set[str]:
    return set(re.findall(r"%\((\w+)\)s", text))


def bob(text: str) -> Money:
    return Money.of(text, "BOB")


# --- every refusal has its sentence --------------------------------------------------------------------------------


def test_no_two_refusals_share_a_code():
    codes = [kind.code for kind in REFUSALS]
    assert sorted(codes) == sorted(set(codes))


def test_every_refusal_has_a_sentence_and_every_sentence_a_refusal():
    told = {code for code in SENTENCES if not code.startswith("settings-")}
    assert told == {kind.code for kind in REFUSALS}


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_sentence_names_only_values_that_the_refusal_says_it_has(kind):
    assert named(SENTENCES[kind.code]) <= set(re.findall(r"`(\w+)`", kind.__doc__))


def test_whoever_refuses_gives_every_value_that_the_sentence_needs():
    lacking = []
    for module in MODULES:
        for node in ast.walk(tree(Path(module.__file__))):
            name, given_values = raised(node)
            kind = getattr(module, name, None) if name else None
            if isinstance(kind, type) and issubclass(kind, Refusal) and kind is not Refusal:
                needed = named(SENTENCES[kind.code]) - given_values
                lacking += [f"{place(Path(module.__file__), node)} {kind.code} {needed}"] if needed else []
    assert lacking == []


def raised(node: ast.AST) -> tuple[str, set[str]]:
    """The class that is called with values, or raised bare, and the names of the values."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id, {keyword.arg for keyword in node.keywords if keyword.arg}
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Name):
        return node.exc.id, set()
    return "", set()


@pytest.mark.parametrize("texts", [ES, EN], ids=["es", "en"])
def test_each_sentence_begins_with_a_capital_or_a_value_and_ends_with_a_full_stop(texts):
    sentences = [sentence(code, dict.fromkeys(named(said), "x"), texts) for code, said in SENTENCES.items()]
    assert [said for said in sentences if not re.match(r"[A-ZÁÉÍÓÚ«“]", said) or not said.endswith(".")] == []


def test_a_code_that_nobody_wrote_a_sentence_for_is_a_mistake_of_ours():
    class Forgotten(Refusal):
        """No sentence was written for this."""

    with pytest.raises(KeyError, match="forgotten"):
        explain(Forgotten(), ES)


# --- what they say -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("refusal", "spanish"),
    [
        (
            TendersShort(missing=bob("12.50"), due=bob("140.00")),
            "Faltan Bs 12,50 para completar los Bs 140,00. Pida el resto o quite productos.",
        ),
        (
            PriceUnderFloor(price=bob("60.00"), sku="JK-001", floor=bob("65.00")),
            "Bs 60,00 por «JK-001» es menos que el mínimo de Bs 65,00. Llame al encargado.",
        ),
        (
            ExhibitionOver(exhibition="LPZ26", ends=date(2026, 12, 7), day=date(2026, 12, 8)),
            "La feria «LPZ26» terminó el 07/12/2026 y la venta es del 08/12/2026. Elija otra feria.",
        ),
        (
            RatesOverHundred(commission_bps=9750, fund_bps=300),
            "Una comisión de 97,5 % y un fondo rotatorio de 3 % se llevan más que todo. Baje uno de los dos.",
        ),
        (
            ReturnedTooMany(receipt="A-000001", line=2, qty=1000, left=1),
            "Línea 2: no pueden volver 1.000, porque al comprador le quedan 1. Baje la cantidad.",
        ),
        (
            PayoutOverBalance(amount=Money.of("50", "CLP"), balance=Money.of("-7", "CLP"), unit="U01"),
            "CL$ 50 es más que los CL$ −7 que se le deben a «U01». Pague menos o llame al encargado.",
        ),
        (
            NotInCash(kind="qr", currency="USD"),
            ("QR no puede ser en «USD»: solo el efectivo puede ser de otra moneda. Cobre en la moneda de la feria."),
        ),
        (
            BadText(field="name (es)", most=200),
            (
                "El texto de nombre (es) está vacío, pasa de 200 letras o tiene un signo que no se puede imprimir. "
                "Escríbalo otra vez."
            ),
        ),
        (Duplicate(what="unit", value="U01"), "Unidad: «U01» está dos veces. Deje solo uno."),
        (Duplicate(what="stall", value="7"), "«stall»: «7» está dos veces. Deje solo uno."),
        (
            UnknownTender(kind="fiado", known=("cash", "qr", "card")),
            "«fiado» no es una forma de pago. Puede ser: «cash», «qr» y «card».",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Refusal) else "",
)
def test_a_refusal_is_told_with_its_values_and_the_next_step(refusal, spanish):
    assert explain(refusal, ES) == spanish


def test_a_refusal_is_told_in_english_too():
    told = explain(TendersShort(missing=bob("12.50"), due=bob("1400.00")), EN)
    assert told == "Bs 12.50 are missing to complete Bs 1,400.00. Ask for the rest, or take products away."


def test_a_moment_is_told_with_its_time():
    told = sentence("bad-time", {"text": datetime(2026, 12, 5, 11, 27, tzinfo=UTC)}, ES)
    assert told.startswith("05/12/2026 11:27 ")


# --- values that nobody has looked at ------------------------------------------------------------------------------


@given(st.text(max_size=200))
def test_no_text_can_command_the_screen_or_fill_it(text):
    told = explain(BadAmount(text=text, currency=text), ES)
    assert told.isprintable()
    assert len(told) < 2 * LONGEST_VALUE + 120
    told.encode("utf-8")


@pytest.mark.parametrize("text", ["\x1b[2J", "a\nb", "a\r\nb", "\u202egnirts", "\u2028", "\ud800", "\x00"])
def test_signs_that_cannot_be_seen_are_shown_as_such(text):
    told = explain(UnknownCode(scan=text), ES)
    assert "\N{REPLACEMENT CHARACTER}" in told
    assert told.isprintable()


def test_the_language_of_a_field_is_not_trusted_either():
    assert explain(BadText(field="name (\x1b[2J)", most=3), ES).isprintable()


def test_a_percent_sign_in_a_value_stays_a_percent_sign():
    assert explain(UnknownCode(scan="%(scan)s 100%"), ES).startswith("Ningún producto tiene el código «%(scan)s 100%».")


@pytest.mark.parametrize("value", [True, 1.5, None, ["x", {"a": 1}], {"a": 1}])
def test_a_value_of_any_type_is_shown(value):
    assert explain(BadAmount(text=value, currency="BOB"), ES)


def test_a_long_text_is_cut_at_its_end():
    told = explain(UnknownCode(scan="7" * 61), ES)
    assert f"«{'7' * 59}…»" in told
    assert f"«{'7' * 60}»" in explain(UnknownCode(scan="7" * 60), ES)


# --- the settings file ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reason", "key", "spanish"),
    [
        (
            "unreadable",
            "",
            "No se puede abrir el archivo de ajustes «settings.toml». Revise quién puede leerlo.",
        ),
        (
            "not-toml",
            "",
            (
                "El archivo de ajustes «settings.toml» está mal escrito. "
                "Corríjalo, o bórrelo para empezar con los ajustes de siempre."
            ),
        ),
        ("unknown-key", "papel", "No existe el ajuste «papel». Quítelo del archivo «settings.toml»."),
        (
            "wrong-type",
            "till",
            (
                "El ajuste «till» del archivo «settings.toml» pide un texto entre comillas o un número, "
                "y tiene lo otro. Corríjalo o quítelo."
            ),
        ),
        (
            "not-allowed",
            "receipt_width",
            (
                "El ajuste «receipt_width» del archivo «settings.toml» tiene un valor que la caja no puede usar. "
                "Corríjalo o quítelo."
            ),
        ),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_told_with_the_next_step(reason, key, spanish):
    assert explain_settings(SettingsFault(Path("settings.toml"), key, reason), ES) == spanish


def test_every_reason_of_a_settings_fault_is_told():
    told = {code.removeprefix("settings-") for code in SENTENCES if code.startswith("settings-")}
    named_in_docstring = SettingsFault.__doc__.partition("one of:")[2].partition(".")[0]
    assert told == set(re.findall(r"[a-z]+(?:-[a-z]+)*", re.sub(r"\([^)]*\)", "", named_in_docstring)))


def test_a_long_path_is_cut_at_its_front():
    fault = SettingsFault(Path("/" + "x" * 80 + "/settings.toml"), "", "not-toml")
    assert "/settings.toml»" in explain_settings(fault, ES)
