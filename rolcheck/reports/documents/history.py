"""What the rounds brought for one indicator: material, observations, findings."""

from collections.abc import Iterator

from rolcheck.base.messages import N_
from rolcheck.locale import _, ngettext
from rolcheck.locale.words import BARS, FINDING_STATES
from rolcheck.reports.blocks import Block, Column, Heading, Note, Paragraph, Table
from rolcheck.reports.documents.arithmetic import observed
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import (
    COUNTED,
    DROPPED,
    REPLACED,
    IndicatorExplanation,
    ReceiptStep,
    RoundStep,
    Seen,
)
from rolcheck.reports.words import NONE, SOURCES, day, listed, observation_words, percent

FATES = {
    COUNTED: N_("counts"),
    DROPPED: N_("dropped by trimming"),
    REPLACED: N_("replaced later"),
}
RETURNS = {
    "pending": N_("it had no score"),
    "under-quorum": N_("it had too few scores"),
    "finding": N_("a finding was open"),
    "dispute": N_("it was in dispute"),
    "new-material": N_("its material changed"),
    "recalled": N_("it was recalled"),
}


def material(explanation: IndicatorExplanation) -> Iterator[Block]:
    """Yield which receipts brought the material, and the findings on it."""
    if explanation.receipts:
        yield Heading(_("Material"))
    for receipt in explanation.receipts:
        yield Paragraph(_receipt(receipt))
    for finding in explanation.findings:
        said = _("finding {name} {code}, round {round}, {state}: {asked}").format(
            name=finding.name,
            code=finding.code,
            round=finding.round,
            state=_(FINDING_STATES.get(finding.state, finding.state)),
            asked=finding.asked,
        )
        if finding.due:
            said = _("{said} (due {day})").format(said=said, day=day(finding.due))
        yield Paragraph(said)


def _receipt(receipt: ReceiptStep) -> str:
    if receipt.number == 1:
        said = _("receipt {number}, {day}: received")
    elif receipt.changed:
        said = _("receipt {number}, {day}: changed")
    else:
        said = _("receipt {number}, {day}: unchanged")
    return said.format(number=receipt.number, day=day(receipt.on))


def rounds(explanation: IndicatorExplanation) -> Iterator[Block]:
    """Yield for each round that changed something who saw what, and what it came to."""
    before: tuple[object, ...] = (None, explanation.rounds[0].source if explanation.rounds else "")
    for step in explanation.rounds:
        now = (step.score, step.source)
        if step.seen or step.hidden or step.returned or now != before:
            yield Heading(_("Round {number} {name}").format(number=step.number, name=step.name))
            yield from _round(step, explanation)
        before = now


def _round(step: RoundStep, explanation: IndicatorExplanation) -> Iterator[Block]:
    if step.returned:
        reasons = listed(_(RETURNS.get(one, one)) for one in step.returned)
        yield Note(_("open again: {reasons}").format(reasons=reasons))
    if step.seen:
        yield _table(step, explanation)
    if step.hidden:
        yield Note(
            ngettext("{n} observation", "{n} observations", step.hidden).format(n=step.hidden)
            if not step.seen
            else ngettext("{n} more observation", "{n} more observations", step.hidden).format(
                n=step.hidden
            )
        )
    yield Paragraph(_outcome(step))


def _table(step: RoundStep, explanation: IndicatorExplanation) -> Table:
    return Table(
        columns=(
            Column(_("reviewer")),
            Column(_("observed")),
            Column(_("points"), "number"),
            Column(_("how")),
            Column(_("receipt"), "number"),
            Column(_("counts?")),
            Column(_("remark")),
        ),
        rows=tuple(_seen(one, explanation) for one in step.seen),
    )


def _seen(one: Seen, explanation: IndicatorExplanation) -> tuple[str, ...]:
    remark = one.remark
    if one.evidence:
        remark = _("{remark} [{evidence}]").format(remark=remark, evidence=listed(one.evidence))
    value = observation_words(explanation.indicator, one.value)
    if one.kept:
        value = _("{value} (kept)").format(value=value)
    return (
        one.who,
        value,
        NONE if one.points is None else exact_text(one.points),
        observed(explanation.indicator, one.value, explanation.period, one.points) or NONE,
        str(one.receipt) if one.receipt else NONE,
        _fate(one.fate),
        remark.strip() or NONE,
    )


def _fate(fate: str) -> str:
    if fate in FATES:
        return _(FATES[fate])
    return _("left out: {reason}").format(reason=_(BARS.get(fate, fate)))


def _outcome(step: RoundStep) -> str:
    said = _("as of this round: {source}").format(source=_(SOURCES[step.source]))
    if step.score is not None:
        said = _("as of this round: {score} ({source})").format(
            score=exact_text(step.score), source=_(SOURCES[step.source])
        )
    facts = [said]
    if step.n:
        facts.append(ngettext("{n} reviewer", "{n} reviewers", step.n).format(n=step.n))
    if step.spread is not None:
        facts.append(_("spread {percent} %").format(percent=percent(step.spread)))
    if step.disputed:
        facts.append(_("in dispute"))
    return _("; ").join(facts)
