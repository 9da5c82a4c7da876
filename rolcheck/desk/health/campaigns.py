"""Whether a campaign's folder, its ledger and its files go together: the facts, judged one by one.

Nothing here tells how many entries there are, or when: a blind round may be open.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from stat import S_IMODE

from rolcheck.base.clock import parse_stamp
from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.base.health import Answer, State
from rolcheck.base.messages import N_
from rolcheck.base.text import DOTS
from rolcheck.campaign.loader import Campaign
from rolcheck.desk.health.mounts import NETWORK, filesystem_of
from rolcheck.desk.ledger import Ledger
from rolcheck.desk.receiving.intake import not_received
from rolcheck.store.invariants import held
from rolcheck.store.port import EventStore
from rolcheck.store.verify import verify

MIB = 1 << 20
SCARCE_BYTES, TOO_SCARCE_BYTES = 500 * MIB, 20 * MIB
MOST_BYTES = 200 * MIB
"""What is larger no reader of evidence or tables takes."""

SHOWN = 5
"""How many files an answer names."""

Judged = tuple[State, str, str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Site:
    """A campaign where it stands.

    Attributes:
        campaign: Its files.
        ledger: The ledger's file, which need not be there; None where it is no file.
        system: As `sys.platform` names it; `mounts` what it lists as mounted.
        free_bytes: What is free on the disk.
        now: The clock's time.
    """

    campaign: Campaign
    ledger: Path | None
    system: str
    mounts: str
    free_bytes: int
    now: datetime


def site(campaign: Campaign, ledger: Path | None, system: str, mounts: str, now: datetime) -> Site:
    """Return where a campaign stands, with what its disk has free."""
    free = shutil.disk_usage(campaign.folder).free
    return Site(campaign, ledger, system, mounts, free, now)


def unusable(error: RolcheckError) -> Answer:
    """Return the answer where a campaign's files keep it from being looked at."""
    problems = getattr(error, "problems", ())
    if problems:
        params = {"count": len(problems), "first": problems[0]}
        said = N_("the first of {count}: {first}")
        return Answer("files-readable", "fail", said, N_("run rolcheck check"), params)
    return Answer("files-readable", "fail", error.message, error.hint, error.params)


def examine_site(site: Site) -> Iterator[Answer]:
    """Yield what every check says of a campaign's place and files, in the order of the table."""
    for name, check in CHECKS.items():
        state, seen, do, params = check(site)
        yield Answer(name, state, seen, "" if state == "ok" else do, params)


def examine_record(store: EventStore, site: Site) -> Iterator[Answer]:
    """Yield whether each invariant of the ledger holds, then whether the files are as recorded."""
    try:
        problems = verify(store)
    except RolcheckError as error:
        yield _unreadable(error)
        return
    yield from held(problems)
    try:
        ledger = Ledger(store, site.campaign, lambda: site.now)
        yield from (_settings(ledger), _material(ledger), _in_time(store, site.now))
    except RolcheckError as error:
        yield _unreadable(error)


def _unreadable(error: RolcheckError) -> Answer:
    return Answer("ledger-readable", "fail", error.message, error.hint, error.params)


def _broken(site: Site) -> Judged:
    broken = site.campaign.broken
    if not broken:
        return "ok", N_("the files can be read"), "", {}
    answer = unusable(ProblemsError(broken))
    return answer.state, answer.seen, answer.do, answer.params


def _network(site: Site) -> Judged:
    if not site.mounts:
        message = N_("this system does not list what is mounted where")
        do = N_("see yourself that the folder lies on a disk of this machine")
        return "unknown", message, do, {"system": site.system}
    kind = filesystem_of(site.campaign.folder.resolve(), site.mounts) or ""
    params = {"kind": kind or "-"}
    if kind in NETWORK:
        return (
            "fail",
            N_("the folder lies on a network drive ({kind}): its locks cannot be relied on"),
            N_("keep the campaign on a disk of this machine; share it by packs or PostgreSQL"),
            params,
        )
    return "ok", N_("the folder lies on a disk of this machine ({kind})"), "", params


def _space(site: Site) -> Judged:
    params = {"free": site.free_bytes // MIB}
    if site.free_bytes >= SCARCE_BYTES:
        return "ok", N_("{free} MiB are free"), "", params
    state: State = "fail" if site.free_bytes < TOO_SCARCE_BYTES else "warn"
    return (
        state,
        N_("{free} MiB are free"),
        N_("make room: nothing is stored on a full disk"),
        params,
    )


def _empty(site: Site) -> Judged:
    if site.ledger is None or not site.ledger.exists():
        return "ok", N_("there is no ledger yet"), "", {}
    if site.ledger.stat().st_size:
        return "ok", N_("the ledger's file is not empty"), "", {}
    return (
        "warn",
        N_("the ledger is a file of no bytes: nothing was ever recorded, or the record is lost"),
        N_("if something was recorded, put the last copy back"),
        {},
    )


def _permissions(site: Site) -> Judged:
    if site.ledger is None or not site.ledger.exists():
        return "ok", N_("there is no ledger yet"), "", {}
    if site.system == "win32":
        message = N_("who may read the ledger is not told here")
        return "unknown", message, N_("look at the security of the file's folder"), {}
    mode = S_IMODE(site.ledger.stat().st_mode)
    params = {"mode": f"{mode:o}", "file": str(site.ledger)}
    if mode & 0o022:
        return (
            "fail",
            N_("others on this machine can write the ledger (mode {mode})"),
            N_("take the right away: chmod go-w {file}"),
            params,
        )
    blind = any(plan.blind for plan in site.campaign.settings.rounds)
    if mode & 0o044 and blind:
        return (
            "warn",
            N_("others on this machine can read the ledger (mode {mode}): blind is a courtesy"),
            N_("take the right away: chmod go-r {file}"),
            params,
        )
    return "ok", N_("the ledger's mode is {mode}"), "", params


def _sizes(site: Site) -> Judged:
    large = [
        f"{path.relative_to(site.campaign.folder)} ({path.stat().st_size // MIB} MiB)"
        for path in _named_files(site.campaign)
        if path.is_file() and path.stat().st_size > MOST_BYTES
    ]
    if not large:
        return "ok", N_("no file is too large to be read"), "", {}
    params = {"names": _few(large), "most": MOST_BYTES // MIB}
    do = N_("have them handed in in parts of {most} MiB at most")
    return "warn", N_("too large to be read: {names}"), do, params


def _settings(ledger: Ledger) -> Answer:
    changed = ledger.changed_files()
    if not changed:
        return Answer("settings-on-record", "ok", N_("the files are as recorded"))
    return Answer(
        "settings-on-record",
        "fail",
        N_("changed since they went on record: {names}"),
        N_("put the file back, or record it: rolcheck campaign amend --reason ..."),
        {"names": _few(changed)},
    )


def _material(ledger: Ledger) -> Answer:
    differing = not_received(ledger.standing(), ledger.campaign)
    if not differing:
        return Answer("material-received", "ok", N_("the material is as received"))
    names = [f"{name}/{file}" for name, files in differing.items() for file in files]
    return Answer(
        "material-received",
        "warn",
        N_("not as received: {names}"),
        N_("take it in: rolcheck receive {submission}"),
        {"names": _few(names), "submission": next(iter(differing))},
    )


def _in_time(store: EventStore, now: datetime) -> Answer:
    events = store.events()
    if not events or parse_stamp(events[-1].at) <= now:
        return Answer("clock-after-entries", "ok", N_("the clock is not behind the ledger"))
    return Answer(
        "clock-after-entries",
        "warn",
        N_("the clock is behind the ledger's latest entry"),
        N_("set the clock: what is entered now is stamped just after the latest entry"),
    )


def _named_files(campaign: Campaign) -> Iterator[Path]:
    for submission in campaign.submissions.values():
        manifest = submission.manifest
        files = [piece.file for piece in manifest.evidence]
        files += [register.file for register in manifest.registers]
        yield from (submission.folder / name for name in dict.fromkeys(files))


def _few(names: Sequence[str]) -> str:
    return ", ".join([*names[:SHOWN], DOTS] if len(names) > SHOWN else names)


CHECKS: Mapping[str, Callable[[Site], Judged]] = {
    "files-readable": _broken,
    "network-drive": _network,
    "disk-space": _space,
    "ledger-present": _empty,
    "ledger-permissions": _permissions,
    "file-sizes": _sizes,
}
"""By name, in the order in which they are told."""
