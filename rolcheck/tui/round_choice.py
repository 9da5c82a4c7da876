"""The question as of which round something is shown."""

from collections.abc import Collection, Sequence

from rolcheck.base.messages import N_
from rolcheck.desk.seen import RoundSeen
from rolcheck.tui.dates import round_title, state_words
from rolcheck.tui.screens.chooser import Chooser, Option
from rolcheck.tui.text import Part


def round_chooser(
    rounds: Sequence[RoundSeen],
    choices: Collection[int],
    shown: int | None,
    title: str = N_("results as of which round"),
) -> Chooser:
    """Return a window that asks for one of `choices`; it answers with the number as text.

    Args:
        rounds: All of them.
        choices: Numbers of those that the reader may see.
        shown: The one that is shown now.
        title: Message id of what is asked.
    """
    options = [
        Option(str(one.number), "", round_title(one), (Part(state_words(one), "dim"),))
        for one in rounds
        if one.number in choices
    ]
    return Chooser(title, options, str(shown or 0))
