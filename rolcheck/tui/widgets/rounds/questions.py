"""What is asked before a step with the rounds: what it will bring, in numbers."""

from collections import Counter

from rolcheck.desk.seen import RoundsSeen
from rolcheck.locale import _, ngettext
from rolcheck.tui.widgets.overview.waiting import TITLES
from rolcheck.tui.widgets.rounds.steps import Step


def opening(seen: RoundsSeen) -> str:
    """Return what opening the next round brings."""
    ahead = seen.forecast
    said = []
    if ahead.received:
        said.append(
            ngettext(
                "{n} submission without a receipt is received.",
                "{n} submissions without a receipt are received.",
                ahead.received,
            ).format(n=ahead.received)
        )
    said.append(_owed(seen))
    if not any(one.opened_at for one in seen.rounds):
        said.append(_("criteria and settings go on record; they cannot change any more."))
    return "\n".join(said)


def _owed(seen: RoundsSeen) -> str:
    ahead = seen.forecast
    if not ahead.owed:
        return _("nobody gets anything to do in it.")
    said = ngettext(
        "{n} item is to be done, by {people}.", "{n} items are to be done, by {people}.", ahead.owed
    ).format(n=ahead.owed, people=_people(ahead.people))
    if not ahead.returned:
        return said
    back = ngettext("{n} indicator comes back.", "{n} indicators come back.", ahead.returned)
    return f"{back.format(n=ahead.returned)} {said}"


def _people(count: int) -> str:
    return ngettext("{n} reviewer", "{n} reviewers", count).format(n=count)


def closing(seen: RoundsSeen) -> str:
    """Return what closing the open round brings; with a reason where something is left."""
    ahead, left = seen.forecast, len(seen.blockers)
    said = []
    if left:
        kinds = Counter(one.kind for one in seen.blockers)
        said.append(
            ngettext(
                "{n} item is left; with a reason the round closes in spite of it."
                " Each is recorded.",
                "{n} items are left; with a reason the round closes in spite of them."
                " Each is recorded.",
                left,
            ).format(n=left)
        )
        said.append("   ".join(f"{_(TITLES[kind])} {count}" for kind, count in kinds.items()))
    else:
        said.append(_("nothing can be scored in it any more unless it is reopened."))
    counted = ngettext("{n} score stands.", "{n} scores stand.", ahead.scores)
    said.append(counted.format(n=ahead.scores))
    if ahead.disputes:
        said.append(
            ngettext(
                "{n} dispute goes on record.", "{n} disputes go on record.", ahead.disputes
            ).format(n=ahead.disputes)
        )
    if seen.carried:
        said.append(
            ngettext(
                "{n} item is carried into the next round.",
                "{n} items are carried into the next round.",
                len(seen.carried),
            ).format(n=len(seen.carried))
        )
    return "\n".join(said)


def reopening(seen: RoundsSeen) -> str:
    """Return what reopening the last closed round brings."""
    count = seen.forecast.scores
    stays = ngettext(
        "{n} score stays and can be given anew.", "{n} scores stay and can be given anew.", count
    ).format(n=count)
    return "\n".join((stays, _("the reason goes on record.")))


def sealing(seen: RoundsSeen, step: Step) -> str:
    """Return what the seal brings."""
    count = seen.forecast.events
    sealed = ngettext("{n} entry is sealed.", "{n} entries are sealed.", count).format(n=count)
    waived = sum(one.waived for one in seen.rounds if one.number == step.round)
    lines = [sealed, _("nothing can be changed after it; the seal stands on every report.")]
    if waived:
        left = ngettext(
            "the last round was closed in spite of {n} item left.",
            "the last round was closed in spite of {n} items left.",
            waived,
        )
        lines.insert(1, left.format(n=waived))
    return "\n".join(lines)
