"""Finding products by the beginnings of their words, as a person types.

An FTS5 table beside the catalogue: names in all languages, SKU, barcode and makers' names of each product, without
accents and capitals. Open-price items are not in it: they are found by their unit. It is made from the catalogue alone
and can be made anew at any time, so it is in no digest.
"""

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, MetaData, event
from sqlalchemy.exc import DBAPIError

from pos.domain.barcodes import BADGE_PREFIX
from pos.domain.open_items import OPEN_PREFIX
from pos.domain.text import encodable, folded
from pos.storage.columns import metadata

SEARCH = "product_search"
CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE product_search USING fts5(sku UNINDEXED, words, prefix='1 2 3', columnsize=0, "
    "tokenize='unicode61 remove_diacritics 2')"
)
_INDEXED_PRODUCTS = f"""
FROM product AS p WHERE NOT (
    p.sku GLOB '{OPEN_PREFIX}*' AND p.barcode GLOB '{BADGE_PREFIX}*'
    AND NOT EXISTS (SELECT 1 FROM price AS r WHERE r.sku = p.sku)
    AND (SELECT count(*) FROM maker AS m WHERE m.sku = p.sku) = 1
)
"""  # noqa: S608 (constants)
"""All but what `open_items.is_open_item` says."""
_FILL = f"""
INSERT INTO product_search (sku, words)
SELECT p.sku, search_words(
       coalesce((SELECT group_concat(value, ' ') FROM json_each(p.name)), '') || ' ' ||
       p.sku || ' ' || p.barcode || ' ' ||
       (SELECT group_concat(u.name, ' ') FROM maker AS m JOIN unit AS u ON u.id = m.unit WHERE m.sku = p.sku))
{_INDEXED_PRODUCTS}
"""  # noqa: S608 (constants)
_FILL_THESE = f"{_FILL} AND p.sku IN (SELECT value FROM json_each(?))"  # noqa: S608 (constants)
_HOW_MANY = f"SELECT count(*) {_INDEXED_PRODUCTS}"
_ROWS = f"{SEARCH}_content"
"""Where FTS5 keeps the rows themselves: they are counted without asking its index, which may be what is damaged."""
_ARE_THERE = "SELECT count(*) FROM sqlite_master WHERE name = ?"
_HOW_MANY_ROWS = f"SELECT count(*) FROM {_ROWS}"  # noqa: S608 (a constant)
_ANY_WORDS = f"SELECT c1 FROM {_ROWS} LIMIT 1"  # noqa: S608 (a constant)
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
            has = [word for word in words if begun[word].search(text)]
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

    def missing(self) -> int:
        """How many products the table lacks, of those that it should have; negative where it has too many rows."""
        ask = self._connection.exec_driver_sql
        there = ask(_HOW_MANY_ROWS).scalar_one() if ask(_ARE_THERE, (_ROWS,)).scalar_one() else 0
        return int(ask(_HOW_MANY).scalar_one() - there)

    def is_whole(self) -> bool:
        """Whether no product is missing, and the words of one of them find something: a lost index finds nothing."""
        if self.missing():
            return False
        words = self._connection.exec_driver_sql(_ANY_WORDS).scalar()
        return words is None or bool(self.skus(words.split()[0], 1))


class ProductSearchWriter(ProductSearch):
    """Keeps the table as the catalogue is, inside a transaction that `Books` opened."""

    def renew(self, new: Collection[str], changed: Collection[str]) -> None:
        """Take in the words of products that are new, and those of products that changed anew, by SKU.

        A table that is damaged is made anew: no file is refused, and no product, for the sake of its words.
        """
        try:
            # Letting go of a savepoint makes FTS5 write, so that what is damaged shows here and not at the commit.
            with self._connection.begin_nested():
                self._renew(new, changed)
        except DBAPIError as error:
            if not _is_damaged(error):
                raise
            self.rebuild()

    def rebuild(self) -> None:
        """Make the table anew, whatever became of it."""
        self._connection.exec_driver_sql("DROP TABLE product_search")
        make_search(self._connection)

    def _renew(self, new: Collection[str], changed: Collection[str]) -> None:
        run = self._connection.exec_driver_sql
        if len(changed) > _MANY:
            self.rebuild()
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


def search_words(text: str) -> str:
    """The words of a text as they are kept and asked for; SQL knows the function by the same name."""
    return " ".join(_WORD.findall(folded(text)))


def _words(text: str) -> Sequence[str]:
    """The words in what was typed, each once."""
    return [*dict.fromkeys(search_words(encodable(text[:_MOST_LETTERS])).split())][:_MOST_WORDS]


def _is_damaged(error: DBAPIError) -> bool:
    """Whether FTS5 can't make sense of what it finds: it may write where there is something that it did not see."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CONSTRAINT)
