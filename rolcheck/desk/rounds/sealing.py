"""Seals: the end of the last round, and the later editions that stand beside the first."""

from collections.abc import Sequence

from rolcheck.base.canon import canonical, sha256_hex
from rolcheck.base.errors import InputError, RefusedError
from rolcheck.base.messages import N_
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import must_be_in_state, must_say_why
from rolcheck.desk.ledger import recorded
from rolcheck.events.codec import Link
from rolcheck.events.rows import ComponentRow, EditionRow
from rolcheck.events.types import Draft, Kind


def seal(standing: Standing, who: str, frontier: Sequence[Link]) -> list[Draft]:
    """Return the seal: a hash over criteria, settings, receipts and ledger.

    Raises:
        RefusedError: The person may not, or the last round is not closed.
    """
    must_be_allowed(standing.settings, who, Action.RUN_ROUNDS)
    number = standing.settings.last_round
    must_be_in_state(standing, number, "closed")
    links = [list(link) for link in frontier]
    payload = {"seal": first_seal(standing, links), "frontier": links}
    return [Draft(who, Kind.ROUND_SEALED, round=number, payload=payload)]


def first_seal(standing: Standing, frontier: object) -> str:
    """Return the seal of a result as it stands, upon a ledger with that frontier."""
    return sha256_hex(canonical(_sealed(standing, frontier)))


def later_seal(standing: Standing, frontier: object, before: EditionRow, reason: str) -> str:
    """Return the seal of the edition after `before`, which it holds on to."""
    later = {"edition": before.number + 1, "before": before.seal, "reason": reason}
    return sha256_hex(canonical({**_sealed(standing, frontier), **later}))


def _sealed(standing: Standing, frontier: object) -> dict[str, object]:
    row = recorded(standing.tables)
    return {
        "criteria": row.criteria_sha256 if row else "",
        "settings": row.campaign_sha256 if row else "",
        "receipts": {name: rows[-1].files for name, rows in standing.receipts.items()},
        "ledger": frontier,
    }


def seal_edition(
    standing: Standing, who: str, frontier: Sequence[Link], reason: str
) -> list[Draft]:
    """Return the seal of an amended result, which stands beside the editions before it.

    Raises:
        InputError: No reason.
        RefusedError: The person may not, the campaign is not sealed, or nothing was amended.
    """
    must_be_allowed(standing.settings, who, Action.SEAL_EDITIONS)
    must_be_sealed(standing)
    why = must_say_why(reason)
    last = standing.editions[-1]
    if not amended_since(standing, last):
        raise RefusedError(
            N_("nothing was amended since edition {number} was sealed"),
            hint=N_("an objection is upheld first: rolcheck objection decide"),
            number=last.number,
        )
    links = [list(link) for link in frontier]
    payload = {
        "number": last.number + 1,
        "seal": later_seal(standing, links, last, why),
        "reason": why,
        "frontier": links,
    }
    number = standing.settings.last_round
    return [Draft(who, Kind.EDITION_SEALED, round=number, payload=payload)]


def must_be_sealed(standing: Standing) -> None:
    """Check that the result was sealed.

    Raises:
        RefusedError: It was not yet.
    """
    if not standing.is_sealed:
        raise RefusedError(
            N_("the campaign is not sealed yet"),
            hint=N_("while rounds run items are recalled or ruled"),
        )


def amended_since(standing: Standing, edition: EditionRow) -> bool:
    """Tell whether an objection was upheld or a component imported after an edition."""
    upheld = any(
        row.state == "upheld" and (row.decided_at or "") > edition.at for row in standing.objections
    )
    return upheld or any(row.at > edition.at for row in standing.tables.of(ComponentRow))


def must_be_edition(standing: Standing, number: int | None, edition: int | None) -> None:
    """Check that there is such an edition, and that the round is the one that it is of.

    Raises:
        InputError: There is not, or another round is asked for.
    """
    if edition is None:
        return
    known = [row.number for row in standing.editions]
    if edition not in known:
        raise InputError(
            N_("no edition {number}"),
            hint=N_("there are {known}") if known else N_("the campaign is not sealed yet"),
            number=edition,
            known=", ".join(map(str, known)),
        )
    if number not in (None, standing.settings.last_round):
        raise InputError(N_("editions are of round {last}"), last=standing.settings.last_round)
