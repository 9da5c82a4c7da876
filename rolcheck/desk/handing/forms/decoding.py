"""Text as mail programs and editors leave it, made plain lines."""

import codecs

from rolcheck.base.errors import InputError
from rolcheck.base.messages import N_
from rolcheck.base.text import clean

LARGEST_FORM = 10 << 20  # bytes
_MARKED = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a text in UTF-8, UTF-16 with its mark, or GB18030, cleaned.

    Raises:
        InputError: It is none of these, or larger than any form.
    """
    if len(data) > LARGEST_FORM:
        raise InputError(N_("the file is larger than {most} MB"), most=LARGEST_FORM >> 20)
    marked = [codec for mark, codec in _MARKED.items() if data.startswith(mark)]
    for codec in (*marked, "utf-8", "gb18030"):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            plain = text.replace("\r\n", "\n").replace("\r", "\n")
            return [clean(line).rstrip() for line in plain.split("\n")]
    raise InputError(N_("the file is no text"), hint=N_("save it as plain text in UTF-8"))
