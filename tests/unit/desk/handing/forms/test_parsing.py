"""A form comes back through mail programs: what can be understood is, the rest is named."""

from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.text import cell_width
from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.forms.parsing import read_forms
from rolcheck.desk.handing.forms.writing import form
from rolcheck.desk.handing.handin import Handin
from rolcheck.desk.handing.handout import handout
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from rolcheck.locale import set_language
from tests.factories import Town, make_town

MARK = "==*== east 1.1.1\n"


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town in round 2, of which nothing is scored."""
    town = make_town(tmp_path / "town").play(until=1)
    town.desk("boss").open_round(2)
    return town


def blank(desk: Desk) -> str:
    return form(handout(desk, "r1"), desk.standing().settings.period)


def with_value(text: str, value: str, mark: str = MARK) -> str:
    """Return the form with a value written below its item's comments."""
    head, found, rest = text.partition(mark)
    assert found
    item, remark, tail = rest.partition("\n==+== Remark\n")
    return f"{head}{mark}{item}{value}\n{remark}{tail}"


def with_remark(text: str, remark: str, mark: str = MARK) -> str:
    head, found, rest = text.partition(mark)
    item, title, tail = rest.partition("==+== Remark\n")
    return f"{head}{found}{item}{title}{remark}{tail}"


def read(town: Town, text: str | bytes) -> tuple[Handin, ...]:
    path = town.folder / "r1.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_forms(path)


def taken_back(town: Town, text: str | bytes) -> tuple[Judged, ...]:
    return town.desk("boss").hand_in(read(town, text))


def recorded(judged: tuple[Judged, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (one.item.submission, one.item.indicator, one.value, one.item.remark)
        for one in judged
        if one.outcome == "recorded"
    ]


def notes(town: Town, handins: tuple[Handin, ...]) -> list[str]:
    folder = f"{town.folder}/"
    return [str(note).replace(folder, "") for one in handins for note in one.passed_over]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_form_says_what_it_is_for_and_offers_every_item(town: Town, language: str) -> None:
    set_language("zh" if language == "zh" else "en")

    text = blank(town.desk("boss"))

    lines = text.splitlines()
    assert lines[0] == "==+== rolcheck form 1"
    assert "==+== Campaign small-2023" in lines
    assert "==+== Reviewer r1" in lines
    assert [line for line in lines if line.startswith("==*== east")] == [
        f"==*== east {indicator}"
        for indicator in [
            "1.1.1",
            "1.1.2",
            "1.2.1",
            "2.1.1",
            "2.1.2",
            "2.2.1",
            "2.2.2",
            "B.1.1",
            "V.1.1",
        ]
    ]
    assert "==-==   1. A  有部署有落实  3" in lines
    assert lines[-1] == "==+== End"
    assert {line[:5] for line in lines if line} == {"==+==", "==-==", "==*=="}


def test_a_blank_form_says_nothing(town: Town) -> None:
    judged = taken_back(town, blank(town.desk("boss")))

    assert {one.outcome for one in judged} == {"blank"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("A", "A", id="a label"),
        pytest.param("2", "B", id="the number of a level"),
        pytest.param("2. 有部署", "B", id="a number and what it means"),
        pytest.param("\n\n  ｂ  \n\n", "B", id="blanks and empty lines"),
        pytest.param("未提供材料", "missing", id="a word"),
        pytest.param("\xa0A\xa0", "A", id="blanks as mail programs make them"),
    ],
)
def test_a_value_is_read_as_it_is_meant(town: Town, written: str, value: str) -> None:
    judged = taken_back(town, with_value(blank(town.desk("boss")), written))

    assert recorded(judged) == [("east", "1.1.1", value, "")]


def reply(text: str) -> str:
    return "好的，见下。\n\n> " + text.replace("\n", "\n> ")


def answered_between(text: str) -> str:
    """Quote the form but for the answer, as a reply does."""
    return "\n".join(line if line == "A" else f"> {line}".rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(
    "mailed",
    [
        pytest.param(lambda text: text.encode().replace(b"\n", b"\r\n"), id="CRLF"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="BOM"),
        pytest.param(lambda text: text.encode("gb18030"), id="GB18030"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: reply(text).encode(), id="quoted whole"),
        pytest.param(lambda text: answered_between(text).encode(), id="answered between quotes"),
        pytest.param(lambda text: reply(reply(text)).encode(), id="quoted twice"),
        pytest.param(lambda text: f"陈主任：\n\n附上。\n{text}\n--\n甲\n".encode(), id="a letter"),
        pytest.param(lambda text: text.replace("\n", "   \n").encode(), id="trailing blanks"),
    ],
)
def test_what_mail_programs_do_to_a_form_is_tolerated(town: Town, mailed: object) -> None:
    assert callable(mailed)
    text = with_value(blank(town.desk("boss")), "A")

    judged = taken_back(town, mailed(text))

    assert recorded(judged) == [("east", "1.1.1", "A", "")]


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda text: text.replace(" ", "\xa0"), id="no-break spaces"),
        pytest.param(
            lambda text: text.replace("==+==", "＝＝＋＝＝").replace("==*==", "＝＝＊＝＝"),
            id="full-width marks",
        ),
        pytest.param(lambda text: text.replace("==*==", "== * =="), id="marks with blanks"),
    ],
)
def test_marks_are_known_however_they_were_respaced(town: Town, changed: object) -> None:
    assert callable(changed)

    judged = taken_back(town, changed(with_value(blank(town.desk("boss")), "A")))

    assert recorded(judged) == [("east", "1.1.1", "A", "")]


def broken(text: str, width: int) -> str:
    """Break lines at so many characters of any width, as a mail program does."""
    lines = (
        [line[at : at + width] for at in range(0, len(line), width)] or [""]
        for line in text.split("\n")
    )
    return "\n".join(line for parts in lines for line in parts)


def mangled(text: str) -> bytes:
    """Return a form as several mail programs after one another leave it."""
    text = text.replace("==+== Round 2", "＝＝＋＝＝ Round： 2").replace("==*==", "＝＝＊＝＝")
    head = "发件人：协调人\n主题：评分\n\n您好，评分如下。\n\n"
    body = "\n".join(f"> {line}   " for line in broken(text, 58).split("\n"))
    return f"\ufeff{head}{body}\n\n--\n评审员甲\n==\n".replace("\n", "\r\n").encode()


@pytest.mark.parametrize("width", [60, 40])
def test_lines_that_were_broken_are_put_together_again(town: Town, width: int) -> None:
    set_language("zh")
    text = with_remark(with_value(blank(town.desk("boss")), "A"), "部署文件齐全\n")

    judged = taken_back(town, broken(text, width))

    assert recorded(judged) == [("east", "1.1.1", "A", "部署文件齐全")]
    assert {one.outcome for one in judged} == {"recorded", "blank"}


def test_no_line_of_a_form_is_longer_than_what_mail_programs_leave_whole(town: Town) -> None:
    for language in ("zh", "en"):
        set_language("zh" if language == "zh" else "en")
        lines = blank(town.desk("boss")).splitlines()

        assert max(map(cell_width, lines)) <= 58


def test_a_form_that_was_mangled_in_every_way_at_once_is_understood(town: Town) -> None:
    text = with_remark(with_value(blank(town.desk("boss")), "A"), "部署文件齐全\n")

    handins = read(town, mangled(text))
    judged = town.desk("boss").hand_in(handins)

    assert notes(town, handins) == ["r1.txt:1: text before the form was passed over"]
    assert recorded(judged) == [("east", "1.1.1", "A", "部署文件齐全")]


def test_a_value_behind_the_guidance_is_refused_with_its_line(town: Town) -> None:
    text = blank(town.desk("boss"))
    last = next(line for line in text.splitlines() if "Write a level, or its number" in line)
    number = text.splitlines().index(last) + 1

    failure = problems_of(taken_back(town, text.replace(last, f"{last}  B", 1)))

    assert str(failure).endswith(
        f"r1.txt:{number}: 'B' stands behind the guidance, where nothing is read; "
        "expected it on a line of its own below the guidance"
    )


def test_guidance_that_was_changed_otherwise_is_a_warning_with_its_line(town: Town) -> None:
    text = blank(town.desk("boss"))
    last = next(line for line in text.splitlines() if "Write a level, or its number" in line)

    (note,) = notes(town, read(town, text.replace(last, "==-== 2", 1)))

    assert note.startswith(f"r1.txt:{text.splitlines().index(last) + 1}: the guidance on ")


def test_a_value_on_the_line_that_names_the_item_is_read(town: Town) -> None:
    text = blank(town.desk("boss")).replace(MARK, "==*== east 1.1.1 A\n")

    assert recorded(taken_back(town, text)) == [("east", "1.1.1", "A", "")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(
            lambda text: text.replace("==*== east 1.1.2\n", ""),
            "above this line the one is gone that names the item",
            id="an item's line is gone",
        ),
        pytest.param(
            lambda text: text.replace(MARK, f"==+== End\n{MARK}"),
            "filled in below the line that ends the form",
            id="the end moved up",
        ),
        pytest.param(
            lambda text: text.replace("==*==", "** **"),
            "no line of the form names an item any more; expected lines such as '==*== ",
            id="all marks are gone",
        ),
        pytest.param(
            lambda text: text.replace("==", "=3D=3D"), "quoted-printable", id="a mail's source"
        ),
    ],
)
def test_answers_that_would_be_lost_are_refused(town: Town, change: object, said: str) -> None:
    assert callable(change)
    text = change(with_value(blank(town.desk("boss")), "A"))

    try:
        failure: RolcheckError | None = problems_of(taken_back(town, text))
    except InputError as error:
        failure = error

    assert failure is not None
    assert said in f"{failure}; {failure.hint}".format(**failure.params)


def test_text_before_the_form_is_passed_over_with_a_warning(town: Town) -> None:
    found = notes(town, read(town, "\n您好：\n" + blank(town.desk("boss"))))

    assert found == ["r1.txt:2: text before the form was passed over"]


def test_unknown_parts_with_nothing_in_them_are_passed_over_and_named(town: Town) -> None:
    text = blank(town.desk("boss"))
    text = text.replace("==+== Round 2", "==+== Round 2\n==+== Mood")
    text = text.replace(MARK, "==*== everything\n==+== Remark\n\n==*== east 9.9.9\n\n" + MARK)

    handins = read(town, with_value(text, "A"))
    judged = town.desk("boss").hand_in(handins)

    assert [note.split(": ", 1)[1] for note in notes(town, handins)] == [
        "this is no part of a form and was passed over: '==+== Mood'",
        "this is no part of a form and was passed over: '==*== everything'",
    ]
    unknown = [str(one.note) for one in judged if one.outcome == "unknown"]
    assert [note.split(": ", 1)[1] for note in unknown] == ["no indicator '9.9.9'"]
    assert recorded(judged) == [("east", "1.1.1", "A", "")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            MARK,
            "==*== east 1.1.11\n",
            "no indicator '1.1.11'; perhaps 1.1.1",
            id="an indicator mistyped",
        ),
        pytest.param(
            MARK, "==*== eats 1.1.1\n", "no submission 'eats'; perhaps", id="a submission"
        ),
        pytest.param(
            MARK,
            "==*== east1.1.1\n",
            "'A' stands below '==*== east1.1.1', which is no part of a form, and would be lost",
            id="no blank between",
        ),
        pytest.param(
            "==+== Remark\n照片",
            "==+== Remrak\n照片",
            "'照片' stands below '==+== Remrak', which is no part of a form, and would be lost; "
            "perhaps 'Remark' was meant",
            id="a part mistyped",
        ),
        pytest.param(
            "==+== Remark\n照片",
            "==+== Notes 照片",
            "'照片' stands below '==+== Notes', which is no part of a form",
            id="on the line of an unknown part",
        ),
        pytest.param(
            MARK, f"B\n\n{MARK}", "'B' stands below no item, and would be lost", id="above the item"
        ),
    ],
)
def test_what_was_written_below_something_unknown_is_an_error_with_its_line(
    town: Town, old: str, new: str, said: str
) -> None:
    text = with_remark(with_value(blank(town.desk("boss")), "A"), "照片\n")
    assert old in text
    before = town.desk().length()

    failure = problems_of(taken_back(town, text.replace(old, new, 1)))

    place, _, sentence = str(failure).replace(f"{town.folder}/", "").partition(": ")
    lines = text.replace(old, new, 1).split("\n")
    assert said in sentence
    assert lines[int(place.removeprefix("r1.txt:")) - 1].split()[-1] in f"{new} A B"
    assert town.desk().length() == before


def test_remarks_have_lines_and_may_look_like_marks(town: Town) -> None:
    text = with_remark(
        with_value(blank(town.desk("boss")), "A"), "第一行\n\n\\==+== 不是标记\n>5%\n"
    )

    judged = taken_back(town, text)

    assert recorded(judged) == [("east", "1.1.1", "A", "第一行\n\n==+== 不是标记\n>5%")]


def test_several_forms_stand_in_one_file(town: Town) -> None:
    first = with_value(blank(town.desk("boss")), "A")
    desk = town.desk("boss")
    second = with_value(form(handout(desk, "r2"), desk.standing().settings.period), "B")

    judged = taken_back(town, first + "\n" + second)

    assert [(one.reviewer, one.value) for one in judged if one.outcome == "recorded"] == [
        ("r1", "A"),
        ("r2", "B"),
    ]


def test_the_line_that_a_refusal_names_overrides_a_newer_score(town: Town) -> None:
    text = with_remark(with_value(blank(town.desk("boss")), "B"), "照片不全\n")
    town.score("r1", "east", "1.1.1", "A")
    refused = problems_of(taken_back(town, text))
    assert refused is not None
    line = str(refused).partition("write '")[2].partition("'")[0]
    number = int(str(refused).partition("below line ")[2].partition(",")[0])

    lines = text.split("\n")
    lines.insert(number + 1, line)  # below the version that stands there
    judged = taken_back(town, "\n".join(lines))

    assert lines[number - 1] == MARK.strip()
    assert recorded(judged) == [("east", "1.1.1", "B", "照片不全")]


def test_the_order_of_two_version_lines_does_not_matter(town: Town) -> None:
    text = with_remark(with_value(blank(town.desk("boss")), "B"), "照片不全\n")
    town.score("r1", "east", "1.1.1", "A")
    version = town.desk().standing().version("east", "1.1.1")[:12]

    judged = taken_back(town, text.replace(MARK, f"{MARK}==+== Version 1-{version}\n"))

    assert recorded(judged) == [("east", "1.1.1", "B", "照片不全")]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("form 1", "form 2", "r1.txt:1: this form was made by another", id="version"),
        pytest.param("form 1", "report", "r1.txt: there is no form in this file", id="no header"),
        pytest.param(
            "Campaign small-2023", "Campaign big", "for the campaign 'big'", id="campaign"
        ),
        pytest.param("==+== Campaign small-2023\n", "", "not say its Campaign", id="no campaign"),
        pytest.param("==+== Round 2\n", "", "not say its Round any more", id="no round"),
        pytest.param("==+== Round 2", "==+== Round one", "no round's number", id="no number"),
        pytest.param("==+== Round 2", "==+== Round 1", "round 1 is closed", id="closed"),
        pytest.param("Reviewer r1", "Reviewer nobody", "nobody named 'nobody'", id="nobody"),
        pytest.param("Reviewer r1", "Reviewer guest", "guest may not score", id="no reviewer"),
        pytest.param("==+== Criteria ", "==+== Criteria 0", "made for other criteria", id="hash"),
        pytest.param("==+== Criteria", "==+== Criterion", "not say its Criteria", id="no hash"),
    ],
)
def test_a_form_for_something_else_is_refused_as_a_whole(
    town: Town, old: str, new: str, said: str
) -> None:
    text = with_value(blank(town.desk("boss")), "A")
    assert old in text

    with pytest.raises(RolcheckError) as raised:
        taken_back(town, text.replace(old, new, 1))

    assert said in str(raised.value)
    assert "r1.txt" in str(raised.value)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        pytest.param("Z", "no level 'Z'; expected A, B, C", id="no such level"),
        pytest.param("3. 有部署", "no level '3. 有部署'", id="number and meaning differ"),
        pytest.param("4", "no level '4'", id="no such number"),
        pytest.param("A、B、C", "no level", id="the list itself"),
        pytest.param("n/a", "1.1.1 cannot be n/a", id="n/a"),
        pytest.param("A\n部署齐全", "a second line where one value is expected", id="two lines"),
        pytest.param("A\n==+== Version x", "'x' is no version of an item", id="no version"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_stored(town: Town, written: str, said: str) -> None:
    text = with_value(blank(town.desk("boss")), "A", "==*== west 1.1.1\n")
    before = town.desk().length()

    judged = taken_back(town, with_value(text, written))

    failure = problems_of(judged)
    assert failure is not None
    place, _, sentence = str(failure).replace(f"{town.folder}/", "").partition(": ")
    name, line = place.split(":")
    assert name == "r1.txt"
    assert with_value(text, written).split("\n")[int(line) - 1].strip() != ""
    assert sentence.startswith(said) or said in sentence
    assert town.desk().length() == before


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "there is no form in this file", id="empty"),
        pytest.param(b"\x00\x01\x02\xff" * 50, "the file is no text", id="binary"),
        pytest.param(b"PK\x03\x04" + bytes(200), "the file is no text", id="a workbook"),
        pytest.param("您好，表已寄出。".encode(), "there is no form in this file", id="a letter"),
        pytest.param(b"=" * (11 << 20), "the file is larger than 10 MB", id="too large"),
    ],
)
def test_a_file_that_holds_no_form_is_refused_by_its_name(
    town: Town, data: bytes, said: str
) -> None:
    with pytest.raises(InputError, match=rf"r1\.txt: {said}"):
        read(town, data)
