from pathlib import Path

import pytest

from rolcheck.base.errors import InputError, ProblemsError
from rolcheck.criteria.loader import (
    criteria_of,
    find_criteria,
    load_catalogue,
    load_criteria,
    shipped_criteria,
)

CRITERIA = """
[criteria]
id = "small"
title = "小"
{about}
[[area]]
id = "1"
title = "t"
[[group]]
id = "1.1"
title = "t"
[[indicator]]
id = "1.1.1"
title = "t"
points = 1
[indicator.rule]
{rule}
"""
RATIO = 'kind = "ratio"\nmetric = "r.m"\nlinear = { from = 0, to = 1 }'
CATALOGUE = """
[[register]]
id = "r"
title = "台账"
key = ["no"]
[[register.column]]
name = "no"
type = "string"
[[register.column]]
name = "month"
type = "month"
[[register.metric]]
id = "m"
numerator_in_words = "rows with something"
denominator_in_words = "rows"
"""


def write(
    folder: Path, rule: str = RATIO, about: str = 'catalogue = "shared"', more: str = ""
) -> Path:
    file = folder / "small.toml"
    file.write_text(CRITERIA.format(rule=rule, about=about) + more)
    return file


def catalogue(folder: Path, text: str = CATALOGUE) -> Path:
    (folder / "registers").mkdir(exist_ok=True)
    file = folder / "registers" / "shared.toml"
    file.write_text(text)
    return file


def problems(file: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        load_criteria(file)
    return [str(problem).replace(f"{file.parent}/", "") for problem in caught.value.problems]


@pytest.mark.parametrize("path", shipped_criteria(), ids=lambda path: path.stem)
def test_the_shipped_sets_load_and_add_up_to_100(path: Path) -> None:
    criteria = load_criteria(path).criteria

    assert sum(indicator.full for indicator in criteria.base) == criteria.points == 100
    assert len(criteria.registers) == (28 if criteria.catalogue else 0)
    assert sum(len(area.indicators) for area in criteria.tree) == len(criteria.base)


def test_a_catalogue_belongs_to_the_set_and_to_its_hash(tmp_path: Path) -> None:
    shared = catalogue(tmp_path)
    before = load_criteria(write(tmp_path))

    assert before.catalogue_path == shared
    assert before.criteria.indicator("1.1.1").metric is before.criteria.registers[0].metrics[0]
    assert before.content.startswith('{"catalogue":{"register":[{')
    catalogue(tmp_path, "# only a comment\n" + CATALOGUE)
    assert load_criteria(tmp_path / "small.toml").sha256 == before.sha256
    catalogue(tmp_path, CATALOGUE.replace("台账", "登记"))
    assert load_criteria(tmp_path / "small.toml").sha256 != before.sha256


def test_a_set_without_registers_and_catalogue_names_none(tmp_path: Path) -> None:
    sampled = 'kind = "sampled"\nsize = 1\nsteps = [{ code = "S", label = "x" }]\nregister = "q"'
    expected = "expected one of this file or of the catalogue that it names"

    assert problems(write(tmp_path, about="")) == [f"small.toml:18:10: no metric r.m; {expected}"]
    assert problems(write(tmp_path, sampled, about="")) == [
        f"small.toml:20:12: no register q; {expected}"
    ]


def test_a_set_needs_no_catalogue(tmp_path: Path) -> None:
    file = load_criteria(write(tmp_path, rule='kind = "binary"', about=""))

    assert file.catalogue_path is None
    assert file.content.startswith('{"catalogue":null,"criteria":{')


def test_a_catalogue_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert problems(write(tmp_path)) == [
        "small.toml:5:13: no catalogue shared: there is no file registers/shared.toml; "
        "expected the name of a file in registers/"
    ]


def test_faults_of_both_files_are_told_at_once_each_with_its_file(tmp_path: Path) -> None:
    catalogue(tmp_path, CATALOGUE.replace('type = "month"', 'type = "months"'))
    file = write(tmp_path, rule='kind = "ratio"\nmetric = "r.m"')

    assert problems(file) == [
        'registers/shared.toml:11:8: type is not one of the choices: "months"; expected one of '
        "string, integer, decimal, boolean, date, datetime, month, quarter, enum",
        "small.toml:16:1: a ratio without bands or linear; expected one of them",
    ]


def test_a_catalogue_with_broken_syntax_is_told_with_its_own_place(tmp_path: Path) -> None:
    catalogue(tmp_path, "[[register]\n")

    found = problems(write(tmp_path))

    assert len(found) == 1
    assert found[0].startswith("registers/shared.toml:1:11: this is not TOML")


def test_a_catalogue_that_is_not_text_is_told_with_its_own_place(tmp_path: Path) -> None:
    catalogue(tmp_path).write_bytes(b"# ok\n\xff")

    assert problems(write(tmp_path)) == ["registers/shared.toml:2:1: the file is not UTF-8 text"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (RATIO.replace("r.m", "r.n"), "small.toml:18:10: no metric r.n; perhaps r.m"),
        (RATIO.replace("r.m", "rm"), 'small.toml:18:10: metric is no metric: "rm"; expected REG'),
        (
            'kind = "sampled"\nsize = 1\nsteps = [{ code = "S", label = "x" }]\nregister = "q"',
            "small.toml:20:12: no register q; expected one of r",
        ),
        (
            'kind = "periodic"\nevery = "month"\nper-missing = 1\nregister = "r"\ncolumn = "mon"',
            "small.toml:21:10: no column mon in the register; perhaps month",
        ),
        (
            'kind = "periodic"\nevery = "month"\nper-missing = 1\nregister = "r"\ncolumn = "no"',
            "small.toml:21:10: column no of type string does not tell each month; expected one",
        ),
        (
            'kind = "periodic"\nevery = "quarter"\nper-missing = 1\nregister = "r"',
            "small.toml:16:1: column is missing: register r has not one column of type quarter",
        ),
    ],
)
def test_what_a_rule_names_has_to_be_there(tmp_path: Path, rule: str, said: str) -> None:
    catalogue(tmp_path)

    found = problems(write(tmp_path, rule))

    assert len(found) == 1
    assert found[0].startswith(said)


def test_a_column_may_be_left_out_where_one_has_the_type(tmp_path: Path) -> None:
    catalogue(tmp_path)
    rule = 'kind = "periodic"\nevery = "month"\nper-missing = 1\nregister = "r"'

    assert load_criteria(write(tmp_path, rule)).criteria.registers[0].column("month")


def test_a_register_cannot_stand_in_both_files(tmp_path: Path) -> None:
    catalogue(tmp_path)

    assert problems(write(tmp_path, more=CATALOGUE)) == [
        "small.toml:22:6: r stands in the catalogue already; expected another id"
    ]


def test_faults_of_registers_are_found_within_them(tmp_path: Path) -> None:
    text = CATALOGUE.replace('key = ["no"]', 'key = ["noo"]').replace(
        '[[register.column]]\nname = "month"',
        '[[register.column]]\nname = "no"\nvalues = ["a", "a"]',
    ) + 'mean = "none"\n[[register.metric]]\nid = "m"\nnumerator = "a"\n'  # fmt: skip
    file = catalogue(tmp_path, text)

    with pytest.raises(ProblemsError) as caught:
        load_catalogue(file)

    assert [str(problem).removeprefix(f"{file}:") for problem in caught.value.problems] == [
        "5:8: no column noo in this register; perhaps no",
        "10:8: name no is there twice; expected each once",
        "11:10: a column of type month has no list of values; expected type enum",
        "11:16: a is there twice; expected each once",
        "17:8: no column none in this register; perhaps no",
        "18:1: denominator is missing",
        "19:6: id m is there twice; expected each once",
    ]


def test_a_set_is_looked_for_from_the_folder_upwards_then_in_what_ships(tmp_path: Path) -> None:
    campaign = tmp_path / "submissions" / "city"
    places = [campaign, campaign.parent, tmp_path]
    for place in places:
        (place / "criteria").mkdir(parents=True)
        (place / "criteria" / "general.toml").touch()

    for place in places:
        assert find_criteria("general", campaign) == place / "criteria" / "general.toml"
        (place / "criteria" / "general.toml").unlink()
    assert find_criteria("general", campaign) in shipped_criteria()


@pytest.mark.parametrize("name", ["generel", "../criteria/general", "", "a/b", "nothing-like-it"])
def test_an_unknown_set_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="no criteria set") as refused:
        find_criteria(name, tmp_path)

    assert (refused.value.params["near"] == "general") == (name == "generel")


def test_a_missing_file_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.toml: there is no such file"):
        load_criteria(tmp_path / "none.toml")


def test_what_is_on_record_reads_as_the_same_set(tmp_path: Path) -> None:
    catalogue(tmp_path)
    for about in ('catalogue = "shared"', ""):
        rule = RATIO if about else 'kind = "binary"'
        file = load_criteria(write(tmp_path, rule, about=about))

        assert criteria_of(file.content) == file.criteria


def test_a_broken_register_of_its_own_lets_references_wait(tmp_path: Path) -> None:
    own = '[[register]]\nid = "r"\n'

    assert problems(write(tmp_path, about="", more=own)) == [
        "small.toml:20:1: title is missing",
        "small.toml:20:1: column is missing",
    ]


def test_a_catalogue_that_is_no_name_is_told_once(tmp_path: Path) -> None:
    (only,) = problems(write(tmp_path, about='catalogue = "../shared"'))

    assert "is not an id" in only
