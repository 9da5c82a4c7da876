"""How a campaign would stand once drafts are recorded, for what comes after them in one import."""

from collections.abc import Sequence

from rolcheck.campaign.standing import Standing
from rolcheck.events.codec import FIRST, seal
from rolcheck.events.fold import fold
from rolcheck.events.rows import Put
from rolcheck.events.types import Draft

LATER = "9999-12-31T23:59:59.999999Z"
"""After all that was recorded."""


def supposed(standing: Standing, drafts: Sequence[Draft]) -> Standing:
    """Return how it would stand if what only adds rows had been recorded; nothing is."""
    campaign, place = standing.settings.campaign.id, sum(map(len, standing.tables.rows.values()))
    rows = []
    for number, draft in enumerate(drafts, start=place):
        event = seal(
            draft, id=f"supposed-{number}", campaign=campaign, desk="", seq=1, at=LATER, prev=FIRST
        )
        rows += [change.row for change in fold(event) if isinstance(change, Put)]
    return standing.supposing(*rows) if rows else standing
