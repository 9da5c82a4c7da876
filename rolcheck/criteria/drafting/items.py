"""One indicator made of the rows that are about it."""

import re
from collections.abc import Iterator
from fractions import Fraction

from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.base.text import DOTS
from rolcheck.criteria.drafting.codes import decoded
from rolcheck.criteria.drafting.draft import DraftIndicator, State
from rolcheck.criteria.drafting.exported import exported_indicator
from rolcheck.criteria.drafting.gathered import Gathered, points_of, weight_of
from rolcheck.criteria.drafting.headings import Role
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.points import titled
from rolcheck.criteria.drafting.prose.clauses import Note
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_veto, read_bonus, read_veto
from rolcheck.criteria.drafting.prose.reading import read_rule
from rolcheck.criteria.drafting.records import Piece
from rolcheck.criteria.drafting.words import half_width, squeezed
from rolcheck.criteria.rules.points import PointsRule
from rolcheck.criteria.rules.terms import RuleModel

_LONGEST_TITLE = 40
_CUT = re.compile(r"[。；;！\n]|[，,：:](?=.{6})")
_LATER: tuple[Role, ...] = ("note", "own")


def indicator_of(rows: Gathered, name: str) -> DraftIndicator:
    """Return the indicator that these rows describe, under an id."""
    code = rows.rows[0].pieces.get("code")
    coded = decoded(code.text) if code else None
    if coded:
        return exported_indicator(rows, name, coded)
    if code:
        said = {"code": code.text[:40]}
        rows.problems.append(
            Problem(N_("the rule's code cannot be read: {code}"), code.where, "", said)
        )
    headline = rows.headline
    plain = titled(numbered(headline.text).text)
    points = points_of(rows, plain.points)
    title = _short(plain.text)
    rule, state, unread = _rule(rows, Note(rows.joined("standard"), points, title))
    return DraftIndicator(
        id=name,
        title=title,
        where=headline.where,
        marker=numbered(headline.text).marker,
        points=points,
        weight=weight_of(rows),
        guidance=_guidance(rows, headline, title),
        evidence=tuple(_evidence(rows.joined("evidence"))),
        offices=tuple(_offices(rows)),
        rule=rule,
        state=state,
        unread=unread,
    )


def _rule(rows: Gathered, note: Note) -> tuple[RuleModel, State, tuple[str, ...]]:
    headline = rows.headline.text
    kind = squeezed(rows.joined("kind"))
    said = f"{headline}\n{note.text}"
    if rows.outside == "veto" or is_veto(kind) or is_veto(said):
        return read_veto(Note(note.text or headline, None)), "read", ()
    if rows.outside == "bonus" or is_bonus(kind) or is_bonus(headline):
        bonus = read_bonus(Note(note.text or headline, note.full))
        if bonus:
            return bonus, "read", ()
        return PointsRule(hint=note.text), "unread", (note.text or headline,)
    reading = read_rule(note)
    if reading:
        return reading.rule, "partly" if reading.unread else "read", reading.unread
    rule = PointsRule(step=_step(note.full), hint=note.text)
    return rule, "unread", (note.text,) if note.text else ()


def _step(full: Fraction | None) -> Fraction:
    half = Fraction(1, 2)
    return half if full is None or (full / half).denominator == 1 else Fraction(1, 10)


def _guidance(rows: Gathered, headline: Piece, title: str) -> str:
    parts = [half_width(rows.joined("content"))]
    whole = titled(numbered(headline.text).text).text
    if title != whole and whole not in parts[0]:
        parts.insert(0, whole)
    if parts[0] == whole == title:
        parts[0] = ""
    standard = rows.joined("standard")
    if standard and standard != headline.text:
        parts.append(f"评分标准：{standard}")
    for row in rows.rows:
        parts += [
            f"{heading}：{piece.text}" if heading else piece.text for heading, piece in row.others
        ]
        parts += [f"备注：{row.pieces[role].text}" for role in _LATER if role in row.pieces]
    return "\n".join(part for part in parts if part.strip())


def _evidence(text: str) -> Iterator[tuple[str, bool]]:
    parts = re.split(r"[;；\n]+", half_width(text))
    if len(parts) == 1:
        parts = re.split(r"、(?![^（(《]*[）)》])", parts[0])
    for part in dict.fromkeys(numbered(part).text.strip(" 。，,") for part in parts):
        if part:
            yield part, True


def _offices(rows: Gathered) -> Iterator[str]:
    said = [rows.joined("office"), rows.joined("co-office")]
    names = [
        name.strip() for text in said for name in re.split(r"[、,，;；\n]+(?![^（(]*[）)])", text)
    ]
    yield from dict.fromkeys(name for name in names if name)


def _short(text: str) -> str:
    """Return a title of one line, cut at a mark where it is longer than titles are."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_TITLE:
        return line
    mark = _CUT.search(text)
    first = " ".join(text[: mark.start()].split()) if mark else ""
    return first if 4 <= len(first) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE]}{DOTS}"
