"""First and last line of every screen: where one is, and what one can press."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.reactive import reactive

from rolcheck.base.errors import ProblemsError, RolcheckError
from rolcheck.locale import _
from rolcheck.tui.keys import Hint, hints, key_of
from rolcheck.tui.text import BLANK, Line, Part, aside, cells, cut_line, gap
from rolcheck.tui.widgets.painted import Painted
from rolcheck.tui.wording import problem_words, sentence

_NARROW = 100


@dataclass(frozen=True, slots=True)
class Where:
    """What the first line says, each ready to be read, empty where there is nothing.

    Attributes:
        screen: Message id of the screen's name.
        campaign: Its title; left out where it is narrow.
        round: Its number and name.
        due: Its due date; left out where it is narrow.
        left: Days left, in amber.
        late: Whether they are over, then in red.
        place: The submission, or what the screen is about.
        count: To do and in all, or any count.
        who: Who sits here.
    """

    screen: str
    campaign: str = ""
    round: str = ""
    due: str = ""
    left: str = ""
    late: bool = False
    place: str = ""
    count: str = ""
    who: str = ""


class TopLine(Painted):
    """The first line; set `where` to change it."""

    DEFAULT_CSS = """
    TopLine { height: 1; background: $chrome; dock: top; }
    """
    where: reactive[Where] = reactive(Where(""), init=False)

    def __init__(self, where: Where | None = None) -> None:
        super().__init__()
        self.set_reactive(TopLine.where, where or Where(""))

    def watch_where(self) -> None:
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        where = self.where
        name = Part(f" {_(where.screen)} ", "on-accent", bold=True, ground="accent")
        for start, end, between in _ways_to_say(where):
            left, right = _joined(start, 2), (*_joined(end, between), gap(1))
            if name.cells + 4 + cells(left) + cells(right) <= width:
                break
        return [aside((name, gap(2), *left), right, width)]


@dataclass(frozen=True, slots=True)
class Failure:
    """What the last line says when something failed.

    Attributes:
        word: One word, on red.
        text: Where, what and the way out, in one sentence or two.
        details: All of it, for the details; empty where there is no more to say.
    """

    word: str
    text: str
    details: str = ""


def failure_of(error: RolcheckError) -> Failure:
    """Return an error as the last line says it: its place, its sentence, its way out."""
    word = _("refused") if error.exit_status == 3 else _("failed")
    if isinstance(error, ProblemsError):
        words = [problem_words(problem) for problem in error.problems]
        first = words[0] if len(words) == 1 else sentence(error)
        return Failure(word, first, "\n".join(words))
    where = f"{error.where}: " if error.where else ""
    return Failure(word, where + sentence(error))


class BottomLine(Painted):
    """The last line: the keys in force, when something was saved last, or what failed.

    Made from the bindings themselves: those with `show`, the focused widget's first, as many as
    fit; at the right end always the key of the help screen.
    """

    DEFAULT_CSS = """
    BottomLine { height: 1; background: $chrome; dock: bottom; }
    """
    saved: reactive[str] = reactive("", init=False)
    said: reactive[str] = reactive("", init=False)
    failure: reactive[Failure | None] = reactive(None, init=False)

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.redraw())

    def watch_saved(self) -> None:
        self.redraw()

    def watch_said(self) -> None:
        self.redraw()

    def watch_failure(self) -> None:
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        if self.failure is not None:
            return [self._failure(self.failure, width)]
        shown = sorted(
            hints(self.screen.active_bindings), key=lambda hint: not hint.keys.startswith("Enter")
        )
        narrow = width < _NARROW
        help_key = next((hint.short for hint in shown if hint.what == _("all keys")), "")
        helped = _hint(help_key, _("keys") if narrow else _("all keys"))
        right: Line = (*helped, gap(1)) if help_key else ()
        if self.saved and not narrow:
            right = (Part(_("saved {time}").format(time=self.saved), "dim"), gap(3), *right)
        room = width - cells(right) - 4
        if self.said:
            return [aside((gap(1), Part(self.said)), right, width)]
        return [aside(_fitting(shown, room), right, width)]

    def _failure(self, failure: Failure, width: int) -> Line:
        block = Part(f" {failure.word} ", "on-accent", bold=True, ground="dispute")
        line = (block, gap(2), Part(failure.text))
        whole = not failure.details and cells(line) <= width
        details = (
            Part(key_of("app.details", "D"), "accent", bold=True),
            Part(" " + _("details") + " ", "muted"),
        )
        return aside(line, BLANK if whole else details, width)


def _joined(parts: Sequence[Part], between: int) -> Line:
    shown: list[Part] = []
    for part in parts:
        if part.text:
            shown.extend((gap(between), part) if shown else (part,))
    return tuple(shown)


def _ways_to_say(where: Where) -> Iterator[tuple[list[Part], list[Part], int]]:
    """Yield left part, right part and gap of the first line, from the widest way to the least."""
    left = Part(where.left, "dispute" if where.late else "confirm", bold=True)
    campaign, due = Part(where.campaign, bold=True), Part(where.due, "muted")
    place, count, who = Part(where.place, "muted"), Part(where.count, "muted"), Part(where.who)
    quiet, strong = Part(where.round, "muted"), Part(where.round, bold=True)
    yield [campaign, quiet, due, left], [place, count, who], 3
    yield [campaign, quiet, left], [place, count, who], 3
    yield [strong, place, left], [count, who], 2
    yield [strong, place, left], [count], 2


def _hint(keys: str, what: str) -> Line:
    return (Part(keys, "accent", bold=True), Part(f" {what}", "muted"))


def _fitting(shown: Sequence[Hint], room: int) -> Line:
    """Return as many hints as fit whole."""
    line: list[Part] = [gap(1)]
    for hint in shown:
        part = _hint(hint.short, hint.what)
        if not hint.show or hint.what == _("all keys"):
            continue
        if cells(line) + cells(part) > room:
            break
        line.extend((*part, gap(3)))
    return cut_line(line, room)
