"""What a key costs while searching 100,000 products, against LIKE over the same words in the same run."""

import json
import random
import sqlite3
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.importing import PRODUCTS, large_network
from bench.measuring import milliseconds, peak_memory, profile_of, seconds, tell
from bench.stall import act
from pos.formats.network_file import read_network
from pos.services.finding import FOUND, Finding
from pos.settings import Places, Settings
from pos.storage.books import Books
from pos.wiring import make_desk

QUERIES = 40
LIMIT_MS, TIMES_QUICKER = 5.0, 4.0
_LIMIT = f"≤ {LIMIT_MS:.0f} ms, ≤ {1 / TIMES_QUICKER:.2f}×"
NOUNS = ("Taza", "Casita", "Chullo", "Bolso", "Muñeca", "Llamita", "Nacimiento", "Charango", "Balsa", "Miel", "Bufanda")
MATERIALS = ("barro", "alpaca", "aguayo", "totora", "naranjo", "oveja", "plata", "cuero", "madera", "lana", "algodón")
COLOURS = ("rojo", "azul", "verde", "negro", "blanco", "grande", "pequeño", "mediano", "antiguo", "fino")
LIKE = f"SELECT sku FROM product_search WHERE {{}} LIMIT {FOUND}"


def main() -> None:
    """Type what people look for, key by key, both ways in turn."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "network.json")
        file.write_text(json.dumps(large_network(typical_name)), encoding="utf-8")
        home = Path(folder, "home")
        with Books(home / "books.sqlite") as books:
            desk = make_desk(Places(home), Settings(), books)
            desk.till.catalogue.take_in(act(), read_network(file))
            raw = sqlite3.connect(f"{(home / 'books.sqlite').as_uri()}?mode=ro", uri=True)
            keys = [text[:end] for text in _typed() for end in range(1, len(text) + 1) if text[:end].strip()]
            ours, like = _measure(desk.finding, raw, keys)
            raw.close()
            found, scanned = _p95(ours), _p95(like)
            met = found * 1000 <= LIMIT_MS and scanned / found >= TIMES_QUICKER
            profile = "" if met else profile_of(lambda: [desk.finding.search(key) for key in keys])
    usual = _figure("p50", statistics.median(ours), statistics.median(like))
    tell([_figure("p95", found, scanned) | {"limit": _LIMIT, "met": met, "profile": profile}, usual])


def typical_name(number: int) -> dict[str, str]:
    """A name as in a large catalogue; the same number has the same name."""
    dice = random.Random(number)
    thing, of, like = dice.choice(NOUNS), dice.choice(MATERIALS), dice.choice(COLOURS)
    return {"es": f"{thing} de {of} {like} {number % 500}", "en": f"Piece of {of} {number % 500}"}


def _typed() -> Sequence[str]:
    """What is looked for: one to three words without their accents, SKUs, makers, what all products have, nothing."""
    dice = random.Random(26)
    typed = []
    for _ in range(QUERIES):
        words = [dice.choice(NOUNS), dice.choice(MATERIALS), dice.choice(COLOURS), str(dice.randint(0, 499))]
        typed.append(" ".join(dice.sample(words, dice.randint(1, 3))).replace("ñ", "n").replace("á", "a").lower())
    return [*typed, "p-0412", "2000000", "familia", "piece of", "muneca zorro"]


def _measure(finding: Finding, raw: sqlite3.Connection, keys: Sequence[str]) -> tuple[list[float], list[float]]:
    ours, like = [], []
    for key in [*keys[:20], *keys]:  # the first ones warm the cache and are not counted
        ours.append(seconds(lambda key=key: finding.search(key)))
        like.append(seconds(lambda key=key: _by_like(raw, key)))
    return ours[20:], like[20:]


def _by_like(raw: sqlite3.Connection, key: str) -> list[Any]:
    """SKUs only, accents not understood: less than what is measured beside it."""
    words = key.split()
    where = " AND ".join(["words LIKE ?"] * len(words))
    return raw.execute(LIKE.format(where), [f"%{word}%" for word in words]).fetchall()


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _figure(which: str, ours: float, like: float) -> dict[str, object]:
    return {
        "what": f"a key of a search over {PRODUCTS:,} products: {FOUND} products found ({which})",
        "ours": milliseconds(ours),
        "baseline": milliseconds(like),
        "against": "LIKE, SKUs only",
        "quotient": ours / like,
        "limit": "for knowing",
        "met": True,
        "memory": peak_memory(),
        "profile": "",
    }


if __name__ == "__main__":
    main()
