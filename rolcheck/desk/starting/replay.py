"""A sample's history done once more, through the same services that people use.

`history.csv` has one row for everything that somebody did:

| action          | submission | indicator          | subject      | value        | remark      |
|-----------------|------------|--------------------|--------------|--------------|-------------|
| receive         | whose      |                    |              | stage 1 or 2 |             |
| declare, undo   |            |                    |              |              |             |
| round-open      |            |                    |              | round        |             |
| round-close     |            |                    |              | round        | waiving why |
| assign          | whose      | scope              | reviewer     | round        |             |
| complete        | whose      | indicator/item     |              | verdict      |             |
| score           | whose      | indicator          | evidence     | observation  | remark      |
| keep            | whose      | which; empty = all |              |              |             |
| recuse          | whose      |                    | who          |              | reason      |
| abstain         | whose      |                    |              |              | reason      |
| rule            | whose      | indicator          |              | observation  | reason      |
| recall          | whose      | indicator          |              |              | reason      |
| finding-add     | whose      | indicator          | code         | due date     | what is asked |
| finding-answer, -accept, -reject, -withdraw | | | finding | nature | text |

A finding is named F1, F2… in the order of asking. `at` is local time in the campaign's timezone and
rises from row to row.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from shutil import copytree, ignore_patterns
from tempfile import TemporaryDirectory

from rolcheck.base.errors import InputError, ProblemsError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.campaign.loader import Campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.findings.life import FindingEntry, Statement, finding_name
from rolcheck.desk.imports import Line
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.receiving import intake
from rolcheck.desk.review.recording import Entry
from rolcheck.events.rows import FindingRow
from rolcheck.store.port import EventStore
from rolcheck.submission.loader import SubmissionFolder, load_submission

COLUMNS = ("at", "author", "action", "submission", "indicator", "subject", "value", "remark")
STAGE = "stage-1"
FIRST_STAGE, SECOND_STAGE = "1", "2"


def replay(
    store: EventStore, campaign: Campaign, lines: Sequence[Line], *, shift: timedelta
) -> int:
    """Do everything that `lines` say, all of it or nothing, and return how many events it made.

    Args:
        store: Where it is recorded, in one write.
        campaign: The folder, its rounds' dates shifted already.
        lines: The rows of a history.
        shift: Whole days by which times and due dates are moved.

    Raises:
        ProblemsError: Rows are bad or refused; every one is named.
        StoreError: The ledger cannot be written.
    """
    scene = _Scene(store, campaign, shift)
    before = store.length()
    problems: list[Problem] = []
    with scene.ledger.batch():
        for line in lines:
            try:
                scene.do(line)
            except ProblemsError as error:
                problems += error.problems
            except RolcheckError as error:
                problems.append(Problem(error.message, line.where, error.hint, error.params))
        if problems:
            raise ProblemsError(problems)
    return store.length() - before


def last_time(lines: Sequence[Line]) -> datetime:
    """Return the local time of the last row.

    Raises:
        InputError: There is no row, or its time cannot be read.
    """
    if not lines:
        raise InputError(N_("the history is empty"))
    return _time(lines[-1])


class _Scene:
    """The desk at which it all happens: its clock stands where the row says."""

    def __init__(self, store: EventStore, campaign: Campaign, shift: timedelta) -> None:
        self._shift, self._campaign = shift, campaign
        self._at = datetime.min.replace(tzinfo=campaign.settings.timezone)
        self.ledger = Ledger(store, campaign, lambda: self._at)

    def do(self, line: Line) -> None:
        """Do what one row says.

        Raises:
            RolcheckError: It cannot be understood, or was refused.
        """
        self._set_clock(line)
        action = line.cells["action"]
        step = ACTIONS.get(action)
        if step is None:
            raise InputError(
                N_("no action '{action}'"),
                hint=N_("give one of {known}"),
                action=action,
                known=", ".join(ACTIONS),
            )
        step(self, Desk(self.ledger, line.cells["author"]), line)

    def receive(self, desk: Desk, line: Line) -> None:
        """Receive a submission as it was handed in at a stage."""
        name, stage = line.cells["submission"], line.cells["value"]
        if stage not in ("", FIRST_STAGE, SECOND_STAGE):
            raise InputError(N_("no stage '{stage}'"), hint=N_("give 1 or 2"), stage=stage)
        folder = self._campaign.submissions.get(name)
        if folder is None or stage != FIRST_STAGE:
            desk.receive(name)
            return
        with _first_stage(folder) as staged:
            campaign = replace(
                self._campaign, submissions={**self._campaign.submissions, name: staged}
            )
            self.ledger.commit(lambda now: intake.receive(now, campaign, desk.who, name))

    def due(self, text: str) -> date | None:
        """Return a due date, moved like everything else."""
        try:
            return date.fromisoformat(text) + self._shift if text else None
        except ValueError as error:
            raise InputError(N_("'{text}' is no date"), text=text) from error

    def _set_clock(self, line: Line) -> None:
        at = _time(line).replace(tzinfo=self._campaign.settings.timezone) + self._shift
        if at <= self._at:
            raise InputError(N_("times rise from row to row"))
        self._at = at


def _time(line: Line) -> datetime:
    text = line.cells["at"]
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(N_("'{text}' is no time"), where=line.where, text=text) from error
    if at.tzinfo is not None:
        raise InputError(N_("times are local times without a zone"), where=line.where)
    return at


@contextmanager
def _first_stage(submission: SubmissionFolder) -> Iterator[SubmissionFolder]:
    """Give the folder with what stands under stage-1/ in the place of what came later."""
    with TemporaryDirectory(prefix="rolcheck-") as made:
        folder = Path(made) / submission.folder.name
        copytree(submission.folder, folder, ignore=ignore_patterns(STAGE))
        first = submission.folder / STAGE
        if first.is_dir():
            copytree(first, folder, dirs_exist_ok=True)
        yield load_submission(folder)


def _number(line: Line) -> int:
    text = line.cells["value"]
    if not (text.isascii() and text.isdigit()):
        raise InputError(N_("'{text}' is no round's number"), text=text)
    return int(text)


def _assign(scene: _Scene, desk: Desk, line: Line) -> None:
    cells = line.cells
    given = {
        "submission": cells["submission"],
        "action": "assign",
        "reviewer": cells["subject"],
        "round": cells["value"],
        "scope": cells["indicator"],
    }
    desk.assign([Line(line.where, given)])


def _score(scene: _Scene, desk: Desk, line: Line) -> None:
    cells = line.cells
    evidence = tuple(cells["subject"].split())
    desk.score(
        Entry(cells["submission"], cells["indicator"], cells["value"], cells["remark"], evidence)
    )


def _add_finding(scene: _Scene, desk: Desk, line: Line) -> None:
    cells = line.cells
    entry = FindingEntry(
        cells["submission"],
        cells["indicator"],
        cells["subject"],
        cells["remark"],
        scene.due(cells["value"]),
    )
    desk.add_finding(entry)


def _move(step: str) -> "Step":
    def move(scene: _Scene, desk: Desk, line: Line) -> None:
        said = Statement(line.cells["remark"], line.cells["value"])
        desk.move_finding(_finding(desk, line.cells["subject"]), step, said)

    return move


def _finding(desk: Desk, name: str) -> str:
    """Return the name of what a history calls F1, F2… in the order of asking."""
    names = [finding_name(row) for row in desk.standing().tables.of(FindingRow)]
    return {f"F{place}": found for place, found in enumerate(names, start=1)}.get(name, name)


Step = Callable[[_Scene, Desk, Line], object]

ACTIONS: Mapping[str, Step] = {
    "receive": _Scene.receive,
    "declare": lambda scene, desk, line: desk.declare(),
    "undo": lambda scene, desk, line: desk.undo(),
    "round-open": lambda scene, desk, line: desk.open_round(_number(line)),
    "round-close": lambda scene, desk, line: desk.close_round(
        _number(line), waive=line.cells["remark"]
    ),
    "assign": _assign,
    "complete": lambda scene, desk, line: desk.complete(
        line.cells["submission"], line.cells["indicator"], line.cells["value"]
    ),
    "score": _score,
    "keep": lambda scene, desk, line: desk.keep(
        line.cells["submission"], line.cells["indicator"].split()
    ),
    "recuse": lambda scene, desk, line: desk.recuse(
        line.cells["subject"], line.cells["submission"], line.cells["remark"]
    ),
    "abstain": lambda scene, desk, line: desk.abstain(
        line.cells["submission"], line.cells["remark"]
    ),
    "rule": lambda scene, desk, line: desk.rule(
        line.cells["submission"],
        line.cells["indicator"],
        line.cells["value"],
        line.cells["remark"],
    ),
    "recall": lambda scene, desk, line: desk.recall(
        line.cells["submission"], line.cells["indicator"], line.cells["remark"]
    ),
    "finding-add": _add_finding,
    "finding-answer": _move("answer"),
    "finding-accept": _move("accept"),
    "finding-reject": _move("reject"),
    "finding-withdraw": _move("withdraw"),
}
"""By action: what is done."""
