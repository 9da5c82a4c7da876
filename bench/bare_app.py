"""The least that Textual can be: one line of text. What the app's start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """Shows one word."""

    def compose(self) -> ComposeResult:
        """Yield the word."""
        yield Static("ready")


if __name__ == "__main__":
    BareApp().run()
