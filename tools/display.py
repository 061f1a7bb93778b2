"""Finds out whether a window can open here: exit status 0 when it can, else 1 after one sentence that says why not."""

import os
import subprocess
import sys

INVISIBLE = ("minimal", "offscreen", "linuxfb", "vnc")  # Qt platforms that show nobody a window on this machine
PROBE = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def main() -> int:
    """Say in one sentence why no window can open, if none can."""
    reason = why_not()
    if reason is None:
        return 0
    print(f"No window can open here: {reason}. Replaying the example day instead.", flush=True)
    return 1


def why_not() -> str | None:
    """Return the reason why no window can open, or None.

    Qt itself is asked, in a process of its own, since it ends the process when it cannot open the display.
    """
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.split(":")[0] in INVISIBLE:
        return f"QT_QPA_PLATFORM is {platform}"
    named = [name for name in ("WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    if sys.platform == "linux" and not named:
        return "there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set)"
    try:
        asked = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, check=False, timeout=60)
    except subprocess.TimeoutExpired:
        return "the display does not answer"
    if asked.returncode != 0:
        return "the display cannot be opened (" + ", ".join(f"{name}={os.environ[name]}" for name in named) + ")"
    return None


if __name__ == "__main__":
    sys.exit(main())
