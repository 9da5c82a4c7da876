"""Remarks offered again: in which order, from where, and the file of one's own."""

from pathlib import Path

import pytest

from rolcheck.base.errors import InputError
from rolcheck.desk.review.phrases import (
    KeptPhrase,
    keep_phrase,
    last_remarks,
    load_phrases,
    phrases,
)
from rolcheck.desk.review.recording import Entry
from tests.tui.review_world import in_scoring
from tests.world import World


def said(world: World, submission: str, indicator: str, value: str, remark: str) -> None:
    world.desk("r1").score(Entry(submission, indicator, value, remark))


def offered(world: World, kept: tuple[KeptPhrase, ...] = ()) -> list[tuple[str, str]]:
    found = phrases(world.desk().standing(), "r1", "east", "1.1.1", kept)
    return [(one.source, one.text) for one in found]


def test_what_was_said_of_the_same_indicator_comes_first_then_kept_then_used(
    tmp_path: Path,
) -> None:
    world = in_scoring(tmp_path)
    said(world, "west", "1.1.1", "B", "缺第二条")
    said(world, "west", "1.1.2", "4", "记录不全")
    kept = (KeptPhrase("材料齐全"), KeptPhrase("未附说明", ("1.1",)), KeptPhrase("他项", ("2",)))

    assert offered(world, kept) == [
        ("here", "缺第二条"),
        ("kept", "未附说明"),
        ("kept", "材料齐全"),
        ("used", "记录不全"),
    ]


def test_what_was_said_often_comes_before_what_was_said_lately(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    said(world, "west", "1.1.2", "4", "常说")
    said(world, "west", "1.2.1", "yes", "常说")
    said(world, "west", "2.1.2", "48/49", "早说")
    said(world, "west", "2.1.3", "11/12", "刚说")

    assert [text for _source, text in offered(world)] == ["常说", "刚说", "早说"]


def test_the_last_remarks_are_ones_own_the_latest_first_each_once(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    said(world, "west", "1.1.2", "4", "甲")
    said(world, "west", "1.2.1", "yes", "乙")
    said(world, "west", "2.1.2", "48/49", "甲")
    world.desk("r2").score(Entry("west", "1.1.2", "4", "别人说的"))
    said(world, "west", "2.1.3", "11/12", "")

    assert last_remarks(world.desk().standing(), "r1") == ("甲", "乙")


def test_a_remark_that_was_taken_back_is_not_offered(tmp_path: Path) -> None:
    world = in_scoring(tmp_path)
    said(world, "west", "1.1.2", "4", "写错了")
    world.desk("r1").undo()

    assert last_remarks(world.desk().standing(), "r1") == ()


def test_a_phrase_is_kept_behind_what_stands_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "phrases.toml"
    before = '# 我的常用语\n[[phrase]]\ntext = "甲"   # 常用\nindicators = ["3.2"]\n'
    assert keep_phrase(path, "一次")
    path.write_text(before, encoding="utf-8")

    assert keep_phrase(path, '说"乙" [b]\\')
    assert path.read_text(encoding="utf-8").startswith(before.rstrip())
    assert load_phrases(path) == (KeptPhrase("甲", ("3.2",)), KeptPhrase('说"乙" [b]\\'))


def test_a_phrase_is_kept_once_and_an_empty_one_never(tmp_path: Path) -> None:
    path = tmp_path / "phrases.toml"

    assert [keep_phrase(path, text) for text in ("甲", " 甲 ", "  ")] == [True, False, False]
    assert load_phrases(path) == (KeptPhrase("甲"),)


def test_no_file_has_no_phrases(tmp_path: Path) -> None:
    assert load_phrases(tmp_path / "phrases.toml") == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("phrase = 1", "a phrase wants a text"),
        ("[[phrase]]\nwords = '甲'", "a phrase wants a text"),
        ("[[phrase]]\ntext = '甲'\nindicators = '3.2'", "a phrase wants a text"),
        ("[[phrase]", "the file of phrases is not TOML"),
        ("phrase = [ { text = '甲' } ]", ""),
    ],
)
def test_a_file_that_is_wrong_is_named_and_not_written(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "phrases.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError, match=said or "the file of phrases is not TOML"):
        keep_phrase(path, "乙")
    assert path.read_text(encoding="utf-8") == text
