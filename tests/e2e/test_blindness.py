"""Nobody learns from any command, file or screen what another did while a round is blind.

Two campaigns differ in the secret alone. Every command of the program, with every option and
every format, answers whoever must not know byte by byte the same in both; so does every screen.
Command lines are made from the commands themselves, so a new one is tried too, and an argument
that nothing is known to fill stops the test. How long an answer takes is not looked at.
"""

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import chdir
from importlib import import_module
from io import BytesIO
from itertools import product
from pathlib import Path
from shutil import copytree, rmtree
from unittest.mock import patch
from zipfile import ZipFile

import click
import pytest

from rolcheck.cli.commands import COMMANDS
from rolcheck.cli.exits import ExitStatus
from rolcheck.cli.main import run
from rolcheck.tui.screens import SCREENS
from tests.blind_twins import CANARY, NOON, READERS, STAGES, make_base, make_twin, world_at
from tests.tui.campaign_world import press
from tests.tui.every_screen import drawn_by, shown
from tests.tui.stage import SIZES

Answers = dict[str, tuple[object, ...]]

APART = {"demo": "makes a campaign of its own", "init": "likewise"}
"""Commands that look at no campaign."""

FILES = {
    "scores.csv": "round,submission,indicator,reviewer,value,remark\n2,east,1.1.2,r1,1/1,\n",
    "assign.csv": "submission,action,reviewer,round\neast,assign,r2,2\n",
    "components.csv": "submission,component,score\neast,survey,80\n",
    "sheet.xlsx": "no workbook",
    "form.txt": "no form",
}
ARGUMENTS: dict[str, tuple[str, ...]] = {
    "submission": ("east", "west"),
    "indicator": ("1.1.1", "1.1.2"),
    "indicators": ("1.1.1",),
    "item": ("1.1.1/a",),
    "verdict": ("ok",),
    "value": ("A",),
    "number": ("2", "3"),
    "earlier": ("1",),
    "later": ("2", "3"),
    "reviewer": ("r2",),
    "ruling": ("dismiss",),
    "decision": ("uphold",),
    "text": ("said",),
    "topic": ("",),
    "shell": ("bash",),
    "old": ("criteria/paper.toml",),
    "new": ("criteria/paper.toml",),
    "names": ("criteria/paper.toml",),
    "paths": ("",),
    "folder": ("elsewhere",),
    "table": ("scores.csv",),
}
"""By parameter: what it is filled with; empty for nothing. An argument of one command: by both."""
OF_COMMANDS: dict[tuple[str, str], tuple[str, ...]] = {
    ("criteria show", "name"): ("paper",),
    ("criteria export", "name"): ("paper",),
    ("schema", "name"): ("campaign",),
    ("finding", "name"): ("F1", "F000001"),
    ("notice", "name"): ("2026-1",),
    ("objection", "name"): ("O1",),
    ("scores import", "file"): ("scores.csv",),
    ("assign set", "file"): ("assign.csv",),
    ("components import", "file"): ("components.csv",),
    ("sheet import", "files"): ("sheet.xlsx",),
    ("form import", "files"): ("form.txt",),
}
OPTIONS: dict[str, tuple[str, ...]] = {
    "--round": ("1", "2", "3"),
    "--submission": ("east", "west"),
    "--indicator": ("1.1.1", "1.1.2"),
    "--for": ("r1", "r2"),
    "--reviewer": ("r2",),
    "--unit": ("司法局",),
    "--reason": ("because",),
    "--remark": ("said",),
    "--evidence": ("E-1",),
    "--code": ("Q13",),
    "--ask": ("more",),
    "--seen": ("less",),
    "--item": ("a",),
    "--due": ("2026-07-01",),
    "--until": ("2026-07-01T12:00",),
    "--waive": ("because",),
    "--contact": ("office",),
    "--by": ("somebody",),
    "--on": ("2026-06-01",),
    "--value": ("A",),
    "--edition": ("1",),
    "--per": ("1",),
    "--max-load": ("1",),
    "--seed": ("1",),
    "--sheet": ("one",),
    "--id": ("made",),
    "--criteria": ("paper",),
    "--from": ("elsewhere",),
    "--against": ("9:" + "0" * 64,),
    "--output": ("out.file",),
}
"""By option: what it is given, each value in a command line of its own."""


def leaves() -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, with its whole name."""

    def below(name: str, made: click.Command) -> Iterator[tuple[str, click.Command]]:
        if isinstance(made, click.Group):
            for child in made.commands.values():
                yield from below(f"{name} {child.name}", child)
        else:
            yield name, made

    for name in COMMANDS:
        if name not in APART:
            yield from below(name, import_module(f"rolcheck.cli.commands.{name}").command)


def _known(name: str, argument: click.Argument) -> tuple[str, ...]:
    parts = name.split()
    for known in (" ".join(parts[:end]) for end in range(len(parts), 0, -1)):
        if (known, argument.name) in OF_COMMANDS:
            return OF_COMMANDS[known, str(argument.name)]
    return ARGUMENTS[str(argument.name)]


def _given(option: click.Option) -> tuple[tuple[str, ...], ...]:
    name = option.opts[-1]
    if option.is_flag:
        return ((name,),)
    if isinstance(option.type, click.Choice):
        return tuple((name, str(choice)) for choice in option.type.choices)
    return tuple((name, value) for value in OPTIONS[name])


def lines_of(name: str, made: click.Command) -> Iterator[list[str]]:
    """Yield the command lines in which a command is tried, and its help.

    Every choice of arguments, then every value of every option with the first choice. A file
    is written in every format.
    """
    options = [one for one in made.params if isinstance(one, click.Option) and not one.hidden]
    options = [one for one in options if "--help" not in one.opts]
    needed = [word for one in options if one.required for word in _given(one)[0]]
    filled = [_known(name, one) for one in made.params if isinstance(one, click.Argument)]
    choices = [[value for value in choice if value] for choice in product(*filled)]
    yield [*name.split(), "--help"]
    for choice in choices:
        yield [*name.split(), *choice, *needed]
    first = [*name.split(), *(choices[0] if choices else []), *needed]
    into = ["--output", "out.file"] if any("--output" in one.opts for one in options) else []
    for option in options:
        for given in _given(option):
            yield [*first, *given]
            if into and "--format" in option.opts:
                yield [*first, *given, *into]


LINES = tuple(tuple(line) for name, made in leaves() for line in lines_of(name, made))


DRAWN = re.compile(
    r"\bF\d{6}\b"  # names of findings
    r"|(?<=Handout )[0-9a-f]{12}|(?<=>handout</t></si><si><t>)[0-9a-f]{12}"  # ids of handouts
    r"|(?<=W3CDTF\">)[^<]*|\d+ MiB"  # the machine's own time and disk
)

HEADS = re.compile(
    r"\d+:[0-9a-f]{64}|(?<=\"events\": )\d+|\d+(?= entries)|\"frontier\": \[.*?\n    \]", re.DOTALL
)


def _plain(said: bytes, hidden: Sequence[re.Pattern[str]]) -> object:
    """Return what was said without what differs by nature, of a workbook part by part."""
    if said.startswith(b"PK"):
        with ZipFile(BytesIO(said)) as archive:
            return {name: _plain(archive.read(name), hidden) for name in archive.namelist()}
    text = said.decode("utf-8", "backslashreplace")
    for pattern in hidden:
        text = pattern.sub("#", text)
    return text


def told(
    twin: Path,
    place: Path,
    reader: str,
    capsysbinary: pytest.CaptureFixture[bytes],
    *,
    heads: bool = False,
) -> Answers:
    """Return what a reader is told by every command line, each upon a fresh copy.

    With `heads` the ledger's head and frontier are left out.
    """
    hidden = (DRAWN, HEADS) if heads else (DRAWN,)
    said: Answers = {}
    environment = {"ROLCHECK_NOW": NOON.replace(hour=18).isoformat(), "ROLCHECK_LANG": "en"}
    before = {path.relative_to(twin) for path in twin.rglob("*")}
    for line in LINES:
        copytree(twin, place)
        for name, text in FILES.items():
            (place / name).write_text(text, encoding="utf-8")
        who = ["--as", reader] if reader else []
        with chdir(place), patch.dict(os.environ, environment):
            status = run([*who, *line])
        answer = capsysbinary.readouterr()
        after = {path.relative_to(place) for path in place.rglob("*") if path.is_file()}
        made = sorted(after - before - set(map(Path, FILES)))
        files = [(str(path), _plain((place / path).read_bytes(), hidden)) for path in made]
        rmtree(place)
        said[" ".join(line)] = (
            int(status),
            _plain(answer.out, hidden),
            _plain(answer.err, hidden),
            files,
        )
    return said


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Return by stage two campaigns that differ in the secret alone."""
    found = {}
    for name, stage in STAGES.items():
        folder = tmp_path_factory.mktemp(name)
        base = make_base(folder / "base", stage)
        few, much = make_twin(base, folder / "few", stage.few), folder / "much"
        found[name] = (few, make_twin(base, much, stage.much))
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("stage", "reader"),
    [(name, reader) for name, stage in STAGES.items() for reader in stage.readers],
)
def test_every_command_answers_the_same_whatever_the_secret(
    twins: dict[str, tuple[Path, Path]],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
    stage: str,
    reader: str,
) -> None:
    few, much = (
        told(twin, tmp_path / "here", reader, capsysbinary, heads=STAGES[stage].prints_heads)
        for twin in twins[stage]
    )

    assert [line for line in few if few[line] != much[line]] == []
    assert [line for line, answer in much.items() if CANARY in str(answer)] == []
    assert [line for line, answer in much.items() if answer[0] == ExitStatus.BUG] == []


@pytest.mark.slow
def test_the_comparison_finds_what_a_coordinator_sees(
    twins: dict[str, tuple[Path, Path]],
    tmp_path: Path,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    few, much = (told(twin, tmp_path / "here", "co", capsysbinary) for twin in twins["scoring"])

    differing = {line for line in few if few[line] != much[line]}
    assert {"assign list", "audit log", "conflict list", "progress", "scores export"} <= differing
    assert any(CANARY in str(answer) for answer in much.values())


async def looked_at(twin: Path, place: Path, reader: str, name: str, size: tuple[int, int]) -> str:
    """Return what a reader sees of a screen, and a row further down."""
    copytree(twin, place)
    world = world_at(place)
    world.time = NOON.replace(hour=18)
    drawn = []
    async with shown(world.desk(reader), name, size) as pilot:
        for key in ("", "down"):
            await press(pilot, *([key] if key else []))
            drawn.append(drawn_by(pilot))
    world.store.close()
    rmtree(place)
    return "\n".join(drawn)


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SCREENS)
async def test_every_screen_is_the_same_whatever_the_secret(
    twins: dict[str, tuple[Path, Path]], tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    for reader in READERS:
        few, much = [
            await looked_at(twin, tmp_path / "here", reader, name, size)
            for twin in twins["scoring"]
        ]

        assert few == much, reader
        assert CANARY not in much


def test_every_command_is_among_those_that_are_tried() -> None:
    tried = {name for name, _made in leaves()}

    assert {"summary", "assign publish", "conflict list", "audit log"} <= tried
    assert {" ".join(line[:-1]) for line in LINES if line[-1] == "--help"} == tried
