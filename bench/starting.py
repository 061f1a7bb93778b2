"""From making the process to the first screen: the till, and a window of Qt's alone, in turn."""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

STARTS = 7
LIMIT_SECONDS = 1.2

Start = dict[str, float]
"""Seconds from the start by what was reached then, and `memory` in MiB."""


def start_figure(home: Path, what: str) -> dict[str, object]:
    """How long the till in that home takes to its first screen, warm; where the most of it goes is told with it."""
    for what_starts in (("till", str(home)), ("qt",)):
        _started(*what_starts)  # from now on nothing has to be compiled, and all is in memory
    pairs = [(_started("till", str(home)), _started("qt")) for _ in range(STARTS)]
    till = _middle([till for till, _ in pairs])
    took, bare = till["painted"], statistics.median(qt["painted"] for _, qt in pairs)
    loading, books, window = till["loaded"], till["opened"] - till["loaded"], took - till["opened"]
    return {
        "what": f"{what}: process to first screen, warm (p50 of {STARTS})",
        "ours": f"{took:.2f} s: loading {loading:.2f}, books {books:.2f}, window {window:.2f}",
        "baseline": f"{bare:.2f} s",
        "against": "a window of Qt's alone",
        "quotient": statistics.median(till["painted"] / qt["painted"] for till, qt in pairs),
        "limit": f"≤ {LIMIT_SECONDS} s",
        "met": took <= LIMIT_SECONDS,
        "memory": f"{max(till['memory'] for till, _ in pairs):.0f} MiB",
        "profile": "" if took <= LIMIT_SECONDS else _slowest_imports(),
    }


def _started(*what: str) -> Start:
    """One start. A person's machine keeps compiled modules, so this one does too, whatever the environment says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"QT_QPA_PLATFORM": "offscreen", "BEGAN": repr(time.monotonic())}
    command = [sys.executable, "-m", "bench.first_screen", *what]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def _middle(starts: list[Start]) -> Start:
    return sorted(starts, key=lambda start: start["painted"])[len(starts) // 2]


def _slowest_imports(lines: int = 20) -> str:
    """The modules that take longest to load, each without those that it loads itself."""
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-c",
        "import pos.wiring, pos.ui.main_window, pos.ui.people.sign_in_screen",
    ]
    told = subprocess.run(command, check=True, stderr=subprocess.PIPE, text=True).stderr.splitlines()
    times = [line.removeprefix("import time:").split("|") for line in told if line.count("|") == 2]
    slowest = sorted(((int(own), name.strip()) for own, _, name in times[1:]), reverse=True)[:lines]
    return "\n".join(f"{own / 1000:8.1f} ms  {name}" for own, name in slowest)
