"""How a number came about: from the state of a campaign to its explanation, step by step."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from json import loads

from rolcheck.campaign.openings import came_back
from rolcheck.campaign.panels import why_stray
from rolcheck.campaign.standing import Standing
from rolcheck.criteria.model import Indicator
from rolcheck.events.rows import FindingRow, ObservationRow
from rolcheck.reports.combining import combination, dropped
from rolcheck.reports.explained import (
    COUNTED,
    DROPPED,
    REPLACED,
    Child,
    FindingStep,
    IndicatorExplanation,
    NodeStep,
    ReceiptStep,
    RoundStep,
    Seen,
    SubmissionExplanation,
)
from rolcheck.reports.explanation_total import total_step
from rolcheck.reports.summary import Reading, day_of, name_of, summarize
from rolcheck.scoring.cells import Cell, rounding_of
from rolcheck.scoring.results import Results
from rolcheck.scoring.rollup import NodeScore


@dataclass(frozen=True, slots=True)
class Eyes:
    """What the reader may see of single scores and findings, and which items."""

    score: Callable[[ObservationRow], bool]
    finding: Callable[[FindingRow], bool]
    item: Callable[[str, str], bool]


def explain_submission(reading: Reading, submission: str) -> SubmissionExplanation:
    """Return how a submission's total came about.

    Raises:
        InputError: There is no such submission.
    """
    summary = summarize(reading, submission)
    results = reading.results
    return SubmissionExplanation(
        round=summary.round,
        criteria=results.standing.criteria,
        submission=summary.submissions[0],
        nodes=tuple(_nodes(results, results.of(submission).root)),
        total=total_step(results, results.of(submission)),
    )


def explain_indicator(
    reading: Reading, history: Mapping[int, Results], submission: str, name: str, eyes: Eyes
) -> IndicatorExplanation:
    """Return how an indicator's score came about, and what it does to the total.

    Args:
        reading: The state, as of a round.
        history: The results as of each round up to that one that was opened.
        submission: Whose score.
        name: The indicator's id.
        eyes: What of single scores is shown; the others are only counted.

    Raises:
        InputError: There is no such submission or indicator.
    """
    results = reading.results
    indicator = results.standing.criteria.indicator(name)
    summary = summarize(reading, submission)
    line = summary.submissions[0]
    result = results.of(submission)
    one = result.cells[indicator.id]
    path = _path(result.root, indicator)
    return IndicatorExplanation(
        round=summary.round,
        criteria=results.standing.criteria,
        submission=line,
        line=next(each for each in line.indicators if each.indicator.id == indicator.id),
        period=results.standing.settings.period,
        receipts=tuple(_receipts(results.standing, submission, indicator.id)),
        rounds=tuple(
            _round(results, past, number, one, eyes) for number, past in sorted(history.items())
        ),
        combination=combination(results, one, visible=all(eyes.score(s.row) for s in one.seats)),
        findings=tuple(_findings(results.standing, one, eyes)),
        weighted=path[-1].part if path and path[-1].score is not None else None,
        path=tuple(_node(results, node) for node in reversed(path[:-1])),
        total=total_step(results, result),
    )


def _round(results: Results, past: Results, number: int, now: Cell, eyes: Eyes) -> RoundStep:
    standing = results.standing
    plan = standing.plan(number)
    rows = [
        row
        for row in standing.observations.get((now.submission, now.indicator.id), ())
        if row.round == number
    ]
    seen = [row for row in rows if eyes.score(row)]
    then = past.cell(now.submission, now.indicator.id)
    return RoundStep(
        number=number,
        name=plan.name,
        kind=plan.kind,
        returned=_returned(standing, number, now),
        seen=tuple(_seen(results, row, now) for row in seen),
        hidden=len(rows) - len(seen),
        score=then.score,
        source=then.source,
        n=len(then.values),
        spread=then.spread,
        disputed=then.disputed,
    )


def _returned(standing: Standing, number: int, now: Cell) -> tuple[str, ...]:
    if standing.plan(number).kind not in ("re-examination", "final"):
        return ()
    return came_back(standing, number, now.submission, now.indicator)


def _seen(results: Results, row: ObservationRow, now: Cell) -> Seen:
    points = results.observe(now.indicator, row.value).points
    if points is not None:
        points = rounding_of(results.standing.criteria).at("observation", points)
    return Seen(
        who=name_of(results.standing, row.reviewer),
        value=row.value,
        points=points,
        remark=row.remark,
        evidence=tuple(loads(row.evidence)),
        receipt=_receipt_of(results.standing, row),
        kept=row.kept,
        fate=_fate(results, row, now),
    )


def _fate(results: Results, row: ObservationRow, now: Cell) -> str:
    if row.id in {seat.row.id for seat in now.seats}:
        return DROPPED if row.id in dropped(results, now) else COUNTED
    return why_stray(results.standing, row) or REPLACED


def _receipt_of(standing: Standing, row: ObservationRow) -> int | None:
    for receipt in standing.receipts.get(row.submission, ()):
        if loads(receipt.versions).get(row.indicator) == row.version:
            return receipt.number
    return None


def _receipts(standing: Standing, submission: str, indicator: str) -> Iterator[ReceiptStep]:
    before = None
    for row in standing.receipts.get(submission, ()):
        version = loads(row.versions).get(indicator)
        yield ReceiptStep(row.number, day_of(standing, row.at), row.round, version != before)
        before = version


def _findings(standing: Standing, one: Cell, eyes: Eyes) -> Iterator[FindingStep]:
    for row in standing.findings.get((one.submission, one.indicator.id), ()):
        if eyes.finding(row):
            yield FindingStep(
                name=f"F{row.number}",
                code=row.code,
                asked=row.asked,
                state=row.state,
                due=date.fromisoformat(row.due) if row.due else None,
                round=row.round,
            )


def _path(root: NodeScore, indicator: Indicator) -> tuple[NodeScore, ...]:
    """Return the nodes from the root down to the indicator; empty outside the tree."""
    if root.id == indicator.id:
        return (root,)
    for child in root.children:
        below = _path(child, indicator)
        if below:
            return (root, *below)
    return ()


def _nodes(results: Results, node: NodeScore) -> Iterator[NodeStep]:
    for child in node.children:
        if child.children:
            yield from _nodes(results, child)
    yield _node(results, node)


def _node(results: Results, node: NodeScore) -> NodeStep:
    method = results.standing.criteria.scoring.rollup
    earned = sum((child.part for child in node.children), Fraction())
    earned_of = sum((child.part_of for child in node.children), Fraction())
    exact = None
    if earned_of and node.score is not None:
        exact = earned * node.full / earned_of if method == "sum" else earned / earned_of
    return NodeStep(
        id=node.id,
        method=method,
        children=tuple(
            Child(child.id, child.score, child.weight, child.part, child.part_of, child.live)
            for child in node.children
        ),
        earned=earned,
        earned_of=earned_of,
        full=node.full,
        exact=exact,
        score=node.score,
    )
