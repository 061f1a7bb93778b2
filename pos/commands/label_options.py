"""The options of `pos labels`."""

from pathlib import Path
from typing import Annotated, Any

import typer

from pos.commands import labelling
from pos.commands.opening import Context


def add_labels(app: typer.Typer, context: Context) -> None:
    """Add the command."""
    _ = context.texts._

    @app.command("labels", help=_("Labels for products, or the producers' badges, as a PDF or on a receipt printer."))
    def labels(
        *,
        sheet: Annotated[str, _option("--sheet", _("24 or 65 on A4, or a label's size in mm: 63.5x33.9."))] = "24",
        roll: Annotated[str, _option("--roll", _("Each label on a page of that size in mm: 50x30."), "WxH")] = "",
        start: Annotated[int, _option("--start", _("The first free label of the sheet."), "N")] = 1,
        columns: Annotated[int, _option("--columns", _("Labels side by side."), "N")] = 0,
        rows: Annotated[int, _option("--rows", _("Labels one below the other."), "N")] = 0,
        margins: Annotated[str, _option("--margins", _("Left and upper margin in mm: 7x13."), "LxT")] = "",
        gaps: Annotated[str, _option("--gaps", _("Between labels, across and down, in mm: 2.5x0."), "AxD")] = "",
        crop_marks: Annotated[bool, _option("--crop-marks", _("Draw marks to cut by."))] = False,
        unit: Annotated[list[str] | None, _option("--unit", _("All that this unit makes."), "ID")] = None,
        sku: Annotated[list[str] | None, _option("--sku", _("This product, so many labels."), "SKU[=N]")] = None,
        listed: Annotated[Path | None, _option("--from-file", _("Read SKU[=N] from a file."), "FILE")] = None,
        every: Annotated[bool, _option("--all", _("All products, not only those that need labels."))] = False,
        count: Annotated[int | None, _option("--count", _("So many of each, where no number is given."), "N")] = None,
        badges: Annotated[bool, _option("--badges", _("The producers' badges instead."))] = False,
        exhibition: Annotated[str, _option("--exhibition", _("Id of the exhibition."), "ID")] = "",
        language: Annotated[str, _option("--language", _("The language of the labels."), "es|en|de")] = "",
        out: Annotated[Path | None, _option("--out", _("The PDF to write."), "FILE")] = None,
        printer: Annotated[str, _option("--printer", _("Print on a receipt printer instead."), "URI")] = "",
    ) -> None:
        asked = labelling.Asked(
            sheet=sheet,
            roll=roll,
            start=start,
            columns=columns,
            rows=rows,
            margins=margins,
            gaps=gaps,
            crop_marks=crop_marks,
            units=tuple(unit or ()),
            skus=tuple(sku or ()),
            list_file=listed,
            every=every,
            count=count,
            exhibition=exhibition,
            language=language,
            out=out,
            printer=printer,
        )
        raise typer.Exit((labelling.print_badges if badges else labelling.print_labels)(context, asked))


def _option(name: str, help_: str, metavar: str | None = None) -> Any:  # noqa: ANN401 - Typer's own is untyped
    return typer.Option(name, help=help_, metavar=metavar)
