"""What keeps people from submissions: their offices, conflicts of interest, recusals, abstentions.

A bar is a coordinator's (recusal), the reviewer's own (abstention), or follows from campaign.toml
(own office, own district). A conflict is of which kind the reason of a bar is. A coordinator's
ruling on it stands whatever the reviewer says later: a conflict that is confirmed is a recusal,
one that is ruled to be none bars no more. The latter takes away what a name made believe, or what
was declared as a conflict; neither an own office, which campaign.toml says in so many words, nor
an abstention for another reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rolcheck.campaign.settings import Settings
from rolcheck.events.rows import BarRow, DismissalRow
from rolcheck.submission.manifest import Manifest

Pair = tuple[str, str]
"""A submission's id and a person's id."""

RECUSAL, ABSTENTION = "recusal", "abstention"
OWN_OFFICE, OWN_DISTRICT = "own-office", "own-district"
CONFLICTS = (OWN_OFFICE, OWN_DISTRICT, "kinship", "paid-adviser", "drafter", "other")
_SHORTEST_DISTRICT = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """What keeps somebody from a submission.

    Attributes:
        code: recusal, abstention, own-office or own-district.
        conflict: Of which kind its reason is; empty where nobody said.
    """

    code: str
    conflict: str


def derived(settings: Settings, manifests: Mapping[str, Manifest]) -> Mapping[Pair, str]:
    """Return the conflicts that follow from the offices in campaign.toml.

    An office that hands a submission in, or is called like it, is an own office; one whose name
    begins with a district's is of that district.
    """
    return {
        (id, person.id): kind
        for id, manifest in manifests.items()
        for person in settings.reviewers
        if (kind := _kind(manifest, person.offices))
    }


def bars(
    found: Mapping[Pair, str], rows: Iterable[BarRow], dismissals: Iterable[DismissalRow]
) -> Mapping[Pair, Bar]:
    """Return what bars whom: of several bars the one that came last.

    Args:
        found: As `derived` returns them.
        rows: In force or lifted, oldest first.
        dismissals: The rulings that there is no conflict, in force or lifted.
    """
    none = {(row.submission, row.reviewer) for row in dismissals if row.in_force}
    bars = {
        pair: Bar(kind, kind)
        for pair, kind in found.items()
        if kind == OWN_OFFICE or pair not in none
    }
    for row in rows:
        pair = (row.submission, row.reviewer)
        stated = row.kind == ABSTENTION and row.conflict
        if row.in_force and not (stated and pair in none):
            bars[pair] = Bar(row.kind, row.conflict)
    return bars


def _kind(manifest: Manifest, offices: Iterable[str]) -> str:
    about = manifest.submission
    own, named = {*about.offices, about.name}, list(offices)
    if own.intersection(named):
        return OWN_OFFICE
    if about.kind == "district" and any(_lies_in(office, about.name) for office in named):
        return OWN_DISTRICT
    return ""


def _lies_in(office: str, district: str) -> bool:
    name = district.partition("（")[0].partition("(")[0].strip()
    return len(name) >= _SHORTEST_DISTRICT and office.startswith(name)
