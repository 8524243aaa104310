"""How the rows of a list of people follow each other: sides above, offices below, blank rows between."""

from itertools import takewhile

from .entries import read_entry
from .page import Row
from .shapes import is_body, is_name
from .sides import LONGEST_SIDE, is_person, side_of


def names_group(rows: list[Row], at: int) -> bool:
    """Whether a row names the side of those below it: "Foreign:", "United States:", "Italy"."""
    text = rows[at].text.strip(" *_")
    if rows[at].listed or len(text) > LONGEST_SIDE or at + 1 >= len(rows) or rows[at + 1].heading:
        return False
    return text.endswith(":") or side_of(text) is not None or _heads_entries(rows, at)


def _heads_entries(rows: list[Row], at: int) -> bool:
    """Whether a row without a mark stands over the marked rows of its body: "Lifeboat Trust", "- Ann Lee"."""
    text = rows[at].text.strip(" *_")
    if not rows[at + 1].listed or not text[:1].isupper() or text[-1] in ".,;?!" or is_person(text):
        return False
    return is_body(text) or (at > 0 and rows[at - 1].listed)


def office_below(rows: list[Row], at: int) -> bool:
    """Whether two rows between blank ones are a bare name and its office."""
    name, below = rows[at], rows[at + 1 : at + 3]
    if not (name.gap and below and not below[0].gap and (len(below) < 2 or below[1].gap)):
        return False
    entry = read_entry(below[0].text) if is_name(name.text, spaced=True) else None
    return entry is not None and entry.office_alone


def goes_on_after_gap(rows: list[Row], at: int, first: Row) -> bool:
    """Whether a list whose entries look like `first` goes on in a row after blank ones."""
    if first.listed:
        return rows[at].listed or names_group(rows, at)
    return not rows[at].listed and (is_person(rows[at].text, titled=True) or office_below(rows, at))


def stands_amid_people(rows: list[Row], at: int) -> bool:
    """Whether a short row that could not be read stands before people of the same list."""
    text = rows[at].text
    below = takewhile(lambda one: not (one.gap or one.heading), rows[at + 1 : at + 3])
    return len(text) <= LONGEST_SIDE and text[-1] not in ".:?!" and any(is_person(one.text) for one in below)
