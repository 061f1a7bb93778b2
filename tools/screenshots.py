"""Takes a picture of every screen in every state, in both languages and at three sizes, and of every paper that the
receipt printer puts out: `out/screens/`.

Nothing of it depends on the machine, the day or a display: the same code gives the same pictures.
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "screens"
PAPERS = "papers"
SIZES = ((1366, 768), (1920, 1080), (1024, 600))


def main() -> int:
    """Take them all, or only those of the stories that are named; `papers` names the papers."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = "1"
    sys.path.insert(0, str(ROOT))

    # Only now, since they start Qt: these are the scenes that the tests measure.
    from PySide6.QtWidgets import QApplication

    from pos.settings import SCREEN_LANGUAGES
    from tests.ui.windows import dress

    app = QApplication([])
    app.setCursorFlashTime(0)
    dress()
    wanted = sys.argv[1:]
    if not wanted:
        shutil.rmtree(OUT, ignore_errors=True)
    for language in SCREEN_LANGUAGES:
        print(f"{OUT / language}: {take(language, wanted)} pictures", flush=True)
    if not wanted or PAPERS in wanted:
        print(f"{OUT / PAPERS}: {take_papers()} pictures", flush=True)
    return 0


def take_papers() -> int:
    """Take every paper at both widths, in each language that it can have, a dot of the printer a dot of the picture."""
    from pos.printing.escpos import PrinterProfile
    from pos.printing.receipt_elements import PAPER_58, PAPER_80
    from pos.printing.strip_picture import strip_png
    from tests.printing.all_papers import all_papers

    folder = OUT / PAPERS
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for which in all_papers():
        for millimetres, paper in ((80, PAPER_80), (58, PAPER_58)):
            png = strip_png(which.strip(paper), PrinterProfile(paper))
            (folder / f"{which}-{millimetres}.png").write_bytes(png)
            taken += 1
    return taken


def take(language: str, wanted: list[str]) -> int:
    """Take the pictures in one language; gives how many."""
    from tests.ui.scenes import STORIES
    from tests.ui.scenes_stage import picture, theatre

    taken = 0
    for place, (name, story) in enumerate(STORIES.items(), start=1):
        if wanted and name not in wanted:
            continue
        with theatre(language) as stage:
            for number, scene in enumerate(story(stage), start=1):
                for size in SIZES:
                    folder = OUT / language / f"{size[0]}x{size[1]}"
                    folder.mkdir(parents=True, exist_ok=True)
                    scene.widget.resize(*size)
                    scene.stage.settle()
                    picture(scene.widget).save(str(folder / f"{place:02}{number:02}-{scene.name}.png"))
                    taken += 1
                scene.widget.resize(*stage.size)
                scene.stage.settle()
    return taken


if __name__ == "__main__":
    sys.exit(main())
