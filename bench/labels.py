"""1,000 labels of as many products on sheets of 65, against bare bars: the same codes drawn by reportlab alone."""

import io
from dataclasses import replace

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.eanbc import Ean13BarcodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.measuring import interleaved, peak_memory, profile_of, tell
from pos.domain.barcodes import in_store
from pos.domain.documents import EmblemOf
from pos.domain.label_formats import SHEET_65
from pos.domain.labels import Copies, Label
from pos.domain.money import Money
from pos.domain.symbols import symbol_of
from pos.printing.emblems import dyes, motifs
from pos.printing.label_pdf import sheets_pdf
from pos.texts import Texts

LABELS, RUNS = 1_000, 3
LIMIT_SECONDS, LIMIT = 5.0, 1.0
_POINTS_PER_MICROMETRE = 72 / 25_400


def main() -> None:
    """Draw them both ways in turn."""
    labels = _labels()
    once(labels), bare(labels)  # both load what they need
    ours, theirs, quotient = interleaved([lambda: once(labels)] * RUNS, [lambda: bare(labels)] * RUNS)
    met = ours <= LIMIT_SECONDS and quotient <= LIMIT
    tell(
        [
            {
                "what": f"{LABELS:,} labels with name, makers, emblem, price and bars as a PDF (p50 of {RUNS})",
                "ours": f"{ours:.2f} s",
                "baseline": f"{theirs:.2f} s",
                "against": "reportlab's own EAN-13 alone",
                "quotient": quotient,
                "limit": f"≤ {LIMIT_SECONDS:.0f} s, ≤ {LIMIT:.0f}×",
                "met": met,
                "memory": peak_memory(),
                "profile": "" if met else profile_of(lambda: once(labels)),
            }
        ]
    )


def _labels() -> list[Copies]:
    label = Label("", "es", "", ("Familia Quispe Mamani",), EmblemOf("", ""), Money.of("35.50", "BOB"), symbol_of("A"))
    made = []
    for number in range(1, LABELS + 1):
        emblem = EmblemOf(motifs()[number % len(motifs())], dyes()[0])
        name, symbol = f"Pieza de barro número {number}", symbol_of(in_store(number))
        made.append(Copies(replace(label, sku=f"P-{number}", name=name, emblem=emblem, symbol=symbol), 1))
    return made


def once(labels: list[Copies]) -> None:
    """As the program does."""
    sheets_pdf(labels, SHEET_65, Texts("es"), io.BytesIO())


def bare(labels: list[Copies]) -> None:
    """The bars and their digits, and nothing else."""
    canvas = Canvas(io.BytesIO(), pagesize=A4, pageCompression=1)
    page = 0
    for wanted, place in zip(labels, SHEET_65.places(len(labels)), strict=True):
        if place.sheet > page:
            canvas.showPage()
            page = place.sheet
        drawing = Drawing()
        drawing.add(Ean13BarcodeWidget(wanted.label.symbol.text[:12], barHeight=24))
        left, top = place.left * _POINTS_PER_MICROMETRE, place.top * _POINTS_PER_MICROMETRE
        renderPDF.draw(drawing, canvas, left, A4[1] - top - 40)
    canvas.save()


if __name__ == "__main__":
    main()
