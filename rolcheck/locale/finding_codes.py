"""What the codes of findings mean."""

from collections.abc import Mapping

from rolcheck.base.messages import N_
from rolcheck.locale import _

CODES: Mapping[str, str] = {
    "Q01": N_("material missing"),
    "Q02": N_("does not match the indicator"),
    "Q03": N_("outside the period"),
    "Q04": N_("no seal or signature"),
    "Q05": N_("unreadable, or pages missing"),
    "Q06": N_("figures contradict each other"),
    "Q07": N_("evidence used twice"),
    "Q08": N_("secret or sensitive"),
    "Q09": N_("wrong number or date"),
    "Q10": N_("plans without results"),
    "Q11": N_("origin unclear, or a screenshot only"),
    "Q12": N_("register incomplete"),
    "Q13": N_("dates in impossible order"),
    "Q14": N_("link dead"),
    "Q15": N_("list and files differ"),
    "Q16": N_("format wrong, or cannot be opened"),
    "Q17": N_("issued by somebody else"),
    "Q18": N_("personal data exposed"),
    "Q19": N_("counted by a wrong definition"),
    "Q20": N_("corrected late or not really"),
}


def code_words(code: str) -> str:
    """Return what a code means, in the language in use; empty for one that is not known."""
    return _(CODES.get(code, ""))
