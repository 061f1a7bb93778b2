"""What hangs on this laptop: printers on USB, the queues of its spooler, and serial ports.

Whoever looks wants to know what there is, so a part that can't be looked at is left out, and noted in the log.
"""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from pos.hardware.interfaces import FoundPort, FoundPrinter

if TYPE_CHECKING:  # the drivers are loaded when somebody looks, not before the first screen
    from pos.hardware.usb_kernel import UsbKernel
    from pos.hardware.usb_printer import UsbLibrary
    from pos.hardware.windows_printer import Spooler

_LOGGER = logging.getLogger(__package__)

T = TypeVar("T")


class SystemAttached:
    """Looks through the system's own lists; no printer is written to.

    What it looks through can be given: how Linux tells of USB, where libusb and the spooler of Windows come from.
    """

    def __init__(
        self,
        *,
        kernel: "UsbKernel | None" = None,
        library: "UsbLibrary | None" = None,
        spooler: "Callable[[], Spooler] | None" = None,
    ) -> None:
        self._kernel = kernel
        self._library = library
        self._spooler = spooler

    def printers(self) -> tuple[FoundPrinter, ...]:
        """The queues of Windows; elsewhere, printers on USB and then the queues of CUPS. Never raises.

        One may be found in both ways.
        """
        from pos.hardware.cups_printer import cups_queues

        # Where Windows has a driver for a printer, libusb sees it too, but can't print on it.
        return _looked(self._of_windows) or _looked(self._on_usb) + _looked(cups_queues)

    def ports(self) -> tuple[FoundPort, ...]:
        """Serial ports that something hangs on, as far as the system knows. Never raises."""
        from pos.hardware.serial_port import serial_ports

        return _looked(serial_ports)

    def _of_windows(self) -> tuple[FoundPrinter, ...]:
        from pos.hardware.windows_printer import windows_queues, windows_spooler

        spooler = (self._spooler or windows_spooler)()
        return () if spooler is None else windows_queues(spooler)

    def _on_usb(self) -> tuple[FoundPrinter, ...]:
        from pos.hardware.usb_devices import found
        from pos.hardware.usb_kernel import UsbKernel
        from pos.hardware.usb_printer import installed_library, usb_printers

        return found(usb_printers(self._kernel or UsbKernel(), self._library or installed_library))


def _looked(look: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
    try:
        return look()
    except Exception:
        # Whatever a driver does, or a list of the system: what else is found is still worth having.
        _LOGGER.exception("could not look for devices")
        return ()
