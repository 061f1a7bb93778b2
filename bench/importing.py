"""Taking in a network of 100,000 products, against reading the same file with the standard library's json alone."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench.measuring import milliseconds, peak_memory, profile_of, seconds, tell
from bench.stall import act
from pos.formats.network_file import read_network
from pos.settings import Places, Settings, resource
from pos.storage.books import Books
from pos.wiring import make_desk

PRODUCTS = 100_000
LIMIT = 10.0


def main() -> None:
    """Import, and import again, which changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "network.json")
        file.write_text(json.dumps(large_network()), encoding="utf-8")
        plain = seconds(lambda: json.loads(file.read_bytes()))
        home = Path(folder, "home")
        with Books(home / "books.sqlite") as books:
            catalogue = make_desk(Places(home), Settings(), books).till.catalogue
            first = seconds(lambda: catalogue.take_in(act(), read_network(file)))
            again = seconds(lambda: catalogue.take_in(act(), read_network(file)))
            memory = peak_memory()
            met = max(first, again) <= LIMIT
            profile = "" if met else profile_of(lambda: catalogue.take_in(act(), read_network(file)))
    tell([_figure("import", first, plain, memory, profile), _figure("import again", again, plain, memory, profile)])


def _figure(what: str, took: float, plain: float, memory: str, profile: str) -> dict[str, object]:
    return {
        "what": f"{what} of {PRODUCTS:,} products (once)",
        "ours": milliseconds(took),
        "baseline": milliseconds(plain),
        "against": "json.loads alone",
        "quotient": took / plain,
        "limit": f"≤ {LIMIT:.0f} s",
        "met": took <= LIMIT,
        "memory": memory,
        "profile": profile,
    }


def _numbered(number: int) -> dict[str, str]:
    return {"es": f"Pieza número {number}", "en": f"Piece number {number}"}


def large_network(name: Callable[[int], dict[str, str]] = _numbered) -> dict[str, object]:
    """The example network with very many products, its own ones over and over under other names."""
    network: dict[str, object] = json.loads(resource("sample", "network.json").read_text(encoding="utf-8"))
    samples = network["products"]
    assert isinstance(samples, list)
    products = []
    for i in range(PRODUCTS):
        product = {key: value for key, value in samples[i % len(samples)].items() if key != "photo"}
        products.append(product | {"sku": f"P-{i:06d}", "name": name(i)})
    return network | {"products": products}


if __name__ == "__main__":
    main()
