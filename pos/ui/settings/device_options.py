"""What a device of the till can be: what is connected, what it is now, and to have none."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from pos.printing.printer_profiles import likely_profile, profiles
from pos.services.equipment import SERIAL, Device, Found, uri_of
from pos.settings import Settings
from pos.texts import N_, Texts
from pos.ui.settings.chooser_button import BETWEEN

BAUDS = ("9600", "19200", "38400", "115200")
CAMERA = "camera"
UNUSED = "none"
"""No screen for the buyer, even where a second one is plugged in."""

_KINDS = {
    "usb": "USB",
    "tcp": N_("Network"),
    "cups": "CUPS",
    "win": "Windows",
    "serial": N_("Serial"),
    "file": N_("File"),
    "camera": N_("Camera"),
}


class Option(NamedTuple):
    """One answer: what the settings call it, what a person does, and what tells it from one that is alike."""

    value: str
    title: str
    detail: str = ""


class SecondScreen(NamedTuple):
    """A screen that is not the till's own."""

    name: str
    size: str


def second_screens(of: QWidget) -> tuple[SecondScreen, ...]:
    """The screens that are not the one of this window, by what the system calls them."""
    own = of.screen().geometry()
    return tuple(
        SecondScreen(screen.name(), f"{screen.geometry().width()} × {screen.geometry().height()}")
        for screen in QGuiApplication.screens()
        if not screen.geometry().intersects(own)
    )


def base_of(uri: str) -> str:
    """An address without its options."""
    return uri.partition("?")[0] if uri.startswith(SERIAL) else uri


def baud_of(uri: str) -> str:
    """The speed of a serial address."""
    for option in uri.partition("?")[2].split("&"):
        name, _, value = option.partition("=")
        if name == "baud":
            return value
    return BAUDS[0]


def address_title(uri: str, found: Found, texts: Texts) -> str:
    """An address as a person knows it: the way to the device, and its name where it is connected."""
    scheme, _, rest = base_of(uri).partition(":")
    kind = texts._(_KINDS[scheme]) if scheme in _KINDS else scheme
    named = {printer.uri: printer.name for printer in found.printers}
    named |= {f"{SERIAL}{port.port}": port.name for port in found.ports}
    name = named.get(base_of(uri)) or rest.removeprefix("//")
    return f"{kind}{BETWEEN}{name}" if name else kind


def options_of(
    device: Device, settings: Settings, found: Found, screens: Sequence[SecondScreen], texts: Texts
) -> list[Option]:
    """All that the device can be, what is connected first; what it is now is always among them."""
    match device:
        case Device.PRINTER | Device.BACKUP:
            now = settings.printer if device is Device.PRINTER else settings.backup_printer
            options = [
                Option(
                    one.uri, address_title(one.uri, found, texts), one.uri if _has_twin(one.name, found) else one.model
                )
                for one in found.printers
            ]
            none = Option("", texts._("No printer"))
        case Device.SCANNER:
            now, none = settings.scanner, Option("", texts._("Types like a keyboard"), texts._("As most scanners do."))
            options = [*_ports(found, texts), *_cameras(settings, texts)]
        case Device.DRAWER:
            now, none = settings.drawer, Option("", texts._("No drawer"))
            options = [
                Option("printer", texts._("On the receipt printer"), texts._("As nearly all are: pin 2.")),
                Option("printer:5", texts._("On the receipt printer, pin 5"), texts._("Where pin 2 does not open it.")),
                *_ports(found, texts),
            ]
        case Device.POLE:
            now, none = settings.pole, Option("", texts._("No pole display"))
            options = _ports(found, texts)
        case _:
            return _screens(settings, screens, texts)
    return _with_now(options, now, none, found, texts)


def _with_now(options: list[Option], now: str, none: Option, found: Found, texts: Texts) -> list[Option]:
    known = [*options, none]
    if base_of(now) not in {option.value for option in known}:
        known.insert(0, Option(base_of(now), address_title(now, found, texts), texts._("As it is set now.")))
    return known


def _has_twin(name: str, found: Found) -> bool:
    return sum(printer.name == name for printer in found.printers) > 1


def _ports(found: Found, texts: Texts) -> list[Option]:
    uris = {f"{SERIAL}{port.port}": port for port in found.ports}
    return [Option(uri, address_title(uri, found, texts), port.port) for uri, port in uris.items()]


def _cameras(settings: Settings, texts: Texts) -> list[Option]:
    from importlib.util import find_spec  # only who chooses a scanner asks

    there = settings.scanner.startswith(CAMERA) or find_spec("zxingcpp") is not None
    return [Option(CAMERA, texts._("Camera"), texts._("The laptop's own, or one on USB."))] if there else []


def _screens(settings: Settings, screens: Sequence[SecondScreen], texts: Texts) -> list[Option]:
    options = [
        Option("", texts._("Any second screen"), texts._("Whichever is plugged in.")),
        *(Option(screen.name, screen.name, screen.size) for screen in screens),
        Option(UNUSED, texts._("None"), texts._("Nothing is shown to the buyer.")),
    ]
    now = settings.customer_screen
    if now not in {option.value for option in options}:
        options.insert(0, Option(now, now, texts._("Not plugged in now.")))
    return options


def chosen_title(device: Device, settings: Settings, found: Found, texts: Texts) -> str:
    """What a device is now, in few words."""
    match device:
        case Device.SCANNER if not settings.scanner:
            return texts._("Keyboard")
        case Device.DRAWER if settings.drawer.startswith("printer"):
            return texts._("With the printer")
        case Device.SCREEN:
            names = {"": texts._("Any second screen"), UNUSED: texts._("None")}
            return names.get(settings.customer_screen, settings.customer_screen)
    now = uri_of(device, settings)
    return address_title(now, found, texts) if now else texts._("None")


def makes(texts: Texts) -> list[Option]:
    """The makes of printers that are known, any one first."""
    known = (Option(one.id, f"{one.vendor} {one.name}".strip(), f"{one.millimetres} mm") for one in profiles())
    return [Option("", texts._("Any make"), texts._("Right for most of them.")), *known]


def likely_make(uri: str, found: Found) -> str:
    """The make that a connected printer says that it is; empty where it does not say."""
    return next((likely_profile(printer) for printer in found.printers if printer.uri == uri), "")


def width_of_make(make: str) -> int:
    """The paper that a make is built for, in millimetres."""
    return next((known.millimetres for known in profiles() if known.id == make), 80)
