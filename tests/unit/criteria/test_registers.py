"""Registers as models, and what is wrong within them."""

import pytest
import tomli
from pydantic import ValidationError

from rolcheck.base.toml import validated
from rolcheck.criteria.register_faults import registers_faults
from rolcheck.criteria.registers import Catalogue, Metric, Parameter

HEAD = '[[register]]\nid = "r"\ntitle = "台账"\ntitle_en = "Register"\n'
COLUMN = '[[register.column]]\nname = "no"\ntype = "string"\n'


def catalogue(more: str) -> Catalogue:
    return validated(Catalogue, tomli.loads(HEAD + more))


def found(more: str) -> list[str]:
    """Return the faults of one register as places and sentences, the same with and without it."""
    data = tomli.loads(HEAD + more)
    read = validated(Catalogue, data).registers
    told = [list(registers_faults(data, seen)) for seen in (read, None)]
    assert told[0] == told[1]
    return [
        f"{'.'.join(map(str, one.loc[2:]))}: {one.message.format(**one.params)}" for one in told[0]
    ]


def test_a_register_answers_by_name_and_in_the_language_asked_for() -> None:
    (one,) = catalogue(
        COLUMN + '[[register.metric]]\nid = "m"\nnumerator = "a"\ndenominator = "b"\n'
    ).registers

    assert (one.title_in("en"), one.title_in("zh")) == ("Register", "台账")
    assert one.column("no") == one.columns[0]
    assert one.column("on") is None
    assert one.metric("m") == one.metrics[0]
    assert one.metric("n") is None


@pytest.mark.parametrize("name", ["No", "1a", "a-b", "", "编号", "a" * 64])
def test_a_column_or_parameter_has_a_name_for_queries(name: str) -> None:
    with pytest.raises(ValidationError):
        Parameter(id=name)


def test_a_metric_is_counted_once_nothing_of_it_is_in_words() -> None:
    assert Metric(id="m", numerator="a", denominator="b").is_counted
    assert not Metric(id="m", numerator="a", denominator_in_words="行数").is_counted
    assert Metric(id="m", mean_in_words="均分").is_mean
    assert Metric(id="m", mean="score").is_mean
    assert not Metric(id="m", last="score").is_mean


def test_two_columns_cannot_answer_to_the_same_heading() -> None:
    columns = "".join(
        f'[[register.column]]\nname = "{name}"\ntitle = "{title}"\ntype = "string"\n'
        for name, title in (("a", "甲"), ("b", "甲"), ("c", "a"), ("d", "d"))
    )

    assert found(columns) == [
        "column.1.title: two columns answer to 甲",
        "column.2.title: two columns answer to a",
    ]


def test_an_enum_has_values_each_once_and_nothing_else_has() -> None:
    enum = '[[register.column]]\nname = "a"\ntype = "enum"\n'

    assert found(enum) == ["column.0.values: values is missing"]
    assert found(f'{enum}values = ["x", "y", "x"]\n') == ["column.0.values.2: x is there twice"]
    assert found(COLUMN + 'values = ["x"]\n') == [
        "column.0.values: a column of type string has no list of values"
    ]


@pytest.mark.parametrize(
    ("metric", "faults"),
    [
        ('numerator = "a"\ndenominator = "b"', []),
        ('numerator-distinct = "no"\ndenominator-sum = "no"', []),
        ('numerator_in_words = "甲"\ndenominator_in_words = "乙"', []),
        ('mean = "no"', []),
        ('last = "no"', []),
        ("", ["numerator: numerator is missing", "denominator: denominator is missing"]),
        ('numerator = "a"', ["denominator: denominator is missing"]),
        ('denominator = "a"', ["numerator: numerator is missing"]),
        ('mean = "on"', ["mean: no column on in this register"]),
        (
            'numerator = "a"\nnumerator-sum = "no"\ndenominator = "b"',
            ["numerator-sum: numerator-sum stands beside numerator"],
        ),
        (
            'numerator = "a"\ndenominator = "b"\nmean = "no"',
            ["mean: mean stands beside numerator"],
        ),
        (
            'numerator = "a"\nnumerator_in_words = "甲"\ndenominator = "b"',
            [],
        ),
    ],
)
def test_a_metric_has_one_numerator_over_one_denominator_or_a_mean(
    metric: str, faults: list[str]
) -> None:
    expected = [f"metric.0.{fault}" for fault in faults]

    assert found(f'{COLUMN}[[register.metric]]\nid = "m"\n{metric}\n') == expected


def test_names_are_there_once() -> None:
    checks = '[[register.check]]\nid = "c"\nexpect = "1"\n' * 2

    assert found(COLUMN + COLUMN + checks) == [
        "column.1.name: name no is there twice",
        "check.1.id: id c is there twice",
    ]


def test_registers_and_parameters_are_there_once_even_beside_broken_ones() -> None:
    data = {"register": [{"id": "r"}, {"id": "r"}], "parameter": [{"id": "p"}, 3, {"id": "p"}]}

    assert [fault.loc for fault in registers_faults(data, None)] == [
        ("register", 1, "id"),
        ("parameter", 2, "id"),
    ]
