"""The desk: one campaign, one ledger, one person; everything that people do goes through it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime

from rolcheck.base.ids import new_id
from rolcheck.campaign.standing import Standing
from rolcheck.desk.assigning import allotting, assignments, barring
from rolcheck.desk.assigning.allotment import Allotment, Wish
from rolcheck.desk.disputes import rulings
from rolcheck.desk.findings import extending, life
from rolcheck.desk.findings.life import FindingEntry, Statement
from rolcheck.desk.handing import judging
from rolcheck.desk.handing.handin import Handin, import_step
from rolcheck.desk.handing.outcomes import Import, Judged
from rolcheck.desk.imports import Line
from rolcheck.desk.ledger import Decide
from rolcheck.desk.reader import Reader
from rolcheck.desk.receiving import intake
from rolcheck.desk.review import keeping, recording, scores, undoing, verdicts
from rolcheck.desk.review.recording import Entry
from rolcheck.desk.rounds import sealing, steps
from rolcheck.events.types import Draft, Event
from rolcheck.scoring.results import Results


class Desk(Reader):
    """What one person does in one campaign, beside what they see of it.

    Methods that write return the events recorded, none where nothing changed; they raise
    `InputError` for what is not there, `ObservationError` for a value that the rule does not
    take, `RefusedError` for what state or role forbids, `StoreError` where the ledger cannot
    be written. Whatever they raise, nothing was stored.
    """

    def seated(self, who: str) -> "Desk":
        """Return the desk of another person at the same ledger."""
        return Desk(self.ledger, who)

    def batch(self) -> AbstractContextManager[None]:
        """Make all that is done inside one write: everything is stored at its end, or nothing."""
        return self.ledger.batch()

    # what reviewers do

    def score(self, entry: Entry) -> tuple[Event, ...]:
        """Record one observation."""
        return self._commit(lambda now: recording.score(now, self.who, entry, now=self.now()))

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
            lambda now: keeping.keep(
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

    def declare(self, *, reviewer: str = "") -> tuple[Event, ...]:
        """Make the campaign's declarations, or enter those that `reviewer` made."""
        return self._commit(lambda now: verdicts.declare(now, self.who, reviewer=reviewer))

    def complete(
        self, submission: str, item: str, verdict: str, *, reviewer: str = ""
    ) -> tuple[Event, ...]:
        """Give the verdict on one expected item, ``INDICATOR/ITEM``, or enter `reviewer`'s."""
        return self._commit(
            lambda now: verdicts.complete(
                now, self.who, submission, item, verdict, reviewer=reviewer
            )
        )

    def undo(self) -> tuple[Event, ...]:
        """Take one's own last step of the open round back."""
        return self._commit(lambda now: undoing.undo(now, self.who, self.now()))

    def abstain(self, submission: str, reason: str, *, lift: bool = False) -> tuple[Event, ...]:
        """Step back from a submission, or return to it."""
        return self._commit(
            lambda now: barring.abstain(now, self.who, submission, reason, lift=lift)
        )

    def declare_conflict(
        self, submission: str, kind: str, reason: str = "", *, reviewer: str = ""
    ) -> tuple[Event, ...]:
        """Step back from a submission for a conflict, or enter what `reviewer` declared."""
        return self._commit(
            lambda now: barring.declare_conflict(
                now, self.who, submission, kind, reason, reviewer=reviewer
            )
        )

    def import_scores(self, lines: Sequence[Line], *, dry_run: bool = False) -> tuple[Draft, ...]:
        """Record a file of scores, all or nothing; a dry run only says what it would record."""
        return self._import(
            lambda now: scores.import_scores(now, self.who, lines, now=self.now(), step=new_id()),
            dry_run=dry_run,
        )

    def hand_in(
        self, handins: Sequence[Handin], *, override: bool = False, dry_run: bool = False
    ) -> tuple[Judged, ...]:
        """Record what came back filled in, and return what becomes of every item.

        Nothing is recorded in a dry run, or where any item has a problem.
        """
        judged: tuple[Judged, ...] = ()

        def decide(standing: Standing) -> Sequence[Draft]:
            nonlocal judged
            how = Import(self.now(), import_step(new_id(), handins), override)
            judged = judging.judge(standing, self.who, handins, how)
            if dry_run or any(one.problems for one in judged):
                return ()
            return [draft for one in judged for draft in one.drafts]

        self._commit(decide)
        return judged

    # what coordinators do

    def receive(self, submission: str) -> tuple[Event, ...]:
        """Take in what an applicant handed in."""
        return self._commit(lambda now: intake.receive(now, self.campaign, self.who, submission))

    def amend(self, reason: str) -> tuple[Event, ...]:
        """Put a changed campaign.toml on record."""
        return self.ledger.commit(
            lambda now: intake.amend(now, self.campaign, self.who, reason), amending=True
        )

    def open_round(self, number: int) -> tuple[Event, ...]:
        """Open a round, receiving what has no receipt yet."""
        return self._commit(lambda now: steps.open_round(now, self.campaign, self.who, number))

    def close_round(self, number: int, *, waive: str = "") -> tuple[Event, ...]:
        """Close the open round; the ledger must be sound."""
        self.must_be_sound()
        return self._commit(
            lambda now: steps.close_round(now, self.who, number, self._closing(now, number, waive))
        )

    def reopen_round(
        self, number: int, reason: str, until: datetime | None = None
    ) -> tuple[Event, ...]:
        """Open the last closed round once more."""
        return self._commit(
            lambda now: steps.reopen_round(
                now, self.who, number, reason, until=until, now=self.now()
            )
        )

    def recall(self, submission: str, indicator: str, reason: str) -> tuple[Event, ...]:
        """Call an indicator back into the open round."""
        return self._commit(lambda now: steps.recall(now, self.who, submission, indicator, reason))

    def seal(self) -> tuple[Event, ...]:
        """End the last round for good; the ledger must be sound."""
        self.must_be_sound()
        return self._commit(lambda now: sealing.seal(now, self.who, self.ledger.store.frontier()))

    def assign(
        self, lines: Sequence[Line], *, drafts: bool = False, dry_run: bool = False
    ) -> tuple[Draft, ...]:
        """Record an assignment file, all or nothing; a dry run only says what it would record."""
        return self._import(
            lambda now: assignments.set_assignments(now, self.who, lines, drafts=drafts),
            dry_run=dry_run,
        )

    def publish(self, number: str = "") -> tuple[Event, ...]:
        """Show reviewers what was assigned to them in a round: the open one, else the next."""
        return self._commit(lambda now: assignments.publish(now, self.who, number))

    def allot(self, wish: Wish) -> Allotment:
        """Return a proposal of assignments; nothing is recorded."""
        return allotting.allot(self.standing(), self.who, wish)

    def recuse(
        self, reviewer: str, submission: str, reason: str, *, lift: bool = False
    ) -> tuple[Event, ...]:
        """Bar somebody from a submission, or lift the bar."""
        return self._commit(
            lambda now: barring.recuse(now, self.who, reviewer, submission, reason, lift=lift)
        )

    def rule_on_conflict(
        self, reviewer: str, submission: str, ruling: str, reason: str, *, conflict: str = ""
    ) -> tuple[Event, ...]:
        """Confirm or dismiss a conflict, or lift the ruling."""
        pair = (submission, reviewer)
        return self._commit(
            lambda now: barring.rule_on_conflict(
                now, self.who, pair, ruling, reason, conflict=conflict
            )
        )

    # what the arbiter does

    def rule(
        self, submission: str, indicator: str, value: str, reason: str, *, arbiter: str = ""
    ) -> tuple[Event, ...]:
        """Decide what an indicator scores, or whether a veto stands; or enter `arbiter`'s."""
        return self._commit(
            lambda now: rulings.rule(
                now, self.who, submission, indicator, value, reason, arbiter=arbiter
            )
        )

    # findings

    def add_finding(self, entry: FindingEntry) -> tuple[Event, ...]:
        """Say what is wrong with the material, and what is expected."""
        return self._commit(lambda now: life.add(now, self.who, entry, now=self.now()))

    def move_finding(self, name: str, step: str, said: Statement) -> tuple[Event, ...]:
        """Answer, accept, reject or withdraw a finding, or give it half of its time once more."""
        if step == extending.EXTEND:
            return self.extend_finding(name, said.text)
        return self._commit(lambda now: life.move(now, self.who, name, step, said))

    def extend_finding(
        self, name: str, reason: str, *, due: date | None = None, within: int = 0
    ) -> tuple[Event, ...]:
        """Give a finding more time, once."""
        return self._commit(
            lambda now: extending.extend(
                now, self.who, name, reason, due=due, within=within, now=self.now()
            )
        )

    def _closing(self, standing: Standing, number: int, waive: str) -> steps.Closing:
        return steps.Closing(
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
