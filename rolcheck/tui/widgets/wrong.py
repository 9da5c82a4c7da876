"""How a wrong entry is answered: one red word, then what is allowed."""

from rolcheck.base.wrapping import wrap
from rolcheck.locale import _
from rolcheck.tui.text import Line, Part, gap


def wrong(sentence: str, indent: int, width: int) -> list[Line]:
    """Return the lines that say what is wrong and what is allowed: 不对 in red, then the rest."""
    word = Part(_("wrong"), "dispute", bold=True)
    texts = wrap(sentence, width - indent - word.cells - 2) or ("",)
    first = (gap(indent), word, gap(2), Part(texts[0]))
    return [first, *((gap(indent + word.cells + 2), Part(text)) for text in texts[1:])]
