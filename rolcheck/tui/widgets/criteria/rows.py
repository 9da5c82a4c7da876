"""A criteria file as one list: what is wrong, the tree, what might be better."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rolcheck.base.numbers import decimal_text
from rolcheck.base.problems import Problem
from rolcheck.criteria.model import Area, Criteria, Group, Indicator
from rolcheck.desk.drafts import CriteriaSeen
from rolcheck.locale import _, language, ngettext
from rolcheck.locale.words import said
from rolcheck.reports.words import NONE, column
from rolcheck.tui.filtering import fits, nothing_fits
from rolcheck.tui.text import BLANK, Line, Part, fill, gap
from rolcheck.tui.widgets.rows import Row, RowPlace


@dataclass(frozen=True, slots=True)
class CriteriaRow:
    """One row.

    Attributes:
        key: Names it; empty for headings and empty lines.
        title: Of a heading; empty for an empty line.
        summary: At the right end of a heading.
        node: The area, group or indicator.
        points: What it comes to, with as many decimals as the others; a dash for none.
        remarks: How many problems and pieces of advice are about it.
        problem: What is wrong, or might be better.
        code: Of a piece of advice.
        owner: The id that a problem is about.
    """

    key: str = ""
    title: str = ""
    summary: str = ""
    node: Area | Group | Indicator | None = None
    points: str = ""
    remarks: int = 0
    problem: Problem | None = None
    code: str = ""
    owner: str = ""


def criteria_rows(
    seen: CriteriaSeen, shown: Criteria | None, words: Sequence[str]
) -> list[CriteriaRow]:
    """Return the rows whose text holds all words.

    Args:
        seen: The file.
        shown: The set whose tree is shown: that of the file, or the last one without problems.
        words: What narrows the list.
    """
    rows: list[CriteriaRow] = []
    wrong = [
        CriteriaRow(f"p:{at}", problem=one, owner=seen.owner_of(one))
        for at, one in enumerate(seen.problems)
    ]
    advice = [
        CriteriaRow(f"a:{at}", problem=one.problem, code=one.code, owner=seen.owner_of(one.problem))
        for at, one in enumerate(seen.advice)
    ]
    remarks = Counter(row.owner for row in (*wrong, *advice))
    tree = [] if shown is None else list(_tree(shown, remarks))
    for title, summary, found in (
        (_("problems"), problems_words(len(wrong)), wrong),
        (_("indicators"), _stale(seen, shown), tree),
        (_("advice"), str(len(advice)), advice),
    ):
        fitting = [row for row in found if _fits(row, words)]
        if fitting:
            rows += [*([CriteriaRow()] if rows else []), CriteriaRow(title=title, summary=summary)]
            rows += [CriteriaRow(), *fitting]
    return rows


def problems_words(count: int) -> str:
    """Return how many problems there are, in words."""
    return ngettext("{n} problem", "{n} problems", count).format(n=count)


def _stale(seen: CriteriaSeen, shown: Criteria | None) -> str:
    if shown is None:
        return ""
    if seen.criteria is None:
        return _("as they were before the problems")
    base = sum((one.full * one.weight for one in shown.base), Fraction())
    count = len(shown.indicators)
    counted = ngettext("{n} indicator", "{n} indicators", count).format(n=count)
    if shown.scoring.rollup != "sum":
        return counted
    return _("{indicators}   {points} points").format(indicators=counted, points=decimal_text(base))


def _tree(criteria: Criteria, remarks: Counter[str]) -> Iterator[CriteriaRow]:
    found = list(_nodes(criteria))
    points = column([worth for _node, worth in found])
    for (node, _worth), text in zip(found, points, strict=True):
        yield CriteriaRow(node.id, node=node, points=text, remarks=remarks[node.id])


def _nodes(criteria: Criteria) -> Iterator[tuple[Area | Group | Indicator, Fraction | None]]:
    """Yield every node with what it comes to, in the order of the tree."""
    for area in criteria.areas:
        own = [one for one in criteria.indicators if one.area_id == area.id]
        yield area, _sum(criteria, own)
        for group in criteria.groups:
            if group.area_id != area.id:
                continue
            below = [one for one in own if one.group_id == group.id]
            yield group, _sum(criteria, below)
            yield from ((one, None if one.is_veto else one.full) for one in below)


def _sum(criteria: Criteria, below: Sequence[Indicator]) -> Fraction | None:
    base = [one for one in below if one.is_base]
    if not base or criteria.scoring.rollup != "sum":
        return None
    return sum((one.full * one.weight for one in base), Fraction())


def _fits(row: CriteriaRow, words: Sequence[str]) -> bool:
    if row.node is not None:
        office = row.node.office if isinstance(row.node, Indicator) else ""
        return fits(words, row.node.id, row.node.title, row.node.title_en or "", office)
    if row.problem is not None:
        return fits(words, _said(row.problem), row.owner, row.code)
    return True


def _said(problem: Problem) -> str:
    return said(problem.message, problem.params)


def draw_row(row: CriteriaRow, place: RowPlace) -> Row:
    """Draw one row."""
    if row.problem is not None:
        return _problem(row, row.problem, place)
    if row.node is None:
        if not row.title:
            return Row(BLANK)
        return Row((Part(row.title, "muted", bold=True),), (Part(row.summary, "dim"),))
    depth = row.node.id.count(".")
    strong = place.selected or depth == 0
    left = (
        gap(2 * depth),
        Part(row.node.id, "accent" if place.selected else "dim", bold=strong),
        gap(1),
        Part(row.node.title_in(language()), bold=strong),
    )
    mark: Line = (Part(str(row.remarks), "confirm"), gap(1)) if row.remarks else ()
    tone = "dim" if row.points == NONE else "fg"
    return Row(left, (*mark, Part(f"{row.points:>6}", tone)))


def _problem(row: CriteriaRow, problem: Problem, place: RowPlace) -> Row:
    line, column = problem.where.line, problem.where.column
    at = ":".join(str(one) for one in (line, column) if one is not None)
    tone = "muted" if row.code else "dispute"
    left = (
        *fill((Part(at, "accent" if place.selected else "dim"),), 9),
        gap(1),
        *((Part(row.owner, "dim"), gap(1)) if row.owner else ()),
        Part(_said(problem), "fg" if place.selected else tone, bold=place.selected),
    )
    return Row(left, (Part(row.code, "dim"),) if row.code else ())


def nothing_to_show(seen: CriteriaSeen | None, words: str) -> Line:
    """Return what is said where there is no row."""
    if seen is None:
        return BLANK
    return nothing_fits() if words else (Part(_("nothing stands in this file yet."), "muted"),)
