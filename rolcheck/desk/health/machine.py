"""What the machine is like: plain facts, asked once, that the doctor then judges."""

import locale
import os
import re
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from zoneinfo import ZoneInfo

PACKAGE = "rolcheck"
ASKED = ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "ROLCHECK_NOW")
ZONE = "Asia/Shanghai"
_REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*\(?([^;)]*)\)?\s*(?:;(.*))?")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")


@dataclass(frozen=True, slots=True)
class Library:
    """A library that the program asks for.

    Attributes:
        name: Its name at the package index.
        wanted: The range, as ``>=8.2,<9``; empty for any.
        extra: The extra that asks for it; empty where the program itself does.
        found: The version that is installed, None where it is not.
    """

    name: str
    wanted: str
    extra: str
    found: str | None


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine as it is seen from here.

    Attributes:
        system: As `sys.platform` names it.
        python: The version of Python; `python_wanted` the range that the program asks for.
        libraries: What the program asks for; empty where it is not installed as a package.
        encoding: Of stdout; `preferred` that of the locale.
        terminal: Columns and lines, None where stdout is no terminal.
        environ: Those of the variables in `ASKED` that are set.
        zones: Whether time zones can be looked up.
        folders: By what they are for, those that the program writes for itself.
        now: The clock's time; `written` when the program's own files were.
        mounts: What the system lists as mounted, empty where it does not list it so.
    """

    system: str
    python: str
    python_wanted: str
    libraries: Sequence[Library]
    encoding: str
    preferred: str
    terminal: tuple[int, int] | None
    environ: Mapping[str, str]
    zones: bool
    folders: Mapping[str, Path]
    now: datetime
    written: datetime
    mounts: str


def this_machine(now: datetime) -> Machine:
    """Return the machine that the program runs on."""
    size = shutil.get_terminal_size() if sys.stdout.isatty() else None
    return Machine(
        system=sys.platform,
        python=".".join(map(str, sys.version_info[:3])),
        python_wanted=_python_wanted(),
        libraries=libraries(_required()),
        encoding=getattr(sys.stdout, "encoding", None) or "",
        preferred=locale.getpreferredencoding(do_setlocale=False),
        terminal=(size.columns, size.lines) if size else None,
        environ={name: os.environ[name] for name in ASKED if name in os.environ},
        zones=_has_zones(),
        folders=_folders(),
        now=now,
        written=datetime.fromtimestamp(Path(__file__).stat().st_mtime, UTC),
        mounts=_mounts(),
    )


def libraries(required: Sequence[str]) -> tuple[Library, ...]:
    """Return what requirements ask for, with what is installed of it.

    Args:
        required: As in a package's metadata: ``click<9,>=8.2``, ``openpyxl; extra == "reports"``.
    """
    found = []
    for line in required:
        if match := _REQUIREMENT.fullmatch(line.strip()):
            extra = _EXTRA.search(match[3] or "")
            version = _version(match[1])
            found.append(Library(match[1], match[2].strip(), extra[1] if extra else "", version))
    return tuple(found)


def fits(version: str, wanted: str) -> bool:
    """Tell whether a version lies in a range; what is not a plain number is not compared.

    Example:
        >>> fits("8.3.1", ">=8.2,<9"), fits("8.10", "<8.9"), fits("2.0rc1", ">=2")
        (True, False, True)
    """
    for clause in filter(None, (part.strip() for part in wanted.split(","))):
        bound = clause.lstrip("<>=!~")
        sign = clause.removesuffix(bound)
        left, right = _numbers(version), _numbers(bound)
        width = max(len(left), len(right))
        here, there = (numbers + (0,) * (width - len(numbers)) for numbers in (left, right))
        holds = {">=": here >= there, "<": here < there, ">": here > there, "<=": here <= there}
        if not holds.get(sign, True):
            return False
    return True


def nearest(folder: Path) -> Path:
    """Return the folder, or what stands nearest above it."""
    return next(one for one in (folder, *folder.parents) if one.exists())


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", re.split(r"[a-z+]", version)[0]))


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _required() -> Sequence[str]:
    try:
        return metadata.requires(PACKAGE) or ()
    except metadata.PackageNotFoundError:
        return ()


def _python_wanted() -> str:
    try:
        return metadata.metadata(PACKAGE)["Requires-Python"] or ""
    except (metadata.PackageNotFoundError, KeyError):
        return ""


def _has_zones() -> bool:
    try:
        ZoneInfo(ZONE)
    except (OSError, ValueError, LookupError):
        return False
    return True


def _folders() -> Mapping[str, Path]:
    from platformdirs import user_cache_path, user_config_path, user_data_path

    return {
        "cache": user_cache_path(PACKAGE),
        "config": user_config_path(PACKAGE),
        "data": user_data_path(PACKAGE),
    }


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text("utf-8", "surrogateescape")
    except OSError:
        return ""
