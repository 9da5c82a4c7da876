"""The desk: one campaign, one ledger, one person; everything that people do goes through it."""

from collections.abc import Sequence
from datetime import date, datetime

from rolcheck.base.ids import new_id
from rolcheck.campaign.blockers import Blocker, blockers, carried
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.standing import Standing
from rolcheck.desk import (
    assignments,
    findings,
    receiving,
    review,
    rounds,
    rulings,
    scores,
    verdicts,
)
from rolcheck.desk.imports import Line
from rolcheck.desk.ledger import Decide, Ledger
from rolcheck.desk.review import Entry
from rolcheck.desk.sight import Sight
from rolcheck.events.types import Draft, Event
from rolcheck.scoring.results import Results


class Desk:
    """What one person does and sees in one campaign.

    Methods that write return the events recorded, none where nothing changed; they raise
    `InputError` for what is not there, `ObservationError` for a value that the rule does not
    take, `RefusedError` for what state or role forbids, `StoreError` where the ledger cannot
    be written. Whatever they raise, nothing was stored.

    Args:
        ledger: The campaign's ledger.
        who: The person's id; empty for somebody who only reads.
    """

    def __init__(self, ledger: Ledger, who: str = "") -> None:
        self.ledger, self.who = ledger, who
        self._results: dict[tuple[int, int], Results] = {}

    @property
    def campaign(self) -> Campaign:
        """The campaign's files."""
        return self.ledger.campaign

    def standing(self) -> Standing:
        """How the campaign stands now."""
        return self.ledger.standing()

    def sight(self) -> Sight:
        """What this person may see."""
        return Sight(self.standing(), self.who)

    def now(self) -> datetime:
        """The clock's time."""
        return self.ledger.clock()

    def today(self) -> date:
        """The day it is where the campaign is run."""
        return self.now().astimezone(self.standing().settings.timezone).date()

    def results(self, number: int) -> Results:
        """Return the results as of a round: as at its closing, or of the open one as known now."""
        standing = self.ledger.standing_at(number)
        key = (number, id(standing))
        if key not in self._results:
            self._results = {key: Results(standing, number)}
        return self._results[key]

    # what reviewers do

    def score(self, entry: Entry) -> tuple[Event, ...]:
        """Record one observation."""
        return self._commit(lambda now: review.score(now, self.who, entry, now=self.now()))

    def keep(
        self,
        submission: str,
        indicators: Sequence[str] = (),
        *,
        reviewer: str = "",
        reason: str = "",
    ) -> tuple[Event, ...]:
        """Let earlier scores stand although their items came back."""
        return self._commit(
            lambda now: review.keep(
                now,
                self.who,
                submission,
                indicators,
                now=self.now(),
                reviewer=reviewer,
                reason=reason,
                step=new_id(),
            )
        )

    def declare(self) -> tuple[Event, ...]:
        """Make the campaign's declarations."""
        return self._commit(lambda now: verdicts.declare(now, self.who))

    def complete(self, submission: str, item: str, verdict: str) -> tuple[Event, ...]:
        """Give the verdict on one expected item, ``INDICATOR/ITEM``."""
        return self._commit(lambda now: verdicts.complete(now, self.who, submission, item, verdict))

    def undo(self) -> tuple[Event, ...]:
        """Take one's own last step of the open round back."""
        return self._commit(lambda now: verdicts.undo(now, self.who, self.now()))

    def abstain(self, submission: str, reason: str, *, lift: bool = False) -> tuple[Event, ...]:
        """Step back from a submission, or return to it."""
        return self._commit(
            lambda now: assignments.abstain(now, self.who, submission, reason, lift=lift)
        )

    def import_scores(self, lines: Sequence[Line], *, dry_run: bool = False) -> tuple[Draft, ...]:
        """Record a file of scores, all or nothing; a dry run only says what it would record."""
        return self._import(
            lambda now: scores.import_scores(now, self.who, lines, now=self.now(), step=new_id()),
            dry_run=dry_run,
        )

    # what coordinators do

    def receive(self, submission: str) -> tuple[Event, ...]:
        """Take in what an applicant handed in."""
        return self._commit(lambda now: receiving.receive(now, self.campaign, self.who, submission))

    def amend(self, reason: str) -> tuple[Event, ...]:
        """Put a changed campaign.toml on record."""
        return self.ledger.commit(
            lambda now: receiving.amend(now, self.campaign, self.who, reason), amending=True
        )

    def open_round(self, number: int) -> tuple[Event, ...]:
        """Open a round, receiving what has no receipt yet."""
        return self._commit(lambda now: rounds.open_round(now, self.campaign, self.who, number))

    def close_round(self, number: int, *, waive: str = "") -> tuple[Event, ...]:
        """Close the open round; the ledger must be sound."""
        self.ledger.must_be_sound()
        return self._commit(
            lambda now: rounds.close_round(now, self.who, number, self._closing(now, number, waive))
        )

    def reopen_round(
        self, number: int, reason: str, until: datetime | None = None
    ) -> tuple[Event, ...]:
        """Open the last closed round once more."""
        return self._commit(lambda now: rounds.reopen_round(now, self.who, number, reason, until))

    def recall(self, submission: str, indicator: str, reason: str) -> tuple[Event, ...]:
        """Call an indicator back into the open round."""
        return self._commit(lambda now: rounds.recall(now, self.who, submission, indicator, reason))

    def seal(self) -> tuple[Event, ...]:
        """End the last round for good; the ledger must be sound."""
        self.ledger.must_be_sound()
        return self._commit(lambda now: rounds.seal(now, self.who, self.ledger.store.frontier()))

    def assign(self, lines: Sequence[Line], *, dry_run: bool = False) -> tuple[Draft, ...]:
        """Record an assignment file, all or nothing; a dry run only says what it would record."""
        return self._import(
            lambda now: assignments.set_assignments(now, self.who, lines), dry_run=dry_run
        )

    def recuse(
        self, reviewer: str, submission: str, reason: str, *, lift: bool = False
    ) -> tuple[Event, ...]:
        """Bar somebody from a submission, or lift the bar."""
        return self._commit(
            lambda now: assignments.recuse(now, self.who, reviewer, submission, reason, lift=lift)
        )

    # what the arbiter does

    def rule(self, submission: str, indicator: str, value: str, reason: str) -> tuple[Event, ...]:
        """Decide what an indicator scores, or whether a veto stands."""
        return self._commit(
            lambda now: rulings.rule(now, self.who, submission, indicator, value, reason)
        )

    # findings

    def add_finding(
        self,
        submission: str,
        indicator: str,
        *,
        code: str,
        asked: str,
        due: date | None = None,
        evidence: Sequence[str] = (),
    ) -> tuple[Event, ...]:
        """Say what is wrong with the material, and what is expected."""
        return self._commit(
            lambda now: findings.add(
                now,
                self.who,
                submission,
                indicator,
                code=code,
                asked=asked,
                due=due,
                evidence=evidence,
            )
        )

    def move_finding(
        self, name: str, step: str, *, text: str, nature: str = "", evidence: Sequence[str] = ()
    ) -> tuple[Event, ...]:
        """Answer, accept, reject or withdraw a finding."""
        return self._commit(
            lambda now: findings.move(
                now, self.who, name, step, text=text, nature=nature, evidence=evidence
            )
        )

    # what is left to do

    def blockers(self) -> tuple[Blocker, ...]:
        """Return what blocks closing the open round; nothing if none is open."""
        standing = self.standing()
        number = standing.open_round
        if number is None:
            return ()
        disputes = self.results(number).disputes if _looks(standing, number) else frozenset()
        return blockers(standing, number, disputes=disputes, today=self.today())

    def carried(self) -> tuple[Blocker, ...]:
        """Return what would be handed on to the next round; nothing if none is open."""
        standing = self.standing()
        number = standing.open_round
        if number is None:
            return ()
        disputes = self.results(number).disputes
        return carried(standing, number, disputes=disputes, today=self.today())

    def _closing(self, standing: Standing, number: int, waive: str) -> rounds.Closing:
        return rounds.Closing(
            disputes=Results(standing, number).disputes,
            frontier=self.ledger.store.frontier(),
            today=self.today(),
            waive=waive,
        )

    def _commit(self, decide: Decide) -> tuple[Event, ...]:
        return self.ledger.commit(decide)

    def _import(self, decide: Decide, *, dry_run: bool) -> tuple[Draft, ...]:
        made: list[Draft] = []

        def remember(standing: Standing) -> Sequence[Draft]:
            made[:] = decide(standing)
            return () if dry_run else made

        self.ledger.commit(remember)
        return tuple(made)


def _looks(standing: Standing, number: int) -> bool:
    """Tell whether disputes block the closing of a round."""
    return standing.plan(number).kind == "final"
