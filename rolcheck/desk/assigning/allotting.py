"""Proposes who reviews what: an assignment file that changes no more than it must."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rolcheck.base.errors import InputError, RefusedRowsError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning.allotment import Allotment, Row, Task, Wish
from rolcheck.desk.assigning.assignments import must_assign
from rolcheck.desk.assigning.transitions import ASSIGN, UNASSIGN, round_to_assign

BARS = ("recusal", "abstention", "own-office")
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
        InputError: Fewer than one reviewer is wanted.
        RefusedRowsError: Tasks have too few reviewers; each is named with its count.
        RefusedError: The person may not, or the round has closed.
    """
    from rolcheck.desk.assigning.solver import solve

    must_assign(standing, who)
    number = round_to_assign(standing, wish.round)
    per = standing.settings.aggregation.quorum if wish.per is None else wish.per
    if per < 1:
        raise InputError(N_("{n} reviewers are none"), hint=N_("give 1 or more"), n=per)
    pools = list(_pools(standing, number, per, wish))
    short = [_shortage(standing, pool) for pool in pools if len(pool.task.may) < pool.task.wanted]
    if short:
        raise RefusedRowsError(short)
    tasks = tuple(pool.task for pool in pools)
    chosen = solve(tasks, standing.reviewers, wish.seed)
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
                if standing.assigned(number, submission, reviewer) & scope:
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
        standing.assigned(earlier, submission, reviewer)
        for earlier in standing.settings.plans
        if earlier < number
    )


def _shortage(standing: Standing, pool: _Pool) -> Problem:
    task, counts = pool.task, Counter(pool.kept_away.values())
    place = standing.manifests[task.submission].submission.name
    return Problem(
        N_(
            "{place}: {wanted} reviewers wanted, {free} can be given it: of {all} are {recused} "
            "recused, {abstained} stepped back, {own} of an own office, {others} for other areas, "
            "{before} were assigned it in an earlier round"
        ),
        Place("campaign.toml"),
        params={
            "place": f"{place} {task.area}".rstrip(),
            "wanted": task.wanted,
            "free": len(task.may),
            "all": len(standing.reviewers),
            "recused": counts[BARS[0]],
            "abstained": counts[BARS[1]],
            "own": counts[BARS[2]],
            "others": counts[OTHER_AREAS],
            "before": counts[SEEN_BEFORE],
        },
    )


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
            has = standing.assigned(number, task.submission, reviewer)
            if reviewer in given and not scope <= has:
                yield Row(task.submission, ASSIGN, reviewer, number, task.area)
