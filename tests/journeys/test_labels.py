"""`pos labels`: what is asked for, what comes of it, and what is said where it can't be."""

import io
import json
import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest
import zxingcpp

from pos.domain.label_formats import BADGE_SHEET, SHEET_24, SHEET_65, SheetFormat, filled_sheet, size_of
from tests.journeys.command_line import NETWORK, Till
from tests.printing.emulator import print_job
from tests.printing.label_papers import read_in_places


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands are given in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def fresh(till: Till) -> Till:
    """A till that has the example network, and sold nothing."""
    assert till("import", NETWORK).status == 0
    return till


def codes(file: Path, sheet: SheetFormat = SHEET_24) -> list[str]:
    """What a scanner reads, label by label."""
    return [text for place in read_in_places(file.read_bytes(), sheet) for text in place]


def words(file: Path) -> str:
    """All that is written on the first page."""
    return " ".join(pypdf.PdfReader(io.BytesIO(file.read_bytes())).pages[0].extract_text().split())


def test_without_more_words_there_is_a_label_of_each_new_product(fresh: Till, there: Path) -> None:
    said = fresh("labels")

    assert (said.status, said.out, said.err) == (0, "62 etiquetas, 3 hojas: etiquetas.pdf\n", "")
    assert len(set(codes(there / "etiquetas.pdf"))) == 62


def test_at_a_fair_there_is_a_label_of_each_piece_that_is_left(sold: Till, there: Path) -> None:
    said = sold("labels", "--sheet", 65, "--exhibition", "LPZ-NAV-26", "--out", "out.pdf")

    report = sold.report("exhibition", "--exhibition", "LPZ-NAV-26")
    left = {p["sku"]: p["left"] for unit in report["units"] for p in unit["products"] if p["left"]}
    barcodes = dict(line.split("\t")[:2] for line in sold("catalog", "list").out.splitlines()[:-1])
    wanted = Counter({barcodes[sku]: count for sku, count in left.items()})
    new = barcodes.keys() - {p["sku"] for unit in report["units"] for p in unit["products"]}
    wanted.update(barcodes[sku] for sku in new)
    text = subprocess.run(["pdftotext", there / "out.pdf", "-"], check=True, capture_output=True, text=True).stdout
    read = Counter(re.findall(r"\b2\d{12}\b", text))
    assert (said.status, read - wanted, wanted - read) == (0, Counter(), Counter())


def test_products_are_named_with_how_many_labels_and_where_the_sheet_begins(fresh: Till, there: Path) -> None:
    said = fresh("labels", "--sku", "JK-001=3", "--sku", "2000000000497", "--start", 23, "--out", there)

    assert said.out == f"4 etiquetas, 2 hojas: {there / 'etiquetas.pdf'}\n"
    read = read_in_places((there / "etiquetas.pdf").read_bytes(), SHEET_24)
    assert read[:22] == [[]] * 22
    assert read[22:26] == [["2000000000015"]] * 3 + [["2000000000497"]]


def test_all_that_a_unit_makes_and_so_many_of_each(fresh: Till, there: Path) -> None:
    assert fresh("labels", "--unit", "ES01", "--count", 2).out.startswith("8 etiquetas")
    assert Counter(codes(there / "etiquetas.pdf")).most_common(1)[0][1] == 2
    assert fresh("labels", "--all", "--count", 2).out.startswith("124 etiquetas")


def test_a_list_says_what_is_wanted_and_what_is_refused_is_told_with_its_line(fresh: Till, there: Path) -> None:
    (there / "lista.txt").write_text("JK-001=2\nNADA=1\nMP-027\n", encoding="utf-8")
    said = fresh("labels", "--from-file", "lista.txt")

    assert said.status == 1
    assert said.err.startswith("lista.txt, línea 2: Ningún producto tiene el código «NADA».")
    assert said.out == "3 etiquetas, 1 hoja: etiquetas.pdf\n"


def test_a_product_without_a_price_there_is_refused_by_its_name(fresh: Till, there: Path) -> None:
    said = fresh("labels", "--sku", "JK-001", "--exhibition", "NADA")
    assert (said.status, said.err) == (1, "La red no tiene ninguna feria «NADA». Elija otra.\n")

    network = json.loads(NETWORK.read_text(encoding="utf-8"))
    del network["products"][0]["prices"]["BOB"]
    (there / "network.json").write_text(json.dumps(network), encoding="utf-8")
    assert fresh("import", "network.json").status == 0
    said = fresh("labels", "--sku", "JK-001")
    assert said.status == 1
    assert "Casita de la comunidad" in said.err.splitlines()[0]
    assert said.err.splitlines()[1].startswith("No hay nada que etiquetar.")
    assert not (there / "etiquetas.pdf").exists()


def test_labels_of_ones_own_measures(fresh: Till, there: Path) -> None:
    options = ("--columns", 2, "--rows", 4, "--margins", "10x12", "--gaps", "3", "--crop-marks")
    assert fresh("labels", "--sheet", "70x42.3", *options).status == 0

    sheet = filled_sheet(size_of("70x42.3"), columns=2, rows=4, margins=(10_000, 12_000), gaps=(3_000, 3_000))
    assert len(codes(there / "etiquetas.pdf", sheet)) == 62


def test_a_sheet_that_is_sold_is_moved_to_where_a_printer_needs_it(fresh: Till, there: Path) -> None:
    moved = replace(SHEET_65, columns=4, left=6_000, top=12_000, gap_across=2_000)
    assert fresh("labels", "--sheet", 65, "--margins", "6x12", "--gaps", "2x0", "--columns", 4).status == 0

    assert read_in_places((there / "etiquetas.pdf").read_bytes(), moved)[:2] == [["2000000000176"], ["2000000000183"]]
    assert fresh("labels", "--sheet", 65, "--margins", "30x12").status == 1


def test_a_roll_has_a_page_for_each_label(fresh: Till, there: Path) -> None:
    assert fresh("labels", "--roll", "50x30", "--sku", "JK-001=3").out == "3 etiquetas: etiquetas.pdf\n"

    pages = pypdf.PdfReader(there / "etiquetas.pdf").pages
    assert len(pages) == 3
    assert [round(float(side) / 72 * 25.4) for side in pages[0].mediabox[2:]] == [50, 30]


def test_labels_speak_the_language_and_have_the_prices_of_the_fair(fresh: Till, there: Path) -> None:
    assert fresh("labels", "--sku", "JK-001", "--language", "en", "--out", "en.pdf").status == 0
    assert "Village house" in words(there / "en.pdf")
    assert "80.00" in words(there / "en.pdf")


def test_badges_of_all_producers_or_of_one(fresh: Till, there: Path) -> None:
    assert fresh("labels", "--badges").out == "14 credenciales: credenciales.pdf\n"
    assert len(set(codes(there / "credenciales.pdf", BADGE_SHEET))) == 14
    assert fresh("labels", "--badges", "--unit", "JK01").out == "1 credencial: credenciales.pdf\n"
    assert "Familia Quispe" in words(there / "credenciales.pdf")


def test_a_receipt_printer_prints_them_too(fresh: Till, there: Path) -> None:
    said = fresh("labels", "--sku", "JK-001=2", "--printer", f"file:{there / 'job'}")

    assert said.out == f"2 etiquetas: file:{there / 'job'}\n"
    out = print_job((there / "job").read_bytes(), 576)
    assert (len(out.pictures), out.drawer_opened) == (2, False)
    read = [code.text for code in zxingcpp.read_barcodes(out.pictures[0]) if code.text.isdecimal()]
    assert read == ["2000000000015"]


@pytest.mark.parametrize(
    ("options", "status", "why"),
    [
        (("--sheet", "25x12"), 1, "Una etiqueta de 25 × 12 mm es muy chica"),
        (("--roll", "20x10"), 1, "Una etiqueta de 20 × 10 mm es muy chica"),
        (("--sheet", "grande"), 1, "«grande» no es tamaño de etiqueta."),
        (("--sheet", "210x297"), 1, "1 × 1 etiquetas de ese tamaño no caben"),
        (("--sheet", "60x40", "--margins", "500"), 1, "1 × 1 etiquetas de ese tamaño no caben"),
        (("--sheet", "60x40", "--columns", 9), 1, "9 × 7 etiquetas de ese tamaño no caben"),
        (("--sheet", "60x40", "--gaps", "z"), 1, "«z» no es una medida en milímetros."),
        (("--start", 25), 1, "Una hoja tiene las etiquetas 1 a 24, y no tiene la 25."),
        (("--sku", "JK-001=20000"), 1, "20.000 etiquetas no se pueden imprimir."),
        (("--sku", "=3"), 1, "«=3» no dice qué producto ni cuántas etiquetas."),
        (("--unit", "ZZ"), 1, "La red no tiene ninguna unidad «ZZ»."),
        (("--from-file", "gone.txt"), 2, "gone.txt: No se puede leer el archivo"),
        (("--printer", "horno:1"), 2, "«horno:1» no es"),
    ],
)
def test_what_can_not_be_is_said_in_words_and_nothing_is_written(
    fresh: Till, there: Path, options: tuple[object, ...], status: int, why: str
) -> None:
    said = fresh("labels", *options)

    assert (said.status, said.out) == (status, "")
    assert why in said.err
    assert not list(there.glob("*.pdf"))


def test_nothing_is_written_over_the_books(fresh: Till, there: Path) -> None:
    del there
    said = fresh("labels", "--out", fresh.home / "books.sqlite")
    assert said.status == 1
    assert fresh("verify").status == 0


def test_books_without_a_network_say_what_to_do(till: Till, there: Path) -> None:
    del there
    said = till("labels")
    assert said.status == 2
    assert "pos import" in said.err
