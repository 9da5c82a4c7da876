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
from rolcheck.criteria.drafting.numbering import numbered
from rolcheck.criteria.drafting.offices import offices_in
from rolcheck.criteria.drafting.points import percent_text, share_in, titled
from rolcheck.criteria.drafting.prose.clauses import Note, Reading, says_points
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_veto, read_bonus, read_veto
from rolcheck.criteria.drafting.prose.reading import read_rule
from rolcheck.criteria.drafting.records import Piece
from rolcheck.criteria.drafting.words import half_width, in_one_line, squeezed
from rolcheck.criteria.rules.points import PointsRule

_LONGEST_TITLE = 40
_IN_BRACKETS = re.compile(r"[（(]([^（()）]{6,})[）)]$")
_MALUS = (
    "扣分项没有满分可扣：请改写为有关指标的扣分情形，或在 points 填写最多扣的分值并相应调整总分"
)
_CUT = re.compile(r"[。；;！\n]|[，,：:](?=.{6})")


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
    counted = numbered(headline.text)
    plain = titled(counted.text, loose=not rows.has_points)
    points = points_of(rows, plain.points)
    title = _short(plain.text)
    reading, state = _rule(rows, Note(_notes(rows, headline), points, title))
    return DraftIndicator(
        id=name,
        title=title.rstrip("。"),
        where=headline.where,
        marker=counted.marker,
        points=points,
        weight=weight_of(rows),
        guidance=_guidance(rows, headline, title, plain.text),
        evidence=tuple(_evidence(rows.joined("evidence"))),
        offices=tuple(offices_in(rows.joined("office"), rows.joined("co-office"))),
        rule=reading.rule,
        state=state,
        unread=reading.unread,
        remarks=(*_remarks(rows, plain.weight), *reading.remarks),
    )


def _notes(rows: Gathered, headline: Piece) -> str:
    """Return the scoring notes; where no column has any, what else speaks of points."""
    said = rows.joined("standard")
    if said:
        return said
    whole = titled(headline.text, loose=True).text
    bracket = _IN_BRACKETS.search(whole)
    if bracket and says_points(bracket[1]):
        return bracket[1]
    if says_points(whole):
        return headline.text
    return next(filter(says_points, (rows.joined("content"), rows.joined("note"))), "")


def _remarks(rows: Gathered, of_title: Fraction | None) -> Iterator[str]:
    """Yield what a reader has to know of the draft beside what it says."""
    hidden = [row.where.line for row in rows.rows if row.hidden]
    if hidden:
        yield f"表中第 {'、'.join(map(str, hidden))} 行是隐藏行，请确认是否保留"
    piece = rows.rows[0].pieces.get("weight")
    weight = of_title if piece is None else share_in(piece.text)
    if weight is not None and weight_of(rows) is None:
        yield f"表中权重 {percent_text(weight)}，未用于计分"
    if rows.outside == "malus":
        yield _MALUS


def _rule(rows: Gathered, note: Note) -> tuple[Reading, State]:
    headline = rows.headline.text
    kind = squeezed(rows.joined("kind"))
    said = f"{headline}\n{note.text}"
    if rows.outside == "veto" or is_veto(kind) or is_veto(said):
        return Reading(read_veto(Note(note.text or headline, None))), "read"
    if rows.outside == "bonus" or is_bonus(kind) or is_bonus(headline):
        bonus = read_bonus(Note(note.text or headline, note.full))
        if bonus:
            return Reading(bonus), "read"
        return Reading(PointsRule(hint=note.text), (note.text or headline,)), "unread"
    reading = read_rule(note)
    if reading:
        return reading, "partly" if reading.unread else "read"
    rule = PointsRule(step=_step(note.full), hint=note.text)
    return Reading(rule, (note.text,) if note.text else ()), "unread"


def _step(full: Fraction | None) -> Fraction:
    half = Fraction(1, 2)
    return half if full is None or (full / half).denominator == 1 else Fraction(1, 10)


def _guidance(rows: Gathered, headline: Piece, title: str, whole: str) -> str:
    parts = [half_width(rows.joined("content"))]
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
    notes = rows.joined("note")
    parts += [f"备注：{notes}"] if notes else []
    return "\n".join(part for part in parts if part.strip())


def _evidence(text: str) -> Iterator[tuple[str, bool]]:
    parts = re.split(r"[;；\n]+", half_width(text))
    if len(parts) == 1:
        parts = re.split(r"、(?![^（(《]*[）)》])", parts[0])
    for part in dict.fromkeys(numbered(part).text.strip(" 。，,") for part in parts):
        if part:
            yield part, True


def _short(text: str) -> str:
    """Return a title of one line, cut at a mark where it is longer than titles are."""
    line = in_one_line(text)
    if len(line) <= _LONGEST_TITLE:
        return line
    opened = re.search(r"(?<=.{4})[（(]", text)
    mark = _CUT.search(text)
    if opened and (mark is None or opened.start() < mark.start()):
        mark = opened
    first = in_one_line(text[: mark.start()]) if mark else ""
    return first if 4 <= len(first) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE]}{DOTS}"
