"""The stall's report of a day or of an exhibition on A4: what was sold, how it was paid, and what is owed to whom.

Source of the figures: docs/formats.md, `stall-report/1`. Only columns are summed here.
"""

from datetime import timedelta
from pathlib import Path
from typing import BinaryIO

from pos.domain.documents import ReportPaper
from pos.domain.reports import Report
from pos.printing.pdf_flow import Flow
from pos.printing.pdf_frame import Frame
from pos.printing.pdf_page import HAIR, LYING, Sheet
from pos.printing.pdf_tables import RuledTable
from pos.printing.pdf_type import (
    BODY,
    BOLD,
    QUIET,
    SAL3,
    STRONG,
    Type,
    capital,
    figure,
    fingerprint_words,
    shrunk,
)
from pos.printing.report_tables import goods_table, network_table, shifts_table, tenders_table, units_table
from pos.texts import Texts

_BEFORE_HEADING = 16.0
_STRIP_HEIGHT = 84.0
_NET = Type(BOLD, 40)
_COUNT = Type(BOLD, 30)
_NET_WIDTH = 300.0
_COUNT_WIDTH = 116.0
_PAD = 16.0
_GUTTER = 34.0
_TENDERS_WIDTH = 560.0


def report_pdf(paper: ReportPaper, texts: Texts, target: Path | BinaryIO) -> None:
    """Write the report as a PDF. Raises `OSError` where the file cannot be written."""
    frame = _frame(paper, texts)
    title = f"{frame.title} · {frame.number} · {frame.moment}"
    sheet = Sheet(target, LYING, title=title, network=paper.network, language=texts.language)
    flow = Flow(LYING.left, LYING.span, frame.top, frame.top + 10, frame.bottom)
    _headline(flow, paper.report, texts)
    _takings(flow, paper.report, texts)
    for words, table in (
        (texts._("Closed shifts"), shifts_table(paper.report, texts, flow.width)),
        (texts._("The producers"), units_table(paper, texts, flow.width)),
        (texts._("The goods"), goods_table(paper, texts, flow.width)),
    ):
        _section(flow, words, table, texts)
    for number, drawings in enumerate(flow.pages, start=1):
        sheet.begin_page()
        frame.draw(sheet, number, len(flow.pages))
        for drawing in drawings:
            drawing(sheet)
        sheet.end_page()
    sheet.save()


def _frame(paper: ReportPaper, texts: Texts) -> Frame:
    report = paper.report
    if paper.day:
        title, period = texts._("Report of the day"), texts.long_date(paper.day)
    else:
        last = (report.ends - timedelta(microseconds=1)).date()
        title, period = texts._("Report of the fair"), texts.date_range(report.starts.date(), last)
    printed = f"{texts.long_date(paper.printed_at.date())}, {texts.time(paper.printed_at)}"
    currency = {"currency": texts.currency_name(report.currency.code), "symbol": texts.symbol(report.currency.code)}
    return Frame(
        form=LYING,
        texts=texts,
        network=" · ".join((paper.network, *paper.header)),
        title=title,
        number=report.exhibition_name,
        moment=capital(" · ".join(part for part in (period, paper.place) if part)),
        notes=(texts._("Amounts are in %(currency)s (%(symbol)s) where no other currency is named.") % currency,),
        seal=" · ".join(
            part
            for part in (
                texts._("printed on %(moment)s") % {"moment": printed},
                fingerprint_words(texts, paper.fingerprint),
            )
            if part
        ),
    )


def _section(flow: Flow, words: str, table: RuledTable, texts: Texts) -> None:
    if table.rows:
        flow.titled_table(words, _BEFORE_HEADING, table)
    else:
        flow.heading(words, _BEFORE_HEADING, BODY.leading)
        flow.draw(BODY.leading, lambda sheet, top: sheet.lines(flow.left, top, [texts._("Nothing yet.")], QUIET))


def _headline(flow: Flow, report: Report, texts: Texts) -> None:
    """The period at a glance: the net, large; how many sales and pieces; and what the net is made of."""
    sales = report.sales
    net = (texts._("Net sales, %(symbol)s") % {"symbol": texts.symbol(report.currency.code)}, figure(texts, sales.net))
    counts = (
        (texts.pgettext("report", "Sales"), texts.amount(sales.receipts, 0)),
        (texts.pgettext("report", "Pieces"), texts.amount(sales.pieces, 0)),
        (texts._("Yapa"), texts.amount(sales.yapa_pieces, 0)),
    )
    details = (
        (texts.pgettext("report", "Sold"), figure(texts, sales.gross)),
        (texts.pgettext("report", "Returned"), figure(texts, -sales.returns)),
        (texts.pgettext("report", "Cash rounding"), figure(texts, sales.rounding)),
        (texts.pgettext("report", "Promotion by the network"), figure(texts, sales.promotion)),
    )

    def drawing(sheet: Sheet, top: float) -> None:
        top += _BEFORE_HEADING
        sheet.box(flow.left, top, flow.width, _STRIP_HEIGHT, weight=HAIR, radius=8, colour=SAL3)
        _large(sheet, (flow.left, top, _NET_WIDTH), net, _NET)
        left = flow.left + _NET_WIDTH
        for count in counts:
            sheet.upright_rule(left, top, top + _STRIP_HEIGHT)
            _large(sheet, (left, top, _COUNT_WIDTH), count, _COUNT)
            left += _COUNT_WIDTH
        sheet.upright_rule(left, top, top + _STRIP_HEIGHT)
        line_top = top + (_STRIP_HEIGHT - BODY.leading * len(details)) / 2
        for label, amount in details:
            sheet.lines(left + _PAD, line_top, [label], QUIET)
            sheet.lines(flow.right - _PAD, line_top, [amount], STRONG, "right")
            line_top += BODY.leading

    flow.draw(_BEFORE_HEADING + _STRIP_HEIGHT, drawing)


def _large(sheet: Sheet, place: tuple[float, float, float], words: tuple[str, str], kind: Type) -> None:
    """A label and under it its figure, made smaller where it would not fit; `place` is left, top and width."""
    left, top, width = place
    label, amount = words
    sheet.lines(left + _PAD, top + 9, [label], QUIET)
    fitting = shrunk(amount, kind, width - 2 * _PAD, smallest=13)
    sheet.text(left + width - _PAD, top + _STRIP_HEIGHT - 18, amount, fitting, "right")


def _takings(flow: Flow, report: Report, texts: Texts) -> None:
    """What came in by each kind of tender, and beside it what the network keeps."""
    tenders = flow.beside(flow.left, _TENDERS_WIDTH)
    keeps = flow.beside(flow.left + _TENDERS_WIDTH + _GUTTER, flow.width - _TENDERS_WIDTH - _GUTTER)
    _section(tenders, texts._("How people paid"), tenders_table(report, texts, tenders.width), texts)
    _section(keeps, texts._("For the network"), network_table(report, texts, keeps.width), texts)
    flow.below(tenders, keeps)
