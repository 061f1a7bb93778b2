"""What the till calls each currency where people pay with it: shorter than a bank does, and a whole question each."""

from decimal import Decimal
from typing import NamedTuple

from pos.domain.money import Currency
from pos.texts import N_, Texts


class MoneyNames(NamedTuple):
    """A currency's name at the head of a column, what one of it is worth, and how much of it is given."""

    name: str
    worth: str
    asked: str
    icon: str = "coins"


NAMES = {
    "ARS": MoneyNames(N_("Argentine pesos"), N_("1 Argentine peso in"), N_("How many Argentine pesos are you given?")),
    "BOB": MoneyNames(N_("Bolivianos"), N_("1 boliviano in"), N_("How many bolivianos are you given?")),
    "BRL": MoneyNames(N_("Reais"), N_("1 real in"), N_("How many reais are you given?")),
    "CHF": MoneyNames(N_("Swiss francs"), N_("1 franc in"), N_("How many francs are you given?")),
    "CLP": MoneyNames(N_("Chilean pesos"), N_("1 Chilean peso in"), N_("How many Chilean pesos are you given?")),
    "COP": MoneyNames(N_("Colombian pesos"), N_("1 Colombian peso in"), N_("How many Colombian pesos are you given?")),
    "EUR": MoneyNames(N_("Euros"), N_("1 euro in"), N_("How many euros are you given?"), "euro"),
    "GBP": MoneyNames(N_("Pounds"), N_("1 pound in"), N_("How many pounds are you given?")),
    "PEN": MoneyNames(N_("Soles"), N_("1 sol in"), N_("How many soles are you given?")),
    "USD": MoneyNames(N_("Dollars"), N_("1 dollar in"), N_("How many dollars are you given?"), "dollar"),
}
"""A test holds these to the currencies that the program handles."""


def short_figure(minor: int, money: Currency, texts: Texts) -> str:
    """An amount without decimals where they are zeros: "20", "0,50"."""
    whole, rest = divmod(minor, 10**money.digits)
    return texts.amount(minor, money.digits) if rest else texts.amount(whole, 0)


def rate_figure(rate: Decimal, texts: Texts) -> str:
    """An exchange rate with all the decimals that it was given with: "9,70"."""
    whole, _, decimals = f"{rate:f}".partition(".")
    return texts.amount(int(whole + decimals), len(decimals))
