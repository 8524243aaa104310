"""Mails that somebody copied into a text, header and all: `From: ...`, `To: ...`, `Subject: ...`, and the words below."""

from .letters import Letter, compose
from .mail import date_of
from .quoting import Header, Row, header_at, rows_of_text
from .reading import Written

_REACH = 4_000
"""Characters from the top in which the header stands whole."""
_BANNER = Row(0, "-----Original Message-----")


def read_pasted(text: str, name: str) -> Written | None:
    """The reading of a mail as `mail.read_eml` gives it; None for any other text."""
    top = len(text) - len(text.lstrip())
    header = _header(rows_of_text(text[top : top + _REACH]))
    if header is None:
        return None
    rest = text[top:].split("\n", header.size)[header.size :]
    about = header.found.get("about", "")
    kept = [each for each in header.fields if not about or each.partition(": ")[2] != about]
    letter = Letter(subject=about, sender=header.found["sender"], header="\n".join(kept), body=rest[0] if rest else "")
    letter.date = date_of(header.found.get("when", ""))
    return compose(letter, name)


def _header(rows: list[Row]) -> Header | None:
    """The header at the top, whichever of its fields comes first; it names who sent it, to whom or when, and about what."""
    found = header_at(rows, 0)
    if found is None:
        below = header_at([_BANNER, *rows], 0)
        found = below._replace(size=below.size - 1) if below and len(below.found) > 2 else None
    return found if found and {"sender", "about"} <= found.found.keys() else None
