"""submission.toml as a model."""

import pytest

from rolcheck.submission.manifest import faults
from tests.factories_standing import manifest

EVIDENCE = """
[[evidence]]
id = "E-1"
title = "t"
file = "a.txt"
indicators = ["1.1.1"]
[[evidence]]
id = "E-2"
title = "t"
file = "a.txt"
answers = ["1.1.2/a", "1.1.1/b"]
"""


def test_a_plain_manifest_is_that_of_a_district_with_nothing_in_it() -> None:
    one = manifest("east")

    assert one.submission.kind == "district"
    assert (one.claims, one.evidence, one.registers) == ((), (), ())
    assert list(faults(one)) == []


@pytest.mark.parametrize(
    ("indicator", "pieces"),
    [("1.1.1", ["E-1", "E-2"]), ("1.1.2", ["E-2"]), ("1.1", []), ("1.1.3", [])],
)
def test_evidence_is_offered_by_naming_the_indicator_or_one_of_its_items(
    indicator: str, pieces: list[str]
) -> None:
    assert [piece.id for piece in manifest("e", EVIDENCE).evidence_for(indicator)] == pieces


@pytest.mark.parametrize(
    ("table", "entry", "place"),
    [
        ("claim", 'indicator = "{}"\npoints = 1', ("claim", 1, "indicator")),
        ("evidence", 'id = "{}"\ntitle = "t"\nfile = "f"', ("evidence", 1, "id")),
        ("register", 'id = "{}"\nfile = "f"', ("register", 1, "id")),
    ],
)
def test_each_thing_is_named_once_without_regard_to_case(
    table: str, entry: str, place: tuple[str, int, str]
) -> None:
    more = "".join(f"[[{table}]]\n{entry.format(name)}\n" for name in ("a", "A", "b"))
    (only,) = faults(manifest("e", more))

    assert only.loc == place
    assert only.message.format(**only.params) == f"{place[2]} A is there twice"


def test_the_same_name_in_different_tables_is_no_fault() -> None:
    more = '[[claim]]\nindicator = "a"\npoints = 1\n[[register]]\nid = "a"\nfile = "f"\n'

    assert list(faults(manifest("e", more))) == []
