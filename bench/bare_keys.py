"""The least that answers a key in Textual: one line that says how many there were."""

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static


class BareKeys(App[None]):
    """Counts keys."""

    count = 0

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Static("ready")

    def on_key(self, event: events.Key) -> None:
        """Say how many keys there were."""
        self.count += 1
        self.query_one(Static).update(f"{self.count} keys, the last was {event.key}")


if __name__ == "__main__":
    BareKeys().run()
