"""The lines of a form put where they belong: its head, its items, their parts."""

import re
from collections.abc import Sequence

from rolcheck.base.errors import InputError
from rolcheck.base.ids import suggest
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.desk.handing.forms.guidance import CHECK, BlockLine
from rolcheck.desk.handing.forms.layout import (
    DIRECTIVE,
    EDITION,
    END,
    HANDOUT,
    ITEM,
    KEYS,
    PARTS,
    VERSION,
)
from rolcheck.desk.handing.forms.marks import FORM_BEGINS, MARKED, SIGNATURE
from rolcheck.desk.handing.forms.parts import Form, Item
from rolcheck.desk.handing.handin import Basis

_EDITION = re.compile(rf"([0-9]{{1,9}})-([0-9A-Za-z]*)(?:-([0-9a-f]{{{CHECK}}}))?")
_KNOWN = {key.casefold(): key for key in (*KEYS, HANDOUT, EDITION, END, *PARTS)}


def read_form(file: str, lines: Sequence[str], start: int, end: int) -> Form:
    """Return a form whose first line is that with the index `start`; it ends before `end`.

    Raises:
        InputError: It was made by another version, or no line names an item any more.
    """
    header = FORM_BEGINS.match(lines[start])
    quoted, version = (header["quoted"], header["version"]) if header else ("", "")
    if version != VERSION:
        raise InputError(
            N_("this form was made by another version of rolcheck"),
            where=Place(file, start + 1),
            hint=N_("export a new one, and have it filled in"),
        )
    form = Form(file, start + 1)
    plain = [_unquoted(line, quoted) for line in lines[start + 1 : end]]
    for number, line in enumerate(_unsigned(plain), start + 2):
        _put(form, number, line)
    if form.head and not form.items and (form.passed_over or form.lost):
        raise InputError(
            N_("no line of the form names an item any more"),
            where=Place(file, start + 1),
            hint=N_("expected lines such as '{mark}', as they were sent"),
            mark=f"{ITEM} SUBMISSION 1.1.1",
        )
    return form


def _unquoted(line: str, quoted: str) -> str:
    """Return a line without the marks by which a reply quotes the form."""
    if quoted and line.startswith(quoted):
        return line[len(quoted) :]
    if quoted.strip() and line.rstrip() == quoted.rstrip():
        return ""
    return line


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines without a signature below the last mark."""
    last = max((at for at, line in enumerate(lines) if MARKED.fullmatch(line)), default=-1)
    signed = next(
        (at for at, line in enumerate(lines) if at > last and SIGNATURE.match(line)), None
    )
    return lines if signed is None else lines[:signed]


def _put(form: Form, number: int, line: str) -> None:
    match = MARKED.fullmatch(line)
    if match is None:
        _text(form, number, line)
        return
    if match[1] == ITEM:
        _begin(form, number, fold_width(match[2]))
    elif match[1] == DIRECTIVE:
        _direct(form, number, match[2].strip())
    else:
        _comment(form, number, match[2])
        return
    form.below_comment = False


def _comment(form: Form, number: int, text: str) -> None:
    form.below_comment = True
    if form.area == "value":
        form.items[-1].block.append(BlockLine(number, text, marked=True))
    elif form.area == "part" and not text.strip("= "):  # the bar above a heading
        form.area = "title"


def _text(form: Form, number: int, line: str) -> None:
    said = _without_backslash(line)
    if form.area == "value":
        form.items[-1].block.append(BlockLine(number, said.rstrip(), marked=False))
    elif form.area == "part":
        form.items[-1].texts.setdefault(form.part, []).append((number, said.rstrip()))
    elif line.strip():
        _nowhere(form, number, line.strip())
    if not line.strip():
        form.below_comment = False


def _without_backslash(line: str) -> str:
    return line[1:] if line.startswith("\\") and MARKED.match(line[1:]) else line


def _nowhere(form: Form, number: int, text: str) -> None:
    """Take text that stands below no item: the rest of a broken heading, or something lost."""
    if form.area in ("end", "lost"):
        return
    if form.area == "unknown":
        form.lose(
            number,
            text,
            N_("'{text}' stands below '{under}', which is no part of a form, and would be lost"),
            _instead(form.under),
            under=form.under[:40],
            near=_near(form.under),
        )
    elif form.below_comment:
        if form.area == "title" and text.strip("= "):
            form.pass_over(number, text)
    elif form.has_head:
        form.lose(
            number,
            text,
            N_("'{text}' stands below no item, and would be lost"),
            N_("expected it below the line that names its item"),
        )
    else:
        form.pass_over(number, text)


def _near(under: str) -> str:
    """Return the line that was perhaps meant; empty where none is near."""
    mark, _blank, rest = under.partition(" ")
    word = rest.split()[0].casefold() if rest.split() else ""
    return _KNOWN.get(suggest(word, _KNOWN), "") if mark == DIRECTIVE else ""


def _instead(under: str) -> str:
    if _near(under):
        return N_("perhaps '{near}' was meant; else clear it")
    return N_("expected it below a line that the form was sent with; else clear it")


def _begin(form: Form, number: int, rest: str) -> None:
    words = re.split(r"[\s:]+", rest, maxsplit=2)
    if len(words) < 2 or not words[1]:
        form.do_not_know(number, f"{ITEM} {rest}")
        return
    beside = words[2] if len(words) > 2 else ""
    form.items.append(Item(number, words[0], words[1], beside, behind_end=form.ended))
    form.area, form.part = "value", ""


def _direct(form: Form, number: int, rest: str) -> None:
    name, said, *_rest = [*re.split(r"[\s:：]+", rest, maxsplit=1), ""]
    key = _KNOWN.get(fold_width(name).casefold(), "")
    if key == END:
        form.area, form.ended = "end", True
    elif key in (*KEYS, HANDOUT):
        form.head.setdefault(key, (number, fold_width(said)))
    elif key == EDITION:
        _set_basis(form, number, fold_width(said))
    elif key and form.area in ("value", "part"):
        form.area, form.part = "part", key
        _text(form, number, said)
    elif not key and form.area != "end":
        form.do_not_know(number, f"{DIRECTIVE} {name}")
        if said:
            _nowhere(form, number, said)


def _set_basis(form: Form, number: int, said: str) -> None:
    if form.area == "unknown":
        return
    if form.area != "value":
        form.lose(
            number,
            said,
            N_("above this line the one is gone that names the item"),
            N_("expected '{mark}' above it, as it was sent"),
            mark=f"{ITEM} SUBMISSION 1.1.1",
        )
        return
    item, match = form.items[-1], _EDITION.fullmatch(said)
    if match:
        item.bases.append(Basis(int(match[1]), match[2]))
        item.check = item.check or match[3] or ""
        return
    item.faults.append(
        Problem(
            N_("'{text}' is no version of an item"),
            Place(form.file, number),
            N_("expected the line as it was sent, or as the import asked for"),
            {"text": said[:40]},
        )
    )
