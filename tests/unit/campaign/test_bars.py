"""What keeps people from submissions, and which ruling outweighs which."""

import pytest

from rolcheck.campaign.bars import OWN_DISTRICT, OWN_OFFICE
from rolcheck.campaign.standing import Standing
from rolcheck.events.rows import DismissalRow, Row
from tests.factories_standing import PEOPLE, barred, manifest, settings, standing

PAIR = ("east", "r1")


def between(office: str, *rows: Row, east: str = "", name: str = "东区（虚构）") -> Standing:
    """Return how it stands with `r1` of an office, and one submission of a district."""
    people = PEOPLE.replace('name = "r1"\n', f'name = "r1"\noffices = ["{office}"]\n')
    made = manifest("east", east)
    about = made.submission.model_copy(update={"name": name})
    made = made.model_copy(update={"submission": about})
    return standing(*rows, under=settings(people=people), manifests=(made,))


def dismissed(*, in_force: bool = True) -> DismissalRow:
    return DismissalRow("east/r1", "east", "r1", in_force, "查无此事", "boss", "2026")


@pytest.mark.parametrize(
    ("office", "about", "kind"),
    [
        pytest.param("东局", 'offices = ["东局"]', OWN_OFFICE, id="an office that hands it in"),
        pytest.param("东区（虚构）", "", OWN_OFFICE, id="called as the submission is"),
        pytest.param("东区财政局", "", OWN_DISTRICT, id="an office of the district"),
        pytest.param("广东区划办", "", None, id="the district is named further on"),
        pytest.param("东区财政局", 'kind = "project"', None, id="a project is no district"),
    ],
)
def test_offices_tell_of_conflicts(office: str, about: str, kind: str | None) -> None:
    now = between(office, east=about)

    assert now.derived_conflicts.get(PAIR) == now.bars.get(PAIR) == kind
    assert now.conflict(*PAIR) == (kind or "")


def test_a_district_of_one_character_is_not_looked_for() -> None:
    assert not between("东区财政局", name="东").bars


def test_a_dismissal_takes_away_what_a_name_made_believe_and_what_was_declared() -> None:
    declared = barred("r1", "abstention", conflict="kinship")

    assert between("东区财政局", declared).conflict(*PAIR) == "kinship"
    assert not between("东区财政局", declared, dismissed()).bars
    assert between("东区财政局", dismissed(in_force=False)).bars == {PAIR: OWN_DISTRICT}


def test_a_dismissal_leaves_own_offices_recusals_and_other_abstentions() -> None:
    assert between("东区（虚构）", dismissed()).bars == {PAIR: OWN_OFFICE}
    assert between("市局", barred("r1", "abstention"), dismissed()).bars == {PAIR: "abstention"}
    assert between("市局", barred("r1"), dismissed()).bars == {PAIR: "recusal"}
