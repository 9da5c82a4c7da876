"""The findings on an item as lines: what is wrong, what was asked, what was answered."""

from collections.abc import Iterator, Sequence
from datetime import date

from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.review.item import FindingSeen
from rolcheck.locale import _
from rolcheck.locale.finding_codes import code_words
from rolcheck.locale.words import FINDING_STATES
from rolcheck.tui.dates import month_day
from rolcheck.tui.text import Line, Part, gap
from rolcheck.tui.widgets.facts import label_cells, labelled

_LIVE = ("open", "answered")


def finding_lines(findings: Sequence[FindingSeen], width: int) -> Iterator[Line]:
    """Yield every finding: what kind and how it stands, what is asked, the last word on it."""
    for at, one in enumerate(findings):
        live = one.state in _LIVE
        label = "" if at else N_("finding")
        tone = "fg" if live else "dim"
        name = (Part(one.name, tone), gap(2), Part(f"{one.code} {code_words(one.code)}", tone))
        yield labelled(label, name, _state(one), width)
        for text in (one.asked, one.last_said):
            for line in wrap(text, width - label_cells()):
                yield labelled("", (Part(line, "muted" if live else "dim"),), (), width)


def _state(one: FindingSeen) -> Line:
    due = month_day(date.fromisoformat(one.due)) if one.due else ""
    if one.overdue:
        return (Part(_("overdue since {day}").format(day=due), "dispute", bold=True),)
    word = _(FINDING_STATES.get(one.state, one.state))
    if one.state == "answered":
        return (Part(_("answered, to be checked"), "confirm"),)
    if one.state == "open" and due:
        return (Part(_("{state}, due {day}").format(state=word, day=due), "muted"),)
    return (Part(word, "muted" if one.state in _LIVE else "dim"),)
