"""Items of gold and of briefs in one form, so that they can be held against each other."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from ..schemas import Brief, Evidenced, When
from .gold import LISTS, POOLED, Case, GoldLists

ACTS = ("commitments", "follow_ups")
_MAIN = {"participants": "name", "agenda_items": "topic", "decisions": "text"}
_NOT_FIELDS = {"quote", "note", "meetings", "evidence", "support", "changes", "contradictions", "original", "basis"}

Span = tuple[int, int]


@dataclass(frozen=True)
class Piece:
    """An item as it is compared."""

    list: str
    number: int
    """Its place in the list, from 0."""
    text: str
    fields: dict[str, Any]
    """What else it says, `actor` for by and owner; dates as `due` (words) and `due_end` (ISO)."""
    quotes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    meetings: tuple[str, ...] = ()


Pieces = dict[str, list[Piece] | None]
"""By list; None where the list was not looked for."""


def of_gold(lists: GoldLists, text: str) -> Pieces:
    """The items of gold, their quotes located in the text of the document."""
    return {name: _pieces(name, getattr(lists, name), text) for name in (*LISTS, POOLED)}


def _pieces(name: str, items: Sequence[Any] | None, text: str) -> list[Piece] | None:
    if items is None:
        return None
    return [
        Piece(
            name,
            number,
            getattr(item, _MAIN.get(name, "action")),
            _plain(item.model_dump(exclude_none=True, mode="json")),
            tuple(item.quote),
            tuple(span for quote in item.quote if (span := locate(quote, text)) is not None),
            tuple(item.meetings),
        )
        for number, item in enumerate(items)
    ]


def locate(quote: str, text: str) -> Span | None:
    """Where the quote stands in the text, but for how much white space it has."""
    if (start := text.find(quote)) >= 0:
        return start, start + len(quote)
    found = re.search(r"\s+".join(map(re.escape, quote.split())), text)
    return found.span() if found else None


def quotes_not_found(case: Case, text: str) -> list[str]:
    """Quotes of the gold that are not in the document: a fault of the gold."""
    every = (getattr(lists, name) or () for lists in (case.gold, case.optional) for name in (*LISTS, POOLED))
    return [quote for item in chain.from_iterable(every) for quote in item.quote if locate(quote, text) is None]


def of_brief(brief: Brief | None, case: Case) -> dict[str, list[Piece]]:
    """The items of a brief. Where the gold lists only who was there, people who are said not to be are left out."""
    if brief is None:
        return {name: [] for name in LISTS}
    decisions = [decision for item in brief.agenda_items for decision in item.decisions]
    people = [one for one in brief.participants if one.presence == "attended" or not case.lists_attendees_only]
    held: dict[str, Iterable[Evidenced]] = {
        "participants": people,
        "agenda_items": brief.agenda_items,
        "decisions": decisions,
        "commitments": brief.commitments,
        "follow_ups": brief.follow_ups,
    }
    return {name: [_claimed(name, number, item) for number, item in enumerate(held[name])] for name in LISTS}


def _claimed(name: str, number: int, item: Evidenced) -> Piece:
    fields = item.model_dump(exclude_none=True, mode="json")
    due = getattr(item, "due", None)
    if isinstance(due, When):
        fields["due"] = due.words
        if due.end is not None:
            fields["due_end"] = due.end.isoformat()
    return Piece(
        name,
        number,
        str(getattr(item, _MAIN.get(name, "action"))),
        _plain(fields),
        tuple(one.quote for one in item.evidence),
        tuple((one.start, one.end) for one in item.evidence),
        tuple(getattr(item, "meetings", ())),
    )


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    renamed = {"by": "actor", "owner": "actor"}
    return {renamed.get(key, key): value for key, value in fields.items() if key not in _NOT_FIELDS and value != []}
