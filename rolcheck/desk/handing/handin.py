"""What came back filled in away from the desk, whatever it was filled in with."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Literal

from rolcheck.base.canon import sha256_hex
from rolcheck.base.places import Place
from rolcheck.base.problems import Problem
from rolcheck.base.text import fold_width
from rolcheck.campaign.standing import Cell, Standing
from rolcheck.desk.ledger import recorded
from rolcheck.events.rows import ObservationRow, RulingRow, VerdictRow

Part = Literal["score", "verdict", "declaration", "ruling", "answer"]
"""What can be filled in: by reviewers the first three, by the arbiter, by a responsible unit."""

SHORT_HASH = 12
"""As many digits of a hash are enough to tell whether it is the same one."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What stood when an item was handed out.

    Attributes:
        edition: Which of the reviewer's observations of it stood, or of all verdicts on it, counted
            from 1 and those taken back included; 0 if none did.
        material: The material version, or as many of its digits as are enough.
    """

    edition: int
    material: str

    def __str__(self) -> str:
        """Return it as forms write it: ``2-3f9c1a2b4c5d``."""
        return f"{self.edition}-{self.material[:SHORT_HASH]}"


@dataclass(frozen=True, slots=True)
class WrittenFinding:
    """A finding as it came back, every part as it was written."""

    code: str = ""
    asked: str = ""
    due: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything was written."""
        return any(astuple(self))


@dataclass(frozen=True, slots=True)
class Written:
    """One item as it came back.

    Attributes:
        where: Where its value stands.
        submission: Whose material; empty for a declaration and an answer.
        indicator: Which indicator; empty for a declaration and an answer.
        value: As it was written; empty where nothing was.
        remark: What is said with it; of a ruling the reason.
        bases: What it was handed out upon; in a form also what a line says was looked at since.
        faults: What in it could not be read.
        line: In a form, below which line another one can override a conflict; None in a workbook.
        key: Of a verdict the expected item, of a declaration its key, of an answer the finding.
        finding: What is asked beside a score or verdict.
        nature: Of an answer, whether it is about facts or substance.
    """

    where: Place
    submission: str
    indicator: str
    value: str = ""
    remark: str = ""
    evidence: tuple[str, ...] = ()
    bases: tuple[Basis, ...] = ()
    faults: tuple[Problem, ...] = ()
    line: int | None = None
    part: Part = "score"
    key: str = ""
    finding: WrittenFinding = WrittenFinding()
    nature: str = ""

    @property
    def name(self) -> str:
        """What it is called: ``1.1.1``, of an expected item ``1.1.1/a``, of an answer ``F482137``.

        A declaration has no name that says anything.
        """
        match self.part:
            case "declaration":
                return ""
            case "answer":
                return self.key
            case _:
                return item_name(self.indicator, self.key)

    @property
    def said(self) -> tuple[object, ...]:
        """All that was filled in."""
        return (self.value, self.remark, self.evidence, self.finding, self.nature)

    @property
    def in_form(self) -> bool:
        """Whether it came in a form."""
        return self.line is not None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written."""
        return not (any(self.said) or self.faults)


@dataclass(frozen=True, slots=True)
class Handin:
    """A workbook or form that came back.

    Attributes:
        where: Where it says what it is for.
        reviewer: Who was to fill it in, in whatever role.
        criteria: The hash of the criteria that it was made for, or enough of its digits.
        items: In the order of the file.
        passed_over: What in it was not understood and left alone.
        handout: Which handout it is; empty where it does not say.
    """

    where: Place
    campaign: str
    round: int
    reviewer: str
    criteria: str
    items: tuple[Written, ...]
    passed_over: tuple[Problem, ...] = ()
    handout: str = ""


def import_step(id: str, handins: Sequence[Handin]) -> str:
    """Return what an import is undone with, which also tells the handouts that it took back."""
    return " ".join([id, *sorted({one.handout for one in handins if one.handout})])


def came_with(step: str, handout: str) -> bool:
    """Tell whether an import took a handout back."""
    return bool(handout) and handout in step.split()[1:]


def item_name(indicator: str, expected: str = "") -> str:
    """Return what people call an indicator or one of its expected items."""
    return f"{indicator}/{expected}" if expected else indicator


def ruling_name(indicator: str) -> str:
    """Return what a ruling is bound by within its submission, apart from a score of the same."""
    return f"ruling {indicator}"


def declaration_key(text: str) -> str:
    """Return what binds the answer to a declaration: changed words are another one."""
    return sha256_hex(text)[:SHORT_HASH]


def editions(standing: Standing, reviewer: str) -> Mapping[Cell, int]:
    """Return the edition of every item that stands for a reviewer; 0 of all others."""
    made: Counter[Cell] = Counter()
    stands: Counter[Cell] = Counter()
    for row in standing.tables.of(ObservationRow):
        if row.reviewer == reviewer:
            cell = (row.submission, row.indicator)
            made[cell] += 1
            if not row.undone:
                stands[cell] = made[cell]
    return stands


def verdict_editions(standing: Standing) -> Mapping[tuple[str, str, str], int]:
    """Return the edition of the verdict that stands on every expected item; 0 of all others."""
    made: Counter[tuple[str, str, str]] = Counter()
    stands: Counter[tuple[str, str, str]] = Counter()
    for row in standing.tables.of(VerdictRow):
        key = (row.submission, row.indicator, row.item)
        made[key] += 1
        if not row.undone:
            stands[key] = made[key]
    return stands


def ruling_editions(standing: Standing) -> Mapping[Cell, int]:
    """Return how many rulings, liftings among them, were made on every item."""
    return Counter((row.submission, row.indicator) for row in standing.tables.of(RulingRow))


def criteria_on_record(standing: Standing) -> str:
    """Return the SHA-256 of the criteria in force; empty before the first opening."""
    row = recorded(standing.tables)
    return row.criteria_sha256 if row else ""


def same_hash(short: str, whole: str) -> bool:
    """Tell whether a hash, or enough digits of it, is that of `whole`."""
    return short == whole or (len(short) >= SHORT_HASH and whole.startswith(short))


def evidence_ids(text: str) -> tuple[str, ...]:
    """Return the ids that somebody wrote, each once, however they are parted."""
    return tuple(dict.fromkeys(filter(None, map(fold_width, re.split(r"[\s,;，；、]+", text)))))
