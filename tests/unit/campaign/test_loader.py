"""A campaign folder is read as a whole, and what is wrong in any file is told with its place."""

from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.campaign.loader import load_campaign
from tests.factories_standing import CRITERIA, HEAD, PEOPLE, ROUNDS


def make(folder: Path, *, head: str = HEAD, people: str = PEOPLE, names: str = "east west") -> Path:
    """Write a campaign with criteria beside it and one folder a submission."""
    (folder / "criteria").mkdir()
    (folder / "criteria" / "c.toml").write_text(CRITERIA)
    (folder / "campaign.toml").write_text(f"[campaign]{head}{ROUNDS}{people}")
    for place, name in enumerate(names.split()):
        (folder / f"{place}-of-any-name").mkdir()
        text = f'[submission]\nid = "{name}"\nname = "区"\n'
        (folder / f"{place}-of-any-name" / "submission.toml").write_text(text)
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        load_campaign(folder)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_a_folder_holds_settings_criteria_and_submissions(tmp_path: Path) -> None:
    campaign = load_campaign(make(tmp_path))

    assert campaign.settings.campaign.id == "town"
    assert campaign.criteria.criteria.id == "c"
    assert list(campaign.submissions) == ["east", "west"]
    assert campaign.broken == ()


def test_a_folder_without_a_campaign_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"campaign\.toml: there is no such file"):
        load_campaign(tmp_path)


def test_criteria_that_are_nowhere_are_a_fault_of_the_line_that_names_them(tmp_path: Path) -> None:
    (only,) = problems(make(tmp_path, head=HEAD.replace('"c"', '"nothing-like-it"')))

    assert only.startswith("campaign.toml:4:12: no criteria set 'nothing-like-it'; put it into ")


def test_what_shows_only_beside_the_criteria_is_told_too(tmp_path: Path) -> None:
    people = PEOPLE + '[[reviewer]]\nid = "u"\nname = "u"\nsubmission = "eats"\n'

    (only,) = problems(make(tmp_path, people=people))

    assert only.endswith("no submission 'eats'; perhaps east")


def test_a_submission_that_cannot_be_read_is_left_out_and_told(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "1-of-any-name" / "submission.toml").write_text('[submission]\nname = "区"\n')

    campaign = load_campaign(tmp_path)

    assert list(campaign.submissions) == ["east"]
    assert [str(one).partition("submission.toml:")[2] for one in campaign.broken] == [
        "1:1: id is missing"
    ]


def test_a_submission_that_is_not_text_is_told_with_its_file(tmp_path: Path) -> None:
    make(tmp_path)
    (tmp_path / "1-of-any-name" / "submission.toml").write_bytes(b"\xff\xfe\xff")

    (only,) = load_campaign(tmp_path).broken

    assert only.where.file.endswith("1-of-any-name/submission.toml")


def test_a_broken_submission_may_be_the_one_that_a_person_names(tmp_path: Path) -> None:
    people = PEOPLE + '[[reviewer]]\nid = "u"\nname = "u"\nsubmission = "west"\n'
    make(tmp_path, people=people)
    (tmp_path / "1-of-any-name" / "submission.toml").write_text("[submission")

    assert list(load_campaign(tmp_path).submissions) == ["east"]


def test_two_folders_cannot_hold_the_same_submission_in_any_case(tmp_path: Path) -> None:
    campaign = load_campaign(make(tmp_path, names="east EAST"))

    assert list(campaign.submissions) == ["east"]
    assert [str(one).replace(f"{tmp_path}/", "") for one in campaign.broken] == [
        "1-of-any-name/submission.toml:2:6: 'EAST' is the id of 0-of-any-name/submission.toml too; "
        "expected an id of its own, without regard to case"
    ]
