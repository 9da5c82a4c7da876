"""Keys that the user put elsewhere: what is said of them names where they are."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from rolcheck.tui.app import RolcheckApp
from rolcheck.tui.bindings import all_bindings
from tests.architecture.sources import modules
from tests.tui.campaign_world import before_rounds, settled
from tests.tui.stage import seen

MOVED = {"app.rounds": "f11", "rounds.open": "ctrl+o,x", "desk.rounds": "z"}


@pytest.mark.parametrize(
    ("screen", "said"),
    [("desk", "z to the rounds"), ("matrix", "F11 opens the first"), ("rounds", "Ctrl+O open")],
)
async def test_a_hint_names_the_key_where_it_was_put(
    tmp_path: Path, screen: str, said: str
) -> None:
    app = RolcheckApp(before_rounds(tmp_path).desk("co"), first=screen, keymap=MOVED)
    async with app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)

        assert said in seen(app)


def test_a_hint_falls_back_on_the_key_that_the_binding_has() -> None:
    own = {bound.id: bound.keys for bound in all_bindings()}
    named = dict(_named())

    assert named
    assert {id: key for id, key in named.items() if key not in own[id]} == {}


def _named() -> Iterator[tuple[str, str]]:
    """Yield the id and the key of every hint that says both as they are."""
    for module in modules("tui"):
        for node in ast.walk(module.tree):
            match node:
                case ast.Call(
                    func=ast.Name(id="key_of"),
                    args=[ast.Constant(value=str(id)), ast.Constant(value=str(key))],
                ):
                    yield id, key
