"""How the app looks and speaks: themes, colour or none, ASCII only, and the language in use."""

from textual.app import App
from textual.filter import LineFilter, Monochrome, NoColor

from rolcheck.base.colours import THEMES, ThemeName
from rolcheck.locale import LANGUAGES, language, set_language
from rolcheck.tui.ascii import ascii_only, set_ascii
from rolcheck.tui.filters import AsciiOnly, Colourless
from rolcheck.tui.screens import SCREENS
from rolcheck.tui.theme import make_theme, variables


class LooksApp(App[None]):
    """An app in our themes, in any language, with or without colour.

    Args:
        theme: Name of the theme to begin with.
        plain: Whether only ASCII is drawn around data and Chinese text.
    """

    def __init__(self, theme: ThemeName, *, plain: bool) -> None:
        super().__init__()
        set_ascii(plain)
        for known in THEMES:
            self.register_theme(make_theme(known))
        # Never an ANSI theme, which without colour is black on black; and not assigned, which
        # would parse every style sheet twice.
        self.set_reactive(App.theme, theme)
        self.add_class(f"-theme-{theme}")

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return a value for every variable of ours: stylesheets are parsed before the theme."""
        return variables("dark")

    def get_line_filters(self) -> list[LineFilter]:
        """Return the filters; without colour there is none at all, not even grey."""
        kept = list(super().get_line_filters())
        if self.no_color:
            others = [one for one in kept if not isinstance(one, Monochrome | NoColor)]
            kept = [*others, Colourless(dark=self.current_theme.dark)]
        return [AsciiOnly(), *kept] if ascii_only() else kept

    def action_next_language(self) -> None:
        at = LANGUAGES.index(language())
        set_language(LANGUAGES[(at + 1) % len(LANGUAGES)])
        self.redraw_all()

    def action_next_theme(self) -> None:
        at = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(at + 1) % len(THEMES)]

    def redraw_all(self) -> None:
        """Draw every screen anew, after the language changed; nothing else is lost."""
        made = [self.get_screen(name) for name in SCREENS if self.is_screen_installed(name)]
        for screen in dict.fromkeys([*self.screen_stack, *made]):
            for widget in screen.walk_children():
                getattr(widget, "redraw", _nothing)()
            getattr(screen, "language_changed", _nothing)()


def _nothing() -> None:
    """Stands for what a widget or screen need not have."""
