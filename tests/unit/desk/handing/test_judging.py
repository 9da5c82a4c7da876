"""What was filled in while something else happened is never recorded silently."""

from dataclasses import replace
from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.places import Place
from rolcheck.desk.handing.handin import Basis, Handin, Written, evidence_ids
from rolcheck.desk.handing.handout import Handout, handout
from rolcheck.desk.handing.judging import problems_of
from rolcheck.desk.handing.outcomes import Judged
from tests.factories import Town, make_town

Entry = tuple[str, str, str, str]
"""Submission, indicator, value, remark."""


@pytest.fixture
def town(tmp_path: Path) -> Town:
    """The town in round 2, of which nothing is scored."""
    town = make_town(tmp_path).play(until=1)
    town.desk("boss").open_round(2)
    return town


def filled_in(made: Handout, *entries: Entry, form: bool = False) -> Handin:
    """Return a handout as it comes back: every item, these with entries."""
    texts = {(one, two): (value, remark) for one, two, value, remark in entries}
    items = [
        Written(
            Place("r1.xlsx", row, 2, sheet=submission.id),
            submission.id,
            item.indicator.id,
            *texts.get((submission.id, item.indicator.id), ("", "")),
            bases=(item.basis,),
            line=row if form else None,
        )
        for submission in made.submissions
        for row, item in enumerate(submission.items, start=1)
    ]
    return Handin(
        Place("r1.xlsx"), made.campaign, made.round, made.reviewer, made.criteria, tuple(items)
    )


def outcomes(judged: tuple[Judged, ...]) -> list[tuple[str, str, str]]:
    return [(o.item.indicator, o.outcome, o.stands) for o in judged if o.outcome != "blank"]


def said(judged: tuple[Judged, ...]) -> str:
    failure = problems_of(judged)
    return str(failure) if failure else ""


def test_blank_items_are_left_alone_and_the_rest_is_recorded_as_the_reviewers(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "B", "照片不全"))])

    own = town.desk().standing().own_latest("east", "1.1.1", "r1")
    assert outcomes(judged) == [("1.1.1", "recorded", "")]
    assert {one.outcome for one in judged} == {"recorded", "blank"}
    assert own is not None
    assert (own.reviewer, own.author, own.value, own.remark) == ("r1", "boss", "B", "照片不全")


def test_a_reviewer_takes_the_own_handout_back_and_nobody_elses(town: Town) -> None:
    made = filled_in(handout(town.desk("r1"), "r1"), ("east", "1.1.1", "B", ""))

    with pytest.raises(RefusedError, match="r2 may not import for others"):
        town.desk("r2").hand_in([made])
    assert outcomes(town.desk("r1").hand_in([made])) == [("1.1.1", "recorded", "")]


def test_the_same_handout_twice_records_nothing_twice(town: Town) -> None:
    made = filled_in(handout(town.desk("boss"), "r1"), ("east", "1.1.1", "B", "照片不全"))
    town.desk("boss").hand_in([made])

    assert outcomes(town.desk("boss").hand_in([made])) == [("1.1.1", "unchanged", "B")]


def test_a_dry_run_says_what_would_happen_and_records_nothing(town: Town) -> None:
    made = filled_in(handout(town.desk("boss"), "r1"), ("east", "1.1.1", "B", ""))
    before = town.desk().length()

    judged = town.desk("boss").hand_in([made], dry_run=True)

    assert outcomes(judged) == [("1.1.1", "recorded", "")]
    assert town.desk().length() == before


def test_an_import_is_one_step_for_undo(town: Town) -> None:
    entries = [("east", "1.1.1", "B", ""), ("west", "1.2.1", "是", ""), ("court", "1.1.1", "A", "")]
    town.desk("boss").hand_in([filled_in(handout(town.desk("boss"), "r1"), *entries)])

    town.desk("boss").undo()

    standing = town.desk().standing()
    assert [standing.own_latest(one, two, "r1") for one, two, *_rest in entries] == [None] * 3


def test_something_newer_is_shown_with_both_values_and_not_overwritten(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A", "当面看过原件")
    back = filled_in(made, ("east", "1.1.1", "B", "照片不全"), ("east", "1.2.1", "yes", ""))
    before = town.desk().length()

    judged = town.desk("boss").hand_in([back])

    assert outcomes(judged) == [("1.1.1", "conflict", "A"), ("1.2.1", "recorded", "")]
    assert said(judged) == (
        "r1.xlsx:east!B1: A (当面看过原件) was recorded for 1.1.1 of east since this was handed "
        "out; here stands B (照片不全); to record it all the same, give --override"
    )
    assert town.desk().length() == before
    problem = problems_of(judged)
    assert problem is not None
    assert problem.exit_status == 3


def test_whoever_says_so_overrides_what_is_newer(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A")

    judged = town.desk("boss").hand_in(
        [filled_in(made, ("east", "1.1.1", "B", "照片不全"))], override=True
    )

    own = town.desk().standing().own_latest("east", "1.1.1", "r1")
    assert outcomes(judged) == [("1.1.1", "recorded", "A")]
    assert own is not None
    assert own.value == "B"


def test_what_agrees_with_something_newer_is_no_conflict(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A", "齐全")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "A", "齐全"))])

    assert outcomes(judged) == [("1.1.1", "unchanged", "A")]


def test_a_score_that_was_taken_back_is_nothing_newer(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A")
    town.desk("r1").undo()

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "B", ""))])

    assert outcomes(judged) == [("1.1.1", "recorded", "")]


def test_nor_is_one_before_which_an_earlier_one_stands(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(until=2)
    town.desk("boss").open_round(3)
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "west", "2.1.1", "K1", "说明充分")
    town.desk("r1").undo()

    judged = town.desk("boss").hand_in([filled_in(made, ("west", "2.1.1", "K2", "材料已补"))])

    assert outcomes(judged) == [("2.1.1", "recorded", "K1*2;K2*3")]


def test_one_that_was_taken_back_and_given_anew_is(town: Town) -> None:
    town.score("r1", "east", "1.1.1", "A")
    made = handout(town.desk("boss"), "r1")
    town.desk("r1").undo()
    town.score("r1", "east", "1.1.1", "C")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "B", "x"))])

    assert outcomes(judged) == [("1.1.1", "conflict", "C")]


def test_what_another_reviewer_did_is_no_conflict(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r2", "east", "1.1.1", "C")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "B", ""))])

    assert outcomes(judged) == [("1.1.1", "recorded", "")]


def test_new_material_is_a_conflict(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.hand_in("east", "部署文件（补盖公章）")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "B", ""))])

    assert outcomes(judged) == [("1.1.1", "conflict", "")]
    assert "the material of 1.1.1 of east changed since this was handed out" in said(judged)


def test_new_material_of_one_item_leaves_the_others_alone(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.hand_in("east", "部署文件（补盖公章）")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.2.1", "yes", ""))])

    assert outcomes(judged) == [("1.2.1", "recorded", "")]


def test_a_form_is_told_the_line_that_overrides(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A")
    back = filled_in(made, ("east", "1.1.1", "B", "x"), form=True)

    judged = town.desk("boss").hand_in([back])

    version = town.desk().standing().version("east", "1.1.1")[:12]
    assert f"write '==+== Version 1-{version}' below line 1, or give --override" in said(judged)


def test_the_line_that_overrides_does_so_for_its_item_alone(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "east", "1.1.1", "A")
    town.score("r1", "east", "1.2.1", "yes")
    back = filled_in(made, ("east", "1.1.1", "B", "x"), ("east", "1.2.1", "no", "x"), form=True)
    version = town.desk().standing().version("east", "1.1.1")[:12]
    items = [
        replace(one, bases=(Basis(1, version),))
        if (one.submission, one.indicator) == ("east", "1.1.1")
        else one
        for one in back.items
    ]

    judged = town.desk("boss").hand_in([replace(back, items=tuple(items))])

    assert outcomes(judged) == [("1.1.1", "recorded", "A"), ("1.2.1", "conflict", "yes")]


def test_an_item_that_was_recused_meanwhile_is_refused_and_nothing_recorded(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")
    town.desk("boss").recuse("r1", "east", "曾任顾问")
    back = filled_in(made, ("east", "1.1.1", "B", ""), ("west", "1.1.1", "A", ""))

    judged = town.desk("boss").hand_in([back])

    assert [one[1] for one in outcomes(judged)] == ["refused", "recorded"]
    assert "r1 is recused from east" in said(judged)
    assert town.desk().standing().own_latest("west", "1.1.1", "r1") is None


def test_an_earlier_score_given_again_in_a_later_round_is_kept(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(until=2)
    town.desk("boss").open_round(3)
    made = handout(town.desk("boss"), "r1")

    judged = town.desk("boss").hand_in([filled_in(made, ("west", "2.1.1", "K1*2;K2*3", ""))])

    own = town.desk().standing().own_latest("west", "2.1.1", "r1")
    assert outcomes(judged) == [("2.1.1", "recorded", "K1*2;K2*3")]
    assert own is not None
    assert (own.round, own.kept, own.author) == (3, True, "boss")


@pytest.mark.parametrize("word", ["as before", "维持原评分", "同上", "KEEP"])
def test_one_cell_lets_an_earlier_score_stand(tmp_path: Path, word: str) -> None:
    town = make_town(tmp_path).play(until=2)
    town.desk("boss").open_round(3)
    made = handout(town.desk("boss"), "r1")

    judged = town.desk("boss").hand_in([filled_in(made, ("west", "2.1.1", word, ""))])

    own = town.desk().standing().own_latest("west", "2.1.1", "r1")
    assert outcomes(judged) == [("2.1.1", "recorded", "K1*2;K2*3")]
    assert own is not None
    assert (own.value, own.round, own.kept, own.author) == ("K1*2;K2*3", 3, True, "boss")


def test_what_stood_before_is_what_was_handed_out_and_not_what_came_since(tmp_path: Path) -> None:
    town = make_town(tmp_path).play(until=2)
    town.desk("boss").open_round(3)
    made = handout(town.desk("boss"), "r1")
    town.score("r1", "west", "2.1.1", "K1", "说明充分")
    back = filled_in(made, ("west", "2.1.1", "as before", "按首次意见"))

    judged = town.desk("boss").hand_in([back])

    assert outcomes(judged) == [("2.1.1", "conflict", "K1")]
    assert "here stands K1*2;K2*3 (按首次意见)" in said(judged)


def test_where_nothing_stood_nothing_can_be_kept(town: Town) -> None:
    made = handout(town.desk("boss"), "r1")

    judged = town.desk("boss").hand_in([filled_in(made, ("east", "1.1.1", "as before", ""))])

    assert outcomes(judged) == [("1.1.1", "bad", "")]
    assert "r1 has no score of 1.1.1 to keep" in said(judged)


def test_two_files_are_one_import(town: Town) -> None:
    one = filled_in(handout(town.desk("boss"), "r1"), ("east", "1.1.1", "B", ""))
    other = filled_in(handout(town.desk("boss"), "r2"), ("east", "1.1.1", "Z", ""))

    judged = town.desk("boss").hand_in([one, other])

    assert [one[1] for one in outcomes(judged)] == ["recorded", "bad"]
    assert town.desk().standing().own_latest("east", "1.1.1", "r1") is None


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        ({"campaign": "other"}, InputError, "made for the campaign 'other', not for small-2023"),
        ({"reviewer": "nobody"}, InputError, "nobody named 'nobody'"),
        ({"reviewer": "guest"}, RefusedError, "guest may not score"),
        ({"round": 1}, RefusedError, "round 1 is closed"),
        ({"round": 9}, InputError, "no round 9"),
        ({"criteria": "0" * 64}, RefusedError, "made for other criteria"),
        ({"criteria": ""}, RefusedError, "made for other criteria"),
    ],
)
def test_what_was_made_for_something_else_is_refused_as_a_whole(
    town: Town, change: dict[str, object], kind: type[Exception], said: str
) -> None:
    made = filled_in(handout(town.desk("boss"), "r1"), ("east", "1.1.1", "B", ""))

    with pytest.raises(kind, match=f"r1.xlsx: .*{said}"):
        town.desk("boss").hand_in([replace(made, **change)])  # type: ignore[arg-type]  # by name


def test_evidence_ids_are_parted_as_people_part_them() -> None:
    assert evidence_ids(" E-1、Ｅ-2；E-3, E-4\nE-5 ") == ("E-1", "E-2", "E-3", "E-4", "E-5")
    assert evidence_ids(" ") == ()
