"""A finished paper is put in its place whole, and never over the till's own files."""

from pathlib import Path

import pytest

from pos.domain.refusals import OutputOverBooks
from pos.services.paper_files import put_paper
from pos.settings import Places


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "home")


def test_a_paper_is_put_where_it_is_wanted_and_its_folder_is_made(places: Places, tmp_path: Path):
    target = tmp_path / "new" / "labels.pdf"
    put_paper(places, target, lambda path: path.write_text("paper"), makes_folder=True)
    assert target.read_text() == "paper"
    assert list(target.parent.iterdir()) == [target]


def test_what_stood_there_stays_whole_where_the_paper_can_not_be_made(places: Places, tmp_path: Path):
    target = tmp_path / "labels.pdf"
    target.write_text("before")

    def broken(path: Path) -> None:
        path.write_text("half")
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        put_paper(places, target, broken)
    assert target.read_text() == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_is_written_over_the_books(places: Places):
    with pytest.raises(OutputOverBooks):
        put_paper(places, places.books, lambda path: path.write_text("paper"))


def test_a_folder_that_is_gone_is_told_of_where_nobody_wants_it_made(places: Places, tmp_path: Path):
    target = tmp_path / "gone" / "labels.pdf"
    with pytest.raises(FileNotFoundError):
        put_paper(places, target, lambda path: path.write_text("paper"))
    assert not target.parent.exists()
