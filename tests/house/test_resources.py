"""Every file that the program names in resources/ is there, and every file that is there is named."""

import ast
import re
from functools import cache

from tests.house.sources import ROOT, files_under, place, python_files, tree

RESOURCES = ROOT / "resources"
# Words that must travel with what they are about: the licence of a font, where a picture comes from.
NOTES = re.compile(r"LICEN[CS]E|README")
FILES = {file.relative_to(RESOURCES).as_posix() for file in files_under(RESOURCES) if not NOTES.search(file.name)}


def calls() -> list[tuple[str, str]]:
    """Each call of `resource`: its place, and a pattern of the paths that it can mean."""
    return [
        (place(file, node), "/".join(pattern(argument) for argument in node.args))
        for file in python_files("pos")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "resource"
    ]


def pattern(node: ast.expr) -> str:
    """A part of a path, as far as it can be read from the code; what is known only at run time may be anything."""
    if isinstance(node, ast.Constant):
        return re.escape(str(node.value))
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(piece) for piece in node.values)
    return ".+"


def meant(path_pattern: str) -> set[str]:
    """The files that a call means: those that fit, and those in a folder that fits."""
    whole = re.compile(path_pattern + ("" if ".+" in path_pattern else "(/.+)?"))
    return {name for name in FILES if whole.fullmatch(name)}


@cache
def words() -> set[str]:
    """Each text constant of the program, and each quoted word of the data in resources/ (emblems name pictures)."""
    constants = {
        node.value
        for file in python_files("pos")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return constants.union(*(quoted(name) for name in FILES if name.endswith(".json")))


def quoted(name: str) -> set[str]:
    """Each quoted word of a file of data."""
    return set(re.findall(r'"([^"]*)"', (RESOURCES / name).read_text(encoding="utf-8")))


def named_beside(name: str) -> set[str]:
    """The files that a file of data names by their path from itself, as a network names its photos."""
    if not name.endswith(".json"):
        return set()
    folder = name.rpartition("/")[0]
    return FILES & {f"{folder}/{word}".lstrip("/") for word in quoted(name)}


def is_spoken_of(name: str, path_pattern: str) -> bool:
    """Whether some constant gives this file's path or name, or what a pattern leaves open: its stem, its language."""
    *folders, last = name.split("/")
    enough = {name, last} if path_pattern == ".+" else {name, last, last.split(".")[0], *folders[1:2]}
    return bool(words() & enough)


def test_every_resource_that_the_program_names_exists():
    assert [f"{where} {path_pattern}" for where, path_pattern in calls() if not meant(path_pattern)] == []


def test_every_resource_is_named_somewhere():
    named = set()
    for _, path_pattern in calls():
        fitting = meant(path_pattern)
        sure = ".+" not in path_pattern
        named |= {name for name in fitting if sure or is_spoken_of(name, path_pattern)}
    named |= {beside for name in named for beside in named_beside(name)}
    assert sorted(FILES - named) == []
