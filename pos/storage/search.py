"""Finding products by the beginnings of their words, as a person types.

An FTS5 table beside the catalogue: names in all languages, SKU, barcode and makers' names of each product, without
accents and capitals. It is made from the catalogue alone and can be made anew at any time, so it is in no digest.
"""

import re
from collections.abc import Collection, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, MetaData, event

from pos.domain.text import folded
from pos.storage.columns import metadata

SEARCH = "product_search"
CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE product_search USING fts5(sku UNINDEXED, words, prefix='1 2 3', columnsize=0, "
    "tokenize='unicode61 remove_diacritics 2')"
)
_FILL = """
INSERT INTO product_search (sku, words)
SELECT p.sku,
       (SELECT group_concat(value, ' ') FROM json_each(p.name)) || ' ' || p.sku || ' ' || p.barcode || ' ' ||
       (SELECT group_concat(u.name, ' ') FROM maker AS m JOIN unit AS u ON u.id = m.unit WHERE m.sku = p.sku)
FROM product AS p
"""
_FILL_THESE = f"{_FILL} WHERE p.sku IN (SELECT value FROM json_each(?))"  # noqa: S608 (two constants)
_GATHER = "INSERT INTO product_search (product_search, rank) VALUES ('hashsize', ?)"
_OF_UNITS = "SELECT sku FROM maker WHERE unit IN (SELECT value FROM json_each(?))"
_FIND = "SELECT sku, words FROM product_search WHERE product_search MATCH ? LIMIT ?"

_WORD = re.compile(r"[^\W_]+")
_INDEXED = 3
"""So many letters of a word FTS5 has an index of its own for."""
_FIRST_LOOK, _SECOND_LOOK = 200, 400
_MOST_LETTERS, _MOST_WORDS = 100, 8
_MANY = 2_000
"""From so many changed products on it is quicker to make the table anew than to look for their rows."""
_BUFFER = 64 * 2**20
"""Bytes that FTS5 gathers before it writes: with its usual 1 MiB, much is written over and over."""


@event.listens_for(metadata, "after_create")
def _with_all_tables(_: MetaData, connection: Connection, **_options: object) -> None:
    connection.exec_driver_sql(CREATE_SEARCH)


class ProductSearch:
    """Looks products up by words."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def skus(self, text: str, most: int) -> Sequence[str]:
        """The SKUs of products that have a word beginning with each of the words typed; any text will do.

        FTS5 gathers all rows of a longer beginning before it gives the first, which for a word that nearly all products
        have (`pieza`) takes longer than a key may. Up to three letters it gives row after row. So first it is asked
        for three letters of each word, and few rows are looked at: those are enough for words that many products have.
        Then the words that proved to be rare are asked for in full; at last, if need be, all of them.
        """
        words = _words(text)
        asked: Collection[str] = ()
        for look_at in (_FIRST_LOOK, _SECOND_LOOK):
            found, whole, rare = self._look(words, asked, look_at, most)
            if whole or len(found) >= most:
                return found
            asked = rare
        return [sku for sku, _ in self._rows(words, words, most)]

    def _look(
        self, words: Sequence[str], in_full: Collection[str], look_at: int, most: int
    ) -> tuple[list[str], bool, set[str]]:
        """What is found among so many rows, whether there are no more of them, and which words few of them have."""
        begun = {word: re.compile(rf"(?<![^\W_]){word}") for word in words}
        having = dict.fromkeys(words, 0)
        found: list[str] = []
        looked_at = 0
        for sku, text in self._rows(words, in_full, look_at):
            looked_at += 1
            there = folded(text)
            has = [word for word in words if begun[word].search(there)]
            for word in has:
                having[word] += 1
            if len(has) == len(words):
                found.append(sku)
                if len(found) == most:
                    break
        rare = {word for word in words if 2 * having[word] < looked_at}
        return found, looked_at < look_at and len(found) < most, rare

    def _rows(self, words: Sequence[str], in_full: Collection[str], most: int) -> Iterator[tuple[str, str]]:
        """Rows with each word, those not asked for in full by their beginning."""
        if not words:
            return iter(())
        matched = " AND ".join(f'"{word if word in in_full else word[:_INDEXED]}"*' for word in words)
        return iter(self._connection.exec_driver_sql(_FIND, (matched, most)))


class ProductSearchWriter(ProductSearch):
    """Keeps the table as the catalogue is, inside a transaction that `Books` opened."""

    def renew(self, new: Collection[str], changed: Collection[str]) -> None:
        """Take in the words of products that are new, and those of products that changed anew, by SKU."""
        run = self._connection.exec_driver_sql
        if len(changed) > _MANY:
            run("DROP TABLE product_search")
            make_search(self._connection)
            return
        if changed:
            rows = run("SELECT rowid, sku FROM product_search")
            gone = [(rowid,) for rowid, sku in rows if sku in changed]
            if gone:
                run("DELETE FROM product_search WHERE rowid = ?", gone)
        if len(new) > _MANY:
            run(_GATHER, (_BUFFER,))
        if new or changed:
            run(_FILL_THESE, (_json([*new, *changed]),))

    def of_units(self, units: Collection[str]) -> set[str]:
        """The SKUs of what these units make."""
        return {sku for (sku,) in self._connection.exec_driver_sql(_OF_UNITS, (_json([*units]),))}


def make_search(connection: Connection) -> None:
    """Make the table from the catalogue as it is."""
    connection.exec_driver_sql(CREATE_SEARCH)
    connection.exec_driver_sql(_GATHER, (_BUFFER,))
    connection.exec_driver_sql(_FILL)


def _json(texts: Sequence[str]) -> str:
    return msgspec.json.encode(texts).decode()


def _words(text: str) -> Sequence[str]:
    """The runs of letters and figures in what was typed, as FTS5 takes them apart."""
    return [*dict.fromkeys(_WORD.findall(folded(text[:_MOST_LETTERS])))][:_MOST_WORDS]
