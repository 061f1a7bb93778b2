"""USB printers as Linux itself knows them: what they are, from sysfs, and the devices of its driver usblp.

Reading sysfs takes no right, opens no device and needs no library.
"""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pos.hardware.file_line import FileLine, never_waiting
from pos.hardware.interfaces import PrinterTrouble, PrinterUnavailable
from pos.hardware.usb_devices import IPP_PROTOCOL, PRINTER_CLASS, UsbDevice, told


@dataclass(frozen=True, slots=True)
class UsbKernel:
    """Where the kernel tells of its devices."""

    sysfs: Path = Path("/sys/bus/usb/devices")
    nodes: Path = Path("/dev/usb")

    @property
    def tells(self) -> bool:
        """Whether there is such a kernel."""
        return self.sysfs.is_dir()

    def devices(self) -> tuple[UsbDevice, ...]:
        """The printers that are plugged in, in the order of their sockets."""
        devices: dict[str, UsbDevice] = {}
        for device in self._interfaces():
            devices.setdefault(device.place, device)  # its first interface that prints
        return tuple(devices.values())

    def open(self, device: UsbDevice, uri: str) -> "KernelLine":
        """A printer's device of usblp; raises `PrinterUnavailable`."""
        if not device.node:
            raise PrinterUnavailable(PrinterTrouble.NOT_FOUND, uri, begun=False)
        try:
            return KernelLine(never_waiting(str(self.nodes / device.node), os.O_RDWR))
        except OSError as error:
            reason = _TROUBLES.get(error.errno or 0, PrinterTrouble.NOT_FOUND)
            raise PrinterUnavailable(reason, uri, begun=False) from error

    def _interfaces(self) -> Iterator[UsbDevice]:
        for interface in sorted(self.sysfs.glob("*:*")):
            kind, protocol = _number(interface / "bInterfaceClass"), _number(interface / "bInterfaceProtocol")
            if kind != PRINTER_CLASS or protocol == IPP_PROTOCOL:
                continue
            device = self.sysfs / interface.name.partition(":")[0]
            vendor, product = _number(device / "idVendor"), _number(device / "idProduct")
            if vendor is None or product is None:  # it was unplugged while we looked
                continue
            yield UsbDevice(
                vendor=vendor,
                product=product,
                serial=told(_text(device / "serial")),
                place=device.name,
                bus=int(_text(device / "busnum") or 0),
                address=int(_text(device / "devnum") or 0),
                maker=told(_text(device / "manufacturer")),
                model=told(_text(device / "product")),
                node=next((node.name for node in sorted(interface.glob("usbmisc/lp*"))), ""),
            )


class KernelLine(FileLine):
    """An open device of usblp."""

    def close(self) -> None:
        """Let go of it."""
        os.close(self._file)


_TROUBLES = {
    errno.EACCES: PrinterTrouble.NOT_ALLOWED,
    errno.EPERM: PrinterTrouble.NOT_ALLOWED,
    errno.EBUSY: PrinterTrouble.REFUSED,
}


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:  # a device need not have each of these, and may be unplugged while we read
        return ""


def _number(file: Path) -> int | None:
    text = _text(file)
    return int(text, 16) if text else None
