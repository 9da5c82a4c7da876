import pytest

from rolcheck.base.errors import ObservationError
from rolcheck.criteria.model import Indicator
from rolcheck.desk.handing.words import AS_BEFORE
from rolcheck.desk.handing.written import (
    WORDS_ZH,
    as_code,
    as_value,
    as_verdict,
    is_confirmed,
    means_keep,
)
from rolcheck.locale import Language, _, set_language
from rolcheck.locale.words import VALUES, VERDICTS, value_words

LEVELS = (
    {"label": "优秀", "describe": "有部署有落实", "points": 4},
    {"label": "良好", "describe": "有部署", "points": 3},
    {"label": "较好", "points": 2},
)
NUMBERS = ({"label": "3", "points": 3}, {"label": "2", "points": 2}, {"label": "1", "points": 1})
LETTERS = ({"label": "A", "points": 3}, {"label": "B", "points": 0})
DEFECTS = ({"code": "K1", "label": "x", "points": 1}, {"code": "K2", "label": "y", "points": 1})
RULES: dict[str, dict[str, object]] = {
    "levels": {"kind": "graded", "levels": LEVELS},
    "numbers": {"kind": "graded", "levels": NUMBERS},
    "letters": {"kind": "graded", "levels": LETTERS},
    "points": {"kind": "points"},
    "binary": {"kind": "binary"},
    "veto": {"kind": "veto"},
    "deduct": {"kind": "deduct", "defects": DEFECTS},
    "ratio": {"kind": "ratio", "linear": {"from": 0, "to": 1}},
}


def indicator(name: str) -> Indicator:
    veto = {} if name == "veto" else {"points": 5, "not-applicable": True}
    return Indicator.model_validate({"id": "1.1.1", "title": "t", "rule": RULES[name]} | veto)


@pytest.mark.parametrize(
    ("name", "text", "meant"),
    [
        pytest.param("levels", "3. 较好", "较好", id="a number and its label"),
        pytest.param("levels", "１", "优秀", id="a number alone, full-width"),
        pytest.param("levels", "2.", "良好", id="a number as the list writes it"),
        pytest.param("levels", "优秀 4分", "优秀", id="a label and its points"),
        pytest.param("levels", "优秀 有部署有落实", "优秀", id="a label and what it means"),
        pytest.param("points", "2.5分，材料不全", "2.5", id="points and a reason"),
        pytest.param("levels", "良好（材料齐）", "良好", id="a label and more"),
        pytest.param("levels", "有部署", "良好", id="what a level means"),
        pytest.param("levels", "2、有部署", "良好", id="a number and what it means"),
        pytest.param("numbers", "3. 较好", "3", id="a label that is a number is no place"),
        pytest.param("numbers", "2", "2", id="such a label alone"),
        pytest.param("letters", " ａ ", "A", id="a full-width letter with blanks"),
        pytest.param("letters", "A: all there", "A", id="a letter and more"),
        pytest.param("points", "3. 较好", "3", id="a number of points and more"),
        pytest.param("points", "2.5分", "2.5", id="with its unit"),
        pytest.param("points", "２．５", "2.5", id="full-width digits"),
        pytest.param("binary", "是，已公布", "yes", id="an answer and more"),
        pytest.param("binary", "TRUE", "yes", id="what an office program makes of a tick"),
        pytest.param("veto", "提出一票否决", "veto", id="as the list says it"),
        pytest.param("veto", "未发现", "clear", id="as the list says the other"),
        pytest.param("deduct", "K1×2，K2", "K1*2;K2", id="a times sign and a comma"),
        pytest.param("deduct", "k2 x 3", "K2*3", id="a letter x"),
        pytest.param("deduct", "无缺陷", "none", id="no defect in words"),
        pytest.param("ratio", "３８／４０", "38/40", id="a full-width count"),
        pytest.param("ratio", "未提供材料", "missing", id="no material"),
        pytest.param("ratio", "满分", "full", id="full points"),
        pytest.param("points", "不适用", "n/a", id="not applicable"),
        pytest.param("points", "No material", "missing", id="English words in any case"),
    ],
)
def test_what_people_write_is_read_as_they_mean_it(name: str, text: str, meant: str) -> None:
    assert as_value(indicator(name), text, None, numbered=True) == meant


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("levels", "2. 较好", id="number and label differ"),
        pytest.param("levels", "4", id="no such number, though such points"),
        pytest.param("levels", "3", id="the number of one level, the points of another"),
        pytest.param("levels", "优秀 有部署", id="a label and what another means"),
        pytest.param("levels", "1. 优秀 有部署", id="the same with a number"),
        pytest.param("levels", "优秀 3分", id="a label and the points of another"),
        pytest.param("letters", "A-", id="a shade below a letter"),
        pytest.param("letters", "A+ 很好", id="a shade above a letter"),
        pytest.param("letters", "A -", id="a shade apart"),
        pytest.param("points", "2分半", id="a half behind the number"),
        pytest.param("points", "3分以上", id="a bound"),
        pytest.param("points", "3 以上", id="a bound apart"),
        pytest.param("points", "2分，扣一分", id="a number in words behind it"),
        pytest.param("points", "100%", id="a percentage"),
        pytest.param("levels", "优秀、良好、较好", id="a list that nobody chose from"),
        pytest.param("letters", "A/B", id="two letters"),
        pytest.param("letters", "A B", id="two letters apart"),
        pytest.param("letters", "Absolutely", id="a word that begins with a letter"),
        pytest.param("binary", "是/否", id="both answers"),
        pytest.param("binary", "yes, no", id="both answers in English"),
        pytest.param("points", "3 or 4", id="two numbers"),
        pytest.param("points", "3.4.5", id="no number"),
        pytest.param("points", "-1", id="a sign"),
        pytest.param("points", "1e0", id="an exponent"),
        pytest.param("deduct", "K1*2 K3", id="an unknown defect"),
        pytest.param("ratio", "95%", id="a percentage"),
        pytest.param("veto", "满分", id="a word that the rule does not know"),
    ],
)
def test_what_can_be_read_in_two_ways_or_none_is_not_read(name: str, text: str) -> None:
    with pytest.raises(ObservationError):
        as_value(indicator(name), text, None, numbered=True)


def test_a_number_is_no_level_where_no_list_was_numbered() -> None:
    with pytest.raises(ObservationError, match="no level '1'"):
        as_value(indicator("letters"), "1", None)


def test_no_points_off_are_written_as_a_word() -> None:
    with pytest.raises(ObservationError, match="'0' is not a count of defects") as raised:
        as_value(indicator("deduct"), "０", None)

    assert raised.value.hint == "where there is no defect, write none"


def test_every_word_that_is_shown_in_chinese_is_read() -> None:
    set_language("zh")
    shown = {_(said): code for code, said in VALUES.items() if code not in ("yes", "no")}

    assert shown.items() <= WORDS_ZH.items()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_sheets_offer_is_read_whatever_language_is_in_use(language: Language) -> None:
    set_language(language)
    offered = {code: _(said) for code, said in VERDICTS.items()}
    before, yes = _(AS_BEFORE), value_words("yes")
    set_language("en" if language == "zh" else "zh")

    assert {code: as_verdict(said) for code, said in offered.items()} == {c: c for c in VERDICTS}
    assert means_keep(before)
    assert is_confirmed(yes)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Q04 未盖章", "Q04"), ("ｑ４", "Q04"), ("Q20", "Q20"), ("Q123", "Q123"), ("盖章", "盖章")],
)
def test_the_code_of_a_finding_is_read_with_what_it_means_behind_it(text: str, code: str) -> None:
    assert as_code(text) == code
