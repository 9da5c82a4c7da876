"""One byte form for one value: what hashes are taken over."""

import hashlib
import json


def canonical(value: object) -> str:
    """Return `value` as JSON with sorted keys and no blanks.

    Args:
        value: None, booleans, integers, strings, and lists and string-keyed dicts of such.

    Raises:
        ValueError: A float, or something that JSON has no form for, is inside.
    """
    if _holds_float(value):
        raise ValueError("no canonical form: a float is not exact")
    try:
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except TypeError as error:
        raise ValueError(f"no canonical form: {error}") from error


def sha256_hex(data: str | bytes) -> str:
    """Return the SHA-256 of `data` (text as UTF-8) as 64 hex digits."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def _holds_float(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_holds_float, value.values()))
    if isinstance(value, (list, tuple)):
        return any(map(_holds_float, value))
    return isinstance(value, float)
