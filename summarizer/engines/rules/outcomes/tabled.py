"""Decisions in the column of minutes that were kept in a table."""

import re
from collections.abc import Iterator

from ..layout.found import Decided
from ..layout.minuted_rows import minuted_rows
from ..layout.page import Page

UNDECIDED = re.compile(
    r"(?:deferred|postponed|adjourned|tabled|carried (?:over|forward)|pending|open|ongoing|noted|none|n/?a|for information|to be (?:decided|confirmed|discussed|agreed)|under (?:review|discussion)|tb[cda]|no decision)\b.*",
    re.IGNORECASE | re.DOTALL,
)
"""What stands there where none was taken."""
_LONGEST = 600


def tabled_decisions(page: Page) -> Iterator[Decided]:
    """What stands in the column, but for what puts the matter off."""
    for one in minuted_rows(page):
        cell = one.decision
        if cell is not None and len(cell.text) <= _LONGEST and not UNDECIDED.fullmatch(cell.text):
            yield Decided(cell.text, cell.start, cell.end, (cell.start, cell.end), "column of decisions", one.decides)
