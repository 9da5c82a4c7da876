"""Who reviews what, and who may not: assignments, recusals, abstentions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed, person
from rolcheck.campaign.standing import OWN_OFFICE, Standing
from rolcheck.desk.assigning.transitions import ASSIGN, UNASSIGN, Holdings, changes, transition_of
from rolcheck.desk.gates import must_say_why
from rolcheck.desk.imports import Line, rows_or_problems
from rolcheck.desk.sight import Sight
from rolcheck.events.types import Draft, Kind

COLUMNS = ("submission", "action", "reviewer", "round", "scope")
ACTIONS = (ASSIGN, UNASSIGN)


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """What one reviewer has of one submission in one round, after all changes."""

    round: int
    submission: str
    reviewer: str
    indicators: tuple[str, ...]
    barred: str


def set_assignments(standing: Standing, who: str, lines: Sequence[Line]) -> list[Draft]:
    """Return the events of an assignment file, all or nothing; rows apply from top to bottom.

    Raises:
        ProblemsError: Lines name what does not exist; every one is named.
        RefusedError: The person may not, or everybody is assigned everything.
    """
    must_assign(standing, who)
    holdings = Holdings(standing)
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
            payload={"action": change.action, "scope": said},
        )


def _in_order(standing: Standing, indicators: frozenset[str]) -> list[str]:
    return [one.id for one in standing.criteria.indicators if one.id in indicators]


def assignments(sight: Sight) -> Iterator[AssignmentLine]:
    """Yield who has what, by round, submission and reviewer; nothing that was taken away.

    Whoever does not see all sees what they have themselves.
    """
    standing = sight.standing
    reviewers = [one for one in standing.reviewers if sight.sees_all or one == sight.who]
    order = [indicator.id for indicator in standing.criteria.indicators]
    for number in standing.settings.plans:
        for submission in standing.manifests:
            for reviewer in reviewers:
                scope = standing.assigned(number, submission, reviewer)
                if scope:
                    named = tuple(one for one in order if one in scope)
                    bar = standing.bars.get((submission, reviewer), "")
                    yield AssignmentLine(number, submission, reviewer, named, bar)


def recuse(
    standing: Standing, who: str, reviewer: str, submission: str, reason: str, *, lift: bool
) -> list[Draft]:
    """Return a recusal, or its lifting.

    Raises:
        InputError: No such person or submission, or no reason.
        RefusedError: The person may not, or there is nothing to lift.
    """
    must_be_allowed(standing.settings, who, Action.RECUSE)
    person(standing.settings, reviewer)
    kinds = (Kind.RECUSAL_LIFTED if lift else Kind.REVIEWER_RECUSED, "recusal")
    return _bar(standing, who, reviewer, submission, reason, kinds, lift=lift)


def abstain(
    standing: Standing, who: str, submission: str, reason: str, *, lift: bool
) -> list[Draft]:
    """Return a reviewer's stepping back from a submission, or its lifting.

    Raises:
        InputError: No such submission, or no reason.
        RefusedError: The person is no reviewer, or there is nothing to lift.
    """
    must_be_allowed(standing.settings, who, Action.ABSTAIN)
    kinds = (Kind.ABSTENTION_LIFTED if lift else Kind.REVIEWER_ABSTAINED, "abstention")
    return _bar(standing, who, who, submission, reason, kinds, lift=lift)


def _bar(
    standing: Standing,
    who: str,
    reviewer: str,
    submission: str,
    reason: str,
    kinds: tuple[Kind, str],
    *,
    lift: bool,
) -> list[Draft]:
    standing.manifest(submission)
    why = must_say_why(reason)
    kind, name = kinds
    in_force = (submission, reviewer) in standing.bars_in_force(name)
    if lift and not in_force:
        own = standing.bars.get((submission, reviewer)) == OWN_OFFICE
        raise RefusedError(
            N_("{who} belongs to an office that hands in {submission}")
            if own
            else N_("{who} is not barred from {submission} in this way"),
            who=reviewer,
            submission=submission,
        )
    if in_force and not lift:
        return []
    return [Draft(who, kind, submission, standing.open_round, "", reviewer, {"reason": why})]
