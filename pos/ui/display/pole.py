"""The buyer's two lines on a pole: what the customer's display shows, in forty letters."""

import threading
from collections.abc import Callable

from pos.hardware.interfaces import DeviceUnavailable, PoleDisplay
from pos.services.desk import Desk
from pos.services.equipment import Condition, Judged, port_trouble
from pos.ui.display.customer_display import CustomerDisplay
from pos.ui.display.pole_words import pole_lines

Lines = tuple[str, str]
Told = Callable[[Judged], None]
_PATIENCE = 10.0
"""Seconds that a test waits for the line, which itself gives up after a few."""
FIRST_RETRY_SECONDS, LONGEST_RETRY_SECONDS = 1.0, 30.0
"""How long a pole that failed is left alone, unless there is a new text: twice as long after each try."""


def pole_of(desk: Desk) -> "Pole | None":
    """The pole that a desk's settings name; None where there is none, or its address is no port's."""
    if not desk.settings.pole:
        return None
    try:
        return Pole(desk)
    except ValueError:  # only the driver knows what an address looks like; the set-up page says so
        return None


class Pole:
    """Follows a customer's display. A pole that fails or is slow is never waited for: only the newest text is kept.

    One that comes back shows it by itself. So does this window's, where the window before it had the line still open.
    """

    def __init__(self, desk: Desk) -> None:
        """Raises `ValueError` where the settings' address is no pole's."""
        self._writer = _Writer(desk.open_pole(desk.settings.pole))
        self._practice = desk.practice
        self._texts = desk.texts

    def follow(self, display: CustomerDisplay) -> None:
        """Show what this one shows, whether or not there is a screen for it."""
        display.turned.connect(lambda: self._show(display))
        self._show(display)

    def shown(self, upper: str, lower: str) -> Judged:
        """Show these two lines until what is sold changes, and tell whether that went well; blocks as the line does."""
        told: list[Judged] = []
        news = threading.Event()

        def note(judged: Judged) -> None:
            told.append(judged)
            news.set()

        self._writer.show((upper, lower), note)
        news.wait(_PATIENCE)
        return told[0] if told else Judged(Condition.BAD, "port-not-found")

    def stop(self) -> None:
        """Show nothing any more; comes back when the line is closed."""
        self._writer.stop()

    def _show(self, display: CustomerDisplay) -> None:
        if self._practice:
            self._writer.show((self._texts._("PRACTICE"), ""))
        else:
            self._writer.show(pole_lines(display.sight))


class _Writer:
    """The pole's own thread."""

    def __init__(self, pole: PoleDisplay) -> None:
        self._pole = pole
        self._wanted: Lines = "", ""
        self._is_new = False
        self._told: Told | None = None
        self._stopped = False
        self._news = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="pole", daemon=True)
        self._thread.start()

    def show(self, lines: Lines, told: Told | None = None) -> None:
        with self._news:
            self._wanted, self._is_new = lines, True
            self._told = told or self._told
            self._news.notify()

    def stop(self) -> None:
        with self._news:
            self._stopped = True
            self._news.notify()
        self._thread.join()

    def _run(self) -> None:
        shown: Lines | None = None
        retry: float | None = None
        while (order := self._next(shown, retry)) is not None:
            lines, told = order
            judged = Judged(Condition.READY, "pole-shows")
            try:
                self._pole.show(*lines)
                shown, retry = lines, None
            except DeviceUnavailable as trouble:  # selling goes on
                shown, judged = None, port_trouble(trouble.reason)
                retry = FIRST_RETRY_SECONDS if retry is None else min(2 * retry, LONGEST_RETRY_SECONDS)
            if told is not None:
                told(judged)
        self._pole.close()

    def _next(self, shown: Lines | None, retry: float | None) -> tuple[Lines, Told | None] | None:
        """The newest text that is not shown yet, and who wants to know how that went; None once it is over.

        After `retry` seconds without a new one it is the one that failed.
        """
        with self._news:
            while not self._stopped:
                timed_out = not self._is_new and not self._news.wait(retry)
                if not (self._is_new or timed_out):
                    continue
                self._is_new = False
                told, self._told = self._told, None
                if self._wanted != shown or told is not None:
                    return self._wanted, told
            return None
