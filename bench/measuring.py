"""How things are measured here: medians of interleaved runs, peak memory of the process, a profile on demand."""

import cProfile
import io
import json
import pstats
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

Work = Callable[[], object]


def seconds(work: Work) -> float:
    """How long the work takes, once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(ours: Sequence[Work], baseline: Sequence[Work]) -> tuple[float, float, float]:
    """Medians of ours and of the baseline, run in turn, and the median of the quotients pair by pair."""
    pairs = [(seconds(a), seconds(b)) for a, b in zip(ours, baseline, strict=True)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def milliseconds(time_in_seconds: float) -> str:
    """A time as the table shows it."""
    return f"{time_in_seconds * 1000:.2f} ms"


def peak_memory() -> str:
    """The most memory that this process has held."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB"


def profile_of(work: Work, lines: int = 14) -> str:
    """Where the time of some work goes, by time spent inside each function itself."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    text = io.StringIO()
    pstats.Stats(profiler, stream=text).strip_dirs().sort_stats("tottime").print_stats(lines)
    return "\n".join(line for line in text.getvalue().splitlines() if line.strip())


def tell(figures: list[dict[str, Any]]) -> None:
    """Hand figures to the process that prints the table."""
    print(json.dumps(figures))
