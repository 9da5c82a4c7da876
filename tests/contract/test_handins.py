"""Whatever scores are filled in with, they come to the ledger that typing them comes to."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from rolcheck.criteria.model import Indicator
from rolcheck.criteria.rules.graded import GradedRule
from rolcheck.desk.desk import Desk
from rolcheck.desk.handing.forms.parsing import read_forms
from rolcheck.desk.handing.forms.writing import form
from rolcheck.desk.handing.handout import handout
from rolcheck.desk.handing.sheets.reading import read_sheets
from rolcheck.desk.review.recording import Entry
from rolcheck.events.rows import ObservationRow
from tests.factories import Town, make_town
from tests.sheet_filling import filled

Scores = dict[tuple[str, str], tuple[str, str, str]]
"""By submission and indicator: value, remark, evidence ids."""

REMARKS = ("", "材料齐全", "=1+1", "-0.5 分", "第一行\n第二行", "@组长：见 E-1", "“引号”, 逗号; \\")
EVIDENCE = {"1.1.1": "E-1"}
SEEDS = range(12)


def in_round_two(folder: Path) -> Town:
    town = make_town(folder).play(until=1)
    town.desk("boss").open_round(2)
    return town


def drawn(indicator: Indicator, random: Random) -> str:
    """Return a value as people might write it, of any of the nine kinds."""
    passed, whole = sorted(random.choices(range(21), k=2))
    by_kind = {
        "graded": [level.label for level in indicator.rule.levels]
        if isinstance(indicator.rule, GradedRule)
        else [],
        "points": ["0", "0.5", "１.５", "2", "n/a", "不适用"],
        "binary": ["yes", "no", "是", "否", "NO"],
        "deduct": ["none", "无", "K1*2;K2", "K2*9", "k1", "K1×3，K2"],
        "ratio": [f"{passed}/{whole or 1}", "38／40", "full", "零分", "0/7"],
        "periodic": ["4/4", "３/4", "0/4", "missing"],
        "sampled": [f"{passed}/{max(whole, 1)}", "20/20", "zero"],
        "veto": ["veto", "clear", "未发现"],
        "bonus": ["0.5", "1", "2"],
    }
    choices = [*by_kind[indicator.rule.kind], *(["missing"] if not indicator.is_veto else [])]
    return random.choice(choices)


def random_scores(town: Town, seed: int) -> Scores:
    """Return entries for most items of r1, in a shuffled order."""
    random = Random(seed)
    cells = [
        (submission, indicator)
        for submission in town.desk().standing().manifests
        for indicator in town.desk().standing().criteria.indicators
        if random.random() < 0.8
    ]
    random.shuffle(cells)
    return {
        (submission, indicator.id): (
            drawn(indicator, random),
            random.choice(
                REMARKS[1:] if indicator.is_veto or indicator.not_applicable else REMARKS
            ),
            random.choice(("", EVIDENCE.get(indicator.id, ""))),
        )
        for submission, indicator in cells
    }


def typed(town: Town, scores: Scores) -> None:
    """Enter the scores as a reviewer who has a terminal does, in the CSV form."""
    desk = town.desk("r1")
    for (submission, indicator), (value, remark, evidence) in scores.items():
        plain = {"不适用": "n/a", "零分": "zero", "未发现": "clear", "K1×3，K2": "K1*3;K2"}
        entry = Entry(
            submission,
            indicator,
            plain.get(value, value),
            remark,
            tuple(evidence.split()),
        )
        desk.score(entry)


def on_record(town: Town) -> set[tuple[str, ...]]:
    return {
        (row.submission, row.indicator, row.reviewer, row.value, row.remark, row.evidence)
        for row in town.desk().standing().tables.of(ObservationRow)
    }


def by_workbook(desk: Desk, scores: Scores, folder: Path) -> None:
    read = read_sheets(filled(desk, "r1", folder / "r1.xlsx", scores))
    taken_back(desk, read)


def by_office(desk: Desk, scores: Scores, folder: Path) -> None:
    path = filled(desk, "r1", folder / "r1.xlsx", scores)
    (folder / "out").mkdir()
    converted(path, folder / "out")
    taken_back(desk, read_sheets(folder / "out" / "r1.xlsx"))


def by_form(desk: Desk, scores: Scores, folder: Path) -> None:
    path = folder / "r1.txt"
    path.write_text(filled_form(desk, scores), encoding="utf-8")
    taken_back(desk, *read_forms(path))


def filled_form(desk: Desk, scores: Scores) -> str:
    text = form(handout(desk, "r1"), desk.standing().settings.period)
    for (submission, indicator), parts in scores.items():
        head, mark, rest = text.partition(f"==*== {submission} {indicator}\n")
        item, end, tail = rest.partition("\n==*==")
        value, _remark, more = item.partition("==+== Remark\n")
        _space, _evidence, after = more.partition("==+== Evidence\n")
        item = f"{value}{parts[0]}\n==+== Remark\n{parts[1]}\n==+== Evidence\n{parts[2]}\n{after}"
        text = head + mark + item + end + tail
    return text


def taken_back(desk: Desk, *handins: object) -> None:
    judged = desk.hand_in(handins)  # type: ignore[arg-type]  # read just now
    assert [problem for one in judged for problem in one.problems] == []


def converted(path: Path, folder: Path) -> None:
    """Let LibreOffice open the workbook and save it anew."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is missing: apt-get install libreoffice-calc-nogui")
    home = folder / "profile"
    argv = [soffice, f"-env:UserInstallation={home.as_uri()}", "--headless"]
    argv += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder), str(path)]
    subprocess.run(argv, check=True, capture_output=True, timeout=120)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("way", [by_workbook, by_form])
def test_what_is_filled_in_comes_to_the_same_ledger_as_what_is_typed(
    tmp_path: Path, way: Callable[[Desk, Scores, Path], None], seed: int
) -> None:
    one, other = in_round_two(tmp_path / "one"), in_round_two(tmp_path / "other")
    scores = random_scores(one, seed)

    typed(one, scores)
    way(other.desk("boss"), scores, tmp_path)

    assert on_record(other) == on_record(one)
    assert len(on_record(one)) == len(scores)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_workbook_that_libreoffice_saved_comes_to_the_same_ledger(
    tmp_path: Path, seed: int
) -> None:
    one, other = in_round_two(tmp_path / "one"), in_round_two(tmp_path / "other")
    scores = random_scores(one, seed)

    typed(one, scores)
    by_office(other.desk("boss"), scores, tmp_path)

    assert on_record(other) == on_record(one)


def test_every_kind_of_rule_is_among_what_is_filled_in(tmp_path: Path) -> None:
    town = in_round_two(tmp_path)
    criteria = town.desk().standing().criteria

    kinds = {
        criteria.indicator(indicator).rule.kind
        for seed in SEEDS
        for _submission, indicator in random_scores(town, seed)
    }
    assert len(kinds) == 9
