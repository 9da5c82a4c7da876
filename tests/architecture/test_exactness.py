"""No float touches a score."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import modules

EXACT = ("scoring", "criteria")
INEXACT_LIBRARIES = {"statistics", "cmath", "numpy"}
EXACT_OF_MATH = {"ceil", "comb", "floor", "gcd", "isqrt", "lcm", "perm", "prod"}


def floats(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and reason wherever a float could come in."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float()):
                yield node.lineno, "a float literal"
            case ast.Call(func=ast.Name(id="float")):
                yield node.lineno, "float()"
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if name not in EXACT_OF_MATH:
                yield node.lineno, f"math.{name}"
            case ast.ImportFrom(module="math", names=names):
                for alias in names:
                    if alias.name not in EXACT_OF_MATH:
                        yield node.lineno, f"math.{alias.name}"
            case ast.Import(names=names) if any(a.name in INEXACT_LIBRARIES for a in names):
                yield node.lineno, "a library of floats"
            case ast.ImportFrom(module=str(name)) if name.split(".")[0] in INEXACT_LIBRARIES:
                yield node.lineno, "a library of floats"


@pytest.mark.parametrize("package", EXACT)
def test_no_float_comes_into_what_makes_a_score(package: str) -> None:
    found = [
        f"{module.path}:{line}: {reason}"
        for module in modules(package)
        for line, reason in floats(module.tree)
    ]

    assert found == []
    assert modules(package)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("share = 0.3", True),
        ("share = float(points)", True),
        ("root = math.sqrt(points)", True),
        ("from math import log", True),
        ("import statistics", True),
        ("from numpy import mean", True),
        ("below = math.floor(points)", False),
        ("share = Fraction(3, 10)", False),
        ("if isinstance(value, float): raise ValueError", False),
    ],
)
def test_the_search_for_floats_finds_them(code: str, wrong: bool) -> None:
    assert bool(list(floats(ast.parse(code)))) is wrong
