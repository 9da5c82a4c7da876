"""Commands and screens ask the desk; nothing of theirs reaches past it."""

import ast
import re

import pytest

from tests.architecture.sources import modules


@pytest.mark.parametrize("package", ["cli", "tui"])
def test_commands_and_screens_leave_the_ledger_to_the_desk(package: str) -> None:
    reaching = [
        f"{module.path}:{node.lineno}"
        for module in modules(package)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and re.search(r"desk(\(.*\))?\.ledger$", ast.unparse(node))
    ]

    assert reaching == []
