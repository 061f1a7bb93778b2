"""USB printers through libusb, by pyusb: on Linux where a udev rule lets us, and on systems without a usblp.

This module is loaded when the first USB printer is looked for or opened.
"""

import contextlib
import errno
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import usb.backend.libusb1  # type: ignore[import-untyped]  # it has none
import usb.core  # type: ignore[import-untyped]
import usb.util  # type: ignore[import-untyped]

from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.hardware.usb_devices import IPP_PROTOCOL, PRINTER_CLASS, UsbDevice, told

_PIECE = 4096
"""Bytes of one transfer: few enough that it is soon known how far a printer that stops has got."""

Library = Any
Device = Any
Configuration = Any
Interface = Any
"""pyusb's own, which have no types."""


@cache
def installed() -> Library:
    """The library as pyusb drives it; None where it is not installed. It is looked for once: that takes a while."""
    return usb.backend.libusb1.get_backend()


class _Interface(NamedTuple):
    """The part of a device that prints; `ear` is None for one that can't speak."""

    number: int
    alternate: int
    mouth: int
    ear: int | None
    packet: int


def library_devices(library: Library) -> tuple[UsbDevice, ...]:
    """The printers that are plugged in, as far as libusb may look at them."""
    return tuple(
        UsbDevice(
            vendor=device.idVendor,
            product=device.idProduct,
            serial=_string(device, "serial_number"),
            place=f"{device.bus}-{'.'.join(map(str, device.port_numbers))}" if device.port_numbers else "",
            bus=device.bus,
            address=device.address,
            maker=_string(device, "manufacturer"),
            model=_string(device, "product"),
        )
        for device in _plugged_in(library)
        if _prints(device)
    )


def open_by_library(library: Library, wanted: UsbDevice, uri: str) -> "LibraryLine":
    """The printer, taken from the kernel's driver until the line is closed; raises `PrinterUnavailable`."""
    device = next((one for one in _plugged_in(library) if (one.bus, one.address) == (wanted.bus, wanted.address)), None)
    if device is None:
        raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, uri, begun=False)
    line = LibraryLine(device)
    try:
        line.open()
    except NotImplementedError as error:  # this system lets libusb look at the device, but not use it
        line.close()
        raise PrinterUnavailable(PrinterTrouble.NOT_ALLOWED, uri, begun=False) from error
    except OSError as error:
        line.close()
        reason = _TROUBLES.get(error.errno or 0, PrinterTrouble.NOT_FOUND)
        raise PrinterUnavailable(reason, uri, begun=False) from error
    return line


_TROUBLES = {
    errno.EACCES: PrinterTrouble.NOT_ALLOWED,
    errno.EPERM: PrinterTrouble.NOT_ALLOWED,
    errno.EBUSY: PrinterTrouble.REFUSED,
}


class LibraryLine:
    """A printer's interface, claimed for one job."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._interface: _Interface | None = None
        self._detached = False

    def open(self) -> None:
        """Take the interface from the kernel and claim it; raises `OSError` and `NotImplementedError`."""
        interface = _printing_interface(_configuration(self._device))
        if interface is None:
            raise OSError(errno.ENODEV, "no interface that prints")
        self._interface = interface
        if _is_taken(self._device, interface.number):
            self._device.detach_kernel_driver(interface.number)
            self._detached = True
        usb.util.claim_interface(self._device, interface.number)
        if interface.alternate:
            self._device.set_interface_altsetting(interface.number, interface.alternate)

    def write(self, data: memoryview, seconds: float) -> int:
        """Write some of it; raises `TimeoutError` where nothing is taken for so long, and `OSError`."""
        try:
            taken = self._device.write(self._open.mouth, bytes(data[:_PIECE]), _milliseconds(seconds))
        except usb.core.USBTimeoutError as error:
            raise TimeoutError from error
        if not taken:
            raise TimeoutError
        return int(taken)

    def read(self, seconds: float) -> bytes:
        """What it says within that time; raises `OSError`."""
        if self._open.ear is None:
            return b""
        try:
            return bytes(self._device.read(self._open.ear, self._open.packet, _milliseconds(seconds)))
        except usb.core.USBTimeoutError:
            return b""

    def finish(self, seconds: float) -> None:
        """Nothing is held back: each transfer was waited for."""

    def close(self) -> None:
        """Give the interface back to the kernel's driver, if it came from there; never raises."""
        if self._interface is not None:
            # A printer that was unplugged in the middle can't be given back, and need not be.
            with contextlib.suppress(OSError):
                usb.util.release_interface(self._device, self._interface.number)
            if self._detached:
                with contextlib.suppress(OSError, NotImplementedError):
                    self._device.attach_kernel_driver(self._interface.number)
        with contextlib.suppress(OSError):
            usb.util.dispose_resources(self._device)

    @property
    def _open(self) -> _Interface:
        if self._interface is None:
            raise OSError(errno.ENODEV, "the printer is not open")
        return self._interface


def _plugged_in(library: Library) -> Iterator[Device]:
    return iter(usb.core.find(find_all=True, backend=library))


def _prints(device: Device) -> bool:
    return any(_printing_interface(configuration) for configuration in device)


def _configuration(device: Device) -> Configuration:
    try:
        return device.get_active_configuration()
    except usb.core.USBError as error:
        if error.errno is not None:
            raise
        device.set_configuration()  # nobody has set the device up yet
        return device.get_active_configuration()


def _printing_interface(configuration: Configuration) -> _Interface | None:
    """The interface for a printer's own language, one that answers before one that does not."""
    printing = [
        interface
        for one in configuration
        if one.bInterfaceClass == PRINTER_CLASS and one.bInterfaceProtocol != IPP_PROTOCOL and (interface := _ends(one))
    ]
    return min(printing, key=lambda one: (one.ear is None, one.number, one.alternate), default=None)


def _ends(interface: Interface) -> _Interface | None:
    bulk = [end for end in interface if end.bmAttributes & 0x03 == 2]
    mouth = next((end.bEndpointAddress for end in bulk if not end.bEndpointAddress & 0x80), None)
    ear = next((end for end in bulk if end.bEndpointAddress & 0x80), None)
    if mouth is None:
        return None
    address, packet = (ear.bEndpointAddress, ear.wMaxPacketSize) if ear else (None, 0)
    return _Interface(interface.bInterfaceNumber, interface.bAlternateSetting, mouth, address, packet)


def _is_taken(device: Device, number: int) -> bool:
    try:
        return bool(device.is_kernel_driver_active(number))
    except NotImplementedError:  # a system where no driver of its own is in the way
        return False


def _string(device: Device, name: str) -> str:
    try:
        return told(getattr(device, name))
    except (OSError, ValueError, IndexError, NotImplementedError):  # we may not open it, or what it tells is broken
        return ""


def _milliseconds(seconds: float) -> int:
    """At least one: 0 would be for ever."""
    return max(1, int(seconds * 1000))
