"""Whether the app draws in ASCII only: marks by their signs, bars and edges by plain characters."""

_state = {"on": False}

_DRAWN = {
    "│┃║▌▍▎▏▐▕█▉▊▋": "|",
    "─━═▔▀": "-",
    "┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╰╯": "+",
    "▁▂▃▄▅▆▇": " ",  # the ends of Textual's scroll bars, finer than a cell
    "α": "a",  # the measure of agreement
}
_PLAIN = str.maketrans({drawn: plain for many, plain in _DRAWN.items() for drawn in many})


def ascii_only() -> bool:
    """Tell whether nothing but ASCII is drawn around data and Chinese text."""
    return _state["on"]


def set_ascii(on: bool) -> None:
    """Draw in ASCII only from now on, or no more."""
    _state["on"] = on


def in_ascii(text: str) -> str:
    """Return text with plain characters for those that we or Textual draw."""
    return text if text.isascii() else text.translate(_PLAIN)
