"""What lies on an exhibition's shelves: its units' products, what sold, and what is left of a few of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from pos.domain.reports import StockPosition

Shelved = tuple[str, str, bool, Mapping[str, str]]
"""What a product is put in its place by: SKU, category, whether it has a photo, its names."""

_ALL = "SELECT sku, category, photo IS NOT NULL, name FROM product"
_MADE_BY = "WHERE sku IN (SELECT sku FROM maker WHERE unit IN (SELECT value FROM json_each(?)))"
_SOLD = """
SELECT exhibition, sku, sum(CASE kind WHEN 'back' THEN -qty ELSE qty END) FROM stock_movement
WHERE kind IN ('sold', 'back') GROUP BY exhibition, unit, sku
"""
"""Grouped as the index has them, so nothing is sorted; a product that changed its holder stands there twice."""
_SOLD_AFTER = """
SELECT exhibition, sku, CASE kind WHEN 'back' THEN -qty ELSE qty END FROM stock_movement
WHERE fact > ? AND kind IN ('sold', 'back')
"""
_LAST = "SELECT coalesce(max(number), 0) FROM fact"
_POSITIONS = """
SELECT moved.sku, moved.kind, sum(moved.qty)
FROM maker CROSS JOIN stock_movement AS moved
WHERE maker.sku IN (SELECT value FROM json_each(?))
AND moved.exhibition = ? AND moved.unit = maker.unit AND moved.sku = maker.sku
GROUP BY moved.sku, moved.kind
"""
"""CROSS keeps the order of the tables: of each maker's product the movements lie together in the index."""


class Shelves:
    """Asks the books for what the selling screen shows."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def products(self, units: Collection[str] | None) -> Sequence[Shelved]:
        """The products that any of the units made; None asks for those of all units."""
        made_by = ("", ()) if units is None else (_MADE_BY, (_json(units),))
        rows = self._plain(f"{_ALL} {made_by[0]}", made_by[1])
        names = msgspec.json.Decoder(dict[str, str]).decode
        return [(sku, category, bool(pictured), names(name)) for sku, category, pictured, name in rows]

    def sold_after(self, number: int) -> tuple[int, Sequence[tuple[str, str, int]]]:
        """The number of the newest fact, and what sold in the facts after one, 0 being before all of them.

        That is (exhibition, SKU, pieces sold less pieces back), to be added up.
        """
        last: int = self._connection.exec_driver_sql(_LAST).scalar_one()
        if last <= number:
            return last, ()
        return last, self._plain(_SOLD_AFTER, (number,)) if number else self._plain(_SOLD)

    def positions(self, exhibition: str, skus: Collection[str]) -> Mapping[str, StockPosition]:
        """The position of each of these products that moved at an exhibition, under whichever of its makers."""
        counts: dict[str, dict[str, int]] = defaultdict(dict)
        for sku, kind, qty in self._connection.exec_driver_sql(_POSITIONS, (_json(skus), exhibition)):
            counts[sku][kind] = qty
        return {sku: StockPosition(sku, **by_kind) for sku, by_kind in counts.items()}

    def _plain(self, sql: str, values: tuple[object, ...] = ()) -> Sequence[Any]:
        """Rows as the driver gives them: for very many, half the time is saved."""
        cursor = self._connection.connection.cursor()
        cursor.execute(sql, values)
        return cursor.fetchall()


def _json(texts: Collection[str]) -> str:
    return msgspec.json.encode(sorted(texts)).decode()
