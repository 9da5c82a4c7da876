"""What the command palette offers: every screen, every action in force, every theme."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.app import App
from textual.binding import ActiveBinding
from textual.dom import DOMNode

from rolcheck.base.messages import N_
from rolcheck.locale import _
from rolcheck.tui.keys import key_name, screen_key
from rolcheck.tui.screens import SCREENS

THEME_TITLES = {
    "dark": N_("theme: dark"),
    "light": N_("theme: light"),
    "contrast": N_("theme: high contrast"),
}


@dataclass(frozen=True, slots=True)
class Command:
    """One thing the app can do here.

    Attributes:
        title: Its name, in the language in use.
        key: The key that does it, as it is written; may be empty.
        run: Does it.
    """

    title: str
    key: str
    run: Callable[[], object]


def commands(app: App[None], go: Callable[[str], None]) -> Iterator[Command]:
    """Yield what `app` can do now."""
    for name, entry in SCREENS.items():
        yield Command(_(entry.title), screen_key(name), partial(go, name))
    seen: set[tuple[DOMNode, str]] = set()
    for key, active in app.screen.active_bindings.items():
        binding = active.binding
        is_screen = active.node is app and binding.action.startswith("go(")
        said = binding.id and binding.description and not is_screen
        if not said or (active.node, binding.action) in seen:
            continue
        seen.add((active.node, binding.action))
        yield Command(_(binding.description), key_name(key), partial(_act, app, active))
    for theme, title in THEME_TITLES.items():
        yield Command(_(title), "", partial(setattr, app, "theme", theme))


def _act(app: App[None], active: ActiveBinding) -> None:
    app.call_later(app.run_action, active.binding.action, active.node)
