"""Words that narrow a list, and what fits them."""

from collections.abc import Sequence

from rolcheck.base.text import fold_width
from rolcheck.locale import _
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import Line, Part, gap


def folded(words: str) -> list[str]:
    """Return what is typed as words that are compared without case and width."""
    return fold_width(words).casefold().split()


def fits(words: Sequence[str], *texts: str) -> bool:
    """Tell whether every word stands in one of the texts; `words` as `folded` gives them."""
    said = fold_width(" ".join(texts)).casefold() if words else ""
    return all(word in said for word in words)


def nothing_fits() -> Line:
    """Return what is said where no row holds the words."""
    return (
        Part(_("nothing holds these words."), "muted"),
        gap(2),
        Part(key_of("filter.back", "escape"), "accent", bold=True),
        Part(" " + _("clear the filter"), "muted"),
    )
