"""Where `pos` begins."""

import io
import sys

from pos.wiring import main as run_program


def main() -> None:
    """Run the program with the command line's arguments, and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows, or LANG=C, would not know ñ
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run_program(sys.argv[1:]))


if __name__ == "__main__":
    main()
