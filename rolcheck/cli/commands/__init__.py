"""The commands: what each is for, in the order of the help; `<name>.py` holds its `command`."""

from collections.abc import Mapping

from rolcheck.base.messages import N_

COMMANDS: Mapping[str, str] = {
    "demo": N_("make the sample campaign and open it"),
    "init": N_("begin a campaign"),
    "check": N_("check files and name every problem at once"),
    "criteria": N_("list, show, import, export, check and compare criteria sets"),
    "schema": N_("print the JSON Schema of a file"),
    "receive": N_("take in what an applicant handed in"),
    "campaign": N_("put changed settings on record"),
    "round": N_("show, open, close, reopen and seal rounds"),
    "assign": N_("say who reviews what"),
    "recuse": N_("bar somebody from a submission"),
    "conflict": N_("declare, rule on and list conflicts of interest"),
    "declare": N_("make the campaign's declarations"),
    "score": N_("record one observation"),
    "undo": N_("take one's own last step back"),
    "keep": N_("let earlier scores stand although their items came back"),
    "scores": N_("import and export scores"),
    "sheet": N_("hand out score sheets as workbooks, and take them back"),
    "form": N_("hand out score sheets as plain text, and take them back"),
    "complete": N_("give verdicts of the completeness round, or confirm what files tell"),
    "abstain": N_("step back from a submission"),
    "finding": N_("add, answer and judge findings"),
    "notice": N_("write correction notices, and list those that were issued"),
    "rule": N_("decide what an indicator scores"),
    "components": N_("import and list the parts of the result that do not come from the rounds"),
    "objection": N_("enter, decide and list objections to the published result"),
    "edition": N_("seal, list and verify the editions of the result"),
    "progress": N_("show who has done what, and what is left"),
    "remind": N_("write reminders ready to send, one a person"),
    "summary": N_("print the result of the campaign"),
    "explain": N_("show how a number came about"),
    "history": N_("show the scores of a submission round by round"),
    "agreement": N_("tell how far the reviewers agree"),
    "severity": N_("tell how far each reviewer lies from the panel"),
    "sensitivity": N_("tell whether the ranking hangs on the method or on one reviewer"),
    "audit": N_("show and verify the record"),
    "doctor": N_("tell what is wrong with this machine or this campaign"),
    "help": N_("explain rounds, values, numbers, the record, keys, settings"),
    "completion": N_("print what makes a shell complete commands"),
}
"""By name: the one line that says what the command does."""
