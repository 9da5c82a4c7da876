"""The interface in Chinese and English: which language, and what a message reads in it.

Message ids are the English sentences, so English is also what an untranslated id shows.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["zh", "en"]

LANGUAGES: tuple[Language, ...] = get_args(Language)
VARIABLE = "ROLCHECK_LANG"

_CATALOGUES: Mapping[Language, str] = {"zh": "zh_CN", "en": "en"}
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
_SPEAKS_NO_LANGUAGE = ("C", "POSIX")

_current: Language = "en"


def set_language(chosen: Language) -> None:
    """Make `chosen` the language of every later message, also in a running app.

    Raises:
        ValueError: There is no such language.
    """
    global _current  # noqa: PLW0603 (one interface speaks one language at a time)
    if chosen not in LANGUAGES:
        raise ValueError(f"no language {chosen!r}")
    _current = chosen


def language() -> Language:
    """Return the language in use; English until one is set."""
    return _current


def choose_language(option: str | None, environ: Mapping[str, str]) -> Language:
    """Return the language that `--lang` names, else `$ROLCHECK_LANG`, else the locale, else zh.

    A locale whose language has no catalogue gets English; the locales C and POSIX name none.

    Raises:
        InputError: The option or `$ROLCHECK_LANG` names a language that there is not.
    """
    if option:
        return _wanted("--lang", option)
    if environ.get(VARIABLE):
        return _wanted(f"${VARIABLE}", environ[VARIABLE])
    locale = next((environ[name] for name in _LOCALE_VARIABLES if environ.get(name)), "")
    if not locale or locale.split(".")[0] in _SPEAKS_NO_LANGUAGE:
        return "zh"
    return _of_locale(locale) or "en"


def _(message: str) -> str:
    """Return `message` in the language in use now; the empty text stays empty."""
    return _translations(_current).gettext(message) if message else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """Return the form that goes with `n`, in the language in use now; ``{n}`` is not filled in."""
    return _translations(_current).ngettext(singular, plural, n)


def _wanted(source: str, value: str) -> Language:
    known = _of_locale(value)
    if known is None:
        from rolcheck.base.errors import InputError  # costs more than all else in this module
        from rolcheck.base.messages import N_

        raise InputError(
            N_("{source} is no language of the interface: {value}"),
            hint=N_("use zh or en"),
            source=source,
            value=value,
        )
    return known


def _of_locale(value: str) -> Language | None:
    """Return the language of ``zh``, ``zh_CN.UTF-8``, ``en-GB`` and their like."""
    head = value.lower().replace("-", "_").split(".")[0].split("_")[0]
    return next((known for known in LANGUAGES if known == head), None)


@cache
def _translations(chosen: Language) -> "NullTranslations":
    from gettext import GNUTranslations  # first needed when the first message is shown

    folder = Path(__file__).parent / _CATALOGUES[chosen] / "LC_MESSAGES"
    with (folder / "rolcheck.mo").open("rb") as file:
        return GNUTranslations(file)
