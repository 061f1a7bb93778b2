"""Printers on USB: what is known of each, and which of them an address means."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pos.hardware.interfaces import BadPrinterUri, FoundPrinter, PrinterTrouble, PrinterUnavailable

PRINTER_CLASS = 7
IPP_PROTOCOL = 4
"""An interface of this protocol speaks HTTP, not ESC/POS."""


@dataclass(frozen=True, slots=True)
class UsbDevice:
    """A printer that is plugged in. `serial`, `maker` and `model` are empty where it does not tell them.

    `place` is its bus and the way of ports to it (`1-4.2`), the same as long as it stays in its socket; `bus` and
    `address` are another one each time it is plugged in. `node` is the kernel's device of it (`lp0`), if there is one.
    """

    vendor: int
    product: int
    serial: str
    place: str
    bus: int
    address: int
    maker: str = ""
    model: str = ""
    node: str = ""


@dataclass(frozen=True, slots=True)
class UsbAddress:
    """Which printer is meant: each part that is given must be its own."""

    vendor: int | None = None
    product: int | None = None
    serial: str = ""
    place: str = ""

    def means(self, device: UsbDevice) -> bool:
        """Whether it may be this one."""
        return (
            self.vendor in {None, device.vendor}
            and self.product in {None, device.product}
            and self.serial in {"", device.serial}
            and self.place in {"", device.place}
        )


_FORM = re.compile(r"usb:([0-9a-f]{4}):([0-9a-f]{4})(?::(?P<serial>.+)|@(?P<place>\d+-\d+(?:\.\d+)*))?", re.IGNORECASE)


def usb_address(uri: str) -> UsbAddress:
    """What `usb:auto`, `usb:VID:PID`, `usb:VID:PID:SERIAL` or `usb:VID:PID@BUS-PORT` means; raises `BadPrinterUri`."""
    if uri == "usb:auto":
        return UsbAddress()
    if not (parts := _FORM.fullmatch(uri)):
        raise BadPrinterUri(uri)
    return UsbAddress(int(parts[1], 16), int(parts[2], 16), parts["serial"] or "", parts["place"] or "")


def the_one(devices: Iterable[UsbDevice], address: UsbAddress, uri: str) -> UsbDevice:
    """The printer that is meant; raises `PrinterUnavailable` if there is none, or more than one."""
    meant = [device for device in devices if address.means(device)]
    if not meant:
        raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, uri, begun=False)
    if len(meant) > 1:
        raise PrinterUnavailable(PrinterTrouble.AMBIGUOUS, uri, begun=False)
    return meant[0]


def found(devices: Sequence[UsbDevice]) -> tuple[FoundPrinter, ...]:
    """The printers with an address each that means that one alone: by serial number, else by the socket it is in."""
    return tuple(FoundPrinter(_uri(device, devices), _name(device), device.model) for device in devices)


def told(text: str | None) -> str:
    """What a device says of itself, without control characters and needless space."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text or "").split())


def _uri(device: UsbDevice, among: Sequence[UsbDevice]) -> str:
    uri = f"usb:{device.vendor:04x}:{device.product:04x}"
    by_serial = f"{uri}:{device.serial}"
    if device.serial and sum(usb_address(by_serial).means(other) for other in among) == 1:
        return by_serial
    return f"{uri}@{device.place}" if device.place else uri


def _name(device: UsbDevice) -> str:
    words = device.model if device.model.casefold().startswith(device.maker.casefold()) else ""
    return words or f"{device.maker} {device.model}".strip() or f"USB {device.vendor:04x}:{device.product:04x}"
