"""What a screen reader says of what changes on the screen without a key that went there.

Qt's part for it is loaded with the first word, not before the first screen.
"""

from PySide6.QtWidgets import QWidget


def alert(of: QWidget) -> None:
    """Say what stands in the way at once: the name of `of`, which has just been shown."""
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    QAccessible.updateAccessibility(QAccessibleEvent(of, QAccessible.Event.Alert))


def announce(of: QWidget, words: str) -> None:
    """Say this after what is being said: a total that is another one, the row that keys work on now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(of, words))
