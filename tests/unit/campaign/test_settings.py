"""campaign.toml as a model: its defaults, and what it answers."""

from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from rolcheck.base.models import json_schema
from rolcheck.campaign.settings import Settings
from tests.factories_standing import settings


def test_defaults_are_those_of_the_design() -> None:
    now = settings(aggregation="")

    assert now.campaign.mode == "ranking"
    assert now.campaign.assignment == "open"
    assert now.campaign.store == "sqlite"
    assert now.campaign.timezone == "Asia/Shanghai"
    assert now.aggregation.method == "mean"
    assert (now.aggregation.trim, now.aggregation.minimum, now.aggregation.quorum) == (1, 5, 1)
    assert now.aggregation.dispute_at == Fraction(3, 10)
    assert not any(plan.blind for plan in now.rounds)


def test_a_person_without_roles_is_a_reviewer() -> None:
    now = settings(people='[[reviewer]]\nid = "r1"\nname = "甲"\n')

    assert now.people["r1"].roles == ("reviewer",)


def test_the_last_round_is_the_one_that_stands_last() -> None:
    one = '[[round]]\nnumber = 7\nname = "审"\nkind = "scoring"\n'

    assert settings().last_round == 4
    assert settings(rounds=one).last_round == 7
    assert set(settings(rounds=one).plans) == {7}


def test_the_period_holds_both_of_its_days() -> None:
    period = settings().period

    assert (period.start, period.end) == (date(2023, 1, 1), date(2023, 12, 31))
    assert settings().timezone == ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(("mode", "ranks"), [("ranking", True), ("self-check", False)])
def test_applicants_are_compared_in_mode_ranking_only(mode: str, ranks: bool) -> None:
    assert settings(head=f'mode = "{mode}"').is_ranking == ranks


@pytest.mark.parametrize(
    "wrong",
    [
        {"head": 'mode = "contest"'},
        {"head": 'assignment = "some"'},
        {"aggregation": 'method = "best"'},
        {"aggregation": "trim = -1"},
        {"aggregation": "minimum = 0"},
        {"aggregation": "quorum = 0"},
        {"head": 'colour = "red"'},
        {"rounds": ""},
        {"people": '[[reviewer]]\nid = "r1"\nname = "甲"\nroles = []\n'},
        {"people": '[[reviewer]]\nid = "r 1"\nname = "甲"\n'},
    ],
    ids=str,
)
def test_what_no_campaign_can_mean_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        settings(**wrong)


def test_the_schema_names_the_keys_of_the_file() -> None:
    schema = json_schema(Settings)

    assert {"campaign", "aggregation", "unit", "round", "reviewer"} <= set(schema["properties"])
    assert "dispute-at" in schema["$defs"]["AggregationTable"]["properties"]
