"""Which products a list shows, by SKU: all, a unit's, those whose words were typed, those that need labels."""

from collections.abc import Sequence

from sqlalchemy import Connection

from pos.storage.search import SEARCH, search_words

_ALL = "SELECT p.sku FROM product AS p"
_OF_UNIT = "p.sku IN (SELECT sku FROM maker WHERE unit = ?)"
_WITH_WORDS = f"p.sku IN (SELECT sku FROM {SEARCH} WHERE {SEARCH} MATCH ?)"  # noqa: S608 (a constant)
_TO_LABEL = """
(p.sku IN (
    SELECT sku FROM stock_movement WHERE exhibition = ? GROUP BY unit, sku
    HAVING sum(CASE kind WHEN 'delivered' THEN qty WHEN 'back' THEN qty ELSE -qty END) > 0)
 OR p.sku NOT IN (SELECT sku FROM stock_movement))
"""
"""What is left of deliveries at an exhibition, and what never moved anywhere: it is new."""


class ProductLists:
    """Asks the books for SKUs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def skus(self, *, typed: str = "", unit: str = "", to_label_at: str = "") -> Sequence[str]:
        """The SKUs in order of what all of these conditions hold for, those that are empty left out.

        `typed` are beginnings of words, in any order, `unit` the id of a maker, `to_label_at` that of an exhibition.
        """
        conditions, values = [], []
        if unit:
            conditions.append(_OF_UNIT)
            values.append(unit)
        if words := search_words(typed).split():
            conditions.append(_WITH_WORDS)
            values.append(" AND ".join(f'"{word}"*' for word in words))
        elif typed.strip():
            return ()
        if to_label_at:
            conditions.append(_TO_LABEL)
            values.append(to_label_at)
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        cursor = self._connection.connection.cursor()  # plain rows: of a large catalogue these are very many
        cursor.execute(f"{_ALL}{where} ORDER BY p.sku", values)
        return [sku for (sku,) in cursor.fetchall()]
