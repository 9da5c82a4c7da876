"""An event: one thing that somebody did, past tense, never edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Every kind of event; a value is for ever, since old ledgers hold it."""

    SETTINGS_RECORDED = "settings-recorded"
    CAMPAIGN_AMENDED = "campaign-amended"
    MATERIAL_RECEIVED = "material-received"
    DECLARED = "declared"
    ROUND_OPENED = "round-opened"
    ROUND_CLOSED = "round-closed"
    ROUND_REOPENED = "round-reopened"
    ROUND_SEALED = "round-sealed"
    ITEM_RECALLED = "item-recalled"
    ASSIGNMENT_CHANGED = "assignment-changed"
    ASSIGNMENTS_PUBLISHED = "assignments-published"
    REVIEWER_RECUSED = "reviewer-recused"
    RECUSAL_LIFTED = "recusal-lifted"
    REVIEWER_ABSTAINED = "reviewer-abstained"
    ABSTENTION_LIFTED = "abstention-lifted"
    CONFLICT_DISMISSED = "conflict-dismissed"
    DISMISSAL_LIFTED = "dismissal-lifted"
    SCORE_RECORDED = "score-recorded"
    SCORE_KEPT = "score-kept"
    VERDICT_RECORDED = "verdict-recorded"
    STEP_UNDONE = "step-undone"
    RULING_MADE = "ruling-made"
    RULING_LIFTED = "ruling-lifted"
    FINDING_ADDED = "finding-added"
    FINDING_ANSWERED = "finding-answered"
    FINDING_ACCEPTED = "finding-accepted"
    FINDING_REJECTED = "finding-rejected"
    FINDING_WITHDRAWN = "finding-withdrawn"
    FINDING_EXTENDED = "finding-extended"
    NOTICE_ISSUED = "notice-issued"
    COMPONENT_IMPORTED = "component-imported"
    OBJECTION_ADDED = "objection-added"
    OBJECTION_DECIDED = "objection-decided"
    EDITION_SEALED = "edition-sealed"


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody is about to do; the store adds time, place in the chain and hashes.

    Attributes:
        author: Who does it.
        kind: What is done.
        submission: The submission concerned; empty if none.
        round: The round in which it is done; None outside every round.
        indicator: The indicator concerned; empty if none.
        subject: Whom or what it concerns besides (a reviewer, an item, a finding).
        payload: Plain values (no floats); its shape belongs to the kind.
    """

    author: str
    kind: Kind
    submission: str = ""
    round: int | None = None
    indicator: str = ""
    subject: str = ""
    payload: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """One link of an author's chain at one desk.

    Attributes:
        id: Random, unique everywhere.
        seq: Place in the chain of this author at this desk, from 1.
        at: UTC stamp with microseconds; later than every `at` before it in its ledger.
        prev: Hash of the link before; 64 zeros at the first.
        hash: SHA-256 of the canonical form of all the fields before it.
        signature: Of the hash; None where nobody signed.
    """

    id: str
    campaign: str
    author: str
    desk: str
    seq: int
    at: str
    kind: Kind
    submission: str | None
    round: int | None
    indicator: str | None
    subject: str | None
    payload: Mapping[str, object]
    prev: str
    hash: str
    signature: str | None = None

    @property
    def order(self) -> tuple[str, str, str, int]:
        """The order in which ledgers merge."""
        return (self.at, self.author, self.desk, self.seq)
