"""What stands in a filled-in form, however it came back through the mail."""

from collections.abc import Sequence
from pathlib import Path

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_bytes
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.desk.handing.forms.decoding import lines_of
from rolcheck.desk.handing.forms.filled import filled_in, whose_guidance_changed
from rolcheck.desk.handing.forms.layout import (
    CAMPAIGN,
    CRITERIA,
    DIRECTIVE,
    HANDOUT,
    HEADER,
    KEYS,
    REVIEWER,
    ROUND,
)
from rolcheck.desk.handing.forms.lines import read_form
from rolcheck.desk.handing.forms.marks import FORM_BEGINS, is_encoded, with_plain_mark
from rolcheck.desk.handing.forms.parts import Form
from rolcheck.desk.handing.handin import Handin, Written
from rolcheck.desk.imports import whole_number


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
        read_form(file, lines, start, end)
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
    try:
        number = whole_number(said[ROUND])
    except InputError as error:
        error.where = Place(form.file, form.head[ROUND][0])
        raise
    items = [filled_in(form, item) for item in form.items]
    lost = [Written(one.where, "", "", str(one.params["text"]), faults=(one,)) for one in form.lost]
    return Handin(
        where=Place(form.file, form.line),
        campaign=said[CAMPAIGN],
        round=number,
        reviewer=said[REVIEWER],
        criteria=said[CRITERIA],
        items=(*items, *lost),
        passed_over=(*form.passed_over, *whose_guidance_changed(form)),
        handout=said.get(HANDOUT, ""),
    )
