"""The till's sounds, played by whatever sound system the machine has; on a machine without one the till is silent."""

import logging
import sys
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

from pos.hardware.interfaces import Sound
from pos.settings import resource

_LOGGER = logging.getLogger(__package__)

LONGEST_SECONDS = 2
"""No sound is longer; a sound system that hangs holds nobody up for longer."""


class SystemSpeaker:
    """Plays one sound after the other on a thread of its own; a sound that comes while one plays takes its place."""

    def __init__(self) -> None:
        self._wanted: SimpleQueue[Sound | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._silent = sys.platform == "linux" and not Path("/dev/snd").is_dir()

    def play(self, sound: Sound) -> None:
        """Begin to play; comes back at once."""
        if self._silent:
            return
        if self._thread is None:
            self._thread = Thread(target=self._run, name="sounds", daemon=True)
            self._thread.start()
        self._wanted.put(sound)

    def stop(self) -> None:
        """Play nothing any more; comes back when nothing is playing."""
        self._silent = True
        if self._thread is not None:
            self._wanted.put(None)
            self._thread.join(LONGEST_SECONDS)
            self._thread = None

    def _run(self) -> None:
        while (sound := self._wanted.get()) is not None:
            while not self._wanted.empty():
                later = self._wanted.get()
                if later is None:
                    return
                sound = later
            try:
                _play(sound)
            except Exception:
                # Whatever the sound system's trouble is, selling goes on; it is told once.
                _LOGGER.exception("no sound")
                self._silent = True
                return


def _play(sound: Sound) -> None:
    # Loaded here, not above: it costs start time, and only a machine with a sound system needs it.
    import miniaudio  # type: ignore[import-untyped]  # it has none

    decoded = miniaudio.decode_file(str(resource("sounds", f"{sound}.wav")))
    done = Event()
    stream = miniaudio.stream_with_callbacks(
        miniaudio.stream_raw_pcm_memory(decoded.samples, decoded.nchannels, decoded.sample_width),
        end_callback=done.set,
    )
    next(stream)
    with miniaudio.PlaybackDevice(
        nchannels=decoded.nchannels, sample_rate=decoded.sample_rate, output_format=decoded.sample_format
    ) as device:
        device.start(stream)
        done.wait(LONGEST_SECONDS)
