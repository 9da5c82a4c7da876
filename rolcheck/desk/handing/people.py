"""Who fills something in away from the desk."""

from rolcheck.campaign.permissions import Action, must_be_allowed, person
from rolcheck.campaign.settings import Role, Settings

FILLING_IN: frozenset[Role] = frozenset({"reviewer", "arbiter", "unit"})
"""The roles that do; a coordinator hands out and takes back."""


def must_fill_in(settings: Settings, who: str) -> frozenset[Role]:
    """Return the roles in which somebody fills something in.

    Raises:
        InputError: Nobody is named so.
        RefusedError: The person has none of them.
    """
    roles = FILLING_IN.intersection(person(settings, who).roles)
    if not roles:
        must_be_allowed(settings, who, Action.SCORE)
    return roles
