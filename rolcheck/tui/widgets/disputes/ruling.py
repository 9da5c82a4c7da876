"""The ruling editor: the rule's own editor, the reason, and what the ruling would bring."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from rolcheck.base.messages import N_
from rolcheck.base.numbers import decimal_text
from rolcheck.desk.disputes.preview import RulingPreview, Standings
from rolcheck.locale import _
from rolcheck.tui.messages import Said
from rolcheck.tui.widgets.editor_pane import EditorPane
from rolcheck.tui.widgets.editors import EDITORS
from rolcheck.tui.widgets.editors.base import Choice, EditorBase
from rolcheck.tui.widgets.editors.outcome import Outcome, points_text
from rolcheck.tui.widgets.editors.veto import DescribedVeto
from rolcheck.tui.widgets.remark import RemarkField
from rolcheck.tui.widgets.score_line import ScoreLine
from rolcheck.tui.wording import sentence

_GROUP = Binding.Group(N_("uphold, clear"))


class RulingVetoEditor(DescribedVeto):
    """Upholds a raised veto or clears it."""

    HINT = N_("an upheld veto disqualifies")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer('uphold')", N_("uphold"), id="ruling.uphold", group=_GROUP),
        Binding("c", "answer('clear')", N_("clear it"), id="ruling.clear", group=_GROUP),
    ]

    def own_choices(self) -> Sequence[Choice]:
        return [
            Choice("y", "uphold", _("uphold: the submission is disqualified")),
            Choice("c", "clear", _("clear: the veto does not stand")),
        ]

    def action_answer(self, value: str) -> None:
        self.choose(value)


class RulingPane(EditorPane):
    """Decides what an indicator scores; a reason is always required."""

    TITLE = N_("ruling")
    KINDS: ClassVar[Mapping[str, type[EditorBase]]] = {**EDITORS, "veto": RulingVetoEditor}

    def compose(self) -> ComposeResult:
        yield RemarkField(label=N_("reason"))
        line = ScoreLine()
        line.set_reactive(ScoreLine.label, N_("set to"))
        yield line

    def _follow(self) -> None:
        super()._follow()
        if self.editor is not None and not self.editor.value:
            self.remark.instead = _("r to write; required here")

    def ask_why(self) -> None:
        said = _("a ruling needs a reason: it stands on record")
        self.remark.open(said)
        self.post_message(Said(said))


def outcome_of(preview: RulingPreview) -> Outcome:
    """Return what the editor is told of a ruling before it is made."""
    if preview.error is not None:
        return Outcome(error=sentence(preview.error))
    return Outcome(
        preview.value, preview.points, note=_brings(preview), remark_required=preview.does != "same"
    )


def _brings(preview: RulingPreview) -> str:
    """Return in words what Enter would do."""
    if preview.does == "same":
        return _("stands already")
    said = [_("confirms the ruling on the new material")] if preview.does == "confirm" else []
    before, after = preview.before, preview.after
    if before is None or after is None:
        return _("; ").join(said)
    if preview.score != preview.points:
        said.append(_("instead of {score}").format(score=points_text(preview.score, 2)))
    said.extend(_changes(before, after))
    return _("; ").join(said)


def _changes(before: Standings, after: Standings) -> Sequence[str]:
    if after.disqualified != before.disqualified:
        return [_("disqualified") if after.disqualified else _("not disqualified any more")]
    said = []
    if before.total != after.total and before.total is not None and after.total is not None:
        totals = {"before": decimal_text(before.total), "after": decimal_text(after.total)}
        said.append(_("total {before} becomes {after}").format(**totals))
    if before.rank != after.rank:
        ranks = {"before": before.rank or "-", "after": after.rank or "-"}
        said.append(_("rank {before} becomes {after}").format(**ranks))
    elif said and after.rank is not None:
        said.append(_("rank unchanged"))
    return said
