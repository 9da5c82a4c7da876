"""Who has what: the lines of assignments added up, as they are in effect and as planned."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from json import loads

from rolcheck.events.rows import AssignmentRow, PublicationRow, RoundRow

Share = tuple[int, str, str]
"""A round, a submission and a reviewer."""


@dataclass(frozen=True, slots=True)
class Shares:
    """The indicators of every share.

    Attributes:
        in_effect: By what was published; what reviewers see, score and owe.
        planned: By all that was recorded, drafts too.
        drafts: How many lines of a round wait to be published.
    """

    in_effect: Mapping[Share, frozenset[str]]
    planned: Mapping[Share, frozenset[str]]
    drafts: Mapping[int, int]


def added_up(
    lines: Iterable[AssignmentRow],
    published_at: Mapping[int, str],
    indicators_in: Callable[[list[str]], frozenset[str]],
) -> Shares:
    """Return what lines of assignments add up to.

    Args:
        lines: In the order in which they were recorded, which is the order in which they apply.
        published_at: When drafts of a round took effect last.
        indicators_in: The indicators that a scope covers.
    """
    in_effect: dict[Share, frozenset[str]] = {}
    planned: dict[Share, frozenset[str]] = {}
    drafts: dict[int, int] = {}
    for row in lines:
        share, named = (row.round, row.submission, row.reviewer), indicators_in(loads(row.scope))
        waits = row.draft and row.at > published_at.get(row.round, "")
        if waits:
            drafts[row.round] = drafts.get(row.round, 0) + 1
        for found in (planned,) if waits else (planned, in_effect):
            had = found.get(share, frozenset())
            found[share] = had | named if row.action == "assign" else had - named
    return Shares(in_effect, planned, drafts)


def latest_publications(
    publications: Iterable[PublicationRow], rounds: Iterable[RoundRow]
) -> Mapping[int, str]:
    """Return by round when its assignments were published last; its opening publishes too."""
    found = {row.number: row.opened_at for row in rounds}
    for row in publications:
        found[row.round] = max(row.at, found.get(row.round, ""))
    return found
