"""Practice: the network as it is now on books of their own, which are begun anew where they can't follow it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pos.domain.catalogue_refusals import OtherNetwork, SoldUnderOtherTerms
from pos.domain.exhibitions import Exhibition
from pos.domain.people import Approval, Role
from pos.domain.refusals import ExhibitionClosed, Refusal
from pos.services import practising
from pos.services.practising import OUTGROWN, begin_anew, copy_network, learner
from pos.settings import Places
from pos.storage.books import Books
from pos.storage.database import BooksUnavailable
from tests.builders import LA_PAZ
from tests.services.stall import FAIR, JANUARY, Stall, fair, january, the_catalogue

LATER = datetime(2027, 3, 1, 10, 0, tzinfo=LA_PAZ)
"""Long after the fair."""


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


@pytest.fixture
def practice(places: Places) -> Iterator[Stall]:
    """The practice books of the till of these places, which hold nothing yet."""
    with closing(Stall(places.practice.books)) as practice:
        yield practice


def copy(real: Stall, practice: Stall, exhibition: str = FAIR, at: datetime = LATER) -> Exhibition:
    """The exhibition as practice has it after the network was copied."""
    copy_network(real.catalogue, practice.catalogue, practice.act(exhibition, at=at), exhibition)
    return practice.exhibition(exhibition)


def test_practice_has_the_networks_goods_and_sells_them(stall: Stall, practice: Stall):
    copy(stall, practice)
    assert practice.catalogue.listing() == stall.catalogue.listing()
    assert practice.catalogue.terms().units == stall.catalogue.terms().units
    practice.shifts.open(practice.act(at=LATER), "Aprendiz", {})
    assert practice.sell("TAZA", at=LATER).receipt == "A-000001"
    assert (practice.faults(), stall.count("sale")) == ((), 0)


def test_the_fair_that_is_practised_is_open_whatever_the_day_and_the_others_are_as_they_are(
    stall: Stall, practice: Stall
):
    here = copy(stall, practice)
    assert (here.starts, here.ends) == (fair().starts, LATER.date() + timedelta(days=7))
    assert practice.exhibition(JANUARY) == january()
    early = copy(stall, practice, JANUARY, datetime(2026, 11, 1, 10, 0, tzinfo=LA_PAZ))
    assert (early.starts, early.ends) == (date(2026, 11, 1), date(2026, 11, 8))


def test_what_changed_in_the_network_is_there_the_next_time(stall: Stall, practice: Stall):
    copy(stall, practice)
    stall.take_in(the_catalogue(exhibitions=(fair(name="Feria nueva"),)))
    assert copy(stall, practice, at=LATER + timedelta(days=1)).name == "Feria nueva"


def test_of_very_many_products_the_first_are_practised_with(
    stall: Stall, practice: Stall, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(practising, "MOST_PRODUCTS", 2)
    copy(stall, practice)
    assert [product.sku for product in practice.catalogue.listing()] == ["CHAL", "JUEGO"]


def test_whoever_practises_may_approve():
    assert (learner("Aprendiz").name, learner("Aprendiz").role) == ("Aprendiz", Role.SUPERVISOR)


# --- practice books that can't follow -------------------------------------------------------------------------------


def close_the_fair(stall: Stall, practice: Stall) -> None:
    practice.settling.close_exhibition(practice.act(at=LATER), Approval("Aprendiz"))


def move_the_fair(stall: Stall, practice: Stall) -> None:
    practice.shifts.open(practice.act(at=LATER), "Aprendiz", {})
    stall.take_in(the_catalogue(exhibitions=(fair(timezone="America/Lima"),)))


def rename_the_network(stall: Stall, practice: Stall) -> None:
    with practice.books.transaction():
        practice.books._connection.exec_driver_sql("UPDATE network SET name = 'Otra'")
    practice.catalogue = type(practice.catalogue)(practice.books)


@pytest.mark.parametrize(
    ("outgrow", "why"),
    [
        (close_the_fair, ExhibitionClosed),
        (move_the_fair, SoldUnderOtherTerms),
        (rename_the_network, OtherNetwork),
    ],
)
def test_books_that_cannot_follow_the_network_are_begun_anew(
    stall: Stall, practice: Stall, places: Places, outgrow: object, why: type[Refusal]
):
    copy(stall, practice)
    outgrow(stall, practice)
    with pytest.raises(OUTGROWN) as refusal:
        copy(stall, practice, at=LATER + timedelta(days=1))
    assert type(refusal.value) is why
    practice.close()
    begin_anew(places)
    with closing(Stall(places.practice.books)) as anew:
        copy(stall, anew, at=LATER + timedelta(days=1))
        assert [anew.count(table) for table in ("fact", "sale", "print_job")] == [1, 0, 0]
        assert anew.faults() == ()


def test_the_real_books_stay_and_practice_that_was_never_begun_is_begun_too(places: Places):
    with Books(places.books):
        begin_anew(places)
    assert places.books.is_file()
    assert not places.practice.books.exists()


def test_books_that_are_open_are_not_taken_away(practice: Stall, places: Places):
    with pytest.raises(BooksUnavailable, match="busy"):
        begin_anew(places)
    assert places.practice.books.is_file()


def test_nothing_of_the_old_books_is_left_beside_the_new_ones(stall: Stall, practice: Stall, places: Places):
    copy(stall, practice)
    practice.close()
    for beside in ("-wal", "-shm"):
        Path(f"{places.practice.books}{beside}").write_bytes(b"old")
    begin_anew(places)
    left = {file.name for file in places.practice.home.iterdir() if file.is_file()}
    assert left <= {"books.sqlite.lock"}
