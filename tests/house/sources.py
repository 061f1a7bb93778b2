"""The project's own files, and its Python files as syntax trees, for the tests of the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = ("pos", "tests", "bench", "tools")
NOT_OURS = {"out", "build", "dist", "htmlcov", "__pycache__"}
PICTURES_AND_FONTS = {".gz", ".ico", ".jpeg", ".jpg", ".otf", ".pdf", ".png", ".ttf", ".wav", ".webp", ".xlsx"}


def files_under(folder: Path) -> Iterator[Path]:
    """Every file that belongs to the project, sorted; nothing made, fetched or hidden by a tool."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            kept = entry.name == ".ci" or not entry.name.startswith(".")
            if kept and entry.name not in NOT_OURS and not entry.name.endswith(".egg-info"):
                yield from files_under(entry)
        else:
            yield entry


def texts() -> list[Path]:
    """Every text file of the project."""
    return [file for file in files_under(ROOT) if file.suffix not in PICTURES_AND_FONTS and file.name != "uv.lock"]


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders of the checkout."""
    existing = [ROOT / folder for folder in folders if (ROOT / folder).is_dir()]
    return [file for folder in existing for file in files_under(folder) if file.suffix == ".py"]


@cache
def tree(file: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def place(file: Path, node: ast.AST | None = None) -> str:
    """`path:line` as an editor opens it."""
    line = getattr(node, "lineno", None)
    return str(file.relative_to(ROOT)) + ("" if line is None else f":{line}")
