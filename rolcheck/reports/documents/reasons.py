"""Why the numbers are what they are: findings, losses, strengths, and the applicants' claims."""

from collections.abc import Callable, Iterator, Sequence

from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Column, Heading, Table
from rolcheck.reports.model import IndicatorLine, SubmissionLine, Summary
from rolcheck.reports.words import NONE, column, or_none, points, titled

SHOWN = 2
"""How many indicators stand beside a submission."""


def findings(summary: Summary) -> Iterator[Block]:
    """Yield how many findings stand where, if there are any."""
    counted = [
        (line.name, counts.open, counts.overdue, counts.answered, counts.accepted)
        for line in summary.submissions
        for counts in (line.findings,)
        if counts.unsettled or counts.accepted
    ]
    if counted:
        titles = (_("open"), _("of these overdue"), _("answered"), _("accepted"))
        yield Heading(_("Findings"))
        yield Table(
            columns=(Column(_("submission")), *(Column(title, "number") for title in titles)),
            rows=tuple((name, *map(or_none, counts)) for name, *counts in counted),
            keys=1,
        )


def losses(summary: Summary) -> Iterator[Block]:
    """Yield where each submission missed most points."""
    yield from _beside(
        summary,
        _("Where most points were lost"),
        lambda line: line.losses,
        lambda one: f"-{points(one.missed)}",
    )


def strengths(summary: Summary) -> Iterator[Block]:
    """Yield what each submission does best."""
    yield from _beside(
        summary,
        _("Strongest indicators"),
        lambda line: line.strongest,
        lambda one: f"{points(one.score)}/{points(one.points)}",
    )


def claims(summary: Summary) -> Iterator[Block]:
    """Yield how far the applicants' own scores are from the reviewers'."""
    lines = [line for line in summary.submissions if line.claims.compared]
    if not lines:
        return
    differences = column([line.claims.over or None for line in lines])
    yield Heading(_("Difference from the applicants' own claims"))
    yield Table(
        columns=(
            Column(_("submission")),
            Column(_("claimed above the reviewers' score"), "number"),
            Column(_("indicators compared"), "number"),
            Column(_("most over-claimed")),
        ),
        rows=tuple(
            (line.name, difference, str(line.claims.compared), _most(line))
            for line, difference in zip(lines, differences, strict=True)
        ),
        keys=1,
    )


def _most(line: SubmissionLine) -> str:
    if not line.over_claimed:
        return NONE
    one = line.over_claimed[0]
    return f"{one.indicator.id} {titled(one.indicator)} +{points(one.over_claimed)}"


def _beside(
    summary: Summary,
    title: str,
    chosen: Callable[[SubmissionLine], Sequence[IndicatorLine]],
    amount: Callable[[IndicatorLine], str],
) -> Iterator[Block]:
    """Yield a row a submission with a few indicators and an amount each."""
    rows = [(line.name, chosen(line)[:SHOWN]) for line in summary.submissions]
    widest = max((len(found) for _name, found in rows), default=0)
    if not widest:
        return
    pair = (Column(_("indicator")), Column(_("points"), "number"))
    yield Heading(title)
    yield Table(
        columns=(Column(_("submission")), *pair * widest),
        rows=tuple((name, *_cells(found, widest, amount)) for name, found in rows),
    )


def _cells(
    found: Sequence[IndicatorLine], widest: int, amount: Callable[[IndicatorLine], str]
) -> Iterator[str]:
    for one in found:
        yield f"{one.indicator.id} {titled(one.indicator)}"
        yield amount(one)
    for _missing in range(widest - len(found)):
        yield NONE
        yield NONE
