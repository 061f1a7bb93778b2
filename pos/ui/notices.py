"""What is the matter with the till rather than with the sale: a notice of each kind, and the worst of them shown."""

from enum import IntEnum

from pos.ui.messages import Message, MessageBar


class NoticeOf(IntEnum):
    """What a notice is about, the worst first."""

    CART = 0
    """The open cart is not on disk."""
    PRINTER = 1
    SCANNER = 2
    STOCK = 3
    """What is left of the goods is not known."""


class NoticeBar(MessageBar):
    """Shows one of the notices that stand: each stands until it is settled, whatever becomes of the others."""

    def __init__(self) -> None:
        super().__init__()
        self._notices: dict[NoticeOf, Message] = {}

    def note(self, about: NoticeOf, message: Message | None) -> None:
        """This is the matter; None once it is settled."""
        if self._notices.get(about) == message:
            return
        if message is None:
            self._notices.pop(about, None)
        else:
            self._notices[about] = message
        worst = min(self._notices, default=None)
        if worst is None:
            self.clear()
        else:
            self.show_message(self._notices[worst])
