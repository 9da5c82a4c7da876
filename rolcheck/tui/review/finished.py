"""What stands in the place of the item where nothing is left: what is done, what comes next."""

from collections.abc import Callable, Iterator, Sequence

from rolcheck.base.wrapping import wrap
from rolcheck.locale import _, ngettext
from rolcheck.tui.marks import DONE, OPEN
from rolcheck.tui.review.reading import Review
from rolcheck.tui.text import BLANK, Line, Part, aside, gap


def finished_lines(review: Review) -> Callable[[int], Sequence[Line]]:
    """Return what draws the state of every submission and what one can do now."""
    return lambda width: [*_lines(review, width)]


def _lines(review: Review, width: int) -> Iterator[Line]:
    due = sum(one.due for one in review.finished)
    left = sum(one.left for one in review.finished)
    title = Part(_("nothing is left here"), "fg", bold=True)
    count = _("{done} / {due} done in this round").format(done=due - left, due=due)
    yield aside((title,), (Part(count, "dim"),), width)
    yield BLANK
    for one in review.finished:
        if one.due:
            mark = OPEN if one.left else DONE
            name = Part(one.name, "fg" if one.left else "dim", bold=bool(one.left))
            done = Part(f"{one.due - one.left}/{one.due}", "dim")
            yield aside((gap(2), name), (done, gap(1), mark.part()), width)
    yield BLANK
    if left:
        said = ngettext("{n} item is left elsewhere", "{n} items are left elsewhere", left)
        yield (Part(said.format(n=left), "muted"),)
        yield _key("o", _("goes on there"))
        yield _key("s", _("chooses a submission"))
        return
    for text in wrap(_("all of it is done; the coordinator closes the round"), width):
        yield (Part(text, "muted"),)
    yield _key("p", _("looks back; all can be changed until the closing"))
    yield _key("u", _("takes the last entry back"))
    receipt = _("a receipt of your entries: rolcheck --as {who} audit receipt")
    for text in wrap(receipt.format(who=review.who), width):
        yield (Part(text, "dim"),)


def _key(key: str, what: str) -> Line:
    return (gap(2), Part(key, "accent", bold=True), gap(2), Part(what, "muted"))
