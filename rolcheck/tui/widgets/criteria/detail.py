"""One indicator, area or problem in full, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.wrapping import wrap
from rolcheck.criteria.lint import CHECKS
from rolcheck.criteria.model import Area, Criteria, Group, Indicator
from rolcheck.locale import _, language, ngettext
from rolcheck.locale.words import ROUND_KINDS, RULE_KINDS, said
from rolcheck.reports.documents.making import NOT_APPLICABLE, ROLLUPS, rounding_words
from rolcheck.reports.documents.rules import rule_words
from rolcheck.tui.text import BLANK, Line, Part, gap
from rolcheck.tui.widgets.criteria.rows import CriteriaRow
from rolcheck.tui.widgets.facts import Fact, label_cells


def detail(
    row: CriteriaRow | None, shown: Criteria | None, remarks: Sequence[CriteriaRow], width: int
) -> list[Fact | Line]:
    """Return all about a row.

    Args:
        row: The one under the cursor.
        shown: The set that its tree comes from.
        remarks: Rows of what is wrong or weak in it.
        width: In cells.
    """
    if row is None:
        return []
    if row.problem is not None:
        return list(_problem(row, row.problem, width))
    lines: list[Fact | Line] = []
    if isinstance(row.node, Indicator):
        lines += _indicator(row.node, width)
    elif row.node is not None and shown is not None:
        lines += _branch(row.node, row, shown, width)
    for at, one in enumerate(remarks):
        if one.problem is not None:
            lines += [BLANK] if not at else []
            lines += _problem(one, one.problem, width)
    return lines


def _title(id: str, title: str, width: int) -> Iterator[Line]:
    for at, line in enumerate(wrap(f"{id} {title}", width)):
        if at:
            yield (Part(line, bold=True),)
        else:
            yield (Part(id, "accent", bold=True), Part(line[len(id) :], bold=True))
    yield BLANK


def _indicator(one: Indicator, width: int) -> Iterator[Fact | Line]:
    yield from _title(one.id, one.title_in(language()), width)
    points = _("none") if one.is_veto else decimal_text(one.full)
    weight = _("weight {weight}").format(weight=decimal_text(one.weight))
    kind = _(RULE_KINDS[one.rule.kind])
    yield Fact(
        N_("full points"),
        (Part(points, bold=True), gap(3), Part(kind, "muted"), gap(3), Part(weight, "dim")),
    )
    for label, text in _texts(one):
        yield from _fact(label, text, width)


def _texts(one: Indicator) -> Iterator[tuple[str, str]]:
    """Yield label and text; a label that is empty goes on with the one before."""
    yield N_("guide"), one.guidance or "-"
    label = N_("by rule")
    for sentence in rule_words(one):
        yield label, sentence
        label = ""
    label = N_("papers")
    for item in one.evidence:
        optional = "" if item.required else f"   {_('optional')}"
        yield label, f"{item.id}  {item.title_in(language())}{optional}"
        label = ""
    if not one.evidence:
        yield label, _("no evidence is named")
    offices = _(", ").join(one.co_offices)
    together = _("with {offices}").format(offices=offices) if offices else ""
    yield N_("office"), "   ".join(filter(None, (one.office or _("no unit named"), together)))
    yield N_("first"), _("scored first in: {kind}").format(kind=_(ROUND_KINDS[one.first_scored]))
    if one.not_applicable:
        yield "", _("may be not applicable")


def _fact(label: str, text: str, width: int) -> Iterator[Fact]:
    for at, line in enumerate(wrap(text, width - label_cells()) or ("",)):
        yield Fact(label if not at else "", (Part(line),))


def _branch(
    node: Area | Group, row: CriteriaRow, shown: Criteria, width: int
) -> Iterator[Fact | Line]:
    yield from _title(node.id, node.title_in(language()), width)
    below = [one for one in shown.indicators if one.id.startswith(f"{node.id}.")]
    counted = ngettext("{n} indicator", "{n} indicators", len(below)).format(n=len(below))
    yield Fact(N_("full points"), (Part(row.points, bold=True), gap(3), Part(counted, "muted")))
    offices = dict.fromkeys(one.office for one in below if one.office)
    yield from _fact(N_("office"), _(", ").join(offices) or "-", width)
    yield BLANK
    about = shown.about
    yield (Part(about.title_in(language()), "muted", bold=True), gap(2), Part(about.edition, "dim"))
    yield BLANK
    said = [_(ROLLUPS[about.scoring.rollup]), _(NOT_APPLICABLE[about.scoring.not_applicable])]
    for sentence in (*said, rounding_words(about.scoring), about.source):
        yield from ((Part(line, "muted"),) for line in wrap(sentence, width))


def _where(place: Place, room: int) -> Place:
    """Return a place with as much of its folder as there is room for: one, or none."""
    path = Path(place.file)
    near = replace(place, file=str(Path(path.parent.name) / path.name))
    return near if Part(str(near)).cells <= room else replace(place, file=path.name)


def _problem(row: CriteriaRow, problem: Problem, width: int) -> Iterator[Line]:
    head = row.code or _("problem")
    where = _where(problem.where, width - Part(head).cells - 2)
    yield (Part(head, "muted" if row.code else "dispute", bold=True), gap(2),
           Part(str(where), "dim"))  # fmt: skip
    for line in wrap(said(problem.message, problem.params), width):
        yield (Part(line),)
    for line in wrap(said(problem.expected, problem.params) if problem.expected else "", width):
        yield (Part(line, "muted"),)
    if row.code:
        looks_for = _("looked for: {what}").format(what=_(CHECKS[row.code].looks_for))
        yield from ((Part(line, "dim"),) for line in wrap(looks_for, width))
    yield BLANK
