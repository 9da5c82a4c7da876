"""What stands in a filled-in form, however it came back through the mail."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_bytes
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.criteria.model import has_parts
from rolcheck.desk.handing.forms.decoding import lines_of
from rolcheck.desk.handing.forms.layout import (
    ASKED,
    CAMPAIGN,
    CODE,
    CRITERIA,
    DECLARATION,
    DIRECTIVE,
    DUE,
    EDITION,
    END,
    EVIDENCE,
    HEADER,
    ITEM,
    KEYS,
    PARTS,
    REMARK,
    REVIEWER,
    ROUND,
    VERSION,
)
from rolcheck.desk.handing.forms.marks import FORM_BEGINS, MARKED, is_encoded, with_plain_mark
from rolcheck.desk.handing.forms.parts import Form, Item
from rolcheck.desk.handing.handin import (
    SHORT_HASH,
    Basis,
    Handin,
    Written,
    WrittenFinding,
    evidence_ids,
)
from rolcheck.desk.imports import whole_number

_EDITION = re.compile(r"([0-9]{1,9})-([0-9A-Za-z]*)")
_PASSED = "passed over"  # a part of a form that nothing is made of


def read_forms(path: Path) -> tuple[Handin, ...]:
    """Return the forms that a file holds.

    Raises:
        InputError: The file cannot be read, holds no form, or one that does not say what it is
            for.
    """
    file = str(path)
    try:
        lines = [with_plain_mark(line) for line in lines_of(read_bytes(path))]
    except InputError as error:
        error.where = error.where or Place(file)
        raise
    starts = [number for number, line in enumerate(lines) if FORM_BEGINS.match(line)]
    if not starts:
        raise _no_form(file, lines)
    forms = [
        _read(file, lines, start, end)
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)
    ]
    before = next((n for n, line in enumerate(lines[: starts[0]], 1) if line.strip()), None)
    if before:
        note = Problem(N_("text before the form was passed over"), Place(file, before))
        forms[0].passed_over.insert(0, note)
    return tuple(map(_handin, forms))


def _no_form(file: str, lines: Sequence[str]) -> InputError:
    encoded = next((number for number, line in enumerate(lines, 1) if is_encoded(line)), None)
    if encoded:
        return InputError(
            N_("this is the source of a mail, in which = is written =3D (quoted-printable)"),
            where=Place(file, encoded),
            hint=N_("open the mail in a mail program, and save or copy its text"),
        )
    return InputError(
        N_("there is no form in this file: no line begins with '{mark}'"),
        where=Place(file),
        hint=N_("send the whole text back, with its first lines"),
        mark=f"{DIRECTIVE} {HEADER}",
    )


def _read(file: str, lines: Sequence[str], start: int, end: int) -> Form:
    header = FORM_BEGINS.match(lines[start])
    quoted, version = (header["quoted"], header["version"]) if header else ("", "")
    if version != VERSION:
        raise InputError(
            N_("this form was made by another version of rolcheck"),
            where=Place(file, start + 1),
            hint=N_("export a new one, and have it filled in"),
        )
    form = Form(file, start + 1)
    for number in range(start + 1, end):
        line = _unquoted(lines[number], quoted)
        match = MARKED.fullmatch(line)
        if match is None:
            _text(form, number + 1, line)
        elif match[1] == ITEM:
            _begin(form, number + 1, fold_width(match[2]))
        elif match[1] == DIRECTIVE:
            if fold_width(match[2]).casefold() == END.casefold():
                form.part, form.in_item, form.ended = _PASSED, False, True
                continue
            _direct(form, number + 1, match[2].strip())
    if form.head and not form.items and form.passed_over:
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


def _text(form: Form, number: int, line: str) -> None:
    if not line.strip():
        if form.items and form.part:
            form.items[-1].texts.setdefault(form.part, []).append((number, ""))
        return
    if form.part == _PASSED:
        return
    if not form.items:
        form.pass_over(number, line.strip())
        return
    escaped = line.startswith("\\") and MARKED.match(line[1:])
    said = line[1:] if escaped else line
    form.items[-1].texts.setdefault(form.part, []).append((number, said.rstrip()))


def _begin(form: Form, number: int, rest: str) -> None:
    words = rest.split()
    if len(words) < 2 or not _binds(words[0], words[1]):
        form.pass_over(number, f"{ITEM} {rest}")
        form.part, form.in_item = _PASSED, False
        return
    item = Item(number, words[0], words[1], behind_end=form.ended)
    form.items.append(item)
    form.part, form.in_item = "value", True
    if words[2:]:
        item.texts["value"] = [(number, " ".join(words[2:]))]


def _binds(submission: str, name: str) -> bool:
    """Tell whether a line names an indicator, one of its expected items, or a declaration."""
    if submission == DECLARATION and len(name) == SHORT_HASH:
        return True
    return has_parts(name.partition("/")[0], 3)


def _direct(form: Form, number: int, rest: str) -> None:
    name, said, *_rest = [*re.split(r"[\s:：]+", rest, maxsplit=1), ""]
    known = {key.casefold(): key for key in (*KEYS, EDITION, *PARTS)}
    key = known.get(fold_width(name).casefold(), "")
    if key in KEYS:
        form.head.setdefault(key, (number, fold_width(said)))
    elif key == EDITION and form.in_item:
        _set_basis(form, number, fold_width(said))
    elif key in PARTS and form.in_item:
        form.part = key
        _text(form, number, said)
    else:
        if form.part != _PASSED or form.in_item:
            form.pass_over(number, f"{DIRECTIVE} {rest}")
        form.part = _PASSED


def _set_basis(form: Form, number: int, said: str) -> None:
    if form.part != "value":
        form.items[-1].faults.append(_lost_mark(form, number))
        return
    match = _EDITION.fullmatch(said)
    if match:
        form.items[-1].bases.append(Basis(int(match[1]), match[2]))
        return
    form.items[-1].faults.append(
        Problem(
            N_("'{text}' is no version of an item"),
            Place(form.file, number),
            N_("expected the line as it was sent, or as the import asked for"),
            {"text": said[:40]},
        )
    )


def _lost_mark(form: Form, number: int) -> Problem:
    return Problem(
        N_("above this line the one is gone that names the item"),
        Place(form.file, number),
        N_("expected '{mark}' above it, as it was sent"),
        {"mark": f"{ITEM} SUBMISSION 1.1.1"},
    )


def _behind_end(form: Form, item: Item) -> Iterator[Problem]:
    if item.behind_end and any(text for lines in item.texts.values() for _n, text in lines):
        yield Problem(
            N_("this item was filled in below the line that ends the form"),
            Place(form.file, item.line),
            N_("expected '{mark}' below the last item"),
            {"mark": f"{DIRECTIVE} {END}"},
        )


def _handin(form: Form) -> Handin:
    for key in KEYS:
        if not form.head.get(key, (0, ""))[1]:
            raise InputError(
                N_("the form does not say its {key} any more"),
                where=Place(form.file, form.line),
                hint=N_("put back the line '{mark}' of the form that was sent"),
                key=key,
                mark=f"{DIRECTIVE} {key} ...",
            )
    said = {key: text for key, (_number, text) in form.head.items()}
    line = form.head[ROUND][0]
    try:
        number = whole_number(said[ROUND])
    except InputError as error:
        error.where = Place(form.file, line)
        raise
    return Handin(
        where=Place(form.file, form.line),
        campaign=said[CAMPAIGN],
        round=number,
        reviewer=said[REVIEWER],
        criteria=said[CRITERIA],
        items=tuple(_written(form, item) for item in form.items),
        passed_over=tuple(form.passed_over),
    )


def _written(form: Form, item: Item) -> Written:
    values = [(number, text) for number, text in item.texts.get("value", ()) if text]
    line = values[0][0] if values else item.line
    where, value = Place(form.file, line), fold_width(values[0][1]) if values else ""
    faults = (*item.faults, *_beyond(form, values[1:]), *_behind_end(form, item))
    if item.submission == DECLARATION:
        return Written(where, "", "", value, faults=faults, declaration=item.indicator)
    indicator, _slash, expected = item.indicator.partition("/")
    return Written(
        where=where,
        submission=item.submission,
        indicator=indicator,
        value=value,
        remark=_lines(item, REMARK),
        evidence=evidence_ids(_lines(item, EVIDENCE)),
        bases=tuple(item.bases),
        faults=faults,
        line=item.line,
        expected=expected,
        finding=WrittenFinding(*(_lines(item, part) for part in (CODE, ASKED, DUE))),
    )


def _lines(item: Item, part: str) -> str:
    return "\n".join(text for _number, text in item.texts.get(part, ())).strip()


def _beyond(form: Form, more: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    for number, text in more[:1]:
        yield Problem(
            N_("a second line where one value is expected: '{text}'"),
            Place(form.file, number),
            N_("expected a remark below its own line, {mark}"),
            {"text": text[:40], "mark": f"{DIRECTIVE} {REMARK}"},
        )
