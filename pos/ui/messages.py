"""What went wrong or has to be known, in words, where the eye is: it stays until it is solved."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from pos.domain.refusals import Refusal
from pos.explanations import explain
from pos.storage.database import BooksUnavailable
from pos.texts import Texts
from pos.troubles import trouble as trouble_words
from pos.ui.aloud import alert
from pos.ui.look.buttons import ActionButton
from pos.ui.look.icons import icon_label, show_icon
from pos.ui.look.theme import Colour, restyle
from pos.ui.look.words import Words


class Tone(StrEnum):
    """How serious a message is; also the name of its looks in the style sheet."""

    BAD = "bad"
    WARN = "warn"
    HELP = "help"


_ICONS = {Tone.BAD: "error", Tone.WARN: "warning", Tone.HELP: "info"}

Trouble = Refusal | BooksUnavailable
"""What a person can be told about: a rule said no, or the machine did. Anything else is a fault of the program."""


@dataclass(frozen=True, slots=True)
class Message:
    """One bold sentence, what to do about it, and at most one button that does it.

    `icon` and `action_icon` are other icons than the tone's own and none.
    """

    tone: Tone
    title: str
    detail: str = ""
    action: str = ""
    icon: str = ""
    action_icon: str = ""


def told(trouble: Trouble, texts: Texts, *, action: str = "") -> Message:
    """The message that tells a person of this trouble and the next step."""
    if isinstance(trouble, Refusal):
        return in_two(Tone.BAD, explain(trouble, texts), action=action)
    return in_two(Tone.BAD, trouble_words(f"books-{trouble.reason}", {}, texts), action=action)


def in_two(tone: Tone, words: str, *, action: str = "") -> Message:
    """A message whose first sentence is its title, and whose others say what to do."""
    title, stop, detail = words.partition(". ")
    return Message(tone, title + stop.rstrip(), detail, action)


class MessageBar(QFrame):
    """Shows one message at a time; nothing when there is none."""

    acted = Signal()
    """Its button was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = icon_label("info", 32)
        self._title = Words(pixels=17, bold=True, lines=4)
        self._detail = Words(pixels=17, lines=3)
        self._button = ActionButton("", pixels=17, height=52)
        self._build()
        self._button.clicked.connect(self.acted)
        self.clear()

    def _build(self) -> None:
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self._title)
        words.addWidget(self._detail)
        words.addStretch()
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(56)

    def show_message(self, message: Message) -> None:
        """Show this message in place of any other; a screen reader says it at once."""
        restyle(self, "panel", message.tone.value)
        icon = message.icon or _ICONS[message.tone]
        show_icon(self._icon, icon, 32, Colour.TEJA if message.tone is Tone.BAD else Colour.NOCHE)
        self._title.say(message.title)
        self._detail.say(message.detail)
        self._detail.setVisible(bool(message.detail))
        self._button.say(message.action, message.action_icon)
        self._button.setVisible(bool(message.action))
        self.setAccessibleName(f"{message.title} {message.detail}".strip())
        self.show()
        alert(self)

    def make_low(self, *, low: bool) -> None:
        """Take less room, on a low screen."""
        edge = 6 if low else 14
        self._row.setContentsMargins(16, edge, 16, edge)
        self._button.setMinimumHeight(48 if low else 52)
        for words in (self._title, self._detail):
            words.resize_words(16 if low else 17)

    def clear(self) -> None:
        """Show nothing."""
        self.setAccessibleName("")
        self.hide()

    @property
    def words(self) -> str:
        """All that it says, empty when there is no message."""
        return self.accessibleName()
