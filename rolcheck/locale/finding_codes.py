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

SEVERITIES: Mapping[str, str] = {
    "blocking": N_("blocking"),
    "scoring": N_("tells on the score"),
    "formal": N_("formal"),
}
NATURE_WORDS: Mapping[str, str] = {
    "facts": N_("about facts"),
    "substance": N_("about substance"),
}
ASKED: Mapping[str, str] = {
    "Q01": N_("Hand in what the indicator expects: {expected}."),
    "Q02": N_("Replace it by material that proves what the indicator asks, or say what it proves."),
    "Q03": N_("Replace it by material from within the period."),
    "Q04": N_("Hand in a copy that bears the seal or the signature."),
    "Q05": N_("Hand in a legible and complete copy."),
    "Q06": N_("Say which figure holds, and hand in what it was counted from."),
    "Q07": N_("Say for which indicator it stands, and hand in material of its own for the others."),
    "Q08": N_("Take it back, and hand in a version that may be passed on."),
    "Q09": N_("Correct number or date, and hand in the original."),
    "Q10": N_("Hand in records of what was done and what came of it."),
    "Q11": N_("Hand in the original, or name where it was published and when."),
    "Q12": N_("Complete the register: every required column, every row."),
    "Q13": N_("Explain the order of the dates, and hand in the originals."),
    "Q14": N_("Mend the link, or hand in the page with its address and date."),
    "Q15": N_("Make list and files agree."),
    "Q16": N_("Hand in the file once more, in a format that can be opened."),
    "Q17": N_("Replace it by material that the office itself issued."),
    "Q18": N_("Hand in a copy without personal data."),
    "Q19": N_("Count anew by the definition in the criteria, and hand in what was counted."),
    "Q20": N_("Finish what was asked before, and hand in what shows it."),
}
"""What each code asks for where nobody says it in other words."""


def asked_words(code: str, expected: str) -> str:
    """Return what a code asks for, in the language in use.

    Args:
        code: One of `CODES`.
        expected: The titles of the material that the indicator expects.
    """
    return _(ASKED[code]).format(expected=expected)


def code_words(code: str) -> str:
    """Return what a code means, in the language in use; empty for one that is not known."""
    return _(CODES.get(code, ""))
