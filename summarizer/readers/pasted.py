"""Mails that somebody copied into a text, header and all: `From: ...`, `To: ...`, `Subject: ...`, and the words below."""

import re

from .letters import Letter, compose
from .mail import date_of
from .quoting import Header, Row, header_at, rows_of_text
from .reading import Written

_REACH = 4_000
"""Characters from the top in which the header stands whole."""
_MEMO = re.compile(r"(?:[^\W\d_]+ )?MEMO(?:RANDUM)?[^\S\n]*\n\s*", re.IGNORECASE)
"""What may stand over it."""
_EARLIER = re.compile(
    r"^(?:> ?)*(?:On [^\n]{0,40}\d[^\n]*(?:\n[^\n]{0,80})?wrote:\s*\n\s*>|From:[^\n]*@)", re.MULTILINE
)
_BANNER = Row(0, "-----Original Message-----")


def read_pasted(text: str, name: str) -> Written | None:
    """The reading of a mail as `mail.read_eml` gives it; None for any other text."""
    top = len(text) - len(text.lstrip())
    masthead = _MEMO.match(text, top)
    fields = masthead.end() if masthead else top
    header = _header(rows_of_text(text[fields : fields + _REACH]))
    if header is None:
        return _quoting(text, name)
    lines = text[fields:].split("\n", header.size)
    letter = Letter(subject=header.found["about"], sender=header.found["sender"], body="".join(lines[header.size :]))
    letter.header = text[top:fields] + "\n".join(lines[: header.size]).rstrip()
    letter.date = date_of(header.found.get("when", ""))
    return compose(letter, name)


def _quoting(text: str, name: str) -> Written | None:
    """A text whose own header is gone, below which mails stand that say who wrote them."""
    if not _EARLIER.search(text):
        return None
    letter = Letter(body=text)
    return compose(letter, name) if any(piece.message.writer for piece in letter.pieces()) else None


def _header(rows: list[Row]) -> Header | None:
    """The header at the top, whichever of its fields comes first; it names who sent it, to whom or when, and about what."""
    found = header_at(rows, 0)
    if found is None:
        below = header_at([_BANNER, *rows], 0)
        found = below._replace(size=below.size - 1) if below and len(below.found) > 2 else None
    return found if found and {"sender", "about"} <= found.found.keys() else None
