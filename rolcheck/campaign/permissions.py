"""Who may do what: one table, shown in the docs and tested cell by cell."""

from collections.abc import Mapping
from enum import StrEnum

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.ids import perhaps
from rolcheck.base.messages import N_
from rolcheck.campaign.settings import Reviewer, Role, Settings


class Action(StrEnum):
    """Everything that writes."""

    RECEIVE = "receive"
    AMEND = "amend"
    RUN_ROUNDS = "run rounds"
    RECALL = "recall"
    ASSIGN = "assign"
    RECUSE = "recuse"
    IMPORT_FOR_OTHERS = "import for others"
    KEEP_FOR_OTHERS = "keep for others"
    DECLARE = "declare"
    SCORE = "score"
    KEEP = "keep"
    UNDO = "undo"
    ABSTAIN = "abstain"
    GIVE_VERDICTS = "give verdicts"
    RULE = "rule"
    ADD_FINDINGS = "add findings"
    ANSWER_FINDINGS = "answer findings"
    JUDGE_FINDINGS = "judge findings"
    EXTEND_FINDINGS = "extend findings"
    ISSUE_NOTICES = "issue notices"
    IMPORT_COMPONENTS = "import components"
    ADD_OBJECTIONS = "add objections"
    DECIDE_OBJECTIONS = "decide objections"
    SEAL_EDITIONS = "seal editions"


MAY: Mapping[Action, tuple[Role, ...]] = {
    Action.RECEIVE: ("coordinator",),
    Action.AMEND: ("coordinator",),
    Action.RUN_ROUNDS: ("coordinator",),
    Action.RECALL: ("coordinator",),
    Action.ASSIGN: ("coordinator",),
    Action.RECUSE: ("coordinator",),
    Action.IMPORT_FOR_OTHERS: ("coordinator",),
    Action.KEEP_FOR_OTHERS: ("coordinator",),
    Action.DECLARE: ("reviewer",),
    Action.SCORE: ("reviewer",),
    Action.KEEP: ("reviewer",),
    Action.UNDO: ("reviewer", "coordinator"),
    Action.ABSTAIN: ("reviewer",),
    Action.GIVE_VERDICTS: ("reviewer",),
    Action.RULE: ("arbiter",),
    Action.ADD_FINDINGS: ("coordinator", "reviewer"),
    Action.ANSWER_FINDINGS: ("coordinator", "unit"),
    Action.JUDGE_FINDINGS: ("coordinator", "reviewer"),
    Action.EXTEND_FINDINGS: ("coordinator",),
    Action.ISSUE_NOTICES: ("coordinator",),
    Action.IMPORT_COMPONENTS: ("coordinator",),
    Action.ADD_OBJECTIONS: ("coordinator",),
    Action.DECIDE_OBJECTIONS: ("arbiter",),
    Action.SEAL_EDITIONS: ("coordinator",),
}
"""Which roles an action takes; the state of the round and assignments narrow it further."""

OWN_ITEMS: Mapping[Action, Role] = {
    Action.SCORE: "reviewer",
    Action.KEEP: "reviewer",
    Action.GIVE_VERDICTS: "reviewer",
    Action.ADD_FINDINGS: "reviewer",
    Action.JUDGE_FINDINGS: "reviewer",
    Action.ANSWER_FINDINGS: "unit",
}
"""The role that may act on its own items only."""

BARRED_FROM = (
    Action.SCORE,
    Action.KEEP,
    Action.GIVE_VERDICTS,
    Action.ADD_FINDINGS,
    Action.JUDGE_FINDINGS,
    Action.RULE,
    Action.DECIDE_OBJECTIONS,
)
"""What a recusal, an abstention or an own office forbids on that submission."""


def person(settings: Settings, who: str) -> Reviewer:
    """Return the entry of `who` in campaign.toml.

    Raises:
        InputError: Nobody is named so.
    """
    if who not in settings.people:
        hint, near = perhaps(who, settings.people, N_("give one of {known}"))
        raise InputError(
            N_("nobody named '{who}' in campaign.toml"),
            hint=hint,
            who=who,
            near=near,
            known=", ".join(settings.people),
        )
    return settings.people[who]


def must_be_allowed(settings: Settings, who: str, action: Action) -> Reviewer:
    """Return the entry of `who`, whose roles allow `action`.

    Raises:
        InputError: Nobody is named so.
        RefusedError: None of the person's roles allows it.
    """
    entry = person(settings, who)
    if not set(MAY[action]).intersection(entry.roles):
        raise RefusedError(
            N_("{who} may not {action}: that is for {roles}"),
            who=who,
            action=action.value,
            roles=", ".join(MAY[action]),
        )
    return entry


def whose(settings: Settings, who: str, other: str, action: Action) -> str:
    """Return whose an entry is: `other`'s where a coordinator enters it for them, else `who`'s.

    Args:
        settings: campaign.toml as it is in force.
        who: Who enters it.
        other: For whom; empty for oneself.
        action: What it is, which the person whose it is must be allowed to do.

    Raises:
        InputError: Nobody is named so.
        RefusedError: `who` may enter nothing for others, or the person may not do this.
    """
    owner = other or who
    if owner != who:
        must_be_allowed(settings, who, Action.IMPORT_FOR_OTHERS)
    must_be_allowed(settings, owner, action)
    return owner
