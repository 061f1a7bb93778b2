"""The job that tries a printer of the settings."""

from datetime import datetime

from pos.printing.escpos import PrinterProfile
from pos.printing.printer_profiles import code_pages_of, profile_for
from pos.printing.test_page import TestPage, line_names, test_page
from pos.services.equipment import Device, uri_of
from pos.settings import Settings
from pos.texts import Texts


def test_job(device: Device, settings: Settings, at: datetime, texts: Texts) -> bytes:
    """The test page for the receipt printer or the backup printer; makes the printer's language load."""
    head = TestPage(settings.till, uri_of(device, settings), at)
    make = settings.printer_profile if device is Device.PRINTER else ""
    return test_page(head, _profile(device, settings), code_pages_of(make), texts)


test_job.__test__ = False  # type: ignore[attr-defined]  # it is no test of pytest's


def letters_of_lines(settings: Settings) -> tuple[str, ...]:
    """What the settings call the letters of each line of the receipt printer's test page."""
    return line_names(code_pages_of(settings.printer_profile))


def _profile(device: Device, settings: Settings) -> PrinterProfile:
    if device is Device.BACKUP:
        return profile_for("", settings.backup_width)
    return profile_for(settings.printer_profile, settings.receipt_width, code_page=settings.code_page)
