"""Where `pos` begins."""

import gc
import io
import sys


def main() -> None:
    """Run the program with the command line's arguments, and leave with its exit status."""
    # What is loaded stays: to look through it for garbage, over and over, would take a tenth of the start.
    gc.disable()
    from pos.wiring import main as run_program

    gc.freeze()
    gc.enable()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a pipe on Windows, or LANG=C, would not know ñ
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(run_program(sys.argv[1:]))


if __name__ == "__main__":
    main()
