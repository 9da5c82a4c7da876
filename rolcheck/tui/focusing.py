"""Moves the focus at once: a key that follows must already meet what it was meant for.

Textual's own `focus()` is carried out a little later, and `has_focus` follows later still.
"""

from textual.widget import Widget


def holds_focus(widget: Widget) -> bool:
    """Tell whether a widget, or one inside it, takes the keys of its screen now."""
    focused = widget.screen.focused
    return focused is not None and widget in focused.ancestors_with_self


def focus_now(widget: Widget) -> None:
    """Let a widget take the keys of its screen from now on."""
    widget.screen.set_focus(widget)
