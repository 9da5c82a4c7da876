"""Keys that the user has put elsewhere: overrides from a TOML file, by binding id."""

from collections.abc import Mapping
from pathlib import Path

from tomli import TOMLDecodeError

from rolcheck.base.errors import InputError
from rolcheck.base.files import read_text
from rolcheck.base.messages import N_
from rolcheck.base.places import Place


def load_keymap(path: Path) -> Mapping[str, str]:
    """Return the overrides of the table ``[keys]``: binding id to keys, parted by commas.

    A file that is not there overrides nothing.

    Raises:
        InputError: The file is not TOML, or a key is not a text.

    Example:
        ``[keys]`` with ``"editor.missing" = "q"`` puts the word for no material on q.
    """
    if not path.exists():
        return {}
    from tomli import loads

    try:
        keys = loads(read_text(path)).get("keys", {})
    except TOMLDecodeError as error:
        raise InputError(
            N_("the file of keys is not TOML: {what}"), where=Place(str(path)), what=str(error)
        ) from error
    if not isinstance(keys, dict) or not all(isinstance(key, str) for key in keys.values()):
        raise InputError(
            N_("[keys] is not a table of texts"),
            where=Place(str(path)),
            hint=N_('write lines as "editor.missing" = "q"'),
        )
    return {str(binding): key for binding, key in keys.items()}
