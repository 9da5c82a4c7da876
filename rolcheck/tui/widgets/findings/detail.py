"""One finding in full: asked, evidence, answer, history, and what can be done with it."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.wrapping import wrap
from rolcheck.desk.findings.extending import EXTEND
from rolcheck.desk.findings.reading import FindingSeen, FindingsSeen, MoveSeen
from rolcheck.desk.findings.supplements import Supplement
from rolcheck.locale import _, language
from rolcheck.locale.finding_codes import code_words
from rolcheck.locale.words import said as words_of
from rolcheck.reports.words import listed
from rolcheck.tui.dates import month_day, stamp_day, stamp_time
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import BLANK, Line, Part, aside, cells, fill, gap
from rolcheck.tui.widgets.facts import labelled
from rolcheck.tui.widgets.findings.listing import state_words
from rolcheck.tui.widgets.item_lines import paragraph
from rolcheck.tui.wording import in_app

ACTIONS = {
    "answer": ("a", N_("answer")),
    "accept": ("y", N_("accept the answer")),
    "reject": ("x", N_("reject the answer")),
    "withdraw": ("w", N_("withdraw")),
    EXTEND: ("e", N_("give more time")),
}
"""By step: its key and its name."""

STEPS = {
    "answer": N_("answer"),
    "accept": N_("accept"),
    "reject": N_("reject"),
    "withdraw": N_("withdraw"),
    EXTEND: N_("more time"),
}
MOVED = {
    "answer": N_("answered"),
    "accept": N_("accepted"),
    "reject": N_("rejected"),
    "withdraw": N_("withdrawn"),
    EXTEND: N_("given more time"),
}
NATURE_NAMES = {"facts": N_("about facts"), "substance": N_("about substance")}


def finding_lines(one: FindingSeen, zone: tzinfo, width: int, *, compact: bool) -> list[Line]:
    """Return everything about a finding."""
    title = one.title_en if language() == "en" and one.title_en else one.title
    name = (Part(one.name, "accent", bold=True), gap(2))
    code = Part(f"{one.code} {code_words(one.code)}", bold=True)
    lines: list[Line] = [aside((*name, code), state_words(one), width)]
    about = (Part(one.submission_name), gap(2), Part(one.indicator, "dim"), gap(2), Part(title))
    lines.append(aside(about, (Part(listed(one.units), "muted"),) if one.units else (), width))
    if not compact:
        lines.append(BLANK)
    lines.extend(paragraph(N_("asked"), one.asked, width))
    if one.seen:
        lines.extend(paragraph(N_("seen"), one.seen, width))
    if one.evidence:
        evidence = (Part("  ".join(one.evidence)),)
        lines.append(labelled(N_("evidence"), evidence, (), width))
    lines.extend(_raised(one, zone, width))
    if (one.history or one.supplements) and not compact:
        lines.append(BLANK)
    told = [(move.at, list(_move(move, zone, width))) for move in one.history]
    told += [(came.at, [_supplement(came, zone, width)]) for came in one.supplements]
    for _at, said in sorted(told, key=lambda each: each[0]):
        lines.extend(said)
    return lines


def _raised(one: FindingSeen, zone: tzinfo, width: int) -> Iterator[Line]:
    when = _("round {number}, {day}").format(number=one.round, day=stamp_day(one.at, zone))
    who = one.author or _("a reviewer")
    due = _("due {day}").format(day=month_day(one.due)) if one.due else _("no day set")
    said = (Part(who, "muted"), gap(2), Part(when, "dim"))
    if one.notices:
        due = _("notice {name}, {due}").format(name=one.notices[-1], due=due)
    yield labelled(N_("raised by"), said, (Part(due, "dim"),), width)


def _move(move: MoveSeen, zone: tzinfo, width: int) -> Iterator[Line]:
    who = move.name or _("a reviewer")
    when = f"{stamp_day(move.at, zone)} {stamp_time(move.at, zone)}"
    nature = _(NATURE_NAMES[move.nature]) if move.nature in NATURE_NAMES else ""
    if move.due:
        nature = _("due {day}").format(day=month_day(move.due))
    said = (Part(who, "muted"), gap(2), Part(when, "dim"))
    yield labelled(STEPS[move.move], said, (Part(nature, "dim"),) if nature else (), width)
    text = f"{move.text} [{'  '.join(move.evidence)}]" if move.evidence else move.text
    if text:
        yield from paragraph("", text, width)


def _supplement(came: Supplement, zone: tzinfo, width: int) -> Line:
    number = _("receipt {number}").format(number=came.receipt)
    when = f"{stamp_day(came.at, zone)} {stamp_time(came.at, zone)}"
    said = (Part(number, "muted"), gap(2), Part("  ".join(came.evidence)))
    return labelled(N_("new material"), said, (Part(when, "dim"),), width)


def action_lines(seen: FindingsSeen | None, one: FindingSeen | None, width: int) -> list[Line]:
    """Return what can be done, one line each; what cannot is dim, without key, and says why."""
    if seen is None:
        return []
    lines = []
    forbidden: Mapping[str, RolcheckError | None] = one.forbidden if one else {}
    if one is not None:
        for step, (key, name) in ACTIONS.items():
            if step == EXTEND and forbidden[step]:
                continue  # seldom possible, and then for one role alone
            why = _plainly(forbidden[step], seen)
            lines.append(_action(key_of(f"findings.{step}", key), _(name), why, width))
    key = key_of("findings.add", "f")
    lines.append(_action(key, _("raise a finding"), _plainly(seen.cannot_add, seen), width))
    return lines


def _plainly(why: RolcheckError | None, seen: FindingsSeen) -> RolcheckError | None:
    return in_app(why, seen.standing) if why else None


def _action(key: str, name: str, why: RolcheckError | None, width: int) -> Line:
    if why is None:
        return fill((Part(key, "accent", bold=True), gap(2), Part(name)), width)
    said = words_of(why.message, why.params)
    left = (gap(3), Part(name, "dim"))
    room = width - cells(left) - 3
    return aside(left, (Part((wrap(said, room) or ("",))[0], "dim"),), width)
