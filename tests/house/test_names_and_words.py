"""Modules are named by the trade, each says what it is for, and nothing is left for later or bound to one machine."""

import ast
import re

import pytest

from tests.house.sources import CODE, ROOT, place, python_files, texts, tree

SAYS_NOTHING = {"base", "common", "core", "helper", "helpers", "manager", "misc", "util", "utils"}
# Written in pieces, so that this file does not find itself.
LEFT_FOR_LATER = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "X" * 3]))
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/" + r"(?:work|root|home|Users)/")


def test_no_module_or_folder_has_a_name_that_says_nothing():
    parts = {
        place(file): {*file.relative_to(ROOT).parts[:-1], *file.stem.split("_")} & SAYS_NOTHING
        for file in python_files(*CODE)
    }
    assert {name: found for name, found in parts.items() if found} == {}


def test_every_module_says_what_it_is_for():
    silent = [place(file) for file in python_files(*CODE) if tree(file).body and not ast.get_docstring(tree(file))]
    silent += [place(file) for file in python_files("pos") if not tree(file).body]
    assert silent == []


def test_every_folder_of_the_program_is_a_package():
    folders = {file.parent for file in python_files("pos") if "versions" not in file.parts}
    assert [place(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("left for later", LEFT_FOR_LATER), ("path of one machine", MACHINE_PATH)],
    ids=["left_for_later", "path_of_one_machine"],
)
def test_no_file_holds_something(what: str, pattern: re.Pattern[str]):
    found = [
        f"{place(file)}:{number} {match.group()}"
        for file in texts()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if (match := pattern.search(line))
    ]
    assert found == []


def test_every_ignored_type_error_gives_its_code():
    bare = re.compile(r"# type: ignore(?!\[)")
    found = [
        f"{place(file)}:{number}"
        for file in python_files("pos")
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if bare.search(line)
    ]
    assert found == []
