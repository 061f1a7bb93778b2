"""Network files for tests: a small right one, changed at one place, written, and read to its faults."""

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from pos.formats.faults import BadFile
from pos.formats.network_file import read_network

Change = Callable[[dict[str, Any]], object]

SMALL: dict[str, Any] = {
    "format": "stall-network/1",
    "network": {"name": "Red de Prueba", "currency": "BOB", "commission_bps": 1500, "fund_bps": 300},
    "groups": [{"id": "JK", "name": "Taller"}],
    "units": [
        {"id": "U01", "name": "Familia Quispe", "kind": "family", "members": [{"name": "Juana", "weight": 2}]},
        {
            "id": "U07",
            "name": "Berta",
            "kind": "individual",
            "group": "JK",
            "members": [{"name": "Berta", "weight": 1}],
        },
    ],
    "products": [
        {
            "sku": "JK-001",
            "name": {"es": "Casita"},
            "prices": {"BOB": {"list": "80.00", "floor": "65.00"}, "EUR": {"list": "14.00"}},
            "makers": [{"unit": "U01", "weight": 2}, {"unit": "U07", "weight": 1}],
        },
        {"sku": "JK-002", "name": {"es": "Taza"}, "prices": {}, "makers": [{"unit": "U07", "weight": 1}]},
    ],
    "exhibitions": [
        {
            "id": "LPZ26",
            "name": "Feria de Navidad",
            "starts": "2026-12-05",
            "ends": "2026-12-07",
            "timezone": "America/La_Paz",
            "currency": "BOB",
            "rates": {"USD": "9.70"},
            "units": [{"id": "U01"}, {"id": "U07", "weight": 3}],
            "costs": [{"name": "puesto", "amount": "600.00", "shared": "equal"}],
        }
    ],
}
"""The least that the format asks for, and one of each list."""


def changed(change: Change) -> dict[str, Any]:
    """The small file's fields after a change."""
    fields = deepcopy(SMALL)
    change(fields)
    return fields


def written(folder: Path, content: str | bytes | dict[str, Any], name: str = "network.json") -> Path:
    """The path of a file with that content; fields are written as JSON."""
    text = json.dumps(content, ensure_ascii=False) if isinstance(content, dict) else content
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def faults_of(path: Path, read: Callable[[Path], object] = read_network) -> dict[str, str]:
    """Code by place of everything that is wrong with a file."""
    with pytest.raises(BadFile) as refused:
        read(path)
    assert refused.value.file == path.name
    return {place: refusal.code for place, refusal in refused.value.faults}
