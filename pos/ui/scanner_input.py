"""Tells a scanner from fingers by the rhythm of the keys, wherever the focus is and whatever the keyboard's layout.

A scanner is a keyboard that types a code within milliseconds and then Enter or Tab. So keys that may be the beginning
of a code are held back for as long as a scanner takes for its next one (35 ms, which no eye notices): they are a code
and go where codes go, or they were typed by fingers and go on to the field that they were meant for. Only the till's
scan field gets its keys at once; what a scanner typed there is taken back when the code is complete.

A code may fall in two, where a scanner's keys come by radio, and half of a code can be another product's. So without
an end only what can't be half of anything is a code, and what comes soon after a half is taken for its rest: in the
scan field, where the half stands, it is typed on; elsewhere it goes nowhere.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit

from pos.domain.barcodes import stands_alone
from pos.services.scanner_learning import Around, is_test_code
from pos.ui.scan import Scan
from pos.ui.selling.scan_field import ScanField

FAST = 35
"""Milliseconds: a scanner's next key comes within these, a finger's does not."""
SHORTEST = 4
"""Fewer keys are no code, however fast they came."""
SURELY_SCANNED = 8
"""So many fast digits were not typed by fingers, whether or not they are a code."""
REST = 1_000
"""Milliseconds after half a code in which its rest may come: whoever lets go of the keys scans nothing that soon."""
STUMBLE = 100
"""The same after a single key, which may be the first of a code but is nearly always a finger's."""
TOGETHER = 250
"""Milliseconds after half a code, or after a whole one, in which no finger and no other code comes: what comes then, a
rest or a late Enter, belongs to it."""

_PRESS, _OVERRIDE = QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_END_SIGNS = frozenset("\r\n\t")
_SILENT = frozenset({Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr, Qt.Key.Key_NumLock})
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

_FIRST_SCAN_CODE = 8 if sys.platform == "linux" else 0
"""X11 and Wayland count the keys of a keyboard from 8; Windows counts the same keys from 0."""
_US_KEYS = dict(
    zip(
        [*range(2, 14), *range(16, 28), *range(30, 42), *range(43, 54)],
        zip(
            "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./",
            '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"~|ZXCVBNM<>?',
            strict=True,
        ),
        strict=True,
    )
)
"""What each key of the keyboard that scanners pretend to be types, without Shift and with it."""


@dataclass
class _Burst:
    """Fast keys so far: what they typed here, what a scanner meant by them, and the events where they are held back."""

    code: str = ""
    retyped: str = ""
    held: list[QKeyEvent] = field(default_factory=list)
    before: str = ""
    """What stood in the scan field before the first of them."""
    since: int = 0
    """When the first of them was pressed."""

    @property
    def readings(self) -> tuple[str, ...]:
        """What was typed here, and what the scanner meant where that is known of every key."""
        return (self.code, self.retyped) if len(self.retyped) >= len(self.code) else (self.code,)


TimeOf = Callable[[QKeyEvent], int]
"""The milliseconds at which a key was pressed."""


def pressed_at(event: QKeyEvent) -> int:
    """By the keyboard's own clock, not by when the key reached the program."""
    return event.timestamp()


class ScannerInput(QObject):
    """Watches the keys of whichever window of the program has the focus."""

    scanned = Signal(Scan)
    broken = Signal()
    """A scanner typed a part of a code, or the rest of one: it went nowhere."""

    def __init__(self, time_of: TimeOf = pressed_at, around: Around | None = None) -> None:
        """`around` is what the settings say that scanners put around codes."""
        super().__init__()
        self._time_of = time_of
        self._around = around or Around()
        self._burst = _Burst()
        self._last = 0
        self._doubted_until = self._end_expected_until = -1
        self._half, self._half_at = "", 0  # what stands in the scan field with half a code, and since when
        self._window: QWindow | None = None
        self._passing = False
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(FAST)
        self._last_look = QTimer(self)
        self._last_look.setSingleShot(True)
        self._last_look.setInterval(0)
        # Where the window was busy, keys that came in time may still wait behind the timer: they are looked at first.
        self._silence.timeout.connect(self._last_look.start)
        self._last_look.timeout.connect(self.end_burst)
        QGuiApplication.instance().focusWindowChanged.connect(self._watch)  # type: ignore[union-attr]  # made before us
        self._watch(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """Watch nothing any more."""
        QGuiApplication.instance().focusWindowChanged.disconnect(self._watch)  # type: ignore[union-attr]
        self._watch(None)
        self._stop_timers()

    def end_burst(self) -> None:
        """No key followed in time: it was a code without an Enter, or half of one, or it was typed by fingers."""
        burst = self._burst
        if not burst.code:
            return
        readings = burst.readings
        codes = self._around.taken_off(readings)
        if any(map(stands_alone, codes)) or is_test_code(readings):
            self._take()
        elif burst.held and len(burst.code) >= SURELY_SCANNED and any(code.isdecimal() for code in codes):
            self._drop()
        else:
            self._pass_half(burst)
            return
        self._end_expected_until = self._last + TOGETHER

    def _pass_half(self, burst: _Burst) -> None:
        """Let go of what may be half of a code all the same."""
        # Behind a number of pieces it is half a code still; behind letters that were typed before it is none.
        alone = not burst.held and burst.before[-1:] in {"", "*"}
        self._half, self._half_at = burst.before + burst.code if alone else "", self._last
        self._doubted_until = self._last + (REST if len(burst.code) > 1 else STUMBLE)
        if burst.held and len(burst.code) >= SHORTEST:
            self._end_expected_until = self._last + TOGETHER
        self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is _PRESS and isinstance(event, QKeyEvent) and not self._passing:
            return self._pressed(event)
        if kind is _OVERRIDE and isinstance(event, QKeyEvent) and not self._passing:
            self._make_way(event)
        return super().eventFilter(watched, event)

    def _watch(self, window: QWindow | None) -> None:
        if self._window is not None:
            self._let_go()
            self._window.removeEventFilter(self)
            self._window.destroyed.disconnect(self._forget)
        self._window = window
        if window is not None:
            window.installEventFilter(self)
            window.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._window = None
        self._burst = _Burst()

    def _pressed(self, event: QKeyEvent) -> bool:
        """Look at a key; True keeps it from its field."""
        key, now = event.key(), self._time_of(event)
        if key in _SILENT:
            return False
        fast = now - self._last <= FAST
        if not fast:
            self.end_burst()
        self._last = now
        if _is_end(event) and (self._burst.code or now <= self._end_expected_until):
            return self._end()
        if event.isAutoRepeat() or not self._may_be_of_code(event):
            self._let_go()
            return False
        return self._add(event)

    def _end(self) -> bool:
        """Enter or Tab after fast keys, or soon after a code: True keeps it from its field."""
        burst = self._burst
        if not burst.code:  # a late one, whose code was taken already
            self._end_expected_until = -1
            return True
        if len(burst.code) >= SHORTEST and self._is_code(burst):
            self._take()
        elif self._goes_on(burst) or (len(burst.code) < SHORTEST and not self._is_late(burst)):
            self._let_go()
            return False
        else:
            self._drop()
        return True

    def _is_code(self, burst: _Burst) -> bool:
        """Whether what ended is not the rest of another."""
        readings = self._around.taken_off(burst.readings)
        return burst.since > self._doubted_until or any(map(stands_alone, readings))

    def _is_late(self, burst: _Burst) -> bool:
        """Whether it follows half a code, or a whole one, that was not typed into the scan field."""
        return bool(burst.held) and burst.since <= self._end_expected_until

    def _goes_on(self, burst: _Burst) -> bool:
        """Whether a rest stands in the scan field, right behind its half and nothing else."""
        there = not burst.held and self._half != "" and burst.before == self._half
        return there and burst.since - self._half_at <= TOGETHER

    def _make_way(self, event: QKeyEvent) -> None:
        """A key that may be a shortcut is about to do something: what was typed before it comes first."""
        if not (event.key() in _SILENT or _is_end(event) or self._may_be_of_code(event)):
            self._let_go()

    def _may_be_of_code(self, event: QKeyEvent) -> bool:
        if event.modifiers() & _COMMAND:
            return False
        text = event.text()
        # A dead key of this layout types nothing yet; within a code it is a sign of the scanner's own layout.
        return (text.isprintable() and text.strip() != "") or bool(self._burst.code and not text and _meant(event))

    def _add(self, event: QKeyEvent) -> bool:
        burst = self._burst
        at = QApplication.focusWidget()
        free = isinstance(at, ScanField)
        if not burst.code:
            burst.since = self._last
            if isinstance(at, ScanField):
                burst.before = at.text()
        burst.code += event.text()
        burst.retyped += _meant(event)
        self._last_look.stop()
        self._silence.start()
        if free:
            return False
        burst.held.append(event.clone())
        return True

    def _stop_timers(self) -> None:
        self._silence.stop()
        self._last_look.stop()

    def _take(self) -> None:
        """The burst is a code."""
        burst = self._taken_back()
        self._doubted_until = -1
        self.scanned.emit(Scan.of(burst.readings, self._around))

    def _drop(self) -> None:
        """The burst is a part of a code, and so may be what comes next."""
        self._taken_back()
        self._doubted_until = self._last + REST
        self.broken.emit()

    def _taken_back(self) -> _Burst:
        """The burst, no key of which is left in any field."""
        burst, self._burst = self._burst, _Burst()
        self._stop_timers()
        at = QApplication.focusWidget()
        if not burst.held and isinstance(at, QLineEdit):
            at.setText(burst.before)
        return burst

    def _let_go(self) -> None:
        """The burst was typed by fingers: what was held back goes on to its field."""
        burst, self._burst = self._burst, _Burst()
        self._stop_timers()
        if self._window is None:
            return
        self._passing = True
        try:
            for event in burst.held:
                QGuiApplication.sendEvent(self._window, event)
        finally:
            self._passing = False


def _is_end(event: QKeyEvent) -> bool:
    """Whether a code may end with this key: Enter or Tab, or the line feed that some scanners send."""
    return event.key() in _ENDS or event.text() in _END_SIGNS


def _meant(event: QKeyEvent) -> str:
    """What the key types on the keyboard that a scanner pretends to be; empty where the key is not told."""
    plain: str
    shifted: str
    plain, shifted = _US_KEYS.get(event.nativeScanCode() - _FIRST_SCAN_CODE, ("", ""))
    return shifted if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else plain
