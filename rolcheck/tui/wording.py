"""Errors as people read them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.problems import Problem
from rolcheck.locale import _
from rolcheck.locale.words import said
from rolcheck.tui.keys import screen_key

if TYPE_CHECKING:
    from rolcheck.campaign.standing import Standing
    from rolcheck.desk.desk import Desk


def sentence(error: RolcheckError) -> str:
    """Return an error and its way out, in the language in use."""
    parts = [said(error.message, error.params)]
    if error.hint:
        parts.append(said(error.hint, error.params))
    return _("; ").join(parts)


HINTS: Mapping[str, str] = {
    "a coordinator opens one: rolcheck round open N": N_(
        "a coordinator opens one in Rounds ({rounds_key})"
    ),
    "a coordinator may recall it: rolcheck round recall": N_("a coordinator may recall it"),
    "make the declarations first: rolcheck declare": N_("they are asked for with the first score"),
    "see them with rolcheck round status, or close with --waive REASON": N_(
        "Rounds ({rounds_key}) lists them, and closes with a reason"
    ),
    "the last closed round can be reopened: rolcheck round reopen N --reason ...": N_(
        "the last closed round can be reopened in Rounds ({rounds_key})"
    ),
}
"""The way out as it is in the app, by the hint that names a command."""


def in_app(error: RolcheckError, standing: "Standing") -> RolcheckError:
    """Return an error that names submissions and people as they are called, and keys of the app."""
    if isinstance(error, ProblemsError):
        return error
    names = {one: manifest.submission.name for one, manifest in standing.manifests.items()}
    people = {id: person.name for id, person in standing.settings.people.items()}
    known: Mapping[str, Mapping[str, str]] = {"submission": names, "who": people}
    params = {
        name: known.get(name, {}).get(str(value), value) for name, value in error.params.items()
    }
    params["rounds_key"] = screen_key("rounds")
    hint = HINTS.get(error.hint, error.hint)
    return type(error)(error.message, where=error.where, hint=hint, **params)


def at_desk(error: RolcheckError, desk: "Desk") -> RolcheckError:
    """Return an error in the words of the app, or as it is where the campaign cannot be read."""
    try:
        return in_app(error, desk.standing())
    except RolcheckError:
        return error


def problem_words(problem: Problem) -> str:
    """Return a problem with its place and what is expected, in the language in use."""
    words = [said(part, problem.params) for part in (problem.message, problem.expected) if part]
    return f"{problem.where}: {_('; ').join(words)}"
