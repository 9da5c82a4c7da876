"""What becomes of a unit's answer to a finding that came back filled in."""

from dataclasses import replace

from rolcheck.base.errors import InputError, RolcheckError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean, fold_width
from rolcheck.campaign.standing import Standing
from rolcheck.desk.findings.life import Statement, find, move, must_be_movable
from rolcheck.desk.handing.handin import Basis, Written
from rolcheck.desk.handing.outcomes import Import, Judged, conflicts, failed, must_be_handed_out
from rolcheck.desk.sight import Sight
from rolcheck.events.rows import FindingRow

NATURES = {"facts": N_("about facts"), "substance": N_("about substance")}
"""What an answer can be about; where nobody says so, what its finding wants."""

NATURES_ZH = {
    "事实说明": "facts",
    "事实": "facts",
    "实质答复": "substance",
    "实质": "substance",
}
"""The words of the Chinese interface and their like; read whatever language is in use."""


def judged_answer(standing: Standing, who: str, unit: str, item: Written, how: Import) -> Judged:
    """Return what becomes of one answer.

    Args:
        standing: How the campaign stands.
        who: Who imports it.
        unit: Whose it is.
        item: As it came back; something is filled in, and can be read.
        how: How the import is made.
    """
    judged = Judged(item, unit, "bad", item.value)
    try:
        row = find(Sight(standing, unit), item.key)
        stands = _last_answer(standing, row)
        judged = replace(judged, stands=stands)
        if stands == clean(item.value).strip():
            return replace(judged, outcome="unchanged")
        must_be_movable(standing, unit, row, "answer")
        drafts = move(standing, who, item.key, "answer", _statement(item))
    except RolcheckError as error:
        return failed(judged, error)
    item = replace(item, submission=row.submission, indicator=row.indicator)
    judged, now = replace(judged, item=item), answer_basis(standing, row)
    found = () if how.override else tuple(conflicts(item, stands, now, item.value))
    if found:
        return replace(judged, outcome="conflict", problems=found)
    return replace(judged, outcome="recorded", drafts=tuple(drafts))


def answer_basis(standing: Standing, row: FindingRow) -> Basis:
    """Return what an answer to a finding is based on: how far the finding has come."""
    return Basis(len(standing.finding_moves.get(row.id, ())), "")


def _last_answer(standing: Standing, row: FindingRow) -> str:
    """Return the answer that waits to be judged; empty without."""
    moves = standing.finding_moves.get(row.id, ())
    return moves[-1].text if row.state == "answered" and moves else ""


def _statement(item: Written) -> Statement:
    must_be_handed_out(item)
    if not item.value:
        raise InputError(
            N_("there is no answer, only more to it"),
            hint=N_("write the answer, or clear the rest"),
        )
    return Statement(item.value, _nature(item.nature), item.evidence)


def _nature(text: str) -> str:
    """Return what an answer is about; empty where nobody says so.

    Raises:
        InputError: It is neither.
    """
    folded = fold_width(text).casefold()
    known = {said.casefold(): code for code, said in NATURES.items()} | NATURES_ZH
    code = known.get(folded, folded)
    if code not in ("", *NATURES):
        raise InputError(
            N_("'{text}' is not what an answer is about"),
            hint=N_("expected facts (事实说明) or substance (实质答复)"),
            text=text,
        )
    return code
