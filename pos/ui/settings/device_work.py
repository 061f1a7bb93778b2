"""What is done with the devices in other threads, so that the window never waits: looking, asking, trying."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from pos.services.desk import Desk
from pos.services.equipment import Device, Equipment, Found, Judged, Trial, uri_of
from pos.ui.receipt_printing import ReceiptPrinting


class DeviceWork(QObject):
    """Works for one window. It outlasts that for as long as something is under way, so that nothing is told to nobody.

    What has to do with printers waits for the receipt that is being sent: a printer serves one at a time.
    """

    looked = Signal()
    """What is connected is in the desk's trials."""
    tried = Signal(Device)
    """So is how this device was found."""
    _found = Signal(object)
    _judged = Signal(Device, str, object, bool)

    _under_way: ClassVar[list["DeviceWork"]] = []

    def __init__(self, desk: Desk, printing: ReceiptPrinting) -> None:
        super().__init__()
        self._desk, self._printing = desk, printing
        self._looking = False
        self.busy: set[Device] = set()
        """What is being asked or tried."""
        self._found.connect(self._note_found)
        self._judged.connect(self._note_judged)

    @property
    def is_looking(self) -> bool:
        """Whether somebody looks what is connected."""
        return self._looking

    @property
    def equipment(self) -> Equipment:
        """The devices that the settings name."""
        return Equipment(self._desk.settings, self._desk)

    def look(self) -> None:
        """Look what is connected; comes back at once."""
        if not self._looking:
            self._looking = True
            self._under_way.append(self)
            equipment = self.equipment
            QThreadPool.globalInstance().start(lambda: self._found.emit(equipment.look()))

    def ask(self, device: Device) -> None:
        """Ask a printer how it is; comes back at once."""
        equipment, uri = self.equipment, uri_of(device, self._desk.settings)
        self._start(device, lambda: equipment.ask_printer(uri), tested=False, printer=True)

    def run(self, device: Device, test: Callable[[Equipment], Judged], *, printer: bool) -> None:
        """Try a device; comes back at once. `printer` where it hangs on one, or is one."""
        equipment = self.equipment
        self._start(device, lambda: test(equipment), tested=True, printer=printer)

    def _start(self, device: Device, act: Callable[[], Judged], *, tested: bool, printer: bool) -> None:
        if device in self.busy:
            return
        self.busy.add(device)
        self._under_way.append(self)
        uri = uri_of(device, self._desk.settings)

        def work() -> None:
            self._judged.emit(device, uri, act(), tested)

        if printer:
            self._printing.between_jobs(work)
        else:
            QThreadPool.globalInstance().start(work)

    def _note_found(self, found: Found) -> None:
        self._looking = False
        self._under_way.remove(self)
        self._desk.later.trials.found = found
        self.looked.emit()

    def _note_judged(self, device: Device, uri: str, judged: Judged, tested: bool) -> None:
        self.busy.discard(device)
        self._under_way.remove(self)
        self._desk.later.trials.note(device, uri, Trial(self._desk.clock.now(), judged, tested))
        self.tried.emit(device)
