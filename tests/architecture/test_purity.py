"""The core works on values: only modules named loader read files, none asks the world."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import Module, modules

PURE = ("events", "submission", "criteria", "campaign", "scoring")
ASKING = {"today", "now", "utcnow", "system_now", "getenv", "environ", "urandom", "new_id"}
READING = {"read_text", "read_bytes", "read_model", "write_text", "write_bytes", "write_atomic"}
READING |= {"open", "iterdir", "glob", "rglob", "is_file", "is_dir", "exists", "stat", "mkdir"}


def questions(tree: ast.AST, forbidden: set[str]) -> Iterator[tuple[int, str]]:
    """Yield line and name of every call or value that asks the world something."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in forbidden:
                yield node.lineno, name
            case ast.Call(func=ast.Attribute(attr=name)) if name in forbidden:
                yield node.lineno, name
            case ast.Attribute(attr="environ"):
                yield node.lineno, "environ"


def is_loader(module: Module) -> bool:
    return "loader" in module.path.rpartition("/")[2]


@pytest.mark.parametrize("package", PURE)
def test_the_core_asks_for_no_time_chance_or_setting(package: str) -> None:
    found = [
        f"{module.path}:{line}: {name}"
        for module in modules(package)
        for line, name in questions(module.tree, ASKING)
    ]

    assert found == []


@pytest.mark.parametrize("package", PURE)
def test_only_loaders_touch_the_disk(package: str) -> None:
    found = [
        f"{module.path}:{line}: {name}"
        for module in modules(package)
        if not is_loader(module)
        for line, name in questions(module.tree, READING)
    ]

    assert found == []


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("at = datetime.now(UTC)", True),
        ("at = system_now()", True),
        ("who = os.environ['ROLCHECK_AS']", True),
        ("text = path.read_text('utf-8')", True),
        ("with open(path) as file: pass", True),
        ("name = path.name", False),
        ("at = entry.at", False),
    ],
)
def test_the_search_for_questions_finds_them(code: str, wrong: bool) -> None:
    assert bool(list(questions(ast.parse(code), ASKING | READING))) is wrong
