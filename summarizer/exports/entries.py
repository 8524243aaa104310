"""An item as an entry of the page: what it says, the words it rests on, what was corrected in it, and what is nested in it."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from typing import Any

from ..schemas import (
    AgendaItem,
    Change,
    Commitment,
    Decision,
    Evidenced,
    FollowUp,
    Meeting,
    Participant,
    Verdict,
    item_types,
)
from .parts import Entry, Note
from .wording import is_empty, joined, plain, shown

_STANDARD = (Meeting, Participant, AgendaItem, Decision, Commitment, FollowUp)


def entry(item: Evidenced, known: Entry | None = None) -> Entry:
    """known: what the fields of a class of the standard brief say; those that a schema of one's own adds follow by their
    names, and without it all fields do."""
    of = Evidenced if known is None else _known(item)
    facts = _facts(item, of)
    if known is None:
        known = Entry(facts[0][1], between="; ") if facts else Entry(told="an item")
        facts = facts[1:]
    told = joined(known.told, *(f"{name}: {value}" for name, value in facts), between="; ")
    return replace(
        known,
        told=told,
        between=known.between if known.told else "; ",
        doubt=doubt(item),
        evidence=tuple(item.evidence),
        notes=tuple(_notes(item)),
        nested=(*known.nested, *_nested(item, of)),
    )


def beside(item: Evidenced, name: str) -> Iterator[Entry | Note]:
    """What a row of a table has no cell for, each by the name of the item."""
    known, name = _known(item), plain(name)
    yield from (Entry(told=f"{name}: {field}: {value}") for field, value in _facts(item, known))
    yield from _notes(item, of=f"{name}: ")
    yield from _nested(item, known)


def as_list(value: Any) -> list[Any]:
    """The items of a field that holds a list, or one, or none."""
    return value if isinstance(value, list) else [value] if value is not None else []


def doubt(item: Evidenced) -> str | None:
    """The verdict on an item that its words do not fully support, where no note tells it."""
    support, told = item.support, {change.reason for change in item.changes}
    again = f"On a second reading: {support.doubt}" if support.doubt else ""
    first = support.explanation.removesuffix(again).rstrip()
    said = joined(None if first in told else first, again, between=" ")
    if support.verdict is Verdict.SUPPORTED or not said:
        return None
    found = " A second reading found it supported." if support.reread and not support.doubt else ""
    return f"{support.verdict.value}: {plain(said)}{found}"


def _known(item: Evidenced) -> type[Evidenced]:
    """The class of the standard brief that an item is of, or is derived from."""
    return next((one for one in _STANDARD if isinstance(item, one)), Evidenced)


def _facts(item: Evidenced, known: type[Evidenced]) -> list[tuple[str, str]]:
    """The fields that an item has besides those of a class, with what fills them."""
    nested = item_types(type(item))
    own = [name for name in type(item).model_fields if name not in known.model_fields and name not in nested]
    return [(plain(name.replace("_", " ")), shown(value)) for name in own if not is_empty(value := getattr(item, name))]


def _nested(item: Evidenced, known: type[Evidenced]) -> Iterator[Entry]:
    for name in item_types(type(item)):
        if name not in known.model_fields:
            yield from (entry(one) for one in as_list(getattr(item, name)))


def _notes(item: Evidenced, of: str = "") -> Iterator[Note]:
    """What code corrected in the item, and what else in the brief says otherwise."""
    yield from (Note("corrected", of + _change(change, item)) for change in item.changes)
    yield from (Note("contradicted", of + plain(one.explanation)) for one in item.contradictions)


def _change(change: Change, item: Evidenced) -> str:
    chosen = isinstance(getattr(item, change.field, None), Enum)  # one of a few words of ours, such as a rung
    before, after = (_told(value, chosen) for value in (change.before, change.after))
    became = "taken out" if is_empty(change.after) else f"now {after}"
    return f"{plain(change.field.replace('_', ' '))} was {before}, {became}: {plain(change.reason)}"


def _told(value: Any, chosen: bool) -> str:
    """A value of a change; the words of the source or of the claim stand in quotation marks."""
    if isinstance(value, str) and not chosen:
        return f"“{plain(value)}”"
    return "; ".join(_told(one, chosen) for one in value) if isinstance(value, list) and value else _plainly(value)


def _plainly(value: Any) -> str:
    return "not stated" if is_empty(value) else plain(str(value).replace("_", " "))
