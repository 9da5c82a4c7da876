"""Which language the interface speaks, and what a message reads in it."""

import subprocess
import sys
from collections.abc import Mapping

import pytest

from rolcheck.base.errors import InputError
from rolcheck.locale import Language, _, choose_language, language, ngettext, set_language
from rolcheck.locale.words import said


@pytest.mark.parametrize(
    ("option", "environ", "chosen"),
    [
        pytest.param(None, {}, "zh", id="nothing said means Chinese"),
        pytest.param("en", {"ROLCHECK_LANG": "zh"}, "en", id="the option comes first"),
        pytest.param(None, {"ROLCHECK_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en", id="then ours"),
        pytest.param(None, {"ROLCHECK_LANG": "zh_CN"}, "zh", id="ours may be a whole locale"),
        pytest.param(None, {"ROLCHECK_LANG": "", "LANG": "en_GB"}, "en", id="empty is not set"),
        pytest.param(None, {"LANG": "en_US.UTF-8"}, "en", id="then the locale"),
        pytest.param(None, {"LANG": "zh_TW.UTF-8"}, "zh", id="any Chinese locale"),
        pytest.param(None, {"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN"}, "en", id="LC_ALL over LANG"),
        pytest.param(
            None, {"LC_MESSAGES": "zh_CN", "LANG": "en_US"}, "zh", id="messages over LANG"
        ),
        pytest.param(
            None, {"LC_ALL": "", "LANG": "en_US"}, "en", id="an empty LC_ALL says nothing"
        ),
        pytest.param(None, {"LANG": "C.UTF-8"}, "zh", id="C names no language"),
        pytest.param(None, {"LANG": "POSIX"}, "zh", id="POSIX names no language"),
        pytest.param(None, {"LANG": "de_DE.UTF-8"}, "en", id="others get the fallback"),
        pytest.param(None, {"LANG": "zhuang"}, "en", id="a name that only begins alike is another"),
    ],
)
def test_the_language_is_chosen_from_option_environment_and_locale(
    option: str | None, environ: Mapping[str, str], chosen: Language
) -> None:
    assert choose_language(option, environ) == chosen


@pytest.mark.parametrize(
    ("option", "environ", "named"),
    [("fr", {}, "--lang"), (None, {"ROLCHECK_LANG": "fr"}, "$ROLCHECK_LANG")],
)
def test_a_language_asked_for_by_name_must_exist(
    option: str | None, environ: Mapping[str, str], named: str
) -> None:
    with pytest.raises(InputError) as raised:
        choose_language(option, environ)

    assert raised.value.params == {"source": named, "value": "fr"}


def test_the_language_switches_while_the_program_runs() -> None:
    set_language("zh")
    chinese = _("use zh or en")
    set_language("en")

    assert chinese != "use zh or en"
    assert _("use zh or en") == "use zh or en"
    assert language() == "en"


def test_a_language_without_a_catalogue_cannot_be_set() -> None:
    with pytest.raises(ValueError, match="fr"):
        set_language("fr")  # type: ignore[arg-type]  # what an untyped caller may do

    assert language() == "en"


@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_what_no_catalogue_knows_reads_as_it_is(chosen: Language) -> None:
    set_language(chosen)

    assert _("no catalogue has this sentence") == "no catalogue has this sentence"


@pytest.mark.parametrize("chosen", ["zh", "en"])
def test_the_empty_text_stays_empty(chosen: Language) -> None:
    set_language(chosen)

    assert _("") == ""


def test_english_has_two_numbers() -> None:
    assert ngettext("{n} thing unheard of", "{n} things unheard of", 1) == "{n} thing unheard of"
    assert ngettext("{n} thing unheard of", "{n} things unheard of", 2) == "{n} things unheard of"


def test_importing_the_package_loads_nothing_that_costs_time() -> None:
    script = (
        "import sys; before = set(sys.modules); import rolcheck.locale;"
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )

    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert not {"gettext", "dataclasses", "locale"} & set(loaded.stdout.decode().split())


def test_a_list_among_the_values_is_parted_as_the_language_does() -> None:
    set_language("zh")

    assert said("give one of {known}", {"known": "a, b"}) == "请填 a、b 之一"


def test_codes_that_are_typed_stay_as_they_are_typed() -> None:
    set_language("zh")

    assert "ok、missing" in said("give one of {known}", {"known": "ok, missing"})


def test_states_and_kinds_among_the_values_are_said_in_words() -> None:
    set_language("zh")

    assert said("round {number} is {state}", {"number": 2, "state": "closed"}) == "第2轮已结束"


def test_a_reason_that_the_catalogue_knows_is_translated_and_another_is_not() -> None:
    set_language("zh")

    known = said("the file cannot be read: {reason}", {"reason": "Permission denied"})
    other = said("the file cannot be read: {reason}", {"reason": "missing"})

    assert (known, other) == ("文件无法读取：没有权限", "文件无法读取：missing")
