"""One item of a form as it was filled in."""

import re
from collections.abc import Iterator, Sequence

from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.criteria.model import has_parts
from rolcheck.desk.handing.forms.guidance import BlockLine, Typed, typed
from rolcheck.desk.handing.forms.layout import (
    ANSWER,
    ASKED,
    CODE,
    DECLARATION,
    DIRECTIVE,
    DUE,
    END,
    EVIDENCE,
    NATURE,
    REASON,
    REMARK,
    RULING,
)
from rolcheck.desk.handing.forms.parts import Form, Item
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Part,
    Written,
    WrittenFinding,
    evidence_ids,
)

PARTS_OF_AN_ID = 3


def filled_in(form: Form, item: Item) -> Written:
    """Return an item as it came back."""
    part, submission, indicator, key = _bound(item)
    found = typed(item.block, item.check)
    values = _values(item, found)
    line = values[0].number if values else item.line
    value = fold_width(values[0].text) if values else ""
    faults = [*item.faults, *_doubts(form, found), *_behind_end(form, item, values)]
    if part == "answer":
        value = "\n".join(one.text for one in values).strip()
    else:
        faults += _beyond(form, part, values[1:])
    return Written(
        where=Place(form.file, line),
        submission=submission,
        indicator=indicator,
        value=value,
        remark=_text(item, REASON if part == "ruling" else REMARK),
        evidence=evidence_ids(_text(item, EVIDENCE)),
        bases=tuple(item.bases),
        faults=tuple(faults),
        line=item.line,
        part=part,
        key=key,
        finding=WrittenFinding(*(_text(item, name) for name in (CODE, ASKED, DUE))),
        nature=fold_width(_text(item, NATURE)),
    )


def whose_guidance_changed(form: Form) -> Iterator[Problem]:
    """Yield the items with comments that are not as they were sent; what was typed is not known."""
    for item in form.items:
        found = typed(item.block, item.check)
        if found.doubt == "changed":
            yield Problem(
                N_("the guidance on {item} is not as it was sent, and nothing is read from it"),
                Place(form.file, found.at.number if found.at else item.line),
                N_("if a value was typed there, move it to a line of its own"),
                {"item": f"{item.kind} {item.name}"},
            )


def _bound(item: Item) -> tuple[Part, str, str, str]:
    """Return what an item is, its submission and indicator, and its key."""
    kind, name = item.kind, item.name
    if kind == DECLARATION and len(name) == SHORT_HASH:
        return "declaration", "", "", name
    before, slash, behind = name.partition("/")
    if kind == RULING and has_parts(behind, PARTS_OF_AN_ID):
        return "ruling", before, behind, ""
    if kind == ANSWER and re.fullmatch(r"[Ff]?[0-9]+", name):
        return "answer", "", "", name.upper()
    return ("verdict" if slash else "score"), kind, before, behind


def _values(item: Item, found: Typed) -> list[BlockLine]:
    beside = [BlockLine(item.line, item.beside, marked=False)] if item.beside else []
    return [*beside, *found.lines]


def _text(item: Item, part: str) -> str:
    return "\n".join(text for _number, text in item.texts.get(part, ())).strip()


def _doubts(form: Form, found: Typed) -> Iterator[Problem]:
    if found.at is None or found.doubt in ("", "changed"):
        return
    where, params = Place(form.file, found.at.number), {"text": found.at.text[:40]}
    if found.doubt == "behind":
        yield Problem(
            N_("'{text}' stands behind the guidance, where nothing is read"),
            where,
            N_("expected it on a line of its own below the guidance"),
            params,
        )
    else:
        yield Problem(
            N_("the guidance was changed and its lines were broken: what the value is is unknown"),
            where,
            N_("expected the comments as they were sent, or none, and the value below them"),
            params,
        )


def _behind_end(form: Form, item: Item, values: Sequence[BlockLine]) -> Iterator[Problem]:
    written = any(text for lines in item.texts.values() for _number, text in lines)
    if item.behind_end and (values or written):
        yield Problem(
            N_("this item was filled in below the line that ends the form"),
            Place(form.file, item.line),
            N_("expected '{mark}' below the last item"),
            {"mark": f"{DIRECTIVE} {END}"},
        )


def _beyond(form: Form, part: Part, more: Sequence[BlockLine]) -> Iterator[Problem]:
    for line in more[:1]:
        yield Problem(
            N_("a second line where one value is expected: '{text}'"),
            Place(form.file, line.number),
            N_("expected a remark below its own line, {mark}"),
            {
                "text": line.text[:40],
                "mark": f"{DIRECTIVE} {REASON if part == 'ruling' else REMARK}",
            },
        )
