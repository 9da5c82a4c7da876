"""What a piece of evidence says, as far as this version reads its type."""

from collections.abc import Sequence

from rolcheck.base.files import read_text
from rolcheck.base.text import clean
from rolcheck.desk.desk import Desk
from rolcheck.desk.receiving.intake import evidence_file

READABLE = (".md", ".txt")


def evidence_text(desk: Desk, submission: str, evidence: str, limit: int = 400) -> Sequence[str]:
    """Return the lines of a piece of evidence that is text or Markdown, cleaned for a screen.

    Args:
        desk: Whose campaign.
        submission: Whose material.
        evidence: Its id in the manifest.
        limit: How many lines at the most.

    Returns:
        Nothing for files of other types, which this version does not read.

    Raises:
        InputError: No such evidence, or its file cannot be read.
    """
    path = evidence_file(desk.campaign, desk.standing(), submission, evidence)
    if path.suffix.lower() not in READABLE:
        return ()
    return clean(read_text(path)).splitlines()[:limit]
