"""Values written as TOML."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction

from rolcheck.base.numbers import decimal_text


def value_text(value: object) -> str:
    """Return a value as TOML writes it; text of several lines stays of several lines.

    Example:
        >>> value_text("签到表"), value_text(Fraction(5, 2)), value_text(True), value_text(["a"])
        ('"签到表"', '2.5', 'true', '["a"]')
    """
    if isinstance(value, str) and "\n" in value:
        return _lines(value)
    return inline(value)


def inline(value: object) -> str:
    """Return a value in one line.

    Example:
        >>> inline({"from": Fraction(1, 2), "to": 1})
        '{ from = 0.5, to = 1 }'
    """
    match value:
        case str():
            return json.dumps(value, ensure_ascii=False)
        case bool():
            return "true" if value else "false"
        case int() | Fraction():
            return decimal_text(Fraction(value))
        case Mapping():
            return f"{{ {', '.join(f'{key} = {inline(one)}' for key, one in value.items())} }}"
        case Sequence():
            return f"[{', '.join(map(inline, value))}]"
        case _:
            raise TypeError(type(value).__name__)


def _lines(text: str) -> str:
    escaped = [json.dumps(line, ensure_ascii=False)[1:-1] for line in text.split("\n")]
    joined = "\n".join(escaped)
    return f'"""\n{joined}"""'
