"""What an arbiter writes for a ruling away from the desk, read as it is meant or not at all."""

from rolcheck.base.messages import N_
from rolcheck.base.periods import Period
from rolcheck.base.text import fold_width
from rolcheck.criteria.model import Indicator
from rolcheck.desk.disputes.rulings import CLEAR, LIFT, UPHOLD
from rolcheck.desk.handing.written import as_value, means_keep

CONFIRM = "confirm"
"""What lets a ruling stand on new material; it is recorded as the same ruling once more."""

RULED = {
    UPHOLD: N_("the veto is upheld"),
    CLEAR: N_("the veto is cleared"),
    CONFIRM: N_("confirm the ruling"),
    LIFT: N_("lift the ruling"),
}
"""Rulings that are words of their own, as people read them."""

RULED_ZH = {
    "认定否决": UPHOLD,
    "认定": UPHOLD,
    "成立": UPHOLD,
    "否决成立": UPHOLD,
    "不予认定": CLEAR,
    "不认定": CLEAR,
    "不成立": CLEAR,
    "否决不成立": CLEAR,
    "维持原决定": CONFIRM,
    "确认": CONFIRM,
    "解除决定": LIFT,
    "解除": LIFT,
    "撤销": LIFT,
    "撤销决定": LIFT,
}
"""The words of the Chinese interface and their like; read whatever language is in use."""


def as_ruling(
    indicator: Indicator, text: str, period: Period, *, stands: str, numbered: bool = False
) -> str:
    """Return the value of a ruling as `rule` takes it.

    Args:
        indicator: What is ruled on.
        text: What was written.
        period: The campaign's period.
        stands: The ruling that stood when it was handed out; empty without.
        numbered: Whether levels were offered as a numbered list.

    Raises:
        ObservationError: The rule does not take it.
    """
    folded = fold_width(text).casefold()
    word = _WORDS.get(folded, folded)
    if stands and (word == CONFIRM or means_keep(text)):
        return stands
    if word == LIFT or indicator.is_veto:
        return word
    return as_value(indicator, text, period, numbered=numbered)


_WORDS = {fold_width(said).casefold(): code for code, said in RULED.items()} | RULED_ZH
