"""What the system lacks: told without opening any device."""

import os
import sys
from pathlib import Path

import pytest

from pos.hardware import system_lacks as looked
from pos.hardware.interfaces import Lack
from pos.hardware.system_lacks import may_print, system_lacks
from pos.hardware.usb_devices import UsbDevice
from pos.hardware.usb_kernel import UsbKernel

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of devices are Linux's")


def device(node: str = "") -> UsbDevice:
    return UsbDevice(0x0416, 0x5011, "", "1-2", 1, 7, "", "POS-58", node)


@pytest.fixture
def kernel(tmp_path: Path) -> UsbKernel:
    (tmp_path / "usb").mkdir()
    return UsbKernel(tmp_path / "sysfs", tmp_path / "usb")


def test_either_way_to_a_printer_is_enough(tmp_path, kernel):
    assert not may_print(device("lp0"), kernel, tmp_path / "bus")
    (tmp_path / "usb" / "lp0").touch()
    assert may_print(device("lp0"), kernel, tmp_path / "bus")
    assert not may_print(device(), kernel, tmp_path / "bus")
    (tmp_path / "bus" / "001").mkdir(parents=True)
    (tmp_path / "bus" / "001" / "007").touch()
    assert may_print(device(), kernel, tmp_path / "bus")


def test_all_that_is_missing_is_told(monkeypatch, tmp_path, kernel):
    monkeypatch.setattr(looked, "find_spec", lambda _: None)
    monkeypatch.setattr(looked.shutil, "which", lambda _: None)
    monkeypatch.setattr("pos.hardware.usb_printer.installed_library", lambda: None)
    monkeypatch.setattr(looked, "may_print", lambda *_: False)
    monkeypatch.setattr(looked, "may_use_ports", lambda: False)
    monkeypatch.setattr(UsbKernel, "devices", lambda _: (device(),))
    assert set(system_lacks(kernel, tmp_path)) == set(Lack)


def test_a_system_that_has_everything_lacks_nothing(monkeypatch, tmp_path, kernel):
    monkeypatch.setattr(looked, "find_spec", lambda _: object())
    monkeypatch.setattr(looked.shutil, "which", lambda _: os.devnull)
    monkeypatch.setattr("pos.hardware.usb_printer.installed_library", object)
    monkeypatch.setattr(looked, "may_use_ports", lambda: True)
    assert system_lacks(kernel, tmp_path) == ()
