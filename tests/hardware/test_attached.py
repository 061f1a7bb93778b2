"""What hangs on the laptop is found by everything that can tell of it, and nothing that fails hides the rest."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from serial.tools import list_ports

from pos.hardware import cups_printer
from pos.hardware.attached import SystemAttached
from pos.hardware.interfaces import FoundPort, FoundPrinter
from pos.hardware.serial_port import serial_ports
from pos.hardware.usb_kernel import UsbKernel
from tests.hardware.fake_usb import Bus, PluggedIn, shown_in

QUEUE = FoundPrinter("cups:caja", "caja")
EPSON = FoundPrinter("usb:04b8:0e15:583A91", "EPSON TM-T20II", "TM-T20II")
NO_KERNEL = UsbKernel(Path("/nowhere"), Path("/nowhere"))


@pytest.fixture
def _one_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cups_printer, "cups_queues", lambda: (QUEUE,))


@pytest.mark.usefixtures("_one_queue")
@pytest.mark.skipif(sys.platform == "win32", reason="its files can't be called like Linux's devices")
def test_printers_on_usb_come_first_as_the_kernel_tells_them(tmp_path: Path):
    kernel = UsbKernel(shown_in(tmp_path, PluggedIn()))
    assert SystemAttached(kernel=kernel, library=lambda: None, spooler=lambda: None).printers() == (EPSON, QUEUE)


@pytest.mark.usefixtures("_one_queue")
def test_where_no_kernel_tells_libusb_does():
    found = SystemAttached(kernel=NO_KERNEL, library=lambda: Bus(PluggedIn()), spooler=lambda: None).printers()
    assert found == (EPSON, QUEUE)


@pytest.mark.usefixtures("_one_queue")
def test_without_libusb_the_queues_are_found_still():
    assert SystemAttached(kernel=NO_KERNEL, library=lambda: None, spooler=lambda: None).printers() == (QUEUE,)


@pytest.mark.usefixtures("_one_queue")
def test_a_library_that_fails_hides_nothing_and_is_logged(caplog: pytest.LogCaptureFixture):
    def broken() -> None:
        raise RuntimeError("libusb of another machine")

    with caplog.at_level("ERROR"):
        found = SystemAttached(kernel=NO_KERNEL, library=broken, spooler=lambda: None).printers()
    assert found == (QUEUE,)
    assert "libusb of another machine" in caplog.text


@pytest.mark.usefixtures("_one_queue")
def test_a_spooler_of_windows_that_can_t_be_loaded_hides_nothing(caplog: pytest.LogCaptureFixture):
    def broken() -> None:
        raise ImportError("DLL load failed while importing win32print")

    with caplog.at_level("ERROR"):
        found = SystemAttached(kernel=NO_KERNEL, library=lambda: None, spooler=broken).printers()
    assert found == (QUEUE,)
    assert "DLL load failed" in caplog.text


def port(device: str, description: str = "n/a", product: str | None = None) -> SimpleNamespace:
    return SimpleNamespace(device=device, description=description, product=product)


def test_ports_are_called_by_what_hangs_on_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    names = tmp_path / "by-id"
    names.mkdir()
    device = tmp_path / "ttyUSB0"
    device.touch()
    (names / "usb-Zebra_DS2208-if00").symlink_to(device)
    listed = [
        port("/dev/ttyS0"),
        port(str(device), "Symbol Bar Code Scanner", "Bar Code\x00Scanner\n"),
        port("COM3", "USB Serial Port (COM3)"),
        port("COM4", "COM4"),
    ]
    monkeypatch.setattr(list_ports, "comports", lambda: listed)
    assert serial_ports(names) == (
        FoundPort("/dev/ttyS0", "/dev/ttyS0"),
        FoundPort(str(names / "usb-Zebra_DS2208-if00"), f"Bar Code Scanner ({device})"),
        FoundPort("COM3", "USB Serial Port (COM3)"),
        FoundPort("COM4", "COM4"),
    )


def test_ports_that_can_t_be_listed_are_none(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture):
    def broken() -> None:
        raise OSError("no such folder")

    monkeypatch.setattr(list_ports, "comports", broken)
    with caplog.at_level("ERROR"):
        assert SystemAttached().ports() == ()
    assert "no such folder" in caplog.text


def test_this_machine_can_be_looked_through():
    here = SystemAttached()
    assert isinstance(here.printers(), tuple)
    assert isinstance(here.ports(), tuple)
