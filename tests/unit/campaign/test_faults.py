"""What is wrong with campaign.toml as a whole, each fault with its place."""

import pytest

from rolcheck.base.toml import Fault
from rolcheck.campaign.faults import faults, faults_with
from rolcheck.campaign.settings import Settings
from tests.factories_standing import PEOPLE, criteria, settings

PARAMETER = '\n[[parameter]]\nid = "filing_days"\ndefault = 15\n'


def said(fault: Fault) -> str:
    """Return a fault as its place and its sentence."""
    place = ".".join(map(str, fault.loc))
    parts = [fault.message, *([fault.expected] if fault.expected else [])]
    return f"{place}: {'; '.join(part.format(**fault.params) for part in parts)}"


def found(now: Settings) -> list[str]:
    return [said(fault) for fault in faults(now)]


def beside(now: Settings, more: str = "") -> list[str]:
    """Return the faults beside criteria with one parameter and two submissions."""
    from tests.factories_standing import CRITERIA

    by = criteria(CRITERIA + PARAMETER + more)
    return [said(fault) for fault in faults_with(now, by, ["east", "west"])]


def plan(number: int, kind: str, more: str = "") -> str:
    return f'[[round]]\nnumber = {number}\nname = "审"\nkind = "{kind}"\n{more}\n'


def person(id: str, more: str = "") -> str:
    return f'[[reviewer]]\nid = "{id}"\nname = "{id}"\n{more}\n'


def test_a_plain_campaign_has_no_faults() -> None:
    assert found(settings()) == []
    assert beside(settings()) == []


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ('store = "mysql://x"', "campaign.store: no store 'mysql://x'; expected sqlite or post"),
        ('store = "sqlite:x"', "campaign.store: no store 'sqlite:x'; expected sqlite or post"),
        ('timezone = "Mars"', "campaign.timezone: no time zone 'Mars'; expected a name such as"),
        ('timezone = "../etc"', "campaign.timezone: no time zone '../etc'; expected a name such"),
    ],
)
def test_the_head_names_what_there_is(head: str, fault: str) -> None:
    (only,) = found(settings(head=head))

    assert only.startswith(fault)


def test_a_postgresql_store_is_none_to_refuse() -> None:
    assert found(settings(head='store = "postgresql://localhost/x"')) == []


def test_a_period_ends_on_or_after_its_start() -> None:
    now = settings()
    period = now.campaign.period
    about = now.campaign.model_copy(
        update={"period": period.model_copy(update={"end": period.start})}
    )
    backward = period.model_copy(update={"start": period.end, "end": period.start})

    assert found(now.model_copy(update={"campaign": about})) == []
    assert found(
        now.model_copy(update={"campaign": about.model_copy(update={"period": backward})})
    ) == [
        "campaign.period: the period ends on 2023-01-01, before it starts on 2023-12-31; "
        "expected an end on or after the start"
    ]


ORDER = "expected each kind at most once, in the order completeness, scoring, re-examination, final"


@pytest.mark.parametrize(
    ("rounds", "expected"),
    [
        pytest.param(
            plan(1, "scoring") + plan(2, "completeness"),
            [f"round.1.kind: a completeness round cannot stand here; {ORDER}"],
            id="out of order",
        ),
        pytest.param(
            plan(1, "scoring") + plan(2, "scoring"),
            [f"round.1.kind: a scoring round cannot stand here; {ORDER}"],
            id="a kind twice",
        ),
        pytest.param(
            plan(1, "final") + plan(2, "completeness") + plan(3, "scoring"),
            [
                f"round.1.kind: a completeness round cannot stand here; {ORDER}",
                f"round.2.kind: a scoring round cannot stand here; {ORDER}",
            ],
            id="two after the last",
        ),
        pytest.param(
            plan(2, "scoring") + plan(2, "final"),
            ["round.1.number: round 2 does not follow round 2; expected rising numbers"],
            id="a number twice",
        ),
        pytest.param(plan(3, "scoring") + plan(9, "final"), [], id="numbers may leave gaps"),
    ],
)
def test_rounds_stand_in_order(rounds: str, expected: list[str]) -> None:
    assert found(settings(rounds=rounds)) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("due = 2023-06-01", None),
        ("opens = 2023-06-02\ndue = 2023-06-02\ncloses = 2023-06-02T00:00:00", None),
        (
            "opens = 2023-06-02\ndue = 2023-06-01",
            "round.0.due: round 1 is due on 2023-06-01, before it opens on 2023-06-02; "
            "expected a day on or after the opening",
        ),
        (
            "opens = 2023-06-02\ncloses = 2023-06-01T23:59:59",
            "round.0.closes: round 1 closes on 2023-06-01, before it opens on 2023-06-02; "
            "expected a time on or after the opening",
        ),
    ],
)
def test_a_round_ends_on_or_after_its_opening(days: str, expected: str | None) -> None:
    assert found(settings(rounds=plan(1, "scoring", days))) == ([expected] if expected else [])


def test_names_are_unique_without_regard_to_case() -> None:
    units = '[[unit]]\nid = "a"\nname = "甲"\n[[unit]]\nid = "A"\nname = "乙"\n'

    assert found(settings(people=person("r1") + person("R1"), more=units)) == [
        "unit.1.id: id A is there twice; expected each once, without regard to case",
        "reviewer.1.id: id R1 is there twice; expected each once, without regard to case",
    ]


GROUPS = "groups = { expert = 0.6, office = 0.4 }"


def test_where_there_are_groups_every_reviewer_has_one_of_them() -> None:
    people = (
        person("r1", 'group = "expert"')
        + person("r2")
        + person("r3", 'group = "experts"')
        + person("boss", 'roles = ["coordinator"]')
    )

    assert found(settings(aggregation=GROUPS, people=people)) == [
        "reviewer.1: reviewer 'r2' has no group; expected one of expert, office",
        "reviewer.2.group: no group 'experts'; perhaps expert",
    ]


def test_a_group_that_nothing_weighs_is_unknown() -> None:
    people = person("r1", 'group = "x"')

    assert found(settings(aggregation="", people=people)) == ["reviewer.0.group: no group 'x'"]


def test_whoever_speaks_for_a_unit_names_one_that_there_is() -> None:
    unit = '[[unit]]\nid = "cgj"\nname = "城管局"\n'
    people = (
        person("u1", 'roles = ["unit"]\nunit = "cgj"')
        + person("u2", 'roles = ["unit"]')
        + person("u3", 'roles = ["unit"]\nunit = "zzz"')
    )

    assert found(settings(people=people, more=unit)) == [
        "reviewer.1: 'u2' speaks for no unit; expected a key unit with the id of one",
        "reviewer.2.unit: no unit 'zzz'; expected one of cgj",
    ]


@pytest.mark.parametrize(
    ("aggregation", "expected"),
    [
        ('method = "trimmed-mean"\ntrim = 2\nminimum = 5', None),
        ('method = "trimmed-mean"\ntrim = 2', None),
        ('method = "mean"\ntrim = 9', None),
        (
            'method = "trimmed-mean"\ntrim = 2\nminimum = 4',
            "aggregation.minimum: 4 scores leave nothing when 2 are dropped at each end; "
            "expected a minimum over 4",
        ),
        (
            'method = "trimmed-mean"\ntrim = 3',
            "aggregation.trim: 5 scores leave nothing when 3 are dropped at each end; "
            "expected a minimum over 6",
        ),
        ("dispute-at = 1", None),
        (
            "dispute-at = 0",
            "aggregation.dispute-at: a dispute cannot begin at 0; "
            "expected a share above 0, at most 1",
        ),
        (
            "dispute-at = 1.001",
            "aggregation.dispute-at: a dispute cannot begin at 1.001; "
            "expected a share above 0, at most 1",
        ),
    ],
)
def test_numbers_of_the_aggregation_go_together(aggregation: str, expected: str | None) -> None:
    assert found(settings(aggregation=aggregation)) == ([expected] if expected else [])


def test_a_group_weighs_something() -> None:
    now = settings(aggregation="groups = { a = 0, b = 1 }", people=person("r1", 'group = "b"'))

    assert found(now) == ["aggregation.groups.a: a group weighs nothing; expected a weight above 0"]


def test_a_person_names_a_submission_that_there_is() -> None:
    people = PEOPLE + person("u", 'submission = "eats"') + person("v", 'submission = "west"')

    assert beside(settings(people=people)) == [
        "reviewer.5.submission: no submission 'eats'; perhaps east"
    ]


def test_ties_are_broken_by_areas_that_hold_points() -> None:
    bonus_area = (
        '[[area]]\nid = "B"\ntitle = "加"\n[[group]]\nid = "B.1"\ntitle = "加"\n'
        '[[indicator]]\nid = "B.1.1"\ntitle = "加"\nrule = { kind = "bonus", at-most = 1 }\n'
    )

    assert beside(settings(aggregation='tie-break = ["1", "9"]')) == [
        "aggregation.tie-break.1: no area '9'; expected one of 1"
    ]
    assert beside(settings(aggregation='tie-break = ["B"]'), bonus_area) == [
        "aggregation.tie-break.0: no area 'B'; expected one of 1"
    ]


def test_parameters_are_those_that_the_criteria_define() -> None:
    more = "[parameters]\nfiling_days = 20\nfilling_days = 20\n"

    assert beside(settings(more=more)) == [
        "parameters.filling_days: no parameter 'filling_days'; "
        "expected one that the criteria define"
    ]
