"""Files and functions stay small enough to be read at once: aim at 300 and 40 lines, never more than 400 and 70."""

import ast

from tests.house.sources import CODE, place, python_files, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 70


def sources():
    """The code that people read and change; a migration is the record of one step and is never touched again."""
    return [file for file in python_files(*CODE) if "versions" not in file.parts]


def test_no_file_is_longer_than_400_lines():
    lengths = {place(file): len(file.read_text(encoding="utf-8").splitlines()) for file in sources()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_longer_than_70_lines():
    too_long = {
        f"{place(file, node)} {node.name}": node.end_lineno - node.lineno + 1
        for file in sources()
        for node in ast.walk(tree(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert too_long == {}
