"""Receipt printers, opened by their URI. Each kind has a file of its own, loaded with the first of its kind."""

from collections.abc import Callable
from pathlib import Path

from pos.hardware.interfaces import BadPrinterUri, Printer


def open_printer(uri: str) -> Printer:
    """The printer of that address, which is not looked for before the first job. Raises `BadPrinterUri`."""
    scheme, _, rest = uri.partition(":")
    kind = _KINDS.get(scheme)
    if kind is None or not rest or not uri.isprintable():
        raise BadPrinterUri(uri)
    return kind(uri)


def _cups(uri: str) -> Printer:
    from pos.hardware.cups_printer import cups_printer

    return cups_printer(uri)


def _file(uri: str) -> Printer:
    from pos.hardware.file_printer import FilePrinter

    return FilePrinter(uri, Path(uri.removeprefix("file:").removeprefix("//")))


def _serial(uri: str) -> Printer:
    from pos.hardware.serial_port import BadSerialUri, serial_port
    from pos.hardware.serial_printer import SerialPrinter

    try:
        return SerialPrinter(uri, serial_port(uri))
    except BadSerialUri as error:
        raise BadPrinterUri(uri) from error


def _tcp(uri: str) -> Printer:
    from pos.hardware.tcp_printer import tcp_printer

    return tcp_printer(uri)


def _usb(uri: str) -> Printer:
    from pos.hardware.usb_devices import usb_address
    from pos.hardware.usb_printer import UsbPrinter

    return UsbPrinter(uri, usb_address(uri))


def _windows(uri: str) -> Printer:
    from pos.hardware.windows_printer import windows_printer

    return windows_printer(uri)


_KINDS: dict[str, Callable[[str], Printer]] = {
    "cups": _cups,
    "file": _file,
    "serial": _serial,
    "tcp": _tcp,
    "usb": _usb,
    "win": _windows,
}
