"""A summary as one picture: sound XML, numbers beside bars, nothing over anything else."""

from fractions import Fraction
from itertools import combinations
from xml.etree import ElementTree

import pytest

from rolcheck import locale
from rolcheck.base.colours import palette
from rolcheck.base.text import cell_width
from rolcheck.desk.reporting import summary_of
from rolcheck.reports.blocks import Bar, Chart, Document, Note
from rolcheck.reports.exports import exported
from rolcheck.reports.writers.strokes import CELL
from tests.unit.reports.test_html import HOSTILE, hostile
from tests.unit.reports.towns import drawn, played

NAME = "{http://www.w3.org/2000/svg}"
Root = ElementTree.Element


def picture(document: Document, width: int = 100) -> Root:
    return ElementTree.fromstring(drawn(document, "svg", width))


def chart(*bars: Bar, strip: tuple[str, ...] = ()) -> Document:
    return Document("t", (), (Chart("totals", bars, strip, "areas"), Note("head 1:ab")))


def texts(root: Root) -> list[str]:
    return [one.text or "" for one in root.iter(f"{NAME}text")]


def bars(root: Root, tone: str) -> list[int]:
    return [
        int(one.get("width", "")) for one in root.iter(f"{NAME}rect") if one.get("class") == tone
    ]


def box(one: Root) -> tuple[int, int, int]:
    """Return where a text begins and ends, by cells, and its line."""
    room = cell_width(one.text or "") * CELL
    x = int(one.get("x", "")) - (room if one.get("text-anchor") == "end" else 0)
    return x, x + room, int(one.get("y", ""))


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_stands_in_a_document_the_picture_is_sound(text: str) -> None:
    tags = {one.tag for one in picture(hostile(text)).iter()}

    assert tags == {NAME + tag for tag in ("svg", "title", "desc", "rect", "text")}


def test_a_bar_is_as_long_as_its_share_of_the_track() -> None:
    root = picture(chart(Bar("a", "50", Fraction(1, 2)), Bar("b", "100", Fraction(1))))
    half, whole = bars(root, "bar")

    assert abs(2 * half - whole) <= 1
    assert bars(root, "panel") == [whole, whole]


def test_numbers_stand_beside_their_bars_and_the_head_at_the_foot() -> None:
    said = texts(picture(chart(Bar("东岸区", "91.20", Fraction(9, 10), lead="1", remark="r"))))

    assert said == ["t", "1", "东岸区", "r", "91.20", "head 1:ab"]


@pytest.mark.parametrize(("share", "shade"), [("97/100", 0), ("969/1000", 1), ("1/4", 4)])
def test_the_strip_is_shaded_by_the_exact_class_in_the_colours_of_paper(
    share: str, shade: int
) -> None:
    root = picture(chart(Bar("a", "1", Fraction(1), shares=(Fraction(share),)), strip=("1",)))
    (cell,) = [one for one in root.iter(f"{NAME}rect") if one.get("class") == f"heat-{shade}"]

    assert cell.get("fill") == palette("light")[f"heat-{shade}"]


@pytest.mark.parametrize("lang", locale.LANGUAGES)
def test_no_text_runs_into_another(lang: locale.Language) -> None:
    locale.set_language(lang)
    long = Bar("某某市某某新区经济技术开发区" * 3, "1", Fraction(1), lead="10", shares=(None,) * 30)
    strips = chart(long, long, strip=tuple(map(str, range(30))))
    roots = [
        picture(strips),
        ElementTree.fromstring(exported("svg", summary_of(played().desk("boss")))),
        ElementTree.fromstring(exported("svg", summary_of(played(2, "self-check").desk("boss")))),
    ]

    for root in roots:
        boxes = [box(one) for one in root.iter(f"{NAME}text")]
        width = int(root.get("width", ""))
        assert all(left >= 0 and right <= width for left, right, _y in boxes)
        for (left, right, y), (other_left, other_right, other_y) in combinations(boxes, 2):
            assert y != other_y or right <= other_left or other_right <= left


def test_a_picture_says_what_it_is_and_shows_to_those_who_do_not_see_it() -> None:
    root = picture(chart(Bar("a", "50", Fraction(1, 2))))

    assert root.get("role") == "img"
    assert (root.get("aria-labelledby") or "").split() == [one.get("id") for one in root[:2]]
    assert [one.text for one in root[:2]] == ["t", "totals, a 50"]


def test_the_picture_of_a_self_check_is_of_the_units_and_has_no_tables() -> None:
    locale.set_language("en")
    said = texts(
        ElementTree.fromstring(exported("svg", summary_of(played(2, "self-check").desk("boss"))))
    )

    assert "Points at risk by responsible unit" in said
    assert "Indicators with most at risk" not in said
    assert "Findings" not in said
    assert said[-1].startswith("ledger of ")
