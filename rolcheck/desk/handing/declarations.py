"""What becomes of declarations that came back filled in: all of them are made, or none."""

from dataclasses import replace

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.campaign.standing import Standing
from rolcheck.desk.handing.handin import Handin, Written, declaration_key
from rolcheck.desk.handing.outcomes import Import, Judged, failed
from rolcheck.desk.handing.written import is_confirmed
from rolcheck.desk.review.verdicts import declare


def judged_declarations(
    standing: Standing, who: str, handin: Handin, how: Import
) -> tuple[Judged, ...]:
    """Return what becomes of every declaration of a file, in its order."""
    items = [item for item in handin.items if item.part == "declaration"]
    filled = [item for item in items if not item.is_blank]
    keys = {item.key for item in filled if is_confirmed(item.value)}
    judged = [_judged(standing, handin.reviewer, item, keys) for item in items]
    if not filled or any(one.problems for one in judged):
        return tuple(judged)
    try:
        drafts = declare(standing, who, reviewer=handin.reviewer, step=how.step)
    except RolcheckError as error:
        return tuple(failed(one, error) if one.item in filled else one for one in judged)
    told = [
        replace(one, outcome="recorded" if drafts else "unchanged") if one.item in filled else one
        for one in judged
    ]
    first = next(at for at, one in enumerate(told) if one.item in filled)
    told[first] = replace(told[first], drafts=tuple(drafts))
    return tuple(told)


def _judged(standing: Standing, reviewer: str, item: Written, keys: set[str]) -> Judged:
    judged = Judged(item, reviewer, "bad", item.value)
    if item.faults:
        return replace(judged, problems=item.faults)
    if item.is_blank:
        return replace(judged, outcome="blank")
    try:
        _must_be_made(standing, item, keys)
    except InputError as error:
        return failed(judged, error)
    return judged


def _must_be_made(standing: Standing, item: Written, keys: set[str]) -> None:
    """Check that a declaration is one of those asked for, confirmed, and none is left out."""
    asked = {declaration_key(text): text for text in standing.settings.campaign.declarations}
    if item.key not in asked:
        raise InputError(
            N_("the campaign does not ask for this declaration"), hint=N_("export a new one")
        )
    if not is_confirmed(item.value):
        raise InputError(
            N_("'{value}' does not make the declaration {declaration}"),
            hint=N_("expected yes (是), or nothing"),
            value=item.value,
            declaration=asked[item.key],
        )
    rest = [text for key, text in asked.items() if key not in keys]
    if rest:
        raise InputError(
            N_("declarations are made together, and these are left out: {declarations}"),
            hint=N_("expected yes (是) beside each"),
            declarations=", ".join(rest),
        )
