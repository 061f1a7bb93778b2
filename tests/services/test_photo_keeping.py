"""The photos beside a network's file are kept; whatever is wrong with one is told and stops nothing."""

import os
from pathlib import Path

import pytest

from pos.domain.catalogue import Catalogue
from pos.domain.network import Group
from pos.services import photo_keeping
from pos.services.photo_keeping import MOST_BYTES, LostPhoto, PhotoTrouble, inside, keep_photos
from tests.builders import a_catalogue, a_product, a_unit

PNG = b"\x89PNG\r\n\x1a\n" + b"dots"
JPEG = b"\xff\xd8\xff" + b"dots"


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    """The folder of the network's file, with two photos."""
    folder = tmp_path / "network"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos" / "taza.png").write_bytes(PNG)
    (folder / "juana.jpg").write_bytes(JPEG)
    return folder


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """The till's own folder of photos."""
    folder = tmp_path / "home" / "photos"
    folder.mkdir(parents=True)
    return folder


def naming(*products: str, units: tuple[str, ...] = ()) -> Catalogue:
    """A catalogue that names these photos."""
    return a_catalogue(
        products=tuple(a_product(f"P{i}", photo=photo) for i, photo in enumerate(products)),
        units=tuple(a_unit(f"U{i}", photo=photo) for i, photo in enumerate(units)),
    )


def files(folder: Path) -> list[str]:
    """Everything in a folder, leftovers too."""
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if not file.is_dir())


def test_every_photo_that_the_file_names_is_kept_under_its_own_path(beside: Path, photos: Path):
    lost = keep_photos(naming("photos/taza.png", "photos/taza.png", units=("juana.jpg",)), beside, photos)
    assert lost == ()
    assert files(photos) == ["juana.jpg", "photos/taza.png"]
    assert (photos / "photos" / "taza.png").read_bytes() == PNG


def test_a_logo_and_stamps_are_kept_too_which_no_file_names(beside: Path, photos: Path):
    for name in ("logo.png", "stamp-JK.jpg", "stamp-XX.png", "other.png"):
        (beside / name).write_bytes(PNG)
    catalogue = a_catalogue(groups=(Group("JK", "Taller"), Group("MP", "Red")), products=(), units=())
    assert keep_photos(catalogue, beside, photos) == ()
    assert files(photos) == ["logo.png", "stamp-JK.jpg"]


def test_a_photo_that_is_there_already_is_not_copied_again(beside: Path, photos: Path):
    keep_photos(naming("juana.jpg"), beside, photos)
    before = (photos / "juana.jpg").stat()
    keep_photos(naming("juana.jpg"), beside, photos)
    assert (photos / "juana.jpg").stat().st_ino == before.st_ino


def test_a_newer_photo_takes_the_place_of_the_old_one(beside: Path, photos: Path):
    keep_photos(naming("juana.jpg"), beside, photos)
    (beside / "juana.jpg").write_bytes(JPEG + b"newer")
    assert keep_photos(naming("juana.jpg"), beside, photos) == ()
    assert (photos / "juana.jpg").read_bytes() == JPEG + b"newer"


def test_a_photo_that_is_missing_is_told_and_the_others_are_kept(beside: Path, photos: Path):
    lost = keep_photos(naming("nada.png", "juana.jpg"), beside, photos)
    assert lost == (LostPhoto("nada.png", PhotoTrouble.MISSING),)
    assert files(photos) == ["juana.jpg"]


@pytest.mark.parametrize("photo", ["../secret.png", "photos/../../secret.png", "/secret.png", "C:/secret.png", ".."])
def test_no_path_leads_out_of_the_files_folder(beside: Path, photos: Path, photo: str):
    (beside.parent / "secret.png").write_bytes(PNG)
    assert not inside(photo)
    assert keep_photos(naming(photo), beside, photos) == (LostPhoto(photo, PhotoTrouble.OUTSIDE),)
    assert files(photos.parent) == []


def test_no_link_leads_out_of_the_files_folder(beside: Path, photos: Path):
    (beside.parent / "secret.png").write_bytes(PNG)
    (beside / "link.png").symlink_to(beside.parent / "secret.png")
    assert keep_photos(naming("link.png"), beside, photos) == (LostPhoto("link.png", PhotoTrouble.OUTSIDE),)
    assert files(photos) == []


def test_links_in_a_circle_are_told(beside: Path, photos: Path):
    (beside / "a.png").symlink_to(beside / "b.png")
    (beside / "b.png").symlink_to(beside / "a.png")
    assert keep_photos(naming("a.png"), beside, photos) == (LostPhoto("a.png", PhotoTrouble.UNREADABLE),)


def test_nothing_is_written_through_a_link_out_of_the_tills_folder(beside: Path, photos: Path):
    elsewhere = photos.parent / "elsewhere"
    elsewhere.mkdir()
    (photos / "photos").symlink_to(elsewhere)
    lost = keep_photos(naming("photos/taza.png"), beside, photos)
    assert lost == (LostPhoto("photos/taza.png", PhotoTrouble.OUTSIDE),)
    assert files(elsewhere) == []


def test_only_pictures_are_kept(beside: Path, photos: Path):
    (beside / "text.png").write_text("no picture")
    (beside / "empty.png").write_bytes(b"")
    (beside / "folder.png").mkdir()
    os.mkfifo(beside / "pipe.png")
    names = ("text.png", "empty.png", "folder.png", "pipe.png")
    assert keep_photos(naming(*names), beside, photos) == tuple(LostPhoto(n, PhotoTrouble.NO_PICTURE) for n in names)
    assert files(photos) == []


def test_a_photo_of_eight_megabytes_is_kept_and_a_larger_one_told(beside: Path, photos: Path):
    (beside / "large.png").write_bytes(PNG.ljust(MOST_BYTES, b"."))
    (beside / "larger.png").write_bytes(PNG.ljust(MOST_BYTES + 1, b"."))
    lost = keep_photos(naming("large.png", "larger.png"), beside, photos)
    assert lost == (LostPhoto("larger.png", PhotoTrouble.TOO_LARGE),)
    assert files(photos) == ["large.png"]


def test_photos_over_the_number_that_is_kept_are_told(beside: Path, photos: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(photo_keeping, "MOST_PHOTOS", 1)
    lost = keep_photos(naming("juana.jpg", "photos/taza.png"), beside, photos)
    assert lost == (LostPhoto("photos/taza.png", PhotoTrouble.TOO_MANY),)


def test_a_photo_that_has_no_place_is_told_and_leaves_nothing_behind(beside: Path, photos: Path):
    (photos / "photos").write_text("a file where a folder should be")
    (photos / "juana.jpg").mkdir()
    lost = keep_photos(naming("photos/taza.png", "juana.jpg"), beside, photos)
    assert [one.trouble for one in lost] == [PhotoTrouble.NOT_WRITTEN, PhotoTrouble.NOT_WRITTEN]
    assert files(photos) == ["photos"]


def test_what_an_interrupted_copy_left_is_in_nobodys_way(beside: Path, photos: Path):
    (photos / ".juana.jpg.new").write_bytes(b"half a pho")
    assert keep_photos(naming("juana.jpg"), beside, photos) == ()
    assert files(photos) == ["juana.jpg"]
