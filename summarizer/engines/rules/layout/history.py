"""The parts of a record that tell what was before the meeting: "Background", the timeline of an incident."""

import re

from .page import Page

_HEAD = re.compile(
    r"(?:\d[\d.]*\s+)?(?:background|timeline|chronology|history|sequence of events|(?:summary|timeline) of events|what happened)(?: \([^()]*\))?:?",
    re.IGNORECASE,
)
_LONGEST_HEAD = 80
"""Characters of a row by itself that may open the next part."""


def history(page: Page) -> list[tuple[int, int]]:
    """Offsets from which and up to which the record looks back."""
    found: list[tuple[int, int]] = []
    begin, level = -1, 0
    for row in page.rows:
        opens = not row.listed and _HEAD.fullmatch(row.text.strip(" *_")) is not None
        heads = row.heading and (row.heading <= level or not level)
        alone = (
            not level
            and row.gap
            and not row.listed
            and len(row.text) <= _LONGEST_HEAD
            and not row.text.endswith((".", ";", ",", "?", "!"))
        )
        if begin >= 0 and (opens or heads or alone or (not level and row.text.isupper())):
            found.append((begin, row.start))
            begin = -1
        if opens:
            begin, level = row.start, row.heading
    return [*found, (begin, len(page.text))] if begin >= 0 else found


def is_within(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of these parts."""
    return any(start <= offset < end for start, end in spans)
