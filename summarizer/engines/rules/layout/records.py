"""Several records in one file: the title of the first stands again over each other one, with another day."""

import re

from ..sentences.due import FULL_DATE
from .rows import Row

_HEAD_ROWS = 4
_NUMBERS = re.compile(r"\d+(?:[:.]\d+)?(?: ?[ap]\.?m\b)?", re.IGNORECASE)
_FEWEST_WORDS = 2  # beside the day
_LONGEST = 160


def record_titles(rows: list[Row]) -> list[Row]:
    """The titles, the first among them; none where there is but one record."""
    for head in rows[:_HEAD_ROWS]:
        title = _without_day(head)
        if title is None or head.listed:
            continue  # "- Call with the bank, 3 March" is an entry
        found: list[Row] = []
        for row in rows:
            # A title with the same day again heads another page of the record.
            if not row.listed and _without_day(row) == title and not (found and _day(row) == _day(found[-1])):
                found.append(row)
        if len(found) > 1:
            return found
    return []


def _without_day(row: Row) -> str | None:
    """The words of a title but for its day and hour; None of what has no day."""
    day = FULL_DATE.search(row.text) if len(row.text) <= _LONGEST else None
    if day is None:
        return None
    words = row.text[: day.start()] + "#" + row.text[day.end() :]
    named = sum(word.isalpha() for word in re.findall(r"\w+", words))
    return _NUMBERS.sub("#", words.casefold()).strip(" .:") if named >= _FEWEST_WORDS else None


def _day(row: Row) -> str:
    day = FULL_DATE.search(row.text)
    return day[0].casefold() if day else ""
