"""How a campaign would stand once drafts are recorded, for what comes after them in one import."""

from collections.abc import Sequence

from rolcheck.campaign.standing import Standing
from rolcheck.events.codec import FIRST, seal
from rolcheck.events.fold import fold
from rolcheck.events.rows import Put
from rolcheck.events.types import Draft


def supposed(standing: Standing, drafts: Sequence[Draft]) -> Standing:
    """Return how it would stand if what only adds rows had been recorded; nothing is."""
    campaign, place = standing.settings.campaign.id, sum(map(len, standing.tables.rows.values()))
    for number, draft in enumerate(drafts, start=place):
        event = seal(
            draft, id=f"supposed-{number}", campaign=campaign, desk="", seq=1, at="", prev=FIRST
        )
        for change in fold(event):
            if isinstance(change, Put):
                standing = standing.supposing(change.row)
    return standing
