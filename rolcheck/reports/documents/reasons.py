"""Why the numbers are what they are: findings, losses, strengths, and the applicants' claims."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

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
        titles = (_("to be answered"), _("of these overdue"), _("answered"), _("accepted"))
        yield Heading(_("Findings"))
        yield Table(
            columns=(Column(_("submission")), *(Column(title, "number") for title in titles)),
            rows=tuple((name, *map(or_none, counts)) for name, *counts in counted),
            keys=1,
        )


def losses(summary: Summary) -> Iterator[Block]:
    """Yield where each submission missed most points."""
    chosen = [(line, line.losses[:SHOWN]) for line in summary.submissions]
    missed = iter(column([-(one.missed or Fraction()) for _line, found in chosen for one in found]))
    yield from _beside(
        _("Where most points were lost"),
        [(line, [(one, next(missed)) for one in found]) for line, found in chosen],
    )


def strengths(summary: Summary) -> Iterator[Block]:
    """Yield what each submission does best."""
    yield from _beside(
        _("Strongest indicators"),
        [
            (
                line,
                [
                    (one, f"{points(one.score)}/{points(one.points)}")
                    for one in line.strongest[:SHOWN]
                ],
            )
            for line in summary.submissions
        ],
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
            Column(_("claimed above score"), "number"),
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
    title: str,
    rows: Sequence[tuple[SubmissionLine, Sequence[tuple[IndicatorLine, str]]]],
) -> Iterator[Block]:
    """Yield a row a submission with a few indicators and an amount each; nothing for none."""
    widest = max((len(found) for _line, found in rows), default=0)
    if not widest:
        return
    pair = (Column(_("indicator")), Column(_("indicator points"), "number"))
    yield Heading(title)
    yield Table(
        columns=(Column(_("submission")), *pair * widest),
        rows=tuple((line.name, *_cells(found, widest)) for line, found in rows),
    )


def _cells(found: Sequence[tuple[IndicatorLine, str]], widest: int) -> Iterator[str]:
    for one, amount in found:
        yield f"{one.indicator.id} {titled(one.indicator)}"
        yield amount
    for _missing in range(2 * (widest - len(found))):
        yield NONE
