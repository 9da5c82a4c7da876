"""What stands in the way of closing a round, and what is only carried on."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date

from rolcheck.campaign.openings import LIVE_FINDINGS, may_be_scored
from rolcheck.campaign.panels import panel
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.criteria.model import Indicator
from rolcheck.events.rows import FindingRow

UNFINISHED = "unfinished"
UNDER_QUORUM = "under-quorum"
NO_VERDICT = "no-verdict"
DISPUTE = "dispute"
VETO = "veto"
RULING_TO_CONFIRM = "ruling-to-confirm"
FINDING_OPEN = "finding-open"
FINDING_OVERDUE = "finding-overdue"


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing left to do: what, on which item, and by whom where one person owes it."""

    kind: str
    submission: str
    indicator: str
    subject: str = ""


def blockers(
    standing: Standing, number: int, *, disputes: Set[Cell], today: date
) -> tuple[Blocker, ...]:
    """Return what blocks closing round `number`, in the order in which to solve it.

    Args:
        standing: How the campaign stands now.
        number: The open round.
        disputes: The cells whose panels are in dispute now, ruled or not.
        today: For what is overdue.
    """
    kind = standing.plan(number).kind
    if kind == "completeness":
        return tuple(_without_verdict(standing))
    scorable = _scorable(standing, number)
    found = [*_unfinished(standing, number, scorable), *_under_quorum(standing, number, scorable)]
    if kind == "final":
        found += _loose_ends(standing, number, disputes, today)
    return tuple(found)


def carried(
    standing: Standing, number: int, *, disputes: Set[Cell], today: date
) -> tuple[Blocker, ...]:
    """Return what is left open but handed on to the next round; nothing in the final one."""
    if standing.plan(number).kind == "final":
        return ()
    return tuple(_loose_ends(standing, number, disputes, today))


def is_overdue(finding: FindingRow, today: date) -> bool:
    """Tell whether a finding waits for an answer beyond its due date."""
    return (
        finding.state == "open"
        and finding.due is not None
        and date.fromisoformat(finding.due) < today
    )


def raised_vetoes(standing: Standing, number: int) -> Iterator[Cell]:
    """Yield the vetoes that a counted observation raises as of round `number`."""
    for submission in standing.manifests:
        for indicator in standing.criteria.vetoes:
            seats = panel(standing, submission, indicator.id, number)
            if any(seat.value == "veto" for seat in seats):
                yield submission, indicator.id


def rulings_to_confirm(standing: Standing) -> Iterator[Cell]:
    """Yield the cells whose ruling was made on older material."""
    for cell, ruling in standing.rulings.items():
        if ruling.version != standing.version(*cell):
            yield cell


def expected_items(indicator: Indicator) -> tuple[str, ...]:
    """Return the ids of the items that an indicator's material must hold."""
    return tuple(item.id for item in indicator.evidence if item.required)


def _scorable(standing: Standing, number: int) -> dict[str, tuple[str, ...]]:
    return {
        submission: tuple(
            indicator.id
            for indicator in standing.criteria.base
            if may_be_scored(standing, number, submission, indicator)
        )
        for submission in standing.manifests
    }


def _unfinished(
    standing: Standing, number: int, scorable: dict[str, tuple[str, ...]]
) -> Iterator[Blocker]:
    done = {
        (row.submission, row.indicator, row.reviewer)
        for rows in standing.observations.values()
        for row in rows
        if row.round == number
    }
    for reviewer in standing.reviewers:
        for submission, indicators in scorable.items():
            if (submission, reviewer) in standing.bars:
                continue
            scope = standing.assigned(number, submission, reviewer)
            for indicator in indicators:
                if indicator in scope and (submission, indicator, reviewer) not in done:
                    yield Blocker(UNFINISHED, submission, indicator, reviewer)


def _under_quorum(
    standing: Standing, number: int, scorable: dict[str, tuple[str, ...]]
) -> Iterator[Blocker]:
    quorum = standing.settings.aggregation.quorum
    for submission, indicators in scorable.items():
        for indicator in indicators:
            if len(panel(standing, submission, indicator, number)) < quorum:
                yield Blocker(UNDER_QUORUM, submission, indicator)


def _without_verdict(standing: Standing) -> Iterator[Blocker]:
    for submission in standing.manifests:
        for indicator in standing.criteria.base:
            for item in expected_items(indicator):
                if (submission, indicator.id, item) not in standing.verdicts:
                    yield Blocker(NO_VERDICT, submission, indicator.id, item)


def _loose_ends(
    standing: Standing, number: int, disputes: Set[Cell], today: date
) -> Iterator[Blocker]:
    for cell in sorted(disputes):
        if cell not in standing.rulings:
            yield Blocker(DISPUTE, *cell)
    for cell in raised_vetoes(standing, number):
        if cell not in standing.rulings:
            yield Blocker(VETO, *cell)
    for cell in rulings_to_confirm(standing):
        yield Blocker(RULING_TO_CONFIRM, *cell)
    for cell, findings in standing.findings.items():
        for finding in findings:
            if is_overdue(finding, today):
                yield Blocker(FINDING_OVERDUE, *cell, finding.id)
            elif finding.state in LIVE_FINDINGS:
                yield Blocker(FINDING_OPEN, *cell, finding.id)
