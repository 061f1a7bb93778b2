"""What fills the window under the strip, one at a time."""

from PySide6.QtWidgets import QWidget

from pos.ui.messages import Message
from pos.ui.scan import Scan


class Screen(QWidget):
    """A screen of the till. It knows the services that it uses, never its window: signals carry what a person wants."""

    is_whole = False
    """Whether it fills the whole window, without the band and the strip."""

    def take_focus(self) -> None:
        """Let the next key go where it is meant for; called each time the screen is shown."""
        self.setFocus()

    def show_message(self, message: Message) -> None:
        """Say what stands in the way, without losing what was entered."""
        raise NotImplementedError

    def take_scan(self, scan: Scan) -> bool:
        """Use what was scanned while this screen is shown; False where it has no use for codes."""
        del scan
        return False

    @property
    def message(self) -> str:
        """What the message says, empty where there is none."""
        return ""
