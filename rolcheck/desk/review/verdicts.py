"""Declarations, and verdicts of the completeness round."""

from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, whose
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import must_be_in_round, must_be_on_own_item
from rolcheck.events.rows import VerdictRow
from rolcheck.events.types import Draft, Kind

VERDICTS = ("ok", "supplement", "missing")


def declare(standing: Standing, who: str, *, reviewer: str = "", step: str = "") -> list[Draft]:
    """Return the reviewer's declarations; nothing if they stand already.

    Args:
        standing: How the campaign stands.
        who: Who enters them.
        reviewer: Whose they are, where a coordinator enters them for somebody.
        step: What they are taken back with, where they are part of an import.

    Raises:
        InputError: Nobody is named so.
        RefusedError: The person is no reviewer, or the campaign asks for none.
    """
    owner = whose(standing.settings, who, reviewer, Action.DECLARE)
    asked = standing.settings.campaign.declarations
    if not asked:
        raise RefusedError(N_("this campaign asks for no declarations"))
    if owner in standing.declared:
        return []
    payload = {"texts": list(asked)} | ({"step": step} if step else {})
    subject = owner if owner != who else ""
    return [Draft(who, Kind.DECLARED, round=standing.open_round, subject=subject, payload=payload)]


def complete(
    standing: Standing,
    who: str,
    submission: str,
    item: str,
    verdict: str,
    *,
    reviewer: str = "",
    step: str = "",
) -> list[Draft]:
    """Return the verdict on one expected item; nothing if the reviewer's own stands already.

    Args:
        standing: How the campaign stands.
        who: Who enters it.
        submission: Whose material.
        item: ``INDICATOR/ITEM``.
        verdict: One of `VERDICTS`.
        reviewer: Whose verdict it is, where a coordinator enters it for somebody.
        step: What it is taken back with, where it is part of an import.

    Raises:
        InputError: No such person, submission, indicator, item or verdict.
        RefusedError: No completeness round is open, or the item is not the reviewer's own.
    """
    owner = whose(standing.settings, who, reviewer, Action.GIVE_VERDICTS)
    standing.manifest(submission)
    indicator, name = _expected(standing, item)
    _must_be_verdict(verdict)
    number = completeness_round(standing)
    must_be_on_own_item(standing, number, submission, indicator, owner)
    if _says_so(standing, (submission, indicator, name), owner, verdict):
        return []
    said = {"verdict": verdict, "reviewer": owner if owner != who else "", "step": step}
    payload = {key: text for key, text in said.items() if text}
    return [Draft(who, Kind.VERDICT_RECORDED, submission, number, indicator, name, payload)]


def _says_so(standing: Standing, key: tuple[str, str, str], owner: str, verdict: str) -> bool:
    """Tell whether a verdict stands, and is also what `owner` said last."""
    stands = standing.verdicts.get(key)
    if stands is None or stands.verdict != verdict:
        return False
    own = (
        row.verdict
        for row in reversed(standing.tables.of(VerdictRow))
        if (row.submission, row.indicator, row.item) == key
        and row.reviewer == owner
        and not row.undone
    )
    return next(own, "") == verdict


def _must_be_verdict(word: str) -> None:
    if word not in VERDICTS:
        raise InputError(
            N_("no verdict '{verdict}'"),
            hint=N_("give one of {known}"),
            verdict=word,
            known=", ".join(VERDICTS),
        )


def completeness_round(standing: Standing) -> int:
    """Return the number of the open completeness round.

    Raises:
        RefusedError: No round is open, or one of another kind.
    """
    number = must_be_in_round(standing, None)
    kind = standing.plan(number).kind
    if kind != "completeness":
        raise RefusedError(
            N_("verdicts belong to the completeness round; round {number} is {kind}"),
            number=number,
            kind=kind,
        )
    return number


def _expected(standing: Standing, item: str) -> tuple[str, str]:
    indicator_id, _, name = item.partition("/")
    indicator = standing.criteria.indicator(indicator_id)
    items = [expected.id for expected in indicator.evidence]
    if name not in items:
        raise InputError(
            N_("no expected item '{item}'"),
            hint=N_("{indicator} expects {items}"),
            item=item,
            indicator=indicator.id,
            items=", ".join(f"{indicator.id}/{one}" for one in items) or "-",
        )
    return indicator.id, name
