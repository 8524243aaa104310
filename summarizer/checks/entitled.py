"""What stands over the quoted lines and may call their subject: headings, and entries of an agenda that no reader took for one."""

from ..documents import Document
from .grounds import Grounds

_REACH = 20  # lines above a line in which its entry may stand
_LONGEST = 8  # words of an entry


def entitled(grounds: Grounds) -> str:
    """The headings above the quoted lines, and the nearest entries above them."""
    document = grounds.index.document
    entries = [_entry(document, line.number) for line in grounds.lines]
    return "\n".join(dict.fromkeys([grounds.headed, *entries]))


def _entry(document: Document, line: int) -> str:
    """The nearest short line without a full stop above a line, which nobody speaks; empty where there is none near."""
    for number in range(line - 1, max(line - _REACH, 0), -1):
        text = document.line_text(number).rstrip()
        if text[-1:].isalnum() and len(text.split()) <= _LONGEST and document.segment(number).voice is None:
            return text
    return ""
