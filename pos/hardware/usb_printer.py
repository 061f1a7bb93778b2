"""A printer on USB, through libusb where that may open it, else through the kernel's own driver."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.hardware.printer_line import TAKING_SECONDS, JobLine, LinePrinter
from pos.hardware.usb_devices import UsbAddress, UsbDevice, the_one
from pos.hardware.usb_kernel import KernelLine, UsbKernel

if TYPE_CHECKING:  # loaded when the first USB printer is opened: most tills have none
    from pos.hardware.usb_library import Library, LibraryLine

UsbLibrary = Callable[[], "Library"]
"""Gives libusb, or None where it is not installed."""


def installed_library() -> "Library":
    """The library libusb, None where it is not installed."""
    from pos.hardware.usb_library import installed

    return installed()


class UsbPrinter(LinePrinter):
    """Looks for the printer anew for each job: it may have been plugged into another socket meanwhile."""

    def __init__(
        self,
        uri: str,
        address: UsbAddress,
        *,
        kernel: UsbKernel | None = None,
        library: UsbLibrary = installed_library,
        taking_seconds: float = TAKING_SECONDS,
    ) -> None:
        super().__init__(uri, taking_seconds)
        self.address = address
        self._kernel = kernel or UsbKernel()
        self._library = library

    def open_line(self) -> AbstractContextManager[JobLine]:
        """The printer, taken for this program alone; raises `PrinterUnavailable`."""
        return self._opened()

    @contextlib.contextmanager
    def _opened(self) -> Iterator[JobLine]:
        line = self._open(the_one(usb_printers(self._kernel, self._library), self.address, self.uri))
        try:
            yield line
        finally:
            line.close()

    def _open(self, device: UsbDevice) -> "KernelLine | LibraryLine":
        if (library := self._library()) is None:
            return self._kernel.open(device, self.uri)
        from pos.hardware.usb_library import open_by_library

        try:
            return open_by_library(library, device, self.uri)
        except PrinterUnavailable as trouble:
            if trouble.reason is not PrinterTrouble.NOT_ALLOWED or not device.node:
                raise
        return self._kernel.open(device, self.uri)


def usb_printers(kernel: UsbKernel, library: UsbLibrary = installed_library) -> tuple[UsbDevice, ...]:
    """The printers that are plugged in: as the kernel tells, or libusb where the kernel tells nothing."""
    if kernel.tells:
        return kernel.devices()
    if (backend := library()) is None:
        return ()
    from pos.hardware.usb_library import library_devices

    return library_devices(backend)
