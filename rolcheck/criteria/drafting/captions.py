"""Lone texts between, above and below tables: titles of tables, notes, page numbers."""

import re
from collections.abc import Iterable

from rolcheck.criteria.drafting.words import half_width, in_one_line, squeezed

_TOTAL = re.compile(
    r"(?:小计|合计|总计|共计|总分|总得分|得分合计|.{0,12}(?:小计|合计)(?:[（(].*)?)[:：]?"
)
_NOTE = re.compile(
    r"(?:注|备注|说明|填表|※|\*|评分说明|计分说明|附注|注意)(?:\d|[:：、.]|$|\s|.*[:：])"
)
_NOTE_WORD = re.compile(r"(?:注|备注|说明|填表说明|评分说明|计分说明|附注|注意事项)[:：]?")
_PAGE = re.compile(r"[-~]\s*\d{1,3}\s*[-~]|第\s*\d{1,3}\s*页.{0,8}")
_CAPTION = re.compile(r"(?:附?表|附件|附录)\s*[一二三四五六七八九十\d]{1,3}(?![章节条项])")

_NO_TITLE = re.compile(
    r"附(?:件|表|录)\s*[\d一二三四五六七八九十]*[:：]?$|单位[:：]|填报|填表|日期|.*年.*月.*日$|第?\d+$|（|\(|[一二三四五六七八九十]+、|.*[:：。]"
)
_TITLE = re.compile(r".*(?:表|标准|细则|体系|办法|指标|方案|规范|清单)(?:[（(].*[）)])?$")


def title_in(texts: Iterable[str]) -> str:
    """Return the title among the texts above a table; empty where none is one.

    Example:
        >>> title_in(["附件2：", "依法行政考核评分表（部门）", "考核单位：    得分：    分"])
        '依法行政考核评分表（部门）'
    """
    said = [in_one_line(text) for text in texts]
    named = [text for text in said if text and not _NO_TITLE.match(text)]
    whole = [text for text in named if _TITLE.match(text)]
    return max(whole or named, key=len, default="")


def is_total(text: str) -> bool:
    """Tell whether a row that begins so adds up.

    Example:
        >>> is_total("合 计"), is_total("合计（24分）"), is_total("总体要求")
        (True, True, False)
    """
    return _TOTAL.fullmatch(squeezed(text)) is not None


def is_note(text: str) -> bool:
    """Tell whether a lone text is a note.

    Example:
        >>> is_note("注：1.各项扣完为止"), is_note("说明理由制度")
        (True, False)
    """
    return _NOTE.match(text.strip()) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a lone text is what stands at the foot of a page.

    Example:
        >>> is_page_number("—7—"), is_page_number("第3页 共9页"), is_page_number("7")
        (True, True, False)
    """
    return _PAGE.fullmatch(half_width(text).strip()) is not None


def is_note_word(text: str) -> bool:
    """Tell whether a cell announces that its row is a note.

    Example:
        >>> is_note_word("备 注：")
        True
    """
    return _NOTE_WORD.fullmatch(squeezed(text)) is not None


def is_caption(text: str) -> bool:
    """Tell whether a lone text is the title of a table.

    Example:
        >>> is_caption("表二 矛盾化解考核"), is_caption("表决程序")
        (True, False)
    """
    return _CAPTION.match(text.strip()) is not None
