"""The three levels of a table: out of its columns, and of the headings between its rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from rolcheck.base.places import Place
from rolcheck.criteria.drafting.draft import Remark
from rolcheck.criteria.drafting.gathered import Gathered
from rolcheck.criteria.drafting.headings import LEVELS, Role
from rolcheck.criteria.drafting.layout import Layout
from rolcheck.criteria.drafting.numbering import Numbered, numbered
from rolcheck.criteria.drafting.points import points_in, share_in, titled
from rolcheck.criteria.drafting.prose.extras import is_bonus, is_malus, is_veto
from rolcheck.criteria.drafting.records import Piece, Record, announces, records
from rolcheck.criteria.drafting.words import in_one_line, squeezed


@dataclass(slots=True)
class Branch:
    """An area or a group while the table is read.

    Attributes:
        said: Its text as the table has it, without blanks; by it repetitions are known.
        title: Its title with neither number nor points.
        marker: The number before it.
        stated: The points that the table gives it.
        where: Its cell; None where it has none and something else stands in.
        stated_at: The cell of its points.
        weight: The weight that the table gives it.
        groups: Of an area, its groups.
        items: Of a group, its indicators.
    """

    said: str
    title: str
    marker: str = ""
    stated: Fraction | None = None
    where: Place | None = None
    stated_at: Place | None = None
    weight: Fraction | None = None
    groups: list["Branch"] = field(default_factory=list)
    items: list[Gathered] = field(default_factory=list)

    @property
    def outside(self) -> str:
        """The kind of what it holds, where that stands outside the base."""
        if is_veto(self.title):
            return "veto"
        return "bonus" if is_bonus(self.title) else "malus" if is_malus(self.title) else ""


@dataclass(frozen=True, slots=True)
class Total:
    """A row that adds up, and the sets of branches that it may be about."""

    text: str
    points: Fraction
    where: Place
    about: tuple[tuple[Branch, ...], ...]


@dataclass(slots=True)
class Outline:
    """What stands in one or more tables.

    Attributes:
        areas: In their order.
        totals: The rows that add up.
        below: Notes.
    """

    areas: list[Branch] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    below: list[Remark] = field(default_factory=list)

    @property
    def items(self) -> Iterator[Gathered]:
        """All indicators."""
        for area in self.areas:
            for group in area.groups:
                yield from group.items

    def without_empty(self) -> tuple[Branch, ...]:
        """Take out the areas and groups without an indicator, and return them."""
        empty = [area for area in self.areas if not any(group.items for group in area.groups)]
        self.areas = [area for area in self.areas if area not in empty]
        for area in self.areas:
            empty += [group for group in area.groups if not group.items]
            area.groups = [group for group in area.groups if group.items]
        return tuple(empty)


def outline(layouts: Sequence[Layout], title: str) -> Outline:
    """Return the levels of tables, one after the other.

    Args:
        layouts: Where they are.
        title: What an area is called where a table has none; of several tables each sheet's name.
    """
    found = Outline()
    sheets = {layout.sheet.name for layout in layouts}
    for layout in layouts:
        name = layout.sheet.name if len(sheets) > 1 else title
        _Reader(found, layout, name).read()
    return found


class _Reader:
    """Reads one table into an outline."""

    def __init__(self, found: Outline, layout: Layout, name: str) -> None:
        self._found, self._layout, self._name = found, layout, name
        self._area: Branch | None = None
        self._group: Branch | None = None
        self._first = len(found.areas)
        self._rows = list(records(layout))
        self._styles = self._section_styles()

    def _section_styles(self) -> list[str]:
        """Return how sections without a level of their own are numbered, the outer first."""
        styles: dict[str, None] = {}
        for row in self._rows:
            if row.kind == "section" and row.level is None:
                style = numbered(titled(row.first.text).text).style
                styles.setdefault(style or "", None)
        return [style for style in styles if style]

    def read(self) -> None:
        """Read every row."""
        if self._layout.caption:
            piece = Piece(self._layout.caption.text, self._layout.caption.where)
            self._area = _branch(piece, None, None)
            self._found.areas.append(self._area)
        for row in self._rows:
            match row.kind:
                case "section":
                    self._section(row)
                case "item":
                    self._item(row)
                case "more":
                    self._more(row)
                case "total":
                    self._total(row)
                case "note":
                    self._note(row)

    def _section(self, row: Record) -> None:
        headline = next(piece for piece in row.pieces.values() if points_in(piece.text) is None)
        level = row.level or self._level_of(headline.text)
        if level == "area":
            self._open_area(headline, row)
        else:
            self._open_group(headline, row)

    def _level_of(self, text: str) -> Role:
        style = numbered(titled(text).text).style
        if style not in self._styles or self._styles[0] == style:
            columns = {column.role for column in self._layout.columns}
            inner = "area" in columns and len(self._styles) == 1 and style in self._styles
            return "group" if inner else "area"
        return "group"

    def _item(self, row: Record) -> None:
        for role in LEVELS[:2]:
            piece = row.pieces.get(role)
            if piece is None:
                continue
            current = self._area if role == "area" else self._group
            if current is None or current.said != squeezed(piece.text):
                (self._open_area if role == "area" else self._open_group)(piece, row)
        self._part_from_base(row)
        group = self._inner()
        if "indicator" not in row.pieces and group.items and not self._stands_alone(row):
            group.items[-1].rows.append(row)
            return
        outside = group.outside or (self._area.outside if self._area else "")
        group.items.append(Gathered([row], outside))

    def _part_from_base(self, row: Record) -> None:
        """Give a bonus an area of its own where the columns before it are empty."""
        piece = row.pieces.get("indicator")
        outside = self._area is None or self._area.outside or (self._group and self._group.outside)
        if piece is None or outside or not announces(piece.text):
            return
        if not {"area", "group"} & {*row.pieces, *row.covered}:
            self._area = _branch(Piece(piece.text, piece.where), None, None)
            self._group = None
            self._found.areas.append(self._area)

    def _stands_alone(self, row: Record) -> bool:
        """Tell whether a row without a title is an indicator all the same: it has points."""
        return "indicator" in row.points or bool({"area", "group"} & {*row.pieces})

    def _more(self, row: Record) -> None:
        group = self._group or (self._area.groups[-1] if self._area and self._area.groups else None)
        if group is None or not group.items:
            self._note(row)
        else:
            group.items[-1].rows.append(row)

    def _total(self, row: Record) -> None:
        cells = [*row.points.values(), *(piece for _, piece in row.others), *row.pieces.values()]
        for piece in cells:
            found = points_in(piece.text)
            stated = titled(piece.text).points if found is None else found
            if stated is not None:
                about = self._about(squeezed(row.first.text))
                self._found.totals.append(Total(row.first.text, stated, piece.where, about))
                return
        self._note(row)

    def _about(self, text: str) -> tuple[tuple[Branch, ...], ...]:
        """Return what a row of that text may add up: the branch before it, or the whole table."""
        near = tuple((one,) for one in (self._group, self._area) if one)
        areas = tuple(self._found.areas)
        whole = (areas[self._first :], areas)
        if "总" in text or not near:
            return whole
        return (*whole, *near) if "小计" in text else (*near, *whole)

    def _note(self, row: Record) -> None:
        self._found.below += [Remark(piece.where, piece.text) for piece in row.cells]

    def _open_area(self, piece: Piece, row: Record) -> None:
        points = row.points.get("area") or self._section_points(row)
        self._area = _branch(piece, points, row.weights.get("area"))
        self._group = None
        self._found.areas.append(self._area)

    def _open_group(self, piece: Piece, row: Record) -> None:
        points = row.points.get("group") or self._section_points(row)
        self._group = _branch(piece, points, row.weights.get("group"))
        self._outer().groups.append(self._group)

    def _section_points(self, row: Record) -> Piece | None:
        return row.points.get("indicator") if row.kind == "section" else None

    def _outer(self) -> Branch:
        if self._area is None:
            self._area = Branch("", self._name)
            self._found.areas.append(self._area)
        return self._area

    def _inner(self) -> Branch:
        if self._group is None:
            area = self._outer()
            self._group = Branch("", area.title)
            area.groups.append(self._group)
        return self._group


def _branch(piece: Piece, points: Piece | None, weight: Piece | None) -> Branch:
    whole = titled(piece.text, loose=True, shares=True)
    plain: Numbered = numbered(whole.text)
    inner = titled(plain.text)
    found = points_in(points.text) if points else None
    said = (found, whole.points, inner.points)
    stated = next((one for one in said if one is not None), None)
    at = points.where if found is not None and points else piece.where
    return Branch(
        squeezed(piece.text),
        in_one_line(inner.text),
        plain.marker,
        stated,
        piece.where,
        at,
        whole.weight or (share_in(weight.text) if weight else None),
    )
