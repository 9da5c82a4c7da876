"""Keys that the user has put elsewhere: overrides from a TOML file, by binding id.

Nothing is loaded for it where there is no such file: the start of the app waits for this.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_

if TYPE_CHECKING:
    from rolcheck.base.toml import Fault
    from rolcheck.tui.bindings import Bound

Keymap = Mapping[str, str]
FILE = "keys.toml"
_MODIFIERS = ("ctrl", "alt", "shift", "super", "meta", "hyper")


def load_keymap(path: Path) -> Keymap:
    """Return the overrides of the table ``[keys]``: binding id to keys, parted by commas.

    A file that is not there overrides nothing.

    Raises:
        ProblemsError: The file has faults; it names them all.

    Example:
        ``[keys]`` with ``"editor.missing" = "q"`` puts the word for no material on q.
    """
    if not path.exists():
        return {}
    from rolcheck.base.models import Model
    from rolcheck.base.toml import read_model

    class KeyFile(Model):
        """The file of keys."""

        keys: Mapping[str, str] = MappingProxyType({})

    read = read_model(path, KeyFile, raw_faults=lambda data, _read: faults_of(_texts(data))).model
    return {id: ",".join(_keys(text)) for id, text in read.keys.items()}


def _texts(data: Mapping[str, object]) -> Keymap:
    keys = data.get("keys")
    found = keys.items() if isinstance(keys, dict) else ()
    return {str(id): text for id, text in found if isinstance(text, str)}


def faults_of(keymap: Keymap) -> "Iterator[Fault]":
    """Yield what is wrong in a keymap: ids, keys, two things on one key."""
    from rolcheck.base.toml import Fault
    from rolcheck.tui.bindings import all_bindings

    known = all_bindings()
    ids = {bound.id for bound in known}
    for id, text in keymap.items():
        if id not in ids:
            expected, near = perhaps(id, ids, N_("rolcheck help keys lists them"))
            params = {"id": id, "near": near}
            yield Fault(("keys", id), N_("no binding '{id}'"), expected, params, at="key")
            continue
        for key in _keys(text) or ("",):
            yield from _key_faults(id, key, [bound for bound in known if bound.id == id])
    yield from _clashes(keymap)


def _key_faults(id: str, key: str, bounds: "list[Bound]") -> "Iterator[Fault]":
    from textual.keys import key_to_character

    from rolcheck.base.toml import Fault

    if not is_key(key):
        expected, near = perhaps(key, _names(), N_("write keys as f5, ctrl+n, space, ?"))
        yield Fault(("keys", id), N_("no key '{key}'"), expected, {"key": key, "near": near})
    elif key_to_character(key) and any(bound.is_for_typing for bound in bounds):
        yield Fault(
            ("keys", id),
            N_("'{key}' is a letter where text is typed, and {id} is in force there"),
            N_("take a key such as f5 or ctrl+n"),
            {"key": key, "id": id},
        )


def _clashes(keymap: Keymap) -> "Iterator[Fault]":
    """Yield two things on one key, where at least one was put there and both can be in force."""
    from rolcheck.base.toml import Fault
    from rolcheck.locale import _
    from rolcheck.tui.bindings import all_bindings, can_meet

    known = all_bindings()
    for id in keymap:
        for mine in (bound for bound in known if bound.id == id):
            for other in known:
                if other.id == id or set(mine.keys) & set(other.keys) or not can_meet(mine, other):
                    continue  # some share a key on purpose, and tell by what is shown
                for key in _in_force(mine, keymap) & _in_force(other, keymap):
                    params = {"key": key, "other": other.id, "what": _(other.what)}
                    yield Fault(
                        ("keys", id),
                        N_("the key '{key}' belongs to {other} too: {what}"),
                        N_("put one of them on another key"),
                        params,
                    )


def _in_force(bound: "Bound", keymap: Keymap) -> frozenset[str]:
    return frozenset(_keys(keymap[bound.id]) if bound.id in keymap else bound.keys)


def is_key(key: str) -> bool:
    """Tell whether Textual knows a key of that name, as ``f5``, ``ctrl+n`` or ``question_mark``."""
    *modifiers, last = key.split("+")
    return set(modifiers) <= set(_MODIFIERS) and (last in _names() or _is_character(last))


def _is_character(name: str) -> bool:
    from textual.keys import key_to_character

    return len(name) == 1 or (name.islower() and key_to_character(name) is not None)


def _names() -> frozenset[str]:
    from textual.keys import Keys

    return frozenset(key.value for key in Keys if not key.value.startswith("<"))


def _keys(text: str) -> tuple[str, ...]:
    """Return the keys of a text such as ``?, f5`` by Textual's names."""
    from textual.keys import _character_to_key

    parts = [part.strip() for part in text.split(",")]
    return tuple(_character_to_key(part) if len(part) == 1 else part for part in parts if part)
