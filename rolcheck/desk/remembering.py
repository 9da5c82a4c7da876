"""Reading the overview, and keeping it where it is sure what it rests on."""

from pathlib import Path

from rolcheck.campaign.loader import Campaign
from rolcheck.desk.desk import Desk
from rolcheck.desk.overview import overview
from rolcheck.desk.remembered import Remembered
from rolcheck.desk.seen import Overview


def read_and_keep(desk: Desk, memory: Remembered | None) -> Overview:
    """Return the overview of now; keep it in `memory` if nobody wrote while it was read."""
    settings = desk.campaign.settings
    if memory is None or settings.campaign.store != "sqlite":
        return overview(desk)
    before = memory.state(_files(desk.campaign))
    seen = overview(desk)
    if before is not None and before == memory.state(_files(desk.campaign)):
        memory.keep(seen, before, str(settings.campaign.timezone))
    return seen


def _files(campaign: Campaign) -> list[Path]:
    found = [campaign.file.path, campaign.criteria.path]
    if campaign.criteria.catalogue_path is not None:
        found.append(campaign.criteria.catalogue_path)
    return [*found, *(one.file.path for one in campaign.submissions.values())]
