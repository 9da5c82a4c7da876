"""What the hidden sheet of a workbook says: what it is for, and what was handed out."""

from collections.abc import Mapping
from dataclasses import dataclass

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.places import Place
from rolcheck.base.text import fold_width
from rolcheck.base.workbook import Sheet, Workbook
from rolcheck.campaign.standing import Cell
from rolcheck.criteria.model import has_parts
from rolcheck.desk.handing.handin import Basis, ruling_name
from rolcheck.desk.handing.sheets.layout import (
    ABOUT,
    ANSWERS,
    HANDOUT,
    ITEM_COLUMNS,
    KEYS,
    RULINGS,
    VERSION,
)
from rolcheck.desk.imports import whole_number

PARTS_OF_AN_ID = 3


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook is for.

    Attributes:
        sheet: Where it says so.
        items: What every item was handed out upon, by submission and name.
        handout: Which handout it is; empty where it does not say.
    """

    sheet: Sheet
    campaign: str
    round: int
    reviewer: str
    criteria: str
    items: Mapping[Cell, Basis]
    handout: str = ""

    @property
    def submissions(self) -> tuple[str, ...]:
        """The submissions that were handed out to be scored, in their order."""
        return tuple(dict.fromkeys(one for one, name in self.items if names_an_indicator(name)))

    @property
    def known(self) -> frozenset[str]:
        """All submissions that are named, whatever was handed out of them."""
        return frozenset(submission for submission, _name in self.items)

    @property
    def sheets(self) -> tuple[str, ...]:
        """What was handed out on a sheet of its own: submissions, all rulings, all answers."""
        rest = [name for _one, name in self.items if not names_an_indicator(name)]
        rulings = any(name.startswith(ruling_name("")) for name in rest)
        answers = any(not name.startswith(ruling_name("")) for name in rest)
        return (*self.submissions, *[RULINGS] * rulings, *[ANSWERS] * answers)


def read_about(book: Workbook) -> About:
    """Return what a workbook is for.

    Raises:
        InputError: It does not say so, or not in a way that can be read.
    """
    sheet = next((one for one in book.sheets if fold_width(one.name) == ABOUT), None)
    if sheet is None:
        raise InputError(
            N_("there is no sheet '{name}' that says what this workbook is for"),
            where=_file(book),
            hint=N_("fill in the workbook that was sent, not sheets copied out of it"),
            name=ABOUT,
        )
    said = {fold_width(sheet.text(row, 1)): row for row in range(sheet.last_row, 0, -1)}
    values = {key: _said(sheet, said.get(key), key) for key in KEYS}
    if values["version"] != VERSION:
        raise InputError(
            N_("this workbook was made by another version of rolcheck"),
            where=sheet.place(said["version"], 2),
            hint=N_("export a new one, and have it filled in"),
        )
    try:
        number = whole_number(values["round"])
    except InputError as error:
        error.where = sheet.place(said["round"], 2)
        raise
    return About(
        sheet=sheet,
        campaign=values["campaign"],
        round=number,
        reviewer=values["reviewer"],
        criteria=values["criteria"],
        items=_items(sheet, said.get(ITEM_COLUMNS[0])),
        handout=sheet.text(said[HANDOUT], 2) if HANDOUT in said else "",
    )


def names_an_indicator(name: str) -> bool:
    """Tell whether a name is that of an indicator, or of one of its expected items."""
    return has_parts(name.partition("/")[0], PARTS_OF_AN_ID)


def _file(book: Workbook) -> Place:
    return Place(str(book.file))


def _said(sheet: Sheet, row: int | None, key: str) -> str:
    said = sheet.text(row, 2) if row else ""
    if not said:
        raise _damaged(sheet, row, key)
    return said


def _items(sheet: Sheet, heading: int | None) -> Mapping[Cell, Basis]:
    if heading is None:
        raise _damaged(sheet, None, ITEM_COLUMNS[0])
    found = {}
    for row in range(heading + 1, sheet.last_row + 1):
        submission, indicator, edition, material = (
            sheet.text(row, column) for column in range(1, len(ITEM_COLUMNS) + 1)
        )
        if submission:
            if not (edition.isascii() and edition.isdigit()):
                raise _damaged(sheet, row, ITEM_COLUMNS[2], column=3)
            found[submission, indicator] = Basis(int(edition), material)
    return found


def _damaged(sheet: Sheet, row: int | None, key: str, column: int = 2) -> InputError:
    return InputError(
        N_("the hidden sheet does not say the {key} any more"),
        where=sheet.place(row, column if row else None),
        hint=N_("fill in the workbook that was sent, or export a new one"),
        key=key,
    )
