"""A burn-down in the terminal: one sentence, then columns of characters."""

from collections.abc import Iterator

from rolcheck.base.numbers import decimal_text
from rolcheck.cli.drawing import terminal_width
from rolcheck.desk.rounds.burn_chart import BEHIND, EVEN, LEFT, Chart, chart
from rolcheck.desk.rounds.seen import BurnDown
from rolcheck.locale import _
from rolcheck.reports.words import day as day_words

HEIGHT = 10
BLOCKS = {LEFT: "█", BEHIND: "▒", EVEN: "·"}
PLAIN = {LEFT: "#", BEHIND: "%", EVEN: "."}


def burn_down_text(burn: BurnDown, *, plain: bool) -> str:
    """Return a burn-down to be printed, with a newline at the end.

    Args:
        burn: What is drawn.
        plain: Whether only ASCII is drawn.
    """
    signs = PLAIN if plain else BLOCKS
    owed = len(str(burn.owed))
    drawn = chart(burn, terminal_width() - owed - 2, HEIGHT)
    lines = [*burn_words(burn), "", *_columns(drawn, burn, signs), "", _legend(burn, signs)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def burn_words(burn: BurnDown) -> Iterator[str]:
    """Yield how the round stands, in sentences."""
    named = _("round {number} {name}").format(number=burn.round, name=burn.name)
    yield _("{round}: {left} of {owed} items left.").format(
        round=named, left=burn.left, owed=burn.owed
    )
    if burn.end is not None and burn.this_evening is not None:
        yield _("By the even line {n} should be left this evening.").format(
            n=round(burn.this_evening)
        )
    if burn.due:
        yield _("Due {day}.").format(day=day_words(burn.due))
    if burn.a_day is not None and burn.end is not None:
        yield _(
            "At {speed} items a working day, as on the last active days, it ends on {day}."
        ).format(speed=decimal_text(burn.a_day, 1), day=day_words(burn.end))


def _columns(drawn: Chart, burn: BurnDown, signs: dict[str, str]) -> Iterator[str]:
    owed = len(str(burn.owed))
    for number, row in enumerate(drawn.rows):
        scale = str(burn.owed) if number == 0 else ""
        bars = "".join(signs.get(kind, " ") * drawn.wide for kind in row)
        yield f"{scale:>{owed}} |{bars}"
    yield f"{'0':>{owed}} +{'-' * (drawn.wide * len(drawn.rows[0]))}"
    names = ""
    for at, day in drawn.marks:
        names = names.ljust(at * drawn.wide) + f"{day.month}-{day.day:02} "
    yield f"{'':>{owed}}  {names}"


def _legend(burn: BurnDown, signs: dict[str, str]) -> str:
    said = [_("{sign} left").format(sign=signs[LEFT])]
    if burn.due:
        said += [
            _("{sign} left beyond the even line").format(sign=signs[BEHIND]),
            _("{sign} the even line to the due day").format(sign=signs[EVEN]),
        ]
    return "   ".join(said)
