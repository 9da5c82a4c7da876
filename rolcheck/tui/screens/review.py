"""Review: one item with its rule, its history and its evidence, and the editor of its rule."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from rolcheck.base.errors import RolcheckError
from rolcheck.base.messages import N_
from rolcheck.desk.desk import Desk
from rolcheck.desk.item import Item, evidence_text
from rolcheck.desk.review import Entry
from rolcheck.events.types import Event
from rolcheck.locale import _
from rolcheck.tui.key_gate import KeyGate
from rolcheck.tui.messages import Failed, LedgerGrew, Said
from rolcheck.tui.reviewing import (
    SCREEN,
    Goal,
    Review,
    changed_rows,
    names_of,
    outcome,
    read,
    sentence,
    submission_choices,
    where,
)
from rolcheck.tui.screens.base import SHORT, DeskScreen
from rolcheck.tui.widgets.editor_pane import EditorPane, Task
from rolcheck.tui.widgets.editors.outcome import Outcome
from rolcheck.tui.widgets.evidence_pane import EvidencePane
from rolcheck.tui.widgets.item_pane import ItemPane
from rolcheck.tui.widgets.item_tree import ItemTree
from rolcheck.tui.widgets.verdict_pane import VerdictPane
