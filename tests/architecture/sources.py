"""The sources of rolcheck, parsed once."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rolcheck

PACKAGE = Path(rolcheck.__file__).parent
ROOT = PACKAGE.parent


@dataclass(frozen=True)
class Module:
    """One file of the package: its path from the root, its lines, its syntax tree."""

    path: str
    lines: tuple[str, ...]
    tree: ast.Module


@cache
def modules(under: str = "") -> tuple[Module, ...]:
    """Return the modules of rolcheck below `under` (all by default), in the order of paths."""
    files = sorted((PACKAGE / under).rglob("*.py"))
    return tuple(_parsed(file) for file in files)


def _parsed(file: Path) -> Module:
    text = file.read_text("utf-8")
    return Module(str(file.relative_to(ROOT)), tuple(text.splitlines()), ast.parse(text))
