"""The network's logo and its groups' stamps lie among the photos, under names that the program knows."""

from pathlib import Path

import pytest

from pos.domain.documents import ReceiptStamp
from pos.services import paper_pictures
from pos.services.paper_pictures import PaperPictures
from pos.services.receipts import return_receipt, sale_receipt
from tests.services.stall import Stall

PNG = b"\x89PNG\r\n\x1a\n" + b"dots"


def test_a_network_without_pictures_has_none(tmp_path: Path):
    assert (PaperPictures(tmp_path).logo, PaperPictures(tmp_path / "missing").stamp("JK")) == (b"", b"")


def test_they_are_found_by_their_names_png_before_jpg(tmp_path: Path):
    (tmp_path / "logo.jpg").write_bytes(b"jpg")
    (tmp_path / "stamp-JK.jpg").write_bytes(b"stamp")
    pictures = PaperPictures(tmp_path)
    assert (pictures.logo, pictures.stamp("JK"), pictures.stamp("MP")) == (b"jpg", b"stamp", b"")
    (tmp_path / "logo.png").write_bytes(PNG)
    assert pictures.logo == PNG


def test_what_is_too_large_or_no_file_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(paper_pictures, "_MOST_BYTES", 3)
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "stamp-JK.png").mkdir()
    assert (PaperPictures(tmp_path).logo, PaperPictures(tmp_path).stamp("JK")) == (b"", b"")


def test_receipts_have_them(opened: Stall, tmp_path: Path):
    terms = opened.catalogue.terms()
    (group,) = {unit.group for unit in terms.units.values() if unit.group}
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / f"stamp-{group}.png").write_bytes(PNG)
    sale = opened.sell("TAZA")
    paper = sale_receipt(sale, terms, pictures=PaperPictures(tmp_path))
    assert (paper.logo, paper.stamps) == (PNG, (ReceiptStamp("Hecho a mano", PNG),))
    back = opened.refunding.refund(opened.act(), sale.stamp.id, [(1, 1)], shown=True)
    assert return_receipt(back, terms, pictures=PaperPictures(tmp_path)).logo == PNG
    assert sale_receipt(sale, terms).logo == b""
