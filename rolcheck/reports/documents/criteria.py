"""A criteria set as a table to read, to print, and to hand on to those who keep it in Excel."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.criteria.drafting.codes import coded, coded_about, coded_branches
from rolcheck.criteria.loader import CriteriaFile
from rolcheck.criteria.model import Area, Criteria, Group, Indicator
from rolcheck.locale import _, language
from rolcheck.locale.words import RULE_KINDS
from rolcheck.reports.blocks import Block, Column, Document, Heading, Kind, Note, Paragraph, Table
from rolcheck.reports.documents.making import NOT_APPLICABLE, ROLLUPS, rounding_words
from rolcheck.reports.documents.rules import rule_words
from rolcheck.reports.words import titled

COLUMNS: tuple[tuple[str, Kind], ...] = (
    (N_("first-level indicator"), "text"),
    (N_("second-level indicator"), "text"),
    (N_("indicator no."), "id"),
    (N_("third-level indicator"), "text"),
    (N_("full points"), "number"),
    (N_("weight"), "number"),
    (N_("rule type"), "word"),
    (N_("scoring rule"), "text"),
    (N_("what is looked at"), "text"),
    (N_("expected evidence"), "text"),
    (N_("responsible unit"), "text"),
    (N_("others taking part"), "text"),
)
"""Headings that reading a table knows again (`rolcheck.criteria.drafting.headings`)."""
CODE = N_("rule code")
IN_ENGLISH = (
    N_("first level in English"),
    N_("second level in English"),
    N_("English title"),
)
OPTIONAL = N_("{title} (optional)")


def criteria_document(file: CriteriaFile, *, parted: bool = False) -> Document:
    """Return a criteria set as a document.

    Args:
        file: The set.
        parted: Whether each area is a section, for readers; else all indicators stand in one table
            with the code by which reading the table gives the same rules again, and the titles in
            Chinese whatever the language is, English ones in columns of their own.
    """
    criteria = file.criteria
    said = [*_about(criteria)]
    blocks: list[Block] = []
    if parted:
        blocks += [Paragraph(text) for text in said]
        for area in criteria.areas:
            rows = tuple(_rows(criteria, (area,)))
            title = _headed(area, _sum(criteria, criteria.indicators, area.id), language())
            blocks += [
                Heading(title),
                Table(_columns()[1:], tuple(row[1:] for row in rows), keys=3),
            ]
    else:
        rows = tuple(_rows(criteria, criteria.areas, with_code=True))
        english = (Column(_(title), "text") for title in IN_ENGLISH)
        blocks += [Table((*_columns(), *english, Column(_(CODE), "id")), rows, keys=4)]
        blocks += [Note(text) for text in said]
        blocks += [Note(_("rule code {code}").format(code=code)) for code in _branches(criteria)]
        blocks += [Note(_("rule code {code}").format(code=coded_about(criteria.about)))]
    hashed = _("criteria {id} {edition}, SHA-256 {hash}").format(
        id=criteria.id, edition=criteria.edition, hash=file.sha256
    )
    return Document(titled(criteria.about), (criteria.edition,), (*blocks, Note(hashed)))


def _columns() -> tuple[Column, ...]:
    return tuple(Column(_(title), kind) for title, kind in COLUMNS)


def _about(criteria: Criteria) -> Iterator[str]:
    """Yield how the set adds up, and where it comes from."""
    scoring = criteria.scoring
    yield _(ROLLUPS[scoring.rollup])
    yield _(NOT_APPLICABLE[scoring.not_applicable])
    yield rounding_words(scoring)
    if scoring.bonus_cap is not None:
        yield _("All bonus items together bring {points} points at most.").format(
            points=decimal_text(scoring.bonus_cap)
        )
    if criteria.source:
        yield _("Source: {source}").format(source=criteria.source)


def _rows(
    criteria: Criteria, areas: Sequence[Area], *, with_code: bool = False
) -> Iterator[tuple[str, ...]]:
    for area in areas:
        lang = "zh" if with_code else language()
        first = _headed(area, _sum(criteria, criteria.indicators, area.id), lang)
        for group in criteria.groups:
            if group.area_id != area.id:
                continue
            below = [one for one in criteria.indicators if one.group_id == group.id]
            second = _headed(group, _sum(criteria, below, ""), lang)
            for one in below:
                row = (first, second, *_cells(one, "\n" if with_code else _("; "), lang))
                english = (node.title_en or "" for node in (area, group, one))
                yield (*row, *english, coded(one)) if with_code else row


def _branches(criteria: Criteria) -> Iterator[str]:
    """Yield for each area what its titles and those of its groups have no column for."""
    for area in criteria.areas:
        code = coded_branches(area, (one for one in criteria.groups if one.area_id == area.id))
        if code:
            yield code


def _headed(node: Area | Group, points: Fraction | None, lang: str) -> str:
    """Return an area or group as tables head it: id, title, points."""
    if points is None:
        return f"{node.id} {node.title_in(lang)}"
    return _("{id} {title} ({points} points)").format(
        id=node.id, title=node.title_in(lang), points=decimal_text(points)
    )


def _sum(criteria: Criteria, indicators: Sequence[Indicator], area: str) -> Fraction | None:
    """Return what base indicators come to; None for none, and where they do not simply add up."""
    base = [one for one in indicators if one.is_base and (not area or one.area_id == area)]
    if not base or criteria.scoring.rollup != "sum":
        return None
    return sum((one.full * one.weight for one in base), Fraction(0))


def _cells(one: Indicator, joint: str, lang: str) -> tuple[str, ...]:
    evidence = (
        item.title_in(lang) if item.required else _(OPTIONAL).format(title=item.title_in(lang))
        for item in one.evidence
    )
    return (
        one.id,
        one.title_in(lang),
        "" if one.is_veto else decimal_text(one.full),
        decimal_text(one.weight),
        _(RULE_KINDS[one.rule.kind]),
        "\n".join(rule_words(one)),
        one.guidance,
        joint.join(evidence),
        one.office,
        joint.join(one.co_offices),
    )
