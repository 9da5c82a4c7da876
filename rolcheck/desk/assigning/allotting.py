"""Proposes who reviews what: an assignment file that changes no more than it must."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedRowsError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.campaign.bars import ABSTENTION, OWN_DISTRICT, OWN_OFFICE, RECUSAL
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.allotment import Allotment, Row, Task, Wish
from rolcheck.desk.assigning.assignments import must_assign
from rolcheck.desk.assigning.capacity import Shortage, capacities, shortage
from rolcheck.desk.assigning.transitions import ASSIGN, UNASSIGN, changeable, round_to_assign

NAMED = 5
"""How many of those that are short are named; all are counted."""
OTHER_AREAS, SEEN_BEFORE = "other-areas", "seen-before"


@dataclass(frozen=True, slots=True)
class _Pool:
    """Who can be given a task: `kept_away` has by reviewer the first reason against it."""

    task: Task
    kept_away: Mapping[str, str]


def allot(standing: Standing, who: str, wish: Wish) -> Allotment:
    """Return what to assign, so that every task has its reviewers and loads are even.

    Kept are, in this order: who may not review what; scores given in the round; loads within
    one of each other, or as near as can be; what is assigned already; last the draw by seed.

    Raises:
        InputError: Fewer than one reviewer, or task for one, is wanted; or there is no solver.
        RefusedRowsError: Tasks have too few reviewers; each is named with its count.
        RefusedError: The person may not, or the round has closed.
    """
    from rolcheck.desk.assigning.solver import solve

    must_assign(standing, who)
    number = round_to_assign(standing, wish.round)
    per = standing.settings.aggregation.quorum if wish.per is None else wish.per
    if per < 1:
        raise InputError(N_("{n} reviewers are none"), hint=N_("give 1 or more"), n=per)
    if wish.most is not None and wish.most < 1:
        raise InputError(N_("{n} is no load"), hint=N_("give 1 or more"), n=wish.most)
    pools = list(_pools(standing, number, per, wish))
    short = [_shortage(standing, pool) for pool in pools if len(pool.task.may) < pool.task.wanted]
    if short:
        raise RefusedRowsError(short)
    tasks = tuple(pool.task for pool in pools)
    most = capacities(tasks, standing.reviewers, wish.most)
    lacking = shortage(tasks, most) if wish.most is not None else None
    if lacking:
        raise RefusedRowsError([_too_much(standing, lacking, wish)])
    chosen = solve(tasks, most, wish.seed)
    return Allotment(
        number, standing.reviewers, tasks, chosen, tuple(_rows(standing, number, tasks, chosen))
    )


def _pools(standing: Standing, number: int, per: int, wish: Wish) -> Iterator[_Pool]:
    areas = [area.id for area in standing.criteria.areas if area.id in standing.criteria.under]
    scored = {
        (row.submission, row.reviewer, row.indicator)
        for rows in standing.observations.values()
        for row in rows
        if row.round == number
    }
    for submission in standing.manifests:
        for area in areas if wish.by_area else ("",):
            scope = standing.indicators_in([area] if area else [])
            needed = {area} if area else set(areas)
            kept_away, held, fixed = {}, [], []
            for reviewer in standing.reviewers:
                if (submission, reviewer) in standing.bars:
                    kept_away[reviewer] = standing.bars[submission, reviewer]
                    continue
                if standing.planned(number, submission, reviewer) & scope:
                    held.append(reviewer)
                    if any((submission, reviewer, one) in scored for one in scope):
                        fixed.append(reviewer)
                        continue
                known = standing.settings.people[reviewer].areas
                if known and not needed.issubset(known):
                    kept_away[reviewer] = OTHER_AREAS
                elif wish.fresh and _had_before(standing, number, submission, reviewer):
                    kept_away[reviewer] = SEEN_BEFORE
            may = tuple(one for one in standing.reviewers if one not in kept_away)
            task = Task(submission, area, max(per, len(fixed)), may, tuple(held), tuple(fixed))
            yield _Pool(task, kept_away)


def _had_before(standing: Standing, number: int, submission: str, reviewer: str) -> bool:
    return any(
        (standing.planned if earlier in changeable(standing) else standing.assigned)(
            earlier, submission, reviewer
        )
        for earlier in standing.settings.plans
        if earlier < number
    )


def _shortage(standing: Standing, pool: _Pool) -> Problem:
    task, counts = pool.task, Counter(pool.kept_away.values())
    return Problem(
        N_(
            "{place}: {wanted} reviewers wanted, {free} can be given it: of {all} are {recused} "
            "recused, {abstained} stepped back, {own} of an own office, {district} of its "
            "district, {others} for other areas, {before} were assigned it in an earlier round"
        ),
        Place("campaign.toml"),
        params={
            "place": _place(standing, task),
            "wanted": task.wanted,
            "free": len(task.may),
            "all": len(standing.reviewers),
            "recused": counts[RECUSAL],
            "abstained": counts[ABSTENTION],
            "own": counts[OWN_OFFICE],
            "district": counts[OWN_DISTRICT],
            "others": counts[OTHER_AREAS],
            "before": counts[SEEN_BEFORE],
        },
    )


def _too_much(standing: Standing, lacking: Shortage, wish: Wish) -> Problem:
    return Problem(
        N_(
            "{places} (in all {n}) want {wanted} reviewers together, {found} can be had: {names} "
            "(in all {people}) can take {bound} of them, {most} each at the most; all others who "
            "can be given one have it"
        ),
        Place("campaign.toml"),
        N_("raise --max-load, lower --per, or take more reviewers in"),
        params={
            "places": _some([_place(standing, task) for task in lacking.tasks]),
            "n": len(lacking.tasks),
            "wanted": lacking.wanted,
            "found": lacking.found,
            "names": _some(lacking.reviewers),
            "people": len(lacking.reviewers),
            "bound": lacking.bound,
            "most": wish.most,
        },
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join([*names[:NAMED], "…"] if len(names) > NAMED else names)


def _place(standing: Standing, task: Task) -> str:
    return f"{standing.manifests[task.submission].submission.name} {task.area}".rstrip()


def _rows(
    standing: Standing, number: int, tasks: Sequence[Task], chosen: Sequence[frozenset[str]]
) -> Iterator[Row]:
    """Yield what changes: first what is taken away from a task, then what is given."""
    for task, given in zip(tasks, chosen, strict=True):
        scope = standing.indicators_in([task.area] if task.area else [])
        for reviewer in task.held:
            if reviewer not in given:
                yield Row(task.submission, UNASSIGN, reviewer, number, task.area)
        for reviewer in standing.reviewers:
            has = standing.planned(number, task.submission, reviewer)
            if reviewer in given and not scope <= has:
                yield Row(task.submission, ASSIGN, reviewer, number, task.area)
