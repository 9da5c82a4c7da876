"""How keys are written on the screen, and the bindings that are in force, as one list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.binding import ActiveBinding, Binding

from rolcheck.locale import _
from rolcheck.tui.screens import SCREENS

_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    **{f"f{number}": f"F{number}" for number in range(1, 25)},
}


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys that do one thing.

    Attributes:
        keys: As they are written, as ``Enter``, ``1-4`` or ``n p``.
        short: Without other keys that do exactly the same, as for the last line.
        what: What they do, in the language in use.
        where: Class name of the widget, screen or app that answers.
        show: Whether they belong to the few in the last line.
    """

    keys: str
    short: str
    what: str
    where: str
    show: bool


def key_name(key: str) -> str:
    """Return how a key is written: ``Enter``, ``F2``, ``Ctrl+E``, ``?``, ``n``."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    shown = _NAMES.get(last, last.upper() if modifiers else last)
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])


_moved: dict[str, str] = {}


def use_keys(keymap: Mapping[str, str]) -> None:
    """Name from now on the keys of `keymap`, by binding id, where the user put them elsewhere."""
    _moved.clear()
    _moved.update(keymap)


def key_of(id: str, key: str) -> str:
    """Return how the key of a binding is written: where the user put it, else `key`, its own."""
    return key_name(_moved.get(id, key).split(",")[0])


def screen_key(name: str) -> str:
    """Return how the key that shows a screen is written."""
    return key_of(f"app.{name}", SCREENS[name].key)


def hints(bindings: Mapping[str, ActiveBinding]) -> list[Hint]:
    """Return what the bindings in force do, in their order, one entry a thing.

    Keys of one group, or with the same action, are written together; following digits as a range.
    """
    found: dict[tuple[str, str], tuple[ActiveBinding, list[str]]] = {}
    for key, active in bindings.items():
        binding = active.binding
        if not binding.id or not _said(binding):  # those of Textual itself have no id
            continue
        name = (type(active.node).__name__, binding.group.description if binding.group else "")
        names = name if binding.group else (name[0], binding.action)
        entry = found.setdefault(names, (active, []))
        shown = binding.key_display or key_name(key)
        if shown not in entry[1]:
            entry[1].append(shown)
    return [
        Hint(
            written(keys),
            written(keys if active.binding.group else keys[:1]),
            _(_said(active.binding)),
            where,
            active.binding.show,
        )
        for (where, _thing), (active, keys) in found.items()
    ]


def written(keys: Sequence[str]) -> str:
    """Return keys as one text.

    Example:
        >>> written(["1", "2", "3", "4"]), written(["n", "p"]), written(["7"])
        ('1-4', 'n p', '7')
    """
    digits = sorted(key for key in keys if len(key) == 1 and key.isdigit())
    if len(digits) > 2 and all(int(b) - int(a) == 1 for a, b in pairwise(digits)):
        others = [key for key in keys if key not in digits]
        return " ".join([f"{digits[0]}-{digits[-1]}", *others])
    return " ".join(keys)


def _said(binding: Binding) -> str:
    return binding.group.description if binding.group else binding.description
