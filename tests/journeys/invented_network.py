"""An invented network for whole-day tests: the same seed gives the same `stall-network/1`, and each seed another one.

It holds what makes the arithmetic hard: co-made products of two and three makers, odd weights, rates given at each of
the four levels, goods whose bargains the network bears, prices to the centavo, five exhibitions in three currencies.
"""

import random

from tests.journeys.arithmetic_money import text_of

# The exhibitions by their part in the story that invented_days.py tells.
FIRST, SECOND, TWIN, ABROAD, PERU = "E1-NAVIDAD", "E2-ENERO", "E2-GEMELA", "E3-BERLIN", "E4-PUNO"

CRAFTS = ("cerámica", "velas", "muñequería", "tallado", "tejido", "joyería", "chocolate")
SURNAMES = ("Quispe", "Mamani", "Condori", "Choque", "Ticona", "Huanca", "Apaza", "Ñaupa", "Calle", "Yujra")
NAMES = ("Juana", "Rosa", "Wara", "Severo", "Nieves", "Delia", "Tomás", "Noemí", "Elvira", "Joel")
WEIGHTS = (1, 1, 1, 2, 3, 5, 7)


def ean13(first_twelve: str) -> str:
    """Twelve digits with their check digit: weights 1 and 3 in turn, up to the next ten."""
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(first_twelve))
    return first_twelve + str(-total % 10)


def make_network(rng: random.Random) -> dict:
    """The parsed `network.json` of this seed."""
    units = [_unit(rng, f"U{number:02d}", number) for number in range(1, 10)]
    return {
        "format": "stall-network/1",
        "network": {
            "name": "Red Inventada",
            "currency": "BOB",
            "language": "es",
            "commission_bps": rng.choice((1500, 1250, 1333)),
            "fund_bps": rng.choice((300, 500, 275)),
            "receipt_header": ["El Alto"],
            "receipt_footer": {"es": "¡Gracias por su compra!", "en": "Thank you!"},
        },
        "groups": [
            {"id": "GA", "name": "Taller de arriba", "stamp": None},
            {"id": "GB", "name": "Taller de abajo", "stamp": {"es": "Hecho a mano", "en": "Made by hand"}},
        ],
        "units": units,
        "products": _products(rng, [unit["id"] for unit in units]),
        "exhibitions": _exhibitions(rng, [unit["id"] for unit in units]),
    }


def _unit(rng: random.Random, unit_id: str, number: int) -> dict:
    kind = ("individual", "family", "collective")[number % 3]
    size = {"individual": 1, "family": rng.randint(2, 3), "collective": rng.randint(3, 6)}[kind]
    unit = {
        "id": unit_id,
        "name": f"Unidad {SURNAMES[number]}",
        "kind": kind,
        "group": rng.choice(("GA", "GB")),
        "community": "El Alto",
        "technique": rng.choice(CRAFTS),
        "members": [
            {"name": f"{name} {SURNAMES[number]}", "weight": rng.choice(WEIGHTS)} for name in rng.sample(NAMES, size)
        ],
    }
    # The rates of a unit: both, one of the two, or (most often) none.
    if number % 4 == 0:
        unit["commission_bps"] = rng.choice((1000, 875, 0))
    if number in {3, 8}:
        unit["fund_bps"] = rng.choice((0, 450, 666))
    return unit


def _products(rng: random.Random, units: list[str]) -> list[dict]:
    products = [_product(rng, number, units) for number in range(1, 25)]
    # The kinds that every seed must have, whatever the dice say.
    products[0]["makers"] = [{"unit": units[0], "weight": 2}, {"unit": units[1], "weight": 1}]
    products[1]["makers"] = [
        {"unit": unit, "weight": weight} for unit, weight in zip(units[2:5], (5, 3, 3), strict=True)
    ]
    products[1]["holder"] = units[3]
    products[2]["borne_by"] = "network"
    products[3] |= {"borne_by": "network", "makers": [{"unit": units[5], "weight": 3}, {"unit": units[6], "weight": 4}]}
    products[4] |= {"commission_bps": 2000, "fund_bps": 0}
    products[5]["fund_bps"] = 777
    for number, product in enumerate(products):
        product.setdefault("holder", product["makers"][0]["unit"])
        if number % 3 == 0 and product["holder"] == product["makers"][0]["unit"]:
            del product["holder"]
    products[6]["barcode"] = ean13("777012345678")
    products[7]["barcode"] = ean13("012345678901")  # begins with 0: a scanner may read it as a UPC-A of 12 digits
    products[8]["barcode"] = ean13("590123412345")
    products[9]["prices"] = {"BOB": {"list": "5.00"}}  # no floor, and not for sale abroad
    products[10]["prices"] = {"EUR": {"list": "9.90", "floor": "8.00"}}  # for sale abroad only
    products[11]["prices"]["BOB"] = {"list": "0.03"}  # a bead: less than the smallest coin
    products[12]["prices"] = {currency: {"list": "12.30", "floor": "10.05"} for currency in ("BOB", "EUR", "PEN")}
    return products


def _product(rng: random.Random, number: int, units: list[str]) -> dict:
    list_price = rng.choice((rng.randint(3, 30) * 500, rng.randint(10, 300) * 50, rng.randint(101, 19_999)))
    product = {
        "sku": f"P-{number:03d}",
        "barcode": None,
        "name": {"es": f"Pieza {number}", "en": f"Piece {number}"},
        "category": rng.choice(CRAFTS),
        "prices": {"BOB": _prices(rng, list_price)},
        "makers": [{"unit": rng.choice(units), "weight": 1}],
        "one_off": False,
        "yapa": rng.random() < 0.2,
        "borne_by": "shared",
    }
    if rng.random() < 0.9:
        product["prices"]["EUR"] = _prices(rng, max(50, list_price // rng.randint(4, 9)))
    if rng.random() < 0.5:
        product["prices"]["PEN"] = _prices(rng, max(50, list_price // 2))
    return product


def _prices(rng: random.Random, list_price: int) -> dict:
    prices = {"list": text_of(list_price)}
    if rng.random() < 0.8:
        prices["floor"] = text_of(list_price * rng.randint(70, 95) // 100)
    return prices


def _exhibitions(rng: random.Random, units: list[str]) -> list[dict]:
    bolivian = {"city": "La Paz", "country": "BO", "timezone": "America/La_Paz", "currency": "BOB"}
    first = bolivian | {
        "starts": "2026-12-05",
        "ends": "2026-12-07",
        "rates": {"USD": "9.70", "EUR": "11.2035"},
        "costs": [
            {"name": "puesto", "amount": text_of(rng.randint(10_000, 70_000)), "shared": "equal"},
            {"name": "transporte", "amount": text_of(rng.randint(10_000, 30_000)), "shared": "weight"},
            {"name": "promoción", "amount": text_of(rng.randint(10_000, 30_000)), "shared": "gross"},
        ],
    }
    second = bolivian | {
        "starts": "2027-01-16",
        "ends": "2027-01-17",
        "rates": {"USD": "9.85"},
        "commission_bps": rng.choice((1000, 1111)),
        "costs": [{"name": "carpa", "amount": text_of(rng.randint(5_000, 25_000)), "shared": "weight"}],
    }
    # It starts with the second one, so only the order of the two ids says which of them is the earlier.
    twin = bolivian | {"starts": "2027-01-16", "ends": "2027-01-18", "rates": {}, "fund_bps": 123, "costs": []}
    abroad = {
        "city": "Berlin", "country": "DE", "timezone": "Europe/Berlin", "currency": "EUR",
        "starts": "2027-03-27", "ends": "2027-03-28",  # the clocks go forward in the night between the two days
        "rates": {"USD": "0.9215", "BOB": "0.0893"},
        "commission_bps": 1750, "fund_bps": 0,
        "costs": [{"name": "Standgebühr", "amount": text_of(rng.randint(10_000, 20_000)), "shared": "gross"}],
    }  # fmt: skip
    peru = {
        "city": "Puno", "country": "PE", "timezone": "America/Lima", "currency": "PEN",
        "starts": "2027-02-02", "ends": "2027-02-02", "rates": {"BOB": "0.37", "USD": "3.745"},
        "costs": [{"name": "puesto", "amount": "99.99", "shared": "gross"}],
    }  # fmt: skip
    named = {FIRST: first, SECOND: second, TWIN: twin, ABROAD: abroad, PERU: peru}
    # The last units stay at home: what they deliver or earn all the same must still be reported.
    present = {FIRST: units[:8], SECOND: units[:6], TWIN: units[1:5], ABROAD: units[:7], PERU: units[:3]}
    return [
        {"id": name, "name": name.title(), "venue": "Campo ferial"}
        | exhibition
        | {
            "units": [
                {"id": unit, "weight": rng.choice(WEIGHTS)} for unit in rng.sample(present[name], len(present[name]))
            ]
        }
        for name, exhibition in named.items()
    ]
