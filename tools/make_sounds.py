"""Writes the till's sounds, `resources/sounds/*.wav`, from what they are: tones of a pitch and a length."""

import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
FADE_SECONDS = 0.008
LOUDNESS = 0.5

SOUNDS = {  # name → (hertz, seconds) one after the other; 0 Hz is silence
    "taken": [(1760, 0.07)],
    "refused": [(220, 0.18), (0, 0.07), (220, 0.28)],
    "sold": [(880, 0.09), (1319, 0.16)],
}


def tone(hertz: float, seconds: float) -> list[int]:
    """The samples of one tone with its second harmonic, faded in and out so that it does not click."""
    count = int(RATE * seconds)
    samples = []
    for i in range(count):
        at = i / RATE
        fade = min(1.0, at / FADE_SECONDS, (seconds - at) / FADE_SECONDS)
        sound = math.sin(2 * math.pi * hertz * at) + 0.3 * math.sin(4 * math.pi * hertz * at)
        samples.append(int(32_767 * LOUDNESS * fade * sound / 1.3))
    return samples


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, tones in SOUNDS.items():
        samples = [sample for hertz, seconds in tones for sample in tone(hertz, seconds)]
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(struct.pack(f"<{len(samples)}h", *samples))


if __name__ == "__main__":
    main()
