"""Day files for tests: a header and one event of each kind, changed at one place, written, and read to its faults."""

import json
from pathlib import Path
from typing import Any

HEADER = {"format": "stall-day/1", "exhibition": "LPZ26", "till": "A"}
NINE = "2026-12-05T09:00:00-04:00"

SALE: dict[str, Any] = {
    "at": "2026-12-05T09:20:11-04:00",
    "do": "sale",
    "ref": "s1",
    "buyer": "tourist",
    "lines": [
        {"scan": "2000000000015"},
        {"scan": "JK-001", "qty": 2, "price": "75.00"},
        {"scan": "MP-009", "yapa": True},
    ],
    "discount": {"amount": "5.00"},
    "tenders": [
        {"kind": "cash", "currency": "USD", "amount": "20.00"},
        {"kind": "qr", "amount": "40.00", "reference": "8841"},
    ],
    "supervisor": "marta",
}

EVENTS: dict[str, dict[str, Any]] = {
    "deliver": {"unit": "U01", "lines": [{"sku": "JK-001", "qty": 10}]},
    "open_shift": {"cashier": "ana", "float": {"BOB": {"20.00": 5, "1.00": 30}}},
    "sale": SALE,
    "refund": {"of": "s1", "lines": [{"line": 2, "qty": 1}], "restock": True, "tender": {"kind": "cash"}},
    "void": {"of": "s1"},
    "cash_in": {"amount": "15.00", "reason": "sencillo"},
    "cash_out": {"amount": "15.00", "reason": "bolsas"},
    "advance": {"unit": "U01", "amount": "50.00"},
    "close_shift": {"count": {"BOB": {"200.00": 2, "0.50": 7}, "USD": {"20.00": 1}}},
    "return": {"unit": "U01", "lines": [{"sku": "JK-001", "qty": 6}]},
    "loss": {"unit": "U01", "lines": [{"sku": "JK-001", "qty": 1}], "reason": "roto"},
    "payout": {"unit": "U01", "amount": "all", "kind": "transfer"},
    "close_exhibition": {},
}
"""The fields of one event of each kind, by its `do`."""


def an_event(do: str, /, **changes: Any) -> dict[str, Any]:
    """An event of a kind with its fields; one that is changed to None is left out."""
    fields = {"at": NINE, "do": do} | EVENTS[do] | changes
    return {name: value for name, value in fields.items() if value is not None}


def written(folder: Path, *lines: object, name: str = "day.jsonl", header: object = HEADER) -> Path:
    """The path of a day file with these events; a line that is a text or bytes is written as it is."""
    path = folder / name
    path.write_bytes(b"".join(_line(line) + b"\n" for line in (header, *lines)))
    return path


def _line(line: object) -> bytes:
    if isinstance(line, bytes):
        return line
    return (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)).encode()
