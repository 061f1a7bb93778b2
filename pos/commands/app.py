"""All commands and their options. `pos` alone opens the till."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pos import __version__
from pos.commands import catalog, checking, demo, doctor, importing, replaying, reports, scanners
from pos.commands.label_options import add_labels
from pos.commands.opening import Context
from pos.commands.saying import say


class Shape(StrEnum):
    """What a report is written as."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    PDF = "pdf"


class DoctorShape(StrEnum):
    """What `pos doctor` writes."""

    TEXT = "text"
    JSON = "json"


def command_line(context: Context) -> typer.Typer:
    """The command line over what can be opened; its help speaks the language of the context's texts."""
    _ = context.texts._
    app = typer.Typer(
        name="pos",
        help=_("Qhatu: the till of an exhibition stall. Without a command, it opens the till."),
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    _add_till(app, context)
    _add_files(app, context)
    add_labels(app, context)
    app.add_typer(_report_commands(context), name="report")
    app.add_typer(_catalog_commands(context), name="catalog")
    return app


def _add_till(app: typer.Typer, context: Context) -> None:
    _ = context.texts._

    @app.callback(invoke_without_command=True)
    def till(
        invoked: typer.Context,
        home: Annotated[
            Path | None,
            typer.Option(
                "--home", help=_("Folder of the books, backups, logs and settings (or POS_HOME)."), metavar="DIR"
            ),
        ] = None,
        version: Annotated[bool, typer.Option("--version", help=_("Say the version and leave."))] = False,
    ) -> None:
        context.home = home
        if version:
            say(f"pos {__version__}")
            raise typer.Exit
        if invoked.invoked_subcommand is None:
            raise typer.Exit(context.till())

    @app.command("verify", help=_("Check that the books are whole; exit status 1 where they are not."))
    def verify() -> None:
        raise typer.Exit(checking.verify(context))

    @app.command("scanner-sheet", help=_("Write the sheet that a scanner is set up with, as a PDF."))
    def scanner_sheet(
        out: Annotated[Path, typer.Option("--out", help=_("The PDF to write."), metavar="FILE")] = Path(
            "scanner-sheet.pdf"
        ),
    ) -> None:
        raise typer.Exit(scanners.write_sheet(context, out))

    @app.command("doctor", help=_("Look at the devices; exit status 1 where one that is set up does not work."))
    def look_at_devices(
        shape: Annotated[
            DoctorShape, typer.Option("--format", help=_("What to write."), case_sensitive=False)
        ] = DoctorShape.TEXT,
        print_test: Annotated[
            bool, typer.Option("--print-test", help=_("Print a test page on each printer that is set up."))
        ] = False,
    ) -> None:
        raise typer.Exit(doctor.examine(context, shape, print_test=print_test))

    @app.command("demo", help=_("Replay the example day and write its receipts and reports."))
    def run_demo(
        out: Annotated[Path, typer.Option("--out", help=_("Folder for what is made."), metavar="DIR")] = Path("out"),
        window: Annotated[
            bool, typer.Option("--window", help=_("Open the till on the example network instead."))
        ] = False,
    ) -> None:
        raise typer.Exit(demo.open_example(context, out) if window else demo.replay_example(context, out))


def _add_files(app: typer.Typer, context: Context) -> None:
    _ = context.texts._
    file_help = _("The file to read.")

    @app.command("import", help=_("Take in a network's file (stall-network/1, .json or .xlsx)."))
    def import_(file: Annotated[Path, typer.Argument(help=file_help, metavar="FILE")]) -> None:
        importing.import_network(context, file)

    @app.command("replay", help=_("Replay a day's file (stall-day/1); exit status 1 where events were refused."))
    def replay(
        file: Annotated[Path, typer.Argument(help=file_help, metavar="FILE")],
        printer: Annotated[
            str | None,
            typer.Option(
                "--printer", help=_("Print each receipt: usb:auto, tcp://HOST:PORT, file:PATH …"), metavar="URI"
            ),
        ] = None,
        strict: Annotated[bool, typer.Option("--strict", help=_("Stop at the first event that is refused."))] = False,
    ) -> None:
        raise typer.Exit(replaying.replay(context, file, printer, strict=strict))


def _report_commands(context: Context) -> typer.Typer:
    _ = context.texts._
    app = typer.Typer(help=_("Reports of a day, of an exhibition, and the settlements."), no_args_is_help=True)
    exhibition_option = typer.Option("--exhibition", help=_("Id of the exhibition."), metavar="ID")
    shape_option = typer.Option("--format", help=_("What to write."), case_sensitive=False)
    out_option = typer.Option("--out", help=_("File or folder to write to."), metavar="PATH")

    @app.command("day", help=_("A day of all tills."))
    def day(
        date: Annotated[dt.datetime, typer.Option("--date", formats=["%Y-%m-%d"], help=_("The day."))],
        shape: Annotated[Shape, shape_option] = Shape.TEXT,
        exhibition: Annotated[str | None, exhibition_option] = None,
        out: Annotated[Path | None, out_option] = None,
    ) -> None:
        reports.write_report(context, exhibition, date.date(), shape, out)

    @app.command("exhibition", help=_("A whole exhibition."))
    def exhibition_(
        shape: Annotated[Shape, shape_option] = Shape.TEXT,
        exhibition: Annotated[str | None, exhibition_option] = None,
        out: Annotated[Path | None, out_option] = None,
    ) -> None:
        reports.write_report(context, exhibition, None, shape, out)

    @app.command("settlements", help=_("Every unit's settlement, as one PDF."))
    def settlements(
        exhibition: Annotated[str | None, exhibition_option] = None,
        out: Annotated[Path | None, out_option] = None,
    ) -> None:
        reports.write_settlements(context, exhibition, out)

    return app


def _catalog_commands(context: Context) -> typer.Typer:
    _ = context.texts._
    app = typer.Typer(help=_("What is sold."), no_args_is_help=True)

    @app.command("list", help=_("Every product with its barcode, makers and prices."))
    def list_() -> None:
        catalog.list_products(context)

    return app
