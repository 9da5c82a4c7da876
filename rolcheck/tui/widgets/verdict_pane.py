"""The completeness round's editor: a verdict on every expected item, one key each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from rolcheck.base.messages import N_
from rolcheck.base.text import fold_width
from rolcheck.base.wrapping import wrap
from rolcheck.desk.review.item import ItemSeen
from rolcheck.locale import _
from rolcheck.locale.words import BASES, VERDICTS
from rolcheck.tui.keys import key_of
from rolcheck.tui.text import BLANK, Line, Part, aside, gap, grounded
from rolcheck.tui.widgets.painted import Painted
from rolcheck.tui.widgets.wrong import wrong

KEYS: Mapping[str, str] = {"1": "ok", "2": "supplement", "3": "missing"}
_TONES = {"ok": "done", "supplement": "confirm", "missing": "dispute"}
_FIRST_ROW = 4  # below padding, title, keys and an empty line
_GIVING = Binding.Group(N_("there, to be supplemented, missing"))


class VerdictPane(Painted, can_focus=True):
    """Lists what is expected; a number gives the verdict and goes a row on."""

    DEFAULT_CSS = """
    VerdictPane { padding: 1 2; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", N_("record and go on"), id="verdict.submit"),
        *(
            Binding(key, f"give('{code}')", N_("verdict"), id=f"verdict.{code}", group=_GIVING)
            for key, code in KEYS.items()
        ),
        Binding("down,j", "step(1)", N_("next row"), show=False, id="verdict.next"),
        Binding("up,k", "step(-1)", N_("previous row"), show=False, id="verdict.previous"),
    ]

    class Refused(Message):
        """Enter was pressed, and no verdict is chosen."""

    @dataclass
    class Submitted(Message):
        """Verdicts are to be recorded, by expected item."""

        verdicts: Mapping[str, str]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._items: Sequence[ItemSeen] = ()
        self._given: dict[str, str] = {}
        self._row, self._insisted = 0, False
        self._key: object = None

    def load(self, key: object, items: Sequence[ItemSeen]) -> None:
        """Show the expected items of what `key` names; what was chosen stays for the same one."""
        if key != self._key:
            self._given, self._insisted = {}, False
            open_rows = [at for at, one in enumerate(items) if not one.verdict]
            self._row = next(iter(open_rows), 0)
        self._key, self._items = key, items
        self._row = min(self._row, max(len(items) - 1, 0))
        self.redraw()

    def watch_has_focus(self, _value: bool) -> None:
        super().watch_has_focus(_value)
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Take full-width digits for what they are."""
        folded = fold_width(event.character or "")
        if folded != event.character and folded in KEYS:
            event.stop()
            self.action_give(KEYS[folded])

    def on_click(self, event: events.Click) -> None:
        at = event.y - _FIRST_ROW
        if 0 <= at < len(self._items):
            self._row = at
            self.redraw()

    def action_give(self, verdict: str) -> None:
        if self._items:
            self._given[self._items[self._row].id] = verdict
            self.action_step(1)

    def action_step(self, step: int) -> None:
        self._row = min(max(self._row + step, 0), max(len(self._items) - 1, 0))
        self._insisted = False
        self.redraw()

    def action_submit(self) -> None:
        stands = {one.id: one.verdict for one in self._items}
        new = {item: code for item, code in self._given.items() if stands.get(item) != code}
        if new or (self._items and all(one.verdict for one in self._items)):
            self.post_message(self.Submitted(new))
            return
        self._insisted = True
        self.redraw()
        self.post_message(self.Refused())

    def draw(self, width: int) -> Sequence[Line]:
        title = Part(_("completeness"), "accent" if self.has_focus else "muted", bold=True)
        keys: list[Part] = []
        for key, code in KEYS.items():
            keys.extend((Part(key, "accent", bold=True), Part(f" {_(VERDICTS[code])}", "muted")))
            keys.append(gap(3))
        hint = Part(_("is what is expected there?"), "muted")
        files = Part(" " + _("proposals"), "muted")
        right = (Part(key_of("review.proposals", "a"), "accent", bold=True), files)
        lines: list[Line] = [aside((title, gap(2), hint), right, width), tuple(keys), BLANK]
        for at, one in enumerate(self._items):
            lines.append(self._line(at, one, width))
        if self._insisted:
            lines.extend((BLANK, *wrong(_("no verdict is chosen yet"), 2, width)))
        return lines

    def _line(self, at: int, one: ItemSeen, width: int) -> Line:
        here = at == self._row
        code = self._given.get(one.id, one.verdict)
        new = one.id in self._given and self._given[one.id] != one.verdict
        word = _(VERDICTS[code]) if code in VERDICTS else "-"
        verdict = Part(word, _TONES.get(code, "dim"), bold=new)
        optional = () if one.required else (gap(2), Part(_("if there is one"), "dim"))
        why = (gap(2), Part(_(BASES[one.basis]), "dim")) if one.basis and not new else ()
        left = (
            Part(">" if here else " ", "accent"),
            gap(1),
            Part(one.title, "fg" if here or not code else "muted", bold=here),
            *optional,
            *why,
        )
        line = aside(left, (verdict, gap(1)), width)
        if not here:
            return line
        return grounded(line, "cursor" if self.has_focus else "select")


class ClosedPane(Painted, can_focus=True):
    """Stands in the editor's place where nothing can be entered, and says why.

    Args:
        title: Message id of what would be made there.
    """

    DEFAULT_CSS = """
    ClosedPane { padding: 1 2; background: $panel; }
    """

    def __init__(self, title: str = N_("score"), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title, self._reason = title, ""

    def say(self, reason: str) -> None:
        """Give the reason, in the language in use."""
        self._reason = reason
        self.redraw()

    def draw(self, width: int) -> Sequence[Line]:
        title = (Part(_(self._title), "dim", bold=True), gap(2), Part(_("not open"), "dim"))
        return [title, BLANK, *((Part(line, "muted"),) for line in wrap(self._reason, width))]
