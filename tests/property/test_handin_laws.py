"""Whatever comes back in a form, it is read or refused; nothing else happens."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rolcheck.base.errors import ObservationError, RolcheckError
from rolcheck.criteria.observing import observe
from rolcheck.criteria.rules import RULES
from rolcheck.desk.handing.forms.parsing import read_forms
from rolcheck.desk.handing.written import as_value
from tests.contract.test_rules import indicator

HEAD = """==+== rolcheck form 1
==+== Campaign c
==+== Round 2
==+== Reviewer r1
==+== Criteria 123456789012
"""
PIECES = st.sampled_from(
    [
        "==*== east 1.1.1\n",
        "==+== Version 1-abc\n",
        "==+== Remark\n",
        "==+== Evidence\n",
        "\n",
        "==-== x\n",
        "==+== \n",
        "==*== \n",
        "==+== End\n",
        "> ",
        "\\==+== x\n",
        "A\n",
        "==+==",
        HEAD,
    ]
)


@given(st.lists(PIECES | st.text(max_size=12), max_size=25).map("".join))
@settings(max_examples=150)
def test_a_form_is_read_or_refused_whatever_stands_in_it(text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.txt"
        path.write_text(HEAD + text, encoding="utf-8", errors="replace")
        try:
            forms = read_forms(path)
        except RolcheckError as error:
            assert error.where is not None
        else:
            lines = path.read_text("utf-8").count("\n") + 2
            places = [item.where for form in forms for item in form.items]
            assert all(0 < (place.line or 0) <= lines for place in places)


@given(st.sampled_from(sorted(RULES)), st.text(max_size=12), st.booleans())
@example("graded", "1. A", True)
def test_a_value_is_read_as_a_command_reads_it_or_more_kindly(
    kind: str, text: str, numbered: bool
) -> None:
    one = indicator(kind)
    try:
        plain = observe(one, text, None).value
    except ObservationError:
        plain = ""

    try:
        value = as_value(one, text, None, numbered=numbered)
    except ObservationError:
        assert plain == ""
    else:
        assert plain in (value, "")
        assert observe(one, value, None).value == value
