"""Codes in words: states, kinds, roles and the like as people are shown them.

Machine output and the ledger hold the codes; what is said holds these message ids.
"""

from collections.abc import Mapping

from rolcheck.base.messages import N_
from rolcheck.locale import _

ROUND_STATES = {
    "planned": N_("planned"),
    "open": N_("under way"),
    "closed": N_("closed"),
    "sealed": N_("sealed"),
}
ROUND_KINDS = {
    "completeness": N_("completeness"),
    "scoring": N_("scoring"),
    "re-examination": N_("re-examination"),
    "final": N_("final"),
}
RULE_KINDS = {
    "graded": N_("graded rule"),
    "points": N_("points rule"),
    "binary": N_("binary rule"),
    "deduct": N_("deduct rule"),
    "ratio": N_("ratio rule"),
    "periodic": N_("periodic rule"),
    "sampled": N_("sampled rule"),
    "veto": N_("veto rule"),
    "bonus": N_("bonus rule"),
}
FINDING_STATES = {
    "open": N_("unanswered"),
    "answered": N_("answered"),
    "accepted": N_("accepted"),
    "withdrawn": N_("withdrawn"),
}
OBJECTION_STATES = {
    "open": N_("not decided"),
    "upheld": N_("upheld"),
    "dismissed": N_("dismissed"),
}
ROLES = {
    "reviewer": N_("reviewer"),
    "coordinator": N_("coordinator"),
    "arbiter": N_("arbiter"),
    "observer": N_("observer"),
    "unit": N_("responsible unit"),
}
ACTIONS = {
    "receive": N_("receive"),
    "amend": N_("amend settings"),
    "run rounds": N_("run rounds"),
    "recall": N_("recall items"),
    "assign": N_("assign"),
    "recuse": N_("recuse"),
    "import for others": N_("import for others"),
    "keep for others": N_("keep for others"),
    "declare": N_("declare"),
    "score": N_("score"),
    "keep": N_("keep scores"),
    "undo": N_("undo"),
    "abstain": N_("abstain"),
    "give verdicts": N_("give verdicts"),
    "rule": N_("make rulings"),
    "add findings": N_("add findings"),
    "answer findings": N_("answer findings"),
    "judge findings": N_("judge findings"),
    "extend findings": N_("give findings more time"),
    "issue notices": N_("issue correction notices"),
    "import components": N_("import components"),
    "add objections": N_("add objections"),
    "decide objections": N_("decide objections"),
    "seal editions": N_("seal editions"),
}
VALUES = {
    "missing": N_("no material"),
    "n/a": N_("not applicable"),
    "full": N_("full points"),
    "zero": N_("no points"),
    "none": N_("no defect"),
    "yes": N_("yes"),
    "no": N_("no"),
    "veto": N_("raise the veto"),
    "clear": N_("clear: not found"),
}
"""Observations that are words, as people read them."""
VERDICTS = {
    "ok": N_("there"),
    "supplement": N_("to be supplemented"),
    "missing": N_("missing"),
}
BASES = {
    "file-there": N_("the file is there as received"),
    "not-offered": N_("no evidence answers it"),
    "file-gone": N_("the file named is not there"),
    "file-empty": N_("the file is empty"),
    "file-changed": N_("the file is not as received"),
    "out-of-period": N_("dated outside the period"),
    "item-not-named": N_("evidence is there, but does not say for which item"),
    "some-not-usable": N_("part of the evidence cannot be used"),
}
"""Why the machine proposes a verdict, or leaves it to a person."""
BARS = {
    "recusal": N_("recused"),
    "abstention": N_("stepped back"),
    "own-office": N_("own office"),
    "own-district": N_("own district"),
    "unassigned": N_("not assigned any more"),
    "criteria": N_("criteria changed: to be given again"),
}
CONFLICTS = {
    "own-office": N_("own office"),
    "own-district": N_("own district"),
    "kinship": N_("kinship"),
    "paid-adviser": N_("paid adviser"),
    "drafter": N_("drafter of the material"),
    "other": N_("another conflict"),
}
ORIGINS = {
    "derived": N_("by office"),
    "declared": N_("declared by the reviewer"),
    "ruled": N_("by a coordinator"),
}
"""Where a conflict, or a bar, comes from."""
CONFLICT_RULINGS = {
    "confirmed": N_("conflict confirmed"),
    "dismissed": N_("no conflict"),
}
BLOCKERS = {
    "unfinished": N_("assignment unfinished"),
    "under-quorum": N_("too few scores"),
    "no-verdict": N_("item without verdict"),
    "dispute": N_("dispute without ruling"),
    "veto": N_("veto without ruling"),
    "ruling-to-confirm": N_("ruling to be confirmed"),
    "finding-open": N_("finding open"),
    "finding-overdue": N_("finding overdue"),
}
EVENTS = {
    "settings-recorded": N_("settings put on record"),
    "campaign-amended": N_("settings amended"),
    "material-received": N_("material received"),
    "declared": N_("declarations made"),
    "round-opened": N_("round opened"),
    "round-closed": N_("round closed"),
    "round-reopened": N_("round reopened"),
    "round-sealed": N_("round sealed"),
    "item-recalled": N_("item recalled"),
    "assignment-changed": N_("assignment changed"),
    "assignments-published": N_("assignments published"),
    "reviewer-recused": N_("reviewer recused"),
    "recusal-lifted": N_("recusal lifted"),
    "reviewer-abstained": N_("reviewer stepped back"),
    "abstention-lifted": N_("reviewer returned"),
    "conflict-dismissed": N_("conflict ruled to be none"),
    "dismissal-lifted": N_("ruling on a conflict lifted"),
    "score-recorded": N_("score recorded"),
    "score-kept": N_("score kept"),
    "verdict-recorded": N_("verdict given"),
    "step-undone": N_("step taken back"),
    "ruling-made": N_("ruling made"),
    "ruling-lifted": N_("ruling lifted"),
    "finding-added": N_("finding added"),
    "finding-answered": N_("finding answered"),
    "finding-accepted": N_("finding accepted"),
    "finding-rejected": N_("answer rejected"),
    "finding-withdrawn": N_("finding withdrawn"),
    "finding-extended": N_("finding given more time"),
    "notice-issued": N_("correction notice issued"),
    "component-imported": N_("component imported"),
    "objection-added": N_("objection added"),
    "objection-decided": N_("objection decided"),
    "edition-sealed": N_("edition sealed"),
}

_LISTS = frozenset(
    {
        "choices",
        "declarations",
        "files",
        "folders",
        "groups",
        "items",
        "known",
        "names",
        "order",
        "rounds",
        "types",
        "values",
    }
)
"""Parameters that hold several words parted by commas."""

_REASONS = frozenset(
    {
        N_("Expected '=' after a key in a key/value pair"),
        N_("Expected ']' at the end of a table declaration"),
        N_("Expected ']]' at the end of an array declaration"),
        N_("Expected newline or end of document after a statement"),
        N_("Cannot overwrite a value"),
        N_("Invalid initial character for a key part"),
        N_("Invalid statement"),
        N_("Invalid value"),
        N_("Unclosed array"),
        N_("Unclosed inline table"),
        N_("Unescaped '\\' in a string"),
        N_("Unterminated string"),
        N_("File name too long"),
        N_("Input/output error"),
        N_("Is a directory"),
        N_("No space left on device"),
        N_("No such file or directory"),
        N_("Not a directory"),
        N_("Permission denied"),
        N_("Read-only file system"),
        N_("database disk image is malformed"),
        N_("line contains NUL"),
    }
)
"""What libraries and the system often give as a reason; anything else is shown as they say it."""

_PARAMS: Mapping[str, Mapping[str, str]] = {
    "state": ROUND_STATES,
    "finding_state": FINDING_STATES,
    "wanted": ROUND_STATES,
    "kind": ROUND_KINDS,
    "action": ACTIONS,
    "role": ROLES,
    "conflict": CONFLICTS,
    "roles": ROLES,
}


def value_words(value: str) -> str:
    """Return an observation as people read it: its words in the language in use."""
    return _(VALUES[value]) if value in VALUES else value


def said(message: str, params: Mapping[str, object]) -> str:
    """Return a message in the language in use, with the codes among its parameters in words."""
    return _(message).format(**{name: _in_words(name, value) for name, value in params.items()})


def _in_words(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    if name == "reason":
        return _(value) if value in _REASONS else value
    words = _PARAMS.get(name, {})
    if not words and name not in _LISTS:
        return value
    return _(", ").join(_(words[code]) if code in words else code for code in value.split(", "))
