"""How sure the result is: gaps, agreement, disputes and what was decided about them."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.locale import _, ngettext
from rolcheck.reports.blocks import Block, Column, Heading, Paragraph, Table
from rolcheck.reports.model import IndicatorLine, RulingFacts, SubmissionLine, Summary
from rolcheck.reports.words import (
    NONE,
    agreement_words,
    day,
    listed,
    observation_words,
    percent_words,
    points,
    titled,
)
from rolcheck.scoring.cells import RAISED, UPHELD
from rolcheck.scoring.ranking import KINDS


def sureness(summary: Summary) -> Iterator[Block]:
    """Yield what speaks for the result and against it, one sentence each."""
    yield Heading(_("How sure this is"))
    if summary.is_ranking:
        for kind in KINDS:
            gap = _gap([line for line in summary.submissions if line.kind == kind], summary)
            if gap:
                yield Paragraph(gap)
    yield Paragraph(agreement_words(summary.agreement))
    yield Paragraph(_disputes(summary.submissions))
    for sentence in _open_ends(summary.submissions):
        yield Paragraph(sentence)


def _gap(lines: Sequence[SubmissionLine], summary: Summary) -> str:
    """Return by how much the first leads; empty under two ranks."""
    ranked = [line for line in lines if line.rank and line.total is not None]
    if len(ranked) < 2:
        return ""
    first = [line for line in ranked if line.rank == 1]
    if len(first) > 1:
        return _("{names} share rank 1.").format(names=listed(line.name for line in first))
    one, other = ranked[0], ranked[1]
    lead = (one.total or Fraction()) - (other.total or Fraction())
    if lead:
        return _("{one} leads {other} by {points} points.").format(
            one=one.name,
            other=other.name,
            points=points(lead, summary.criteria.scoring.round_to.total),
        )
    return _("{one} and {other} have the same total; areas {areas} put {one} first.").format(
        one=one.name, other=other.name, areas=listed(summary.aggregation.tie_break)
    )


def _disputes(lines: Sequence[SubmissionLine]) -> str:
    found = [one for line in lines for one in line.disputes]
    unruled = sum(one.ruling is None for one in found)
    if not found:
        return _("There are no disputes.")
    if not unruled:
        return ngettext(
            "{n} dispute, which was ruled.", "{n} disputes, all of them ruled.", len(found)
        ).format(n=len(found))
    if unruled == len(found):
        return ngettext(
            "{n} dispute, not ruled yet.", "{n} disputes, none of them ruled yet.", unruled
        ).format(n=unruled)
    return ngettext(
        "{n} dispute, {open} of them not ruled yet.",
        "{n} disputes, {open} of them not ruled yet.",
        len(found),
    ).format(n=len(found), open=unruled)


def _open_ends(lines: Sequence[SubmissionLine]) -> Iterator[str]:
    vetoes = sum(one.source == RAISED for line in lines for one in line.vetoes)
    if vetoes:
        yield ngettext(
            "{n} raised veto waits for a ruling.", "{n} raised vetoes wait for a ruling.", vetoes
        ).format(n=vetoes)
    yield from _findings(lines)
    few = sum(line.under_quorum for line in lines)
    if few:
        yield ngettext(
            "{n} score comes from fewer reviewers than asked for.",
            "{n} scores come from fewer reviewers than asked for.",
            few,
        ).format(n=few)
    older = sum(one.to_confirm for line in lines for one in line.indicators)
    if older:
        yield ngettext(
            "{n} item rests on older material and is to be confirmed.",
            "{n} items rest on older material and are to be confirmed.",
            older,
        ).format(n=older)


def _findings(lines: Sequence[SubmissionLine]) -> Iterator[str]:
    unsettled = sum(line.findings.unsettled for line in lines)
    overdue = sum(line.findings.overdue for line in lines)
    if not unsettled:
        yield _("No finding is open.")
        return
    yield ngettext(
        "{n} finding is not settled.", "{n} findings are not settled.", unsettled
    ).format(n=unsettled)
    if overdue:
        yield ngettext("{n} finding is overdue.", "{n} findings are overdue.", overdue).format(
            n=overdue
        )


def decisions(summary: Summary) -> Iterator[Block]:
    """Yield the disputes, rulings and vetoes with what was decided about each."""
    rows = [
        _row(line, one)
        for line in summary.submissions
        for one in line.indicators
        if one.disputed or one.ruling or one in line.vetoes
    ]
    if rows:
        yield Heading(_("Disputes and rulings"))
        yield Table(
            columns=(
                Column(_("submission")),
                Column(_("indicator")),
                Column(_("spread"), "number"),
                Column(_("decision"), "word"),
                Column(_("reason")),
            ),
            rows=tuple(rows),
        )


def _row(line: SubmissionLine, one: IndicatorLine) -> tuple[str, ...]:
    ruling = one.ruling
    spread = _("some say n/a") if one.mixed else percent_words(one.spread)
    head = (line.name, f"{one.indicator.id} {titled(one.indicator)}", spread)
    if ruling is None:
        return (*head, _("not ruled yet"), NONE)
    why = _("{reason} ({who}, {day})").format(
        reason=ruling.reason, who=ruling.who, day=day(ruling.on)
    )
    return (*head, ruling_words(one, ruling), why)


def ruling_words(one: IndicatorLine, ruling: RulingFacts) -> str:
    """Return what was decided, with the points it comes to."""
    if one.indicator.is_veto:
        return _("upheld") if one.source == UPHELD else _("cleared")
    if ruling.points is None:
        return _("n/a")
    said = points(ruling.points)
    return (
        said
        if said == ruling.value
        else _("{value}: {points}").format(
            value=observation_words(one.indicator, ruling.value), points=said
        )
    )
