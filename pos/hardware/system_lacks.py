"""What this system lacks of what devices may need: libraries, programs, and rights."""

import os
import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from pos.hardware.interfaces import Lack
from pos.hardware.usb_devices import UsbDevice
from pos.hardware.usb_kernel import UsbKernel

_CAMERA_PARTS = ("zxingcpp", "PySide6.QtMultimedia")
_USB_NODES = Path("/dev/bus/usb")


def system_lacks(kernel: UsbKernel | None = None, usb_nodes: Path = _USB_NODES) -> tuple[Lack, ...]:
    """What is missing; no device is opened. `kernel` and `usb_nodes` say where Linux tells of USB."""
    lacks = []
    if sys.platform != "win32":
        from pos.hardware.usb_printer import installed_library  # only who asks needs it

        if installed_library() is None:
            lacks.append(Lack.LIBUSB)
        if shutil.which("lp") is None:
            lacks.append(Lack.CUPS)
        kernel = kernel or UsbKernel()
        if not all(may_print(device, kernel, usb_nodes) for device in kernel.devices()):
            lacks.append(Lack.USB_RIGHT)
        if not may_use_ports():
            lacks.append(Lack.SERIAL_RIGHT)
    if not all(_is_there(part) for part in _CAMERA_PARTS):
        lacks.append(Lack.CAMERA)
    return tuple(lacks)


def may_print(device: UsbDevice, kernel: UsbKernel, usb_nodes: Path) -> bool:
    """Whether this person may write to a printer on USB, in either of the two ways to it."""
    ways = [usb_nodes / f"{device.bus:03}" / f"{device.address:03}"]
    if device.node:
        ways.append(kernel.nodes / device.node)
    return any(os.access(way, os.R_OK | os.W_OK) for way in ways)


def may_use_ports() -> bool:
    """Whether this person may use every serial port that there is."""
    from pos.hardware.serial_port import serial_ports

    return all(os.access(port.port, os.R_OK | os.W_OK) for port in serial_ports())


def _is_there(part: str) -> bool:
    try:
        return find_spec(part) is not None
    except ModuleNotFoundError:  # not even the package that it would be in
        return False
