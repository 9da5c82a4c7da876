"""Files and functions stay small enough to be read in one go."""

import ast

from tests.architecture.sources import modules

MODULE_LINES = 300
FUNCTION_LINES = 40


def test_no_module_is_longer_than_three_hundred_lines() -> None:
    long = {m.path: len(m.lines) for m in modules() if len(m.lines) > MODULE_LINES}

    assert long == {}


def test_no_function_is_longer_than_forty_lines() -> None:
    long = {
        f"{module.path}:{node.lineno} {node.name}": length(node)
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and length(node) > FUNCTION_LINES
    }

    assert long == {}


def test_a_docstring_counts_and_decorators_do_not() -> None:
    tree = ast.parse('@one\n@two\ndef f() -> None:\n    """A\n\n    B.\n    """\n    return\n')

    assert length(tree.body[0]) == 6


def length(node: ast.stmt) -> int:
    """Return the lines from ``def`` to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
