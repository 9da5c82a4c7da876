"""Elements of HTML and SVG: what is text stays text, whatever stands in it."""

import re
from html import escape

from rolcheck.base.wrapping import one_line

_NO_XML = re.compile("[\ufffe\uffff]")


class Markup(str):
    """Finished markup; any other text is escaped where it is put into an element."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str | int | None) -> Markup:
    """Return an element.

    Args:
        tag: Its name.
        inside: Its children in their order: text, which is escaped, or finished `Markup`.
        attributes: By name, with ``_`` for ``-`` (one at the end is dropped); None is left out.

    Example:
        >>> element("p", "a < b", class_="note")
        '<p class="note">a &lt; b</p>'
    """
    return Markup(f"{opening(tag, **attributes)}{joined(*inside)}</{tag}>")


def opening(tag: str, **attributes: str | int | None) -> Markup:
    """Return an opening tag, which is the whole of an element that never has children."""
    named = (
        f' {name.rstrip("_").replace("_", "-")}="{_escaped(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{''.join(named)}>")


def joined(*pieces: str, between: str = "") -> Markup:
    """Return pieces one after the other, text among them escaped."""
    return Markup(
        between.join(piece if isinstance(piece, Markup) else _escaped(piece) for piece in pieces)
    )


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", one_line(text)))
