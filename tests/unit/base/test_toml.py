from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

import pytest
from pydantic import Field

from rolcheck.base.errors import ProblemsError
from rolcheck.base.models import Id, Model, Points, PositivePoints, Text, json_schema
from rolcheck.base.toml import Fault, problems_of, read_model


class Straight(Model):
    kind: Literal["straight"] = "straight"
    straight: Points = Fraction(1, 2)


class Bent(Model):
    kind: Literal["bent"] = "bent"
    angles: Annotated[tuple[PositivePoints, ...], Field(min_length=1)]


class Road(Model):
    id: Id
    name: Text
    shape: Annotated[Straight | Bent, Field(discriminator="kind")]
    built_on: date | None = None
    lanes: int = Field(default=1, ge=1, le=9)
    paved: bool = True
    name_en: Text | None = Field(default=None, alias="name_en")


class Map(Model):
    roads: tuple[Road, ...] = Field(alias="road", min_length=1)
    limits: dict[str, Points | str] = Field(default_factory=dict)


ROAD = '[[road]]\nid = "r1"\nname = "Long"\nshape = { kind = "straight" }\n'


def problems(tmp_path: Path, text: str) -> list[str]:
    """Return the problems of a map, without the name of its file."""
    file = tmp_path / "map.toml"
    file.write_bytes(text.encode())
    with pytest.raises(ProblemsError) as caught:
        read_model(file, Map)
    return [str(problem).removeprefix(f"{file}:") for problem in caught.value.problems]


def test_a_good_file_is_read_with_its_content(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text(ROAD + "built-on = 2023-01-02\nlanes = 3\n[limits]\na = 0.60\n")

    read = read_model(file, Map)

    assert read.model.roads[0].lanes == 3
    assert read.model.limits == {"a": Fraction(3, 5)}
    assert read.content == (
        '{"limits":{"a":"0.6"},"road":[{"built-on":"2023-01-02","id":"r1","lanes":3,'
        '"name":"Long","shape":{"kind":"straight"}}]}'
    )


def test_comments_order_and_layout_do_not_change_the_hash(tmp_path: Path) -> None:
    one, other = tmp_path / "one.toml", tmp_path / "other.toml"
    one.write_text(ROAD)
    other.write_bytes(
        b"\xef\xbb\xbf# a comment\r\n[[road]]\r\nname = 'Long'  # long\r\nid = \"r1\"\r\n"
        b'[road.shape]\r\nkind = "straight"\r\n'
    )

    assert read_model(one, Map).sha256 == read_model(other, Map).sha256


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("lanes = 1.0", "5:9: lanes is not a whole number: 1.0; expected a whole number"),
        ("lanes = true", "5:9: lanes is not a whole number: true; expected a whole number"),
        ("lanes = 10", "5:9: lanes is too large: 10; expected 9 at most"),
        ("lanes = 0", "5:9: lanes is too small: 0; expected 1 or more"),
        ("paved = 1", "5:9: paved is not true or false: 1; expected true or false"),
        (
            "built-on = 2023-01-02T00:00:00",
            "5:12: built-on is not a date: 2023-01-02T00:00:00; expected a date such as 2023-03-01",
        ),
        ("name_en = 3", "5:11: name_en is not text: 3; expected text in quotes"),
        ('name_en = "\\u200b "', "5:11: name_en is empty; expected text"),
        ("built_on = 2023-01-02", "5:1: unknown key built_on; perhaps built-on"),
        ('"name en" = 1', '5:1: unknown key "name en"; perhaps name_en'),
        (
            "shapes.kind = 1",
            "5:1: unknown key shapes; perhaps shape",
        ),
        (
            "zzz = 1",
            "5:1: unknown key zzz; expected one of built-on, id, lanes, name, name_en, paved, shape",
        ),
        ("[[roads]]", "5:3: unknown key roads; perhaps road"),
        ("[limits]\na = 2023-01-02", "6:5: a is of the wrong kind: 2023-01-02"),
        ("limits = 1", "5:1: unknown key limits; expected one of"),
        ("[road.more]", "5:7: unknown key more; expected one of"),
    ],
)
def test_what_is_wrong_is_said_in_plain_words(tmp_path: Path, line: str, said: str) -> None:
    found = problems(tmp_path, ROAD + line + "\n")

    assert len(found) == 1
    assert found[0].startswith(said)


@pytest.mark.parametrize(
    ("shape", "said"),
    [
        (
            "{ kind = 'straight', straight = -1 }",
            "4:41: straight is below 0: -1; expected a number",
        ),
        ("{ kind = 'straight', straight = '1' }", '4:41: straight is not a number: "1"; expected'),
        ("{ kind = 'straight', straight = nan }", "4:41: straight is not a number: NaN; expected"),
        (
            "{ kind = 'straight', straight = 1e999999999 }",
            "4:41: straight is too large: 1E+999999999",
        ),
        ("{ kind = 'straight', straight = 0.0005 }", "4:41: straight has more than three decimals"),
        ("{ kind = 'straight', straigt = 1 }", "4:30: unknown key straigt; perhaps straight"),
        ("{ kind = 'bent', angles = [1, 0] }", "4:39: angles is 0; expected a number above 0"),
        ("{ kind = 'bent', angles = [] }", "4:35: angles has too few entries; expected at least 1"),
        ("{ kind = 'bent', angles = 3 }", "4:35: angles is not a list: 3; expected a list"),
        ("{ kind = 'bent' }", "4:9: angles is missing"),
        (
            "{ kind = 'round' }",
            '4:18: kind is not one of the choices: "round"; expected one of straight',
        ),
        ("{ angles = [1] }", "4:9: kind is missing"),
        ("'bent'", '4:9: shape is not a table: "bent"; expected a table'),
    ],
)
def test_the_tag_of_a_union_is_no_part_of_the_place(tmp_path: Path, shape: str, said: str) -> None:
    found = problems(tmp_path, f'[[road]]\nid = "r1"\nname = "Long"\nshape = {shape}\n')

    assert len(found) == 1
    assert found[0].startswith(said)


def test_every_problem_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = '[[road]]\nid = "r 1"\nshape = { kind = "bent", angles = [0] }\n[[road]]\nlanes = "x"\n'

    assert [found.partition(":")[0] + found[found.index(" ") :][:12] for found in problems(
        tmp_path, text)] == ["1 name is mis", "2 id is not a", "3 angles is 0", "4 id is missi",
                             "4 name is mis", "4 shape is mi", "5 lanes is no"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = \n", "1:5: this is not TOML"),
        ("a = 1\r\nb = [1,\r\n", "3:1: this is not TOML"),
        ("a = 1\na = 2\n", "2:"),
        ("x = " + "[" * 5000, "1:"),
        ("a" + ".a" * 70 + " = 1", "1:1: this TOML cannot be read: nested more than 64 levels"),
        ("x = " + "9" * 5000, "1:1: this TOML cannot be read"),
        ("a = 1\rb = 2", "1:"),
    ],
)
def test_broken_syntax_is_one_problem_with_its_place(tmp_path: Path, text: str, place: str) -> None:
    found = problems(tmp_path, text)

    assert len(found) == 1
    assert found[0].startswith(place)


def test_faults_across_the_file_are_placed_where_they_say(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text("# first\n" + ROAD)

    def faults(model: Map) -> Iterator[Fault]:
        yield Fault(("road", 0, "id"), "value {n}", "expected {n}", {"n": model.roads[0].id})
        yield Fault(("road", 0, "id"), "key", at="key")
        yield Fault(("road", 0), "table", at="table")
        yield Fault(("road", 0, "shape", "nothing"), "nearest")

    with pytest.raises(ProblemsError) as caught:
        read_model(file, Map, faults)

    assert [str(problem).removeprefix(f"{file}:") for problem in caught.value.problems] == [
        "2:1: table",
        "3:1: key",
        "3:6: value r1; expected r1",
        "5:9: nearest",
    ]


def test_faults_found_later_get_their_places_too(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text(ROAD)

    found = problems_of(read_model(file, Map), [Fault(("road", 0, "name"), "known elsewhere")])

    assert [str(problem) for problem in found] == [f"{file}:3:8: known elsewhere"]


def test_what_cannot_be_read_does_not_hide_what_can(tmp_path: Path) -> None:
    file = tmp_path / "map.toml"
    file.write_text(ROAD + "lanes = 'x'\n")

    with pytest.raises(ProblemsError) as caught:
        read_model(
            file,
            Map,
            raw_faults=lambda data, read: [Fault(("road", 0, "id"), f"{sorted(data)} {read}")],
        )

    assert [problem.message for problem in caught.value.problems] == [
        "['road'] None",
        "{key} is not a whole number: {value}",
    ]


def test_numbers_in_quotes_are_for_code_only() -> None:
    assert Straight.model_validate({"straight": "0.5"}).straight == Fraction(1, 2)


def test_the_schema_has_numbers_for_exact_numbers() -> None:
    schema = json_schema(Straight)["properties"]["straight"]

    assert schema == {
        "default": 0.5,
        "minimum": 0,
        "multipleOf": 0.001,
        "title": "Straight",
        "type": "number",
    }
