"""Books changed behind the program's back: `pos verify` exits with 1 and names the place."""

import sqlite3

import pytest

from tests.journeys.command_line import Till


def behind_the_back(till: Till, *statements: str) -> None:
    """Change the file as somebody with a database tool would: triggers taken off, and put back afterwards."""
    books = sqlite3.connect(till.home / "books.sqlite")
    triggers = books.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _sql in triggers:
        books.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        assert books.execute(statement).rowcount > 0, statement
    for _name, sql in triggers:
        books.execute(sql)
    books.commit()
    books.close()


ALL_OF_ONE_SALE = [
    f"DELETE FROM {table} WHERE fact = (SELECT fact FROM sale WHERE receipt = 'A-000041')"
    for table in ("sale_line", "tender", "line_share", "member_share", "posting", "stock_movement")
]


@pytest.mark.parametrize(
    ("statements", "named"),
    [
        (
            ["UPDATE posting SET base_amount = base_amount + 1 WHERE fact = 40 AND position = 1"],
            "posting",
        ),
        (["DELETE FROM sale_line WHERE fact = 40 AND position = 1"], "sale_line"),
        (["DELETE FROM stock_movement WHERE fact = 3 AND position = 2"], "stock_movement"),
        (["DELETE FROM fact WHERE number = 77"], "77"),
        ([*ALL_OF_ONE_SALE, "DELETE FROM sale WHERE receipt = 'A-000041'"], "A-000041"),
        (["UPDATE price SET list_price = list_price + 100 WHERE sku = 'JK-001'"], ""),
        (["UPDATE till SET sale_number = 166"], "A"),
    ],
    ids=["amount changed", "line deleted", "movement deleted", "fact deleted", "receipt removed", "price", "till"],
)
def test_verify_finds_and_names_the_place(sold: Till, statements: list[str], named: str) -> None:
    assert sold("verify").status == 0
    behind_the_back(sold, *statements)

    said = sold("verify")

    assert said.status == 1
    assert named in said.err


def test_last_receipt_removed_with_all_its_rows_is_found_too(sold: Till) -> None:
    """The chain alone cannot tell that its end is missing; where the till says it stands can."""
    last = "(SELECT max(number) FROM fact)"
    behind_the_back(
        sold,
        f"DELETE FROM posting WHERE fact = {last}",
        f"DELETE FROM payout WHERE fact = {last}",
        f"DELETE FROM fact WHERE number = {last}",
    )

    said = sold("verify")

    assert said.status == 1


def test_triggers_that_were_taken_off_are_missed(sold: Till) -> None:
    books = sqlite3.connect(sold.home / "books.sqlite")
    books.execute("DROP TRIGGER posting_no_update")
    books.close()

    said = sold("verify")

    assert said.status == 1
    assert "posting_no_update" in said.err


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET sequence = 'x' WHERE number = 9",
        "UPDATE fact SET body = CAST(body AS BLOB) WHERE number = 9",
        "UPDATE fact SET previous_hash = 'ñ' WHERE number = 9",
        "UPDATE posting SET account = CAST(x'ff' AS TEXT) WHERE fact = 40 AND position = 1",
    ],
)
def test_nonsense_in_the_books_is_found_and_stops_nothing(sold: Till, statement: str) -> None:
    behind_the_back(sold, statement)

    said = sold("verify")

    assert said.status == 1
    assert "Traceback" not in said.err


def test_table_that_is_gone_is_named(sold: Till) -> None:
    books = sqlite3.connect(sold.home / "books.sqlite")
    books.execute("DROP TABLE stock_movement")
    books.close()

    said = sold("verify")

    assert said.status == 1
    assert "stock_movement" in said.err


def test_the_database_itself_refuses_to_change_what_is_posted(sold: Till) -> None:
    books = sqlite3.connect(sold.home / "books.sqlite")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        books.execute("UPDATE posting SET base_amount = 0")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        books.execute("DELETE FROM sale")
    books.close()
