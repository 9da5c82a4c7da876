"""A reminder as a text that can be sent as it is, in the language in use."""

from collections.abc import Iterator
from datetime import date

from rolcheck.desk.rounds.reminders import ARBITER, UNIT, Asked, Reminder
from rolcheck.locale import _, ngettext
from rolcheck.reports.words import day as day_words
from rolcheck.reports.words import listed

MOST_FINDINGS = 40


def subject(one: Reminder) -> str:
    """Return what the mail is about, in one line."""
    return _("{title}: {n} open in round {round}").format(
        title=one.title, n=one.open, round=one.round
    )


def reminder_text(one: Reminder) -> str:
    """Return the whole text, with a newline at its end."""
    lines = [_("{name}:").format(name=one.name), "", *_what(one), "", *_where(one)]
    return "\n".join([*lines, "", *_how(one)]) + "\n"


def _what(one: Reminder) -> Iterator[str]:
    about = _("{title}, round {round} {name}").format(
        title=one.title, round=one.round, name=one.round_name
    )
    if one.kind == UNIT:
        said = ngettext(
            "{about}: {n} finding waits for your answer.",
            "{about}: {n} findings wait for your answer.",
            one.open,
        )
        yield said.format(about=about, n=one.open)
    elif one.kind == ARBITER:
        said = ngettext(
            "{about}: {n} item waits for your ruling.",
            "{about}: {n} items wait for your ruling.",
            one.open,
        )
        yield said.format(about=about, n=one.open)
    else:
        yield _("{about}: {open} of your {owed} items are still open, {done} are done.").format(
            about=about, open=one.open, owed=one.owed, done=one.done
        )
    if one.due and one.kind != UNIT:  # each finding has a day of its own
        yield _when(one.due, one.today)
    if one.to_confirm:
        yield ngettext(
            "{n} of them came back with your earlier score, which you may keep or change.",
            "{n} of them came back with your earlier scores, which you may keep or change.",
            one.to_confirm,
        ).format(n=one.to_confirm)
    if one.declares:
        yield _("The campaign's declarations have to be made before the first score.")


def _when(due: date, today: date) -> str:
    days = (due - today).days
    day = day_words(due)
    if days < 0:
        return ngettext(
            "It was due on {day}, {n} day ago.", "It was due on {day}, {n} days ago.", -days
        ).format(day=day, n=-days)
    if days == 0:
        return _("It is due today.")
    return ngettext(
        "It is due on {day}, in {n} day.", "It is due on {day}, in {n} days.", days
    ).format(day=day, n=days)


def _where(one: Reminder) -> Iterator[str]:
    for name, indicators in one.places:
        yield _("{place} ({n}): {indicators}").format(
            place=name, n=len(indicators), indicators=listed(indicators)
        )
    for finding in one.findings[:MOST_FINDINGS]:
        yield _finding(finding)
    more = len(one.findings) - MOST_FINDINGS
    if more > 0:
        yield _("and {n} more").format(n=more)


def _finding(one: Asked) -> str:
    said = _("{name} {place} {indicator} {title}: {asked}").format(
        name=one.name, place=one.place, indicator=one.indicator, title=one.title, asked=one.asked
    )
    if one.due is None:
        return said
    when = _("overdue since {day}") if one.is_overdue else _("by {day}")
    return _("{finding} ({when})").format(finding=said, when=when.format(day=day_words(one.due)))


def _how(one: Reminder) -> Iterator[str]:
    if one.kind == UNIT:
        yield _(
            "Hand the missing material or your explanation to the coordinator, naming the finding; "
            "whoever has an account answers with rolcheck --as WHO finding answer FINDING TEXT."
        )
    elif one.kind == ARBITER:
        yield _("To go on: rolcheck --as {who}, then the screen Disputes.").format(who=one.id)
    else:
        yield _(
            "To go on: rolcheck --as {who}, then the screen Review; or fill in the sheet that you "
            "were sent and send it back."
        ).format(who=one.id)
