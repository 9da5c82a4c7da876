"""Every binding that has an id, and which of them can be in force together.

All modules of the app are loaded for that: only where a file of keys, or a list of them, asks.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, TextArea

import rolcheck.tui
from rolcheck.tui.screens.chooser import Chooser

PACKAGE = rolcheck.tui.__name__
_IMPORT = re.compile(r"^\s*from (rolcheck\.tui[\w.]*) import", re.MULTILINE)
_TYPED_INTO = (Input, TextArea, Chooser)


@dataclass(frozen=True, slots=True)
class Bound:
    """One binding.

    Attributes:
        id: Its id; some things that are the same on several screens share one.
        keys: Its keys unless the user put it elsewhere.
        what: Message id of what it does.
        holder: The class of the app, the screen or the widget that answers.
        priority: Whether it is asked before what is being typed into.
    """

    id: str
    keys: tuple[str, ...]
    what: str
    holder: type[DOMNode]
    priority: bool

    @property
    def is_for_typing(self) -> bool:
        """Whether it is in force where letters are text."""
        return self.priority or issubclass(self.holder, _TYPED_INTO)


@cache
def all_bindings() -> Sequence[Bound]:
    """Return every binding with an id, the app's first, then by id as the modules have them."""
    for module in walk_packages(rolcheck.tui.__path__, f"{PACKAGE}."):
        import_module(module.name)
    holders = [one for one in _below(DOMNode) if one.__module__.startswith(f"{PACKAGE}.")]
    ranked = sorted(
        dict.fromkeys(holders), key=lambda one: (not issubclass(one, App), one.__name__)
    )
    return tuple(bound for holder in ranked for bound in _own(holder))


def can_meet(one: Bound, other: Bound) -> bool:
    """Tell whether both can be in force at the same moment, on one way from widget to app."""
    mine, theirs = one.holder, other.holder
    if issubclass(mine, theirs) or issubclass(theirs, mine):
        return True
    if issubclass(mine, App) or issubclass(theirs, App):
        return True
    if issubclass(mine, Screen) == issubclass(theirs, Screen):
        return False
    screen, widget = (mine, theirs) if issubclass(mine, Screen) else (theirs, mine)
    return widget.__module__ in _used_by(screen)


def _own(holder: type[DOMNode]) -> Iterator[Bound]:
    for made in vars(holder).get("BINDINGS", ()):
        if isinstance(made, Binding) and made.id:
            what = made.description or (made.group.description if made.group else "")
            keys = tuple(key.strip() for key in made.key.split(","))
            yield Bound(made.id, keys, what, holder, made.priority)


def _below(made: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for inner in made.__subclasses__():
        yield inner
        yield from _below(inner)


@cache
def _used_by(screen: type[DOMNode]) -> frozenset[str]:
    """Return the modules that a screen is made of; other screens are not, unless it is one."""
    imports, found = _imports(), set[str]()
    waiting = [one.__module__ for one in screen.__mro__ if one.__module__.startswith(PACKAGE)]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        others = imports.get(module, ())
        waiting += [one for one in others if not one.startswith(f"{PACKAGE}.screens")]
    return frozenset(found)


@cache
def _imports() -> Mapping[str, Sequence[str]]:
    root = Path(rolcheck.tui.__path__[0])
    found = {}
    for path in root.rglob("*.py"):
        inner = path.relative_to(root).with_suffix("").parts
        name = ".".join((PACKAGE, *(part for part in inner if part != "__init__")))
        found[name] = _IMPORT.findall(path.read_text(encoding="utf-8"))
    return found
