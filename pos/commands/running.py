"""Running the command line, and saying in a person's words what went wrong."""

import os
from collections.abc import Sequence
from pathlib import Path

from pos.commands.opening import Context, NoDisplay, OpenDesk, OpenWindow
from pos.commands.saying import say_bad_file, say_error
from pos.domain.refusals import Refusal
from pos.explanations import explain, explain_settings
from pos.formats.faults import BadFile
from pos.hardware.interfaces import BadPrinterUri, PrinterUnavailable
from pos.logs import close_log, log_fault, open_log
from pos.services.equipment import Devices
from pos.settings import Places, SettingsFault, home_folder, read_settings
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.troubles import trouble

DONE, REFUSED, BAD_USE, FAULT, STOPPED = 0, 1, 2, 3, 130


def run(arguments: Sequence[str], open_desk: OpenDesk, open_window: OpenWindow, devices: Devices) -> int:
    """Run one command; gives the exit status, and has said whatever there was to say."""
    try:
        texts = Texts(_language(arguments))
    except SettingsFault as fault:
        say_error(explain_settings(fault, Texts("es")))
        return BAD_USE
    context = Context(open_desk, open_window, texts, devices)
    try:
        if _asks_for_till(arguments):
            context.home = Path(arguments[1]) if arguments else None
            return context.till()
        # Loaded here, not above: the window does not wait for what reads commands and options.
        from pos.commands.app import command_line

        command_line(context)(list(arguments))
    except SystemExit as end:  # how the command line ends every run, bad use among them
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # noqa: BLE001 (the last place where any fault can still be told)
        return _told(fault, context)
    return DONE


def _asks_for_till(arguments: Sequence[str]) -> bool:
    """Whether nothing but the till is asked for, in the home that is named or the person's own."""
    return not arguments or (len(arguments) == 2 and arguments[0] == "--home")


def _told(fault: Exception, context: Context) -> int:
    """Say what went wrong, with what to do about it; gives the exit status."""
    texts = context.texts
    match fault:
        case Refusal():
            say_error(explain(fault, texts))
            return REFUSED
        case BadFile():
            say_bad_file(fault, texts)
        case SettingsFault():
            say_error(explain_settings(fault, texts))
        case BooksUnavailable():
            say_error(trouble(f"books-{fault.reason}", {"folder": home_folder(context.home, os.environ)}, texts))
        case PrinterUnavailable():
            say_error(trouble(f"printer-{fault.reason}", {"uri": fault.uri}, texts))
        case NoDisplay():
            say_error(trouble("no-display", {}, texts))
        case BadPrinterUri():
            say_error(trouble("bad-printer-uri", {"uri": fault.uri}, texts))
        case OSError():
            say_error(trouble("file-trouble", {"file": fault.filename or "", "reason": fault.strerror or ""}, texts))
        case _:
            say_error(trouble("program-fault", {"id": _logged(fault, context)}, texts))
            return FAULT
    return BAD_USE


def _logged(fault: Exception, context: Context) -> str:
    """The id under which the log keeps the fault; it is only told where there is no home folder yet."""
    folder = Places(home_folder(context.home, os.environ)).logs
    if not folder.is_dir():
        return log_fault(fault)
    handler = open_log(folder)
    try:
        return log_fault(fault)
    finally:
        close_log(handler)


def _language(arguments: Sequence[str]) -> str:
    """The language of the till's settings, so that help and errors come in it too; raises `SettingsFault`."""
    home = None
    for option, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if option == "--home":
            home = Path(value)
        elif option.startswith("--home="):
            home = Path(option.removeprefix("--home="))
    return read_settings(Places(home_folder(home, os.environ)).settings).language
