"""What a newcomer's machine lacks: the facts of a machine, judged one by one."""

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from pathlib import Path

from rolcheck.base.health import Answer, State
from rolcheck.base.messages import N_
from rolcheck.desk.health.machine import ZONE, Library, Machine, fits, nearest

COLUMNS, LINES = 80, 24
WIDE = ("zh", "ja", "ko")
"""Languages whose terminals often draw ambiguous characters in two cells."""


def examine(machine: Machine) -> Iterator[Answer]:
    """Yield what every check says of a machine, in the order of the table."""
    for name, check in CHECKS.items():
        state, seen, do, params = check(machine)
        yield Answer(name, state, seen, "" if state == "ok" else do, params)


Judged = tuple[State, str, str, Mapping[str, object]]


def _python(machine: Machine) -> Judged:
    good = fits(machine.python, machine.python_wanted)
    params = {"version": machine.python, "wanted": machine.python_wanted}
    if good:
        return "ok", N_("Python {version}"), "", params
    return (
        "fail",
        N_("Python {version}, {wanted} is wanted"),
        N_("install a newer Python and rolcheck with it"),
        params,
    )


def _libraries(machine: Machine) -> Judged:
    own = [one for one in machine.libraries if not one.extra]
    if not own:
        return "unknown", N_("rolcheck is not installed as a package"), "", {}
    wrong = [_said(one) for one in own if not _is_there(one)]
    if wrong:
        return (
            "fail",
            N_("missing or of another version: {names}"),
            N_("install again: pip install --upgrade rolcheck"),
            {"names": "; ".join(wrong)},
        )
    return "ok", N_("all {count} libraries are there"), "", {"count": len(own)}


def _extras(machine: Machine) -> Judged:
    by_extra: dict[str, list[Library]] = {}
    for one in machine.libraries:
        if one.extra and one.extra not in DEVELOPING:
            by_extra.setdefault(one.extra, []).append(one)
    lacking = [name for name, needed in by_extra.items() if not all(map(_is_there, needed))]
    if not lacking:
        return "ok", N_("nothing optional is missing"), "", {}
    names = ",".join(lacking)
    missing = [_said(one) for name in lacking for one in by_extra[name] if not _is_there(one)]
    return (
        "warn",
        N_("optional libraries are missing: {names}"),
        N_("to get them: pip install 'rolcheck[{extras}]'"),
        {"names": "; ".join(missing), "extras": names},
    )


DEVELOPING = ("test", "dev", "all")


def _encoding(machine: Machine) -> Judged:
    name = machine.encoding.replace("_", "-").lower()
    params = {"encoding": machine.encoding or "-"}
    if name in ("utf-8", "utf8", "cp65001"):
        return "ok", N_("what is printed is {encoding}"), "", params
    return (
        "fail",
        N_("what is printed is {encoding}: Chinese text will break"),
        N_("set PYTHONUTF8=1, and LANG to a UTF-8 locale such as zh_CN.UTF-8 or C.UTF-8"),
        params,
    )


def _locale(machine: Machine) -> Judged:
    named = next((machine.environ[key] for key in LOCALES if machine.environ.get(key)), "")
    params = {"locale": named or "-", "encoding": machine.preferred}
    if machine.preferred.replace("-", "").lower() == "utf8":
        return "ok", N_("locale {locale}, files are {encoding}"), "", params
    return (
        "warn",
        N_("locale {locale}, files of other programs are {encoding}"),
        N_("set LANG to a UTF-8 locale such as zh_CN.UTF-8 or C.UTF-8"),
        params,
    )


LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")


def _terminal(machine: Machine) -> Judged:
    if machine.terminal is None:
        return "unknown", N_("what is printed goes to no terminal"), "", {}
    columns, lines = machine.terminal
    params = {"columns": columns, "lines": lines, "least": f"{COLUMNS}x{LINES}"}
    if columns >= COLUMNS and lines >= LINES:
        return "ok", N_("{columns} columns, {lines} lines"), "", params
    return (
        "warn",
        N_("{columns} columns, {lines} lines"),
        N_("make the window {least} or larger, or the letters smaller"),
        params,
    )


def _colours(machine: Machine) -> Judged:
    term = machine.environ.get("TERM", "")
    params = {"term": term or "-"}
    if machine.system != "win32" and term in ("", "dumb", "unknown"):
        return (
            "warn",
            N_("TERM is {term}: the app cannot draw"),
            N_("use a terminal with TERM such as xterm-256color; the command line works anywhere"),
            params,
        )
    if "NO_COLOR" in machine.environ:
        return "ok", N_("no colours, as NO_COLOR asks; marks read without"), "", params
    if machine.environ.get("COLORTERM") in ("truecolor", "24bit") or "256" in term:
        return "ok", N_("TERM is {term}, with enough colours"), "", params
    return (
        "warn",
        N_("TERM is {term}: colours will be coarse"),
        N_("set COLORTERM=truecolor if the terminal can, else choose high contrast"),
        params,
    )


def _ambiguous(machine: Machine) -> Judged:
    named = next((machine.environ[key] for key in LOCALES if machine.environ.get(key)), "")
    seen = (
        N_("locale {locale}: lines and arrows often take two cells there; ours avoid them")
        if named.startswith(WIDE)
        else N_("only the terminal itself knows how wide lines and arrows are")
    )
    do = N_("if frames look torn, set ambiguous-width characters to narrow in the terminal")
    return "unknown", seen, do, {"locale": named}


def _zones(machine: Machine) -> Judged:
    if machine.zones:
        return "ok", N_("time zones can be looked up"), "", {}
    return (
        "fail",
        N_("no data on time zone {zone}"),
        N_("install it: pip install tzdata"),
        {"zone": ZONE},
    )


def _folders(machine: Machine) -> Judged:
    locked = [str(folder) for folder in machine.folders.values() if not _can_write(folder)]
    if not locked:
        return "ok", N_("own folders can be written"), "", {}
    return (
        "warn",
        N_("cannot be written: {folders}"),
        N_("give yourself the right to write there: the desk's id and your keys are kept there"),
        {"folders": ", ".join(locked)},
    )  # fmt: skip


def _can_write(folder: Path) -> bool:
    stands = nearest(folder)
    return stands.is_dir() and os.access(stands, os.W_OK | os.X_OK)


def _clock(machine: Machine) -> Judged:
    params = {"now": f"{machine.now:%Y-%m-%d %H:%M}"}
    given = machine.environ.get("ROLCHECK_NOW")
    if given:
        return (
            "warn",
            N_("the time is {now}, as $ROLCHECK_NOW says"),
            N_("unset ROLCHECK_NOW: it is for trials"),
            params,
        )
    if machine.now < machine.written - timedelta(days=1):
        return (
            "fail",
            N_("the time is {now}: before the program was installed"),
            N_("set the machine's clock: every entry is stamped with it"),
            params,
        )
    return "ok", N_("the time is {now}"), "", params


def _is_there(library: Library) -> bool:
    return library.found is not None and fits(library.found, library.wanted)


def _said(library: Library) -> str:
    return " ".join(filter(None, (library.name, library.found, f"({library.wanted})")))


CHECKS: Mapping[str, Callable[[Machine], Judged]] = {
    "python": _python,
    "libraries": _libraries,
    "extras": _extras,
    "encoding": _encoding,
    "locale": _locale,
    "terminal-size": _terminal,
    "colours": _colours,
    "ambiguous-width": _ambiguous,
    "time-zones": _zones,
    "own-folders": _folders,
    "clock": _clock,
}
"""By name, in the order in which they are told."""
