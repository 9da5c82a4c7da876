"""Taking in what applicants hand in, and putting the settings on record."""

from collections.abc import Iterator
from json import loads
from pathlib import Path

from rolcheck.base.errors import InputError, ProblemsError, RefusedError
from rolcheck.base.files import inside
from rolcheck.base.messages import N_
from rolcheck.campaign.loader import Campaign
from rolcheck.campaign.material import material_versions
from rolcheck.campaign.permissions import Action, must_be_allowed
from rolcheck.campaign.standing import Standing
from rolcheck.desk.gates import must_say_why
from rolcheck.desk.ledger import recorded
from rolcheck.desk.receiving.manifests import manifest_problems
from rolcheck.events.types import Draft, Kind
from rolcheck.submission.loader import (
    SubmissionFolder,
    differing_files,
    file_problems,
    hash_files,
)


def receive(standing: Standing, campaign: Campaign, who: str, submission: str) -> list[Draft]:
    """Return the receipt of a submission as it is now; nothing if it is as received last.

    Raises:
        InputError: No such submission.
        ProblemsError: Files that it names cannot be read, or it names what does not exist.
        RefusedError: The person may not receive.
    """
    must_be_allowed(standing.settings, who, Action.RECEIVE)
    if submission not in campaign.submissions:
        standing.manifest(submission)
        raise InputError(
            N_("the folder of '{name}' cannot be read"),
            hint=N_("run rolcheck check"),
            name=submission,
        )
    return list(_receipt(standing, campaign.submissions[submission], who))


def receive_new(standing: Standing, campaign: Campaign, who: str) -> list[Draft]:
    """Return a receipt for every submission that has none yet."""
    return [
        draft
        for name, submission in campaign.submissions.items()
        if name not in standing.receipts
        for draft in _receipt(standing, submission, who)
    ]


def _receipt(standing: Standing, submission: SubmissionFolder, who: str) -> Iterator[Draft]:
    name = submission.manifest.submission.id
    problems = (*file_problems(submission), *manifest_problems(submission, standing.criteria))
    if problems:
        raise ProblemsError(problems)
    files = hash_files(submission)
    before = standing.receipts.get(name, ())
    if before and loads(before[-1].files) == files:
        return
    versions = material_versions(standing.criteria, submission.manifest, files)
    changed = [
        one
        for one, version in versions.items()
        if before and standing.version(name, one) != version
    ]
    yield Draft(
        author=who,
        kind=Kind.MATERIAL_RECEIVED,
        submission=name,
        round=standing.open_round,
        payload={
            "number": len(before) + 1,
            "manifest": loads(submission.file.content),
            "files": files,
            "versions": versions,
            "changed": changed,
        },
    )


def put_on_record(
    standing: Standing, campaign: Campaign, who: str, *, kind: Kind, reason: str = ""
) -> Draft:
    """Return the event that records criteria and campaign.toml as they are now."""
    return Draft(
        author=who,
        kind=kind,
        round=standing.open_round,
        payload={
            "criteria_sha256": campaign.criteria.sha256,
            "criteria": loads(campaign.criteria.content),
            "campaign_sha256": campaign.file.sha256,
            "campaign": loads(campaign.file.content),
            "reason": reason,
        },
    )


def amend(standing: Standing, campaign: Campaign, who: str, reason: str) -> list[Draft]:
    """Return the record of a changed campaign.toml.

    Raises:
        RefusedError: The person may not, nothing is on record yet, or the criteria changed.
        InputError: No reason, or campaign.toml is as recorded.
    """
    must_be_allowed(standing.settings, who, Action.AMEND)
    row = recorded(standing.tables)
    if row is None:
        raise RefusedError(N_("nothing is on record before the first round opens: just edit"))
    if row.criteria_sha256 != campaign.criteria.sha256:
        raise RefusedError(
            N_("the criteria are not what is on record; they cannot change while rounds run"),
            hint=N_("put the criteria file back as it was"),
        )
    if row.campaign_sha256 == campaign.file.sha256:
        raise InputError(N_("campaign.toml is as it is on record"))
    why = must_say_why(reason)
    return [put_on_record(standing, campaign, who, kind=Kind.CAMPAIGN_AMENDED, reason=why)]


def not_received(standing: Standing, campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Return the files that differ from the last receipt, by submission; those alike left out.

    Of a submission that cannot be read any more it is all of them.
    """
    found = {}
    for name, rows in standing.receipts.items():
        received = loads(rows[-1].files)
        here = campaign.submissions.get(name)
        differing = differing_files(here, received) if here else tuple(received)
        if differing:
            found[name] = differing
    return found


def evidence_file(campaign: Campaign, standing: Standing, submission: str, evidence: str) -> Path:
    """Return the path of a piece of evidence.

    Raises:
        InputError: No such submission or evidence, or its file lies outside the folder.
    """
    pieces = {piece.id: piece for piece in standing.manifest(submission).evidence}
    if evidence not in pieces or submission not in campaign.submissions:
        raise InputError(
            N_("no evidence '{name}' in {submission}"), name=evidence, submission=submission
        )
    return inside(campaign.submissions[submission].folder, pieces[evidence].file)
