"""The JSON that other programs rely on, against numbers recomputed by hand."""

from pathlib import Path

import pytest

from rolcheck.desk.reporting import summary_of
from rolcheck.events.codec import head
from rolcheck.reports.summary_json import agreement_json, number, summary_json
from rolcheck.scoring.agreement import Agreement
from rolcheck.scoring.coefficients import Coefficients
from tests.factories import CRITERIA, make_town
from tests.unit.reports.towns import played

Json = dict[str, object]


def submission(found: Json, id: str) -> Json:
    lines = found["submissions"]
    assert isinstance(lines, list)
    return dict(next(line for line in lines if line["id"] == id))


def scores(line: Json) -> dict[str, object]:
    found = line["indicators"]
    assert isinstance(found, list)
    return {one["id"]: one["score"] for one in found}


def test_the_keys_are_those_that_are_promised() -> None:
    found = summary_json(summary_of(played(3).desk("boss")))
    east = submission(found, "east")
    areas, indicators = east["areas"], east["indicators"]
    assert isinstance(areas, list)
    assert isinstance(indicators, list)

    assert list(found) == [
        *("schema", "campaign", "criteria", "round", "ledger", "submissions", "agreement")
    ]
    assert found["campaign"] == {
        "id": "small-2023",
        "title": "小城示范创建",
        "batch": "第一批",
        "mode": "ranking",
    }
    assert found["round"] == {"number": 3, "state": "closed"}
    assert set(east) == {
        *("id", "name", "rank", "total", "base", "bonus", "disqualified", "complete", "pending"),
        *("areas", "indicators", "findings"),
    }
    assert set(areas[0]) == {"id", "title", "score", "points", "groups"}
    assert set(areas[0]["groups"][0]) == {"id", "score", "points"}
    assert set(indicators[0]) == {
        *("id", "score", "points", "claim", "n", "round", "spread", "source", "to_confirm")
    }


def test_a_trimmed_panel_is_what_paper_says() -> None:
    east = submission(summary_json(summary_of(played().desk("boss"))), "east")

    # 2.1.1: 3, 2.5, 2.7, 2.2, 2.5 without 3 and 2.2: 7.7 / 3; 1.1.2: 5 / 3; 2.2.2: 9.5 / 5
    assert scores(east) == {
        "1.1.1": "3.00",
        "1.1.2": "1.67",
        "1.2.1": "1.00",
        "2.1.1": "2.57",
        "2.1.2": "1.20",
        "2.2.1": "2.00",
        "2.2.2": "1.90",
        "B.1.1": "1.00",
        "V.1.1": None,
    }
    assert (east["base"], east["bonus"], east["total"]) == ("13.34", "1.00", "14.34")
    assert (east["rank"], east["pending"], east["complete"]) == (1, "0", True)


def test_what_does_not_apply_spreads_its_points_as_on_paper() -> None:
    court = submission(summary_json(summary_of(played().desk("boss"))), "court")
    areas = court["areas"]
    assert isinstance(areas, list)

    # 1.1.1 is 9/4, alone in its group of 3 + 2: 9/4 x 5/3 = 3.75; 2.1.1 is 10.7/4 = 2.675
    assert areas[0]["groups"][0] == {"id": "1.1", "score": "3.75", "points": "5"}
    assert (areas[0]["score"], areas[0]["points"]) == ("4.75", "6")
    assert scores(court)["2.1.1"] == "2.68"
    assert court["total"] == "13.43"  # 3.75 + 1 + 2.68 + 2 + 2 + 2


def test_vetoes_and_bonuses_are_written_by_their_own_rules() -> None:
    found = summary_json(summary_of(played().desk("boss")))
    west, court = submission(found, "west")["indicators"], submission(found, "court")["indicators"]
    assert isinstance(west, list)
    assert isinstance(court, list)

    veto, unscored = west[-1], court[-2]
    assert (veto["source"], veto["score"], veto["points"], veto["spread"]) == (
        *("upheld", None, None),
        None,
    )
    assert (unscored["source"], unscored["score"], unscored["points"]) == ("pending", None, "2")


def test_areas_outside_the_tree_are_left_out() -> None:
    areas = submission(summary_json(summary_of(played().desk("boss"))), "east")["areas"]
    assert isinstance(areas, list)

    assert [area["id"] for area in areas] == ["1", "2"]


def test_the_head_is_that_of_the_frontier_beside_it() -> None:
    ledger = summary_json(summary_of(played().desk("boss")))["ledger"]
    assert isinstance(ledger, dict)

    assert head([tuple(link) for link in ledger["frontier"]]) == ledger["head"]


def test_levels_without_a_rounding_print_the_shortest_form(tmp_path: Path) -> None:
    exact = CRITERIA.replace("round-to = { panel = 2, total = 2 }", "")
    town = make_town(tmp_path, criteria=exact).play(2)

    east = submission(summary_json(summary_of(town.desk("boss"))), "east")

    assert scores(east)["1.1.2"] == "1.666666667"
    assert scores(east)["2.1.2"] == "1.2"
    assert east["bonus"] == "1"


def test_with_nothing_scored_the_numbers_are_null(tmp_path: Path) -> None:
    found = summary_json(summary_of(make_town(tmp_path).desk("boss")))
    east = submission(found, "east")

    assert (east["total"], east["base"], east["bonus"], east["rank"]) == (None, None, "0.00", None)
    assert (east["pending"], east["complete"]) == ("15", False)
    assert found["round"] == {"number": 1, "state": "planned"}
    assert found["agreement"] == {"alpha": None, "level": "interval"}


def test_a_blind_reader_is_given_no_round_and_no_ledger(tmp_path: Path) -> None:
    town = make_town(tmp_path, first_blind=True)
    town.desk("boss").open_round(1)

    found = summary_json(summary_of(town.desk("r1")))

    assert (found["round"], found["ledger"]) == (None, None)


def test_there_are_no_ranks_in_a_self_check() -> None:
    found = summary_json(summary_of(played(2, "self-check").desk("boss")))

    assert submission(found, "east")["rank"] is None
    assert submission(found, "east")["total"] == "14.34"


def test_statistics_have_six_places_half_to_even() -> None:
    from fractions import Fraction

    found = Coefficients(Agreement("ordinal", 3, 9, Fraction(13, 16)), None, {}, Fraction(1, 3))

    assert agreement_json(found)["alpha"] == "0.812500"
    assert agreement_json(found)["kendall_w"] == "0.333333"
    assert number(Fraction(5, 10**7), 6) == "0.000000"
    assert number(Fraction(15, 10**7), 6) == "0.000002"


@pytest.mark.parametrize("value", [None])
def test_no_number_is_null(value: None) -> None:
    assert number(value) is None
