"""Who reviews what: assignments set, published and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed, person
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.transitions import (
    ASSIGN,
    UNASSIGN,
    Holdings,
    changes,
    round_to_assign,
    transition_of,
)
from rolcheck.desk.imports import Line, rows_or_problems
from rolcheck.desk.sight import Sight
from rolcheck.events.types import Draft, Kind

COLUMNS = ("submission", "action", "reviewer", "round", "scope")
ACTIONS = (ASSIGN, UNASSIGN)


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """What one reviewer has of one submission in one round, after all changes.

    `published` tells whether the reviewer sees all of it, and nothing else.
    """

    round: int
    submission: str
    reviewer: str
    indicators: tuple[str, ...]
    barred: str
    published: bool


def set_assignments(
    standing: Standing, who: str, lines: Sequence[Line], *, drafts: bool = False
) -> list[Draft]:
    """Return the events of an assignment file, all or nothing; rows apply from top to bottom.

    Changes of a round whose assignments were never published wait until they are; with `drafts`
    all changes do.

    Raises:
        ProblemsError: Lines name what does not exist; every one is named.
        RefusedError: The person may not, or everybody is assigned everything.
    """
    must_assign(standing, who)
    holdings = Holdings(standing, drafts=drafts)
    return rows_or_problems(lines, lambda line: list(_drafts(holdings, standing, who, line)))


def must_assign(standing: Standing, who: str) -> None:
    """Let only those pass who may assign, where there is something to assign.

    Raises:
        RefusedError: The person may not, or everybody is assigned everything.
    """
    must_be_allowed(standing.settings, who, Action.ASSIGN)
    if standing.settings.campaign.assignment == "open":
        raise RefusedError(
            N_("this campaign assigns everybody everything"),
            hint=N_('set assignment = "listed" in campaign.toml before the first round'),
        )


def _drafts(holdings: Holdings, standing: Standing, who: str, line: Line) -> Iterator[Draft]:
    cells = line.cells
    submission, reviewer, action = cells["submission"], cells["reviewer"], cells["action"]
    standing.manifest(submission)
    if "reviewer" not in person(standing.settings, reviewer).roles:
        raise InputError(N_("{who} is no reviewer"), who=reviewer)
    if action not in ACTIONS:
        raise InputError(
            N_("no action '{action}'"),
            hint=N_("give one of {known}"),
            action=action,
            known=", ".join(ACTIONS),
        )
    transition = transition_of(standing, action, cells.get("round", ""))
    scope = cells.get("scope", "").split()
    known = {area.id for area in standing.criteria.areas}
    known |= {group.id for group in standing.criteria.groups}
    for name in scope:
        if name not in known:
            standing.criteria.indicator(name)
    named = standing.indicators_in(scope)
    for change in changes(holdings, action, (submission, reviewer), named, transition):
        said = scope if change.indicators == named else _in_order(standing, change.indicators)
        yield Draft(
            who,
            Kind.ASSIGNMENT_CHANGED,
            submission=submission,
            round=change.share[0],
            subject=reviewer,
            payload={"action": change.action, "scope": said}
            | ({"draft": True} if holdings.waits(change.share[0]) else {}),
        )


def _in_order(standing: Standing, indicators: frozenset[str]) -> list[str]:
    return [one.id for one in standing.criteria.indicators if one.id in indicators]


def publish(standing: Standing, who: str, number: str) -> list[Draft]:
    """Return the publication of a round's assignments; nothing where none is left to publish.

    Raises:
        InputError: There is no such round.
        RefusedError: The person may not, the round has closed, or nobody has anything in it.
    """
    must_assign(standing, who)
    found = round_to_assign(standing, number)
    if not any(indicators and share[0] == found
               for share, indicators in standing.shares.planned.items()):  # fmt: skip
        raise RefusedError(N_("nothing is assigned in round {number}"), number=found)
    waiting = standing.shares.drafts.get(found, 0)
    if found in standing.published_at and not waiting:
        return []
    return [Draft(who, Kind.ASSIGNMENTS_PUBLISHED, round=found, payload={"lines": waiting})]


def assignments(sight: Sight) -> Iterator[AssignmentLine]:
    """Yield who has what, by round, submission and reviewer; nothing that was taken away.

    Whoever does not see all sees what was published to themselves.
    """
    standing = sight.standing
    reviewers = [one for one in standing.reviewers if sight.sees_all or one == sight.who]
    order = [indicator.id for indicator in standing.criteria.indicators]
    for number in standing.settings.plans:
        for submission in standing.manifests:
            for reviewer in reviewers:
                seen = standing.assigned(number, submission, reviewer)
                scope = standing.planned(number, submission, reviewer) if sight.sees_all else seen
                if scope or seen:
                    named = tuple(one for one in order if one in scope)
                    bar = standing.bars.get((submission, reviewer), "")
                    yield AssignmentLine(
                        number, submission, reviewer, named, bar, published=scope == seen
                    )
