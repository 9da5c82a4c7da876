"""Keeps the tests apart from whoever runs them: their settings, folders, language and clock."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from rolcheck import locale

_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
_LANGUAGE = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
_LOOKS = ("COLORTERM", "EDITOR", "FORCE_COLOR", "NO_COLOR", "VISUAL")
_OURS = ("ROLCHECK_", "TEXTUAL")

_home: tempfile.TemporaryDirectory[str] | None = None

settings.register_profile("rolcheck", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("rolcheck")


def pytest_configure() -> None:
    """Clear the environment that rolcheck and Textual read, for child processes too."""
    global _home  # noqa: PLW0603 (lives as long as the run)
    _home = tempfile.TemporaryDirectory(prefix="rolcheck-tests-")
    kept = {"ROLCHECK_GOLDEN"}
    for name in list(os.environ):
        ours = name.startswith(_OURS) and name not in kept
        if ours or name in (*_LANGUAGE, *_LOOKS):
            del os.environ[name]
    for name in _FOLDERS:
        os.environ[name] = str(Path(_home.name) / name.lower())


def pytest_xdist_auto_num_workers() -> int:
    """Return two workers a processor: a test of the app waits as long as it computes."""
    return 2 * (os.cpu_count() or 1)


def pytest_unconfigure() -> None:
    """Remove the folders that stood for the user's."""
    if _home is not None:
        _home.cleanup()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin and end every test in English, the language of the message ids."""
    locale.set_language("en")
    yield
    locale.set_language("en")
