"""What the Desk and the Rounds show: plain values that load nothing heavy."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from rolcheck.desk.rounds.seen import BurnDown, Forecast


@dataclass(frozen=True, slots=True)
class RoundSeen:
    """One round: its plan, how far it is, and how many days are left until it is due.

    Attributes:
        closes: When scoring ends by itself, where the campaign is run; None if it does not.
        days_left: Below 0 when it is overdue; None without a date.
        opened_at: Where the campaign is run, as `closed_at`.
        waived: How much was left to do at its closing.
        seal: The hash of the seal; empty without one.
    """

    number: int
    name: str
    kind: str
    state: str
    opens: date | None
    due: date | None
    closes: datetime | None
    blind: bool
    days_left: int | None
    reopened: bool
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    waived: int = 0
    seal: str = ""


@dataclass(frozen=True, slots=True)
class BlockerSeen:
    """One thing that is left to do.

    Attributes:
        name: Of the submission.
        title: Of the indicator, in Chinese; `title_en` beside it.
        subject: Who owes it by name, the expected item, or the finding's code.
        id: What identifies it beside its cell: a person, an item, a finding; may be empty.
        there: Of an item under quorum, how many have scored it.
        office: The responsible unit.
    """

    kind: str
    submission: str
    name: str
    indicator: str
    title: str
    title_en: str
    subject: str
    id: str
    there: int = 0
    office: str = ""


@dataclass(frozen=True, slots=True)
class ProgressRow:
    """One line of progress.

    Attributes:
        id: Of the reviewer, submission or area; of a unit its name.
        name: What people call it; empty where it is its id.
        due: How many items are owed in the round.
        done: How many of them are done.
        to_confirm: How many wait for a confirmation.
        last: The stamp of the latest entry; empty if there is none.
        name_en: Of an area its English title; else empty.
        late: How many are left though the round was due before today.
        a_day: Items a working day, as `desk.rounds.pace` says; None where nothing was done.
        an_hour: Items an hour of work, from the times of the entries; None where none is timed.
        end: When the rest is done at that speed; None where nothing is left or nothing is known.
    """

    id: str
    name: str
    due: int
    done: int
    to_confirm: int
    last: str
    name_en: str = ""
    late: int = 0
    a_day: Fraction | None = None
    an_hour: Fraction | None = None
    end: date | None = None

    @property
    def left(self) -> int:
        """How many are left."""
        return self.due - self.done


@dataclass(frozen=True, slots=True)
class RoundsSeen:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        runs: Whether the reader may open and close rounds.
        current: The round that is open, else the one closed last, else the first.
        open: The round that is open, if one is.
        next: The round that could be opened next; None after the last.
        blockers: What blocks the closing, as far as the reader may know of it.
        carried: What would be handed on to the next round, likewise.
        today: Where the campaign is run.
        sees_all: Whether the reader knows what everybody owes.
        is_ranking: Whether applicants are compared; otherwise the units count.
        reviewers: How far everybody is in the open round, where the reader sees all.
        quorum: How many scores an item needs.
        forecast: For whoever runs the rounds.
        burn: What was left by day, for whoever sees all; None where nothing was owed.
    """

    title: str
    who: str
    runs: bool
    rounds: tuple[RoundSeen, ...]
    current: int
    open: int | None
    next: int | None
    blockers: tuple[BlockerSeen, ...]
    carried: tuple[BlockerSeen, ...]
    today: date
    sees_all: bool
    is_ranking: bool
    reviewers: tuple[ProgressRow, ...]
    quorum: int
    forecast: Forecast
    burn: BurnDown | None = None


@dataclass(frozen=True, slots=True)
class BlockerGroup:
    """What is left of one kind.

    Attributes:
        parts: Where or by whom it is left and how much, most first: id, name, count.
        places: Submission and indicator of each, in order.
    """

    kind: str
    count: int
    parts: tuple[tuple[str, str, int], ...]
    places: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ItemLeft:
    """One item that the reader still owes in this round."""

    submission: str
    name: str
    indicator: str
    title: str
    title_en: str
    to_confirm: bool


@dataclass(frozen=True, slots=True)
class SubmissionSeen:
    """One submission as a desk lists it.

    Attributes:
        due: Duties of this round; `done` of them are done.
        total: As of the round whose results are shown; None where nothing is known.
        places: To how many places totals are written; None for the shortest form.
        claim: What the applicant's own scores add up to, weighted.
    """

    id: str
    name: str
    due: int
    done: int
    to_confirm: int
    rank: int | None
    total: Fraction | None
    places: int | None
    complete: bool
    claim: Fraction
    findings: int
    overdue: int
    disputes: int


@dataclass(frozen=True, slots=True)
class EventSeen:
    """One line of what happened last."""

    id: str
    at: datetime
    who: str
    kind: str
    submission: str
    indicator: str
    said: str


@dataclass(frozen=True, slots=True)
class UnitRow:
    """What waits for one responsible unit, in mode self-check.

    Attributes:
        name: Empty for indicators that name none.
        missing: Required items of material that are not there.
        due: When something of it is due first; None where nothing is.
    """

    name: str
    indicators: int
    missing: int
    points: Fraction
    at_risk: Fraction
    findings: int
    due: date | None


@dataclass(frozen=True, slots=True)
class UnitItem:
    """One indicator as a responsible unit looks at it: without any score before the seal.

    Attributes:
        place: Name of the submission.
        missing: Titles of the required items that are not there.
        findings: Codes of those that are not settled; `overdue` of them wait too long.
        due: The first day on which one of them is due.
    """

    submission: str
    place: str
    indicator: str
    title: str
    title_en: str
    missing: tuple[str, ...]
    findings: tuple[str, ...]
    overdue: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole screen.

    Attributes:
        who: What the reader is called; empty for somebody who only looks.
        roles: The reader's roles.
        now: The time where the campaign is run.
        needs_declaring: The declarations that the reader still has to make.
        changed_files: Files that differ from what is on record.
        mine: By submission, what the reader owes in this round.
        left: The items of it that are not done.
        results_round: The round as of which `submissions` are; None where they are not shown.
        units: What waits for each responsible unit; only for whoever sees all, in self-check.
        unit: The responsible unit that the reader speaks for; empty for none.
        answers_for: Its indicators.
        whole: How far the open round is as a whole; only for whoever sees all.
    """

    title: str
    batch: str
    mode: str
    who: str
    roles: tuple[str, ...]
    now: datetime
    rounds: tuple[RoundSeen, ...]
    current: int
    needs_declaring: tuple[str, ...]
    changed_files: tuple[str, ...]
    blockers: tuple[BlockerGroup, ...]
    carried: tuple[BlockerGroup, ...]
    reviewers: tuple[ProgressRow, ...]
    areas: tuple[ProgressRow, ...]
    mine: tuple[ProgressRow, ...]
    left: tuple[ItemLeft, ...]
    submissions: tuple[SubmissionSeen, ...]
    results_round: int | None
    recent: tuple[EventSeen, ...]
    units: tuple[UnitRow, ...]
    unit: str
    answers_for: tuple[UnitItem, ...]
    whole: ProgressRow | None = None
