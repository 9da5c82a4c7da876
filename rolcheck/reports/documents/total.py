"""From the base through components and bonus to the total, each sum written out."""

from collections.abc import Iterator
from fractions import Fraction

from rolcheck.campaign.settings import REVIEW
from rolcheck.locale import _
from rolcheck.reports.blocks import Block, Note, Paragraph
from rolcheck.reports.documents.arithmetic import rounded
from rolcheck.reports.exact import exact_text
from rolcheck.reports.explained import ComponentStep, ImportStep, TotalStep
from rolcheck.reports.words import day
from rolcheck.scoring.components import SCALE


def total_steps(total: TotalStep) -> Iterator[Block]:
    """Yield how base and bonus became the total, and what stands beside it."""
    if total.bonuses:
        yield Paragraph(_("bonus: {sum}").format(sum=_bonus(total)))
    if total.base is None or total.total is None:
        yield Paragraph(_("There is no total: nothing has a score yet."))
    elif total.composed is not None:
        yield from _composed(total, total.base, total.total, total.composed)
    else:
        yield Paragraph(
            _("total: {base} + {bonus} = {total}").format(
                base=exact_text(total.base),
                bonus=exact_text(total.bonus),
                total=exact_text(total.total),
            )
        )
    if total.pending:
        yield Paragraph(_("{points} points are pending.").format(points=exact_text(total.pending)))
    if total.disqualified:
        yield Paragraph(_("A veto was upheld: the score stands without a rank."))


def _bonus(total: TotalStep) -> str:
    said = " + ".join(exact_text(score) for _id, score in total.bonuses)
    said = f"{said} = {exact_text(total.bonus_exact)}"
    if total.cap is not None and total.bonus_exact > total.cap:
        said = _("{sum}, capped at {cap}").format(sum=said, cap=exact_text(total.cap))
        return rounded(said, total.cap, total.bonus)
    return rounded(said, total.bonus_exact, total.bonus)


def _composed(
    total: TotalStep, base: Fraction, score: Fraction, composed: Fraction
) -> Iterator[Block]:
    for one in total.components:
        yield Paragraph(_component(one, base, total.full))
        for step in one.imports:
            yield Note(_import(step))
    there = [one for one in total.components if one.score is not None]
    said = " + ".join(
        f"{exact_text(one.weight)} x {exact_text(one.score or Fraction())}" for one in there
    )
    said = rounded(f"{said} = {exact_text(composed)}", composed, score - total.bonus)
    yield Paragraph(_("components: {sum}").format(sum=said))
    yield Paragraph(
        _("total: {base} + {bonus} = {total}").format(
            base=exact_text(score - total.bonus),
            bonus=exact_text(total.bonus),
            total=exact_text(score),
        )
    )


def _component(one: ComponentStep, base: Fraction, full: Fraction) -> str:
    name = _("the rounds' own") if one.id == REVIEW == one.title else one.title
    if one.score is None:
        return _("{name}: not there yet").format(name=name)
    if one.id != REVIEW:
        return _("{name}: {score} of 100").format(name=name, score=exact_text(one.score))
    said = f"{exact_text(base)} x {SCALE} / {exact_text(full)} = {exact_text(one.score)}"
    return _("{name}: {score} of 100").format(name=name, score=said)


def _import(step: ImportStep) -> str:
    said = _("{score}, imported {day} by {who} from {file}, event {event}").format(
        score=exact_text(step.score),
        day=day(step.on),
        who=step.who,
        file=step.file,
        event=step.event,
    )
    if step.reason:
        said = _("{said}; corrected: {reason}").format(said=said, reason=step.reason)
    if step.remark:
        said = _("{said}; {remark}").format(said=said, remark=step.remark)
    return said
