"""The domain knows the standard library and itself, and its arithmetic never leaves the integers unnoticed."""

import ast
import sys

from tests.house.sources import place, python_files, tree

DOMAIN = python_files("pos/domain")
# Of the standard library: what asks the machine something, or writes to it.
ASKS_THE_MACHINE = {"asyncio", "io", "logging", "os", "pathlib", "random", "socket", "sqlite3", "subprocess", "time"}


def imported(node: ast.AST) -> list[str]:
    """The modules that this statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return []


def test_the_domain_imports_only_the_standard_library_and_itself():
    foreign = [
        f"{place(file, node)} {name}"
        for file in DOMAIN
        for node in ast.walk(tree(file))
        for name in imported(node)
        if name.split(".")[0] not in sys.stdlib_module_names - ASKS_THE_MACHINE
        and not f"{name}.".startswith("pos.domain.")
    ]
    assert foreign == []


def test_the_domain_holds_no_float():
    floats = [
        place(file, node)
        for file in DOMAIN
        for node in ast.walk(tree(file))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id == "float")
    ]
    assert floats == []


def test_the_domain_never_divides_without_naming_its_rounding():
    divisions = [
        place(file, node)
        for file in DOMAIN
        for node in ast.walk(tree(file))
        if isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div)
    ]
    assert divisions == []


def test_round_is_never_called_since_it_rounds_halves_to_even():
    calls = [
        place(file, node)
        for file in python_files("pos")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "round"
        if "ui" not in file.parts and "printing" not in file.parts
    ]
    assert calls == []
