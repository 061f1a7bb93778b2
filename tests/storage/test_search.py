"""Searching as one types: every word is the beginning of one of the product's, and any text may be typed."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pos.domain.catalogue import Catalogue
from pos.domain.products import Product
from pos.domain.text import folded
from pos.storage import search
from pos.storage.books import Books
from pos.storage.catalogue import CatalogueWriter
from pos.storage.search import ProductSearch, make_search
from tests.builders import a_catalogue, a_product, a_unit
from tests.storage.invented_catalogues import catalogues

MOTIFS, DYES = ("llama", "rombo", "casa"), ("lago", "tierra")
ALL = 10_000


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    """Books that stay empty."""
    with Books(tmp_path_factory.mktemp("search") / "books.sqlite") as books:
        yield books


@contextmanager
def writing(books: Books) -> Iterator[CatalogueWriter]:
    """A catalogue to write to; nothing of it is kept."""
    with books._connection.begin() as transaction:
        yield CatalogueWriter(books._connection)
        transaction.rollback()


@contextmanager
def after(books: Books, *files: Catalogue) -> Iterator[ProductSearch]:
    """Searching after these files came in, one after the other."""
    with writing(books) as writer:
        for file in files:
            writer.update(file, MOTIFS, DYES)
        yield ProductSearch(books._connection)


def indexed(books: Books) -> dict[str, str]:
    """What the table has for each product."""
    rows = books._connection.exec_driver_sql("SELECT sku, words FROM product_search").all()
    assert len({sku for sku, _ in rows}) == len(rows)
    return dict(map(tuple, rows))


def made_anew(books: Books) -> dict[str, str]:
    """What a table made from the catalogue as it is has for each product."""
    books._connection.exec_driver_sql("DROP TABLE product_search")
    make_search(books._connection)
    return indexed(books)


def goods(*products: Product, **fields: object) -> Catalogue:
    units = (a_unit("A", name="Warmi Sawuri"), a_unit("B", name="Néstor Apaza"))
    return a_catalogue(**({"units": units, "products": products} | fields))


DOLL = a_product("MU-012", name={"es": "Muñeca Juana", "en": "Doll", "ay": "Imilla"}, barcode="7770000000012")
CUP = a_product("TA-112", name={"es": "Taza de barro"}, makers={"B": 1})
SET = a_product("JK-001", name={"es": "Juego de café"}, makers={"A": 2, "B": 1})


# --- what is found -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "skus"),
    [
        ("muneca", {"MU-012"}),
        ("MUÑECA", {"MU-012"}),
        ("mun\u0303eca", {"MU-012"}),
        ("m", {"MU-012"}),
        ("juana muñ", {"MU-012"}),
        ("doll", {"MU-012"}),
        ("imilla doll", {"MU-012"}),
        ("cafe", {"JK-001"}),
        ("de", {"TA-112", "JK-001"}),
        ("barro taza", {"TA-112"}),
        ("jk-001", {"JK-001"}),
        ("JK 001", {"JK-001"}),
        ("001", {"JK-001"}),
        ("777000", {"MU-012"}),
        ("7770000000012", {"MU-012"}),
        ("warmi", {"MU-012", "JK-001"}),
        ("nestor", {"TA-112", "JK-001"}),
        ("sawuri apaza", {"JK-001"}),
        ("taza warmi", set()),
        ("eca", set()),
        ("muñecas", set()),
        ("es", set()),  # the languages' own codes are no words
    ],
)
def test_each_word_typed_is_the_beginning_of_a_name_a_code_or_a_maker(books: Books, typed: str, skus: set[str]):
    with after(books, goods(DOLL, CUP, SET)) as found:
        assert set(found.skus(typed, ALL)) == skus


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "\t\n",
        '"',
        "'",
        '""',
        "*",
        "^",
        "-",
        "(",
        ")",
        ":",
        "+",
        "NEAR(",
        "{",
        "\0",
        "\ud800",
        "--",
        '"*"',
        ";",
    ],
)
def test_signs_alone_find_nothing_and_harm_nothing(books: Books, typed: str):
    with after(books, goods(DOLL, CUP, SET)) as found:
        assert found.skus(typed, ALL) == []


@pytest.mark.parametrize("typed", ['"muñeca"', "muñeca*", "muñeca)", "^muñeca", "(muñeca", "muñeca;--", "words:muñeca"])
def test_signs_around_a_word_do_not_count(books: Books, typed: str):
    with after(books, goods(DOLL, a_product("X", name={"es": "words"}))) as found:
        assert list(found.skus(typed, ALL)) == ([] if "words" in typed else ["MU-012"])


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Чайник", ("чай", "ЧАЙНИК", "чаиник")),
        ("Καφές", ("καφες", "ΚΑΦΈΣ")),
        ("İstanbul", ("istanbul", "İSTANBUL")),
        ("Straße", ("straß", "STRAßE")),
        ("Øster", ("øst", "ØSTER")),
        ("Q'ipi ch'uspa", ("q'ipi", "uspa", "ch'us")),
        ("Ñandutí ÁÉÍÓÚ", ("nanduti aeiou", "ÑANDUTÍ")),
    ],
)
@pytest.mark.parametrize("most", [1, ALL])
def test_a_word_of_any_script_is_found_as_it_is_compared(books: Books, name: str, typed: tuple[str, ...], most: int):
    with after(books, goods(DOLL, a_product("X", name={"es": name}))) as found:
        assert [list(found.skus(asked, most)) for asked in typed] == [["X"]] * len(typed)


@pytest.mark.parametrize("typed", ["OR", "and", "NOT", "near", "muñeca OR taza", "muñeca NOT juana"])
def test_no_word_is_an_operator(books: Books, typed: str):
    with after(books, goods(DOLL, CUP, SET)) as found:
        assert not found.skus(typed, ALL)


def test_no_more_are_found_than_asked_for(books: Books):
    many = [a_product(f"P{i}", name={"es": f"Pieza {i}"}) for i in range(50)]
    with after(books, goods(*many)) as found:
        assert len(found.skus("pieza", 24)) == 24
        assert len(found.skus("pieza", ALL)) == 50


@settings(max_examples=20)
@given(catalogues(), st.text(max_size=300))
def test_any_text_may_be_typed(books: Books, catalogue: Catalogue, typed: str):
    with after(books, catalogue) as found:
        found.skus(typed, 24)


# --- many products -------------------------------------------------------------------------------------------------


MATERIALS = ("barro", "alpaca", "totora", "plata")


@pytest.fixture(scope="module")
def many() -> dict[str, str]:
    """What is said of 1,500 products: some words all of them have, some few, some one."""
    return {
        f"P-{i:04d}": f"Pieza número {i} {MATERIALS[i % 4]} {'rara' if i % 300 == 299 else ''} {'doble' * (i % 2)}"
        for i in range(1500)
    }


@pytest.mark.parametrize(
    "typed",
    [
        "pieza",
        "piez num",
        "pieza numero 1499",
        "pieza rara",
        "rara pieza doble",
        "doble alpaca",
        "doble barro",  # each is common, together they never are
        "alpaca 77",
        "numero p-0012",
        "plat rar",
        "pieza zorro",
        "zorro",
        "0012",
    ],
)
@pytest.mark.parametrize("most", [3, 24, ALL])
def test_common_words_and_rare_ones_find_what_looking_at_each_product_does(
    books: Books, many: dict[str, str], typed: str, most: int
):
    """Words are asked for in steps, so that a common one is quick; no step finds too much or too little."""
    products = [a_product(sku, name={"es": name}) for sku, name in many.items()]
    words = re.findall(r"[^\W_]+", folded(typed))
    with after(books, goods(*products)) as found:
        texts = indexed(books)
        expected = {
            sku
            for sku, text in texts.items()
            if all(any(have.startswith(word) for have in re.findall(r"[^\W_]+", folded(text))) for word in words)
        }
        told = found.skus(typed, most)
        assert len(told) == len(set(told)) == min(most, len(expected))
        assert set(told) <= expected


# --- kept as the catalogue is --------------------------------------------------------------------------------------


@settings(max_examples=10)
@given(catalogues(), catalogues())
def test_after_any_files_it_is_as_if_made_anew(books: Books, first: Catalogue, second: Catalogue):
    with after(books, first, second):
        before = indexed(books)
        assert before == made_anew(books)


@pytest.mark.parametrize("many_are", [2_000, 1], ids=["few", "many"])
def test_what_changed_is_found_by_its_new_words_only(books: Books, many_are: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "_MANY", many_are)
    renamed, moved = replace(DOLL, name={"es": "Llamita"}), replace(CUP, barcode="7770000000029")
    others = goods(renamed, moved, replace(SET, makers=SET.makers[:1]))
    others = replace(others, units=(others.units[0], replace(others.units[1], name="Sonia Mendoza")))
    with after(books, goods(DOLL, CUP, SET), others) as found:
        assert not found.skus("muneca", ALL)
        assert found.skus("llamita", ALL) == ["MU-012"]
        assert found.skus("7770000000029", ALL) == ["TA-112"]
        assert not found.skus("nestor", ALL)
        assert found.skus("sonia", ALL) == ["TA-112"]
        before = indexed(books)
        assert before == made_anew(books)


def test_a_maker_renamed_by_a_file_without_products_is_found_by_the_new_name(books: Books):
    first = goods(DOLL, CUP, SET)
    with after(books, first, replace(first, products=(), units=(a_unit("B", name="Sonia"),))) as found:
        assert set(found.skus("sonia", ALL)) == {"TA-112", "JK-001"}
        assert not found.skus("nestor", ALL)


def test_the_same_file_again_writes_nothing(books: Books):
    with writing(books) as writer:
        writer.update(goods(DOLL, CUP, SET), MOTIFS, DYES)
        before = books._connection.exec_driver_sql("SELECT total_changes()").scalar()
        writer.update(goods(DOLL, CUP, SET), MOTIFS, DYES)
        assert books._connection.exec_driver_sql("SELECT total_changes()").scalar() == before


# --- books from before ---------------------------------------------------------------------------------------------


def test_books_that_have_a_catalogue_are_searched_after_the_migration(tmp_path: Path):
    path = tmp_path / "books.sqlite"
    with Books(path) as books, books.transaction() as writing_:
        writing_.catalogue.update(goods(DOLL, CUP, SET), MOTIFS, DYES)
        digest = writing_.catalogue.digest()
    with Books(path) as books:
        for table in ("product_search", "person", "draft"):
            books._connection.exec_driver_sql(f"DROP TABLE {table}")
        books._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        books._connection.commit()
    with Books(path) as books, books.reading() as look:
        assert look.search.skus("muneca", ALL) == ["MU-012"]
        assert look.catalogue.digest() == digest


def test_words_of_before_are_made_anew_by_the_migration(tmp_path: Path):
    """They had accents, capitals and open-price items in them."""
    path = tmp_path / "books.sqlite"
    with Books(path) as books, books.transaction() as writing_:
        writing_.catalogue.update(goods(DOLL, CUP, SET), MOTIFS, DYES)
        books._connection.exec_driver_sql("UPDATE product_search SET words = 'Muñeca' WHERE sku = 'MU-012'")
        books._connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
    with Books(path) as books, books.reading() as look:
        assert look.search.skus("doll", ALL) == ["MU-012"]
