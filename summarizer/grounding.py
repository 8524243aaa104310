"""Hold every quote of a draft against the source: what is found becomes evidence, what is not is refused."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Any, get_args

from pydantic import BaseModel

from .documents import Document
from .items import Item
from .locating.alignment import Span
from .locating.citations import Citations
from .locating.seeking import seek
from .locating.wordindex import has_words
from .schemas import Change, Claim, Difference, Evidence, Part, Plays, RejectionReason

_SHOWN = 160
_NAMED = 12  # quotes that a model is told of at once
_EMPTY = "The answer is empty. Give every list, and leave one empty only where the record holds nothing of its kind."
_REMEDY = "Copy the words exactly as they stand in a numbered line, or leave the item out if no line says this."
_QUOTES = (
    "each of them under `evidence` the number of a line and words copied from it, or leave it out if no line says it"
)


def ground(draft: BaseModel, document: Document, *, seek_missing: bool = False) -> list[Item]:
    """One item for every claim of the draft, in its order, with the evidence that its quotes point to.

    draft: any model whose fields hold `Claim` instances, alone or in lists; claims within claims
        become `children`.
    seek_missing: look for the passage that bears a claim best where it comes without a quote.

    A quote that is not in the source is entered in `changes` of an item that stands on others.
    A claim of whose words nothing is in the source, or only words that it changed in a number, a
    negation, a name or a date, is refused; it stays in the list.
    """
    citations = Citations(document)
    items = [
        _item(name, claim) for name in _claim_fields(type(draft)) for _, claim in _claims_in(getattr(draft, name), name)
    ]
    for item in items:
        for part in item.walk():
            _prove(part, citations)
            if seek_missing and not part.evidence and not part.lost:
                part.evidence = _sought(part, document)
            _judge(part, citations)
    return items


def objections(draft: BaseModel, document: Document, *, may_be_empty: bool = True) -> list[str]:
    """What is wrong with the quotes of a draft, in sentences for the model: on those that are not in the source as
    given, the first ones one by one, and on claims that have none."""
    if not draft.model_fields_set and not may_be_empty:
        return [_EMPTY]
    citations = Citations(document)
    wrong: list[str] = []
    bare: list[str] = []
    for path, claim in _walk(draft):
        if not any(has_words(quote.quote) for quote in claim.evidence):
            bare.append(path)
            continue
        for number, quote in enumerate(claim.evidence):
            place = citations.place(quote)
            if place is None or place.altered:
                why = _difference(place) if place else _missing(quote.quote, citations)
                wrong.append(f"{path}.evidence[{number}].quote is {_shown(quote.quote)}: {why} {_REMEDY}")
    found = wrong[:_NAMED]
    if len(wrong) > _NAMED:
        found.append(f"{len(wrong) - _NAMED} more quotes are not as the text has them.")
    if bare:
        found.append(f"{len(bare)} items have no quote, such as {', '.join(bare[:3])}. Give {_QUOTES}.")
    return found


def _missing(quote: str, citations: Citations) -> str:
    return "this is too little to show what is meant." if citations.says(quote) else "these words are not in the text."


def _item(kind: str, claim: Claim) -> Item:
    nested = _claim_fields(type(claim))
    children = {name: [_item(name, child) for _, child in _claims_in(getattr(claim, name), name)] for name in nested}
    own = [name for name in type(claim).model_fields if name not in Claim.model_fields and name not in nested]
    return Item(kind=kind, claim=claim, values={name: getattr(claim, name) for name in own}, children=children)


def _prove(item: Item, citations: Citations) -> None:
    after, places = 0, set[tuple[int, int, bool]]()
    for quote in item.claim.evidence:
        found = citations.find(quote, after)
        if found:
            after = found[-1].end
        elif has_words(quote.quote):
            item.lost.append(quote.quote)
        for evidence in found:
            place = evidence.start, evidence.end, evidence.altered
            if place not in places:
                places.add(place)
                item.evidence.append(evidence)


def _sought(item: Item, document: Document) -> list[Evidence]:
    """A line for all that the claim says, or else for its first field, which says what it is about."""
    fields = type(item.claim).model_fields
    texts = [
        value
        for name, value in item.values.items()
        if isinstance(value, str) and not isinstance(value, Enum) and not _is_reference(fields[name].metadata)
    ]
    for text in (" ".join(texts), *texts[:1]):
        if evidence := seek(text, document):
            return [evidence]
    return []


def _is_reference(metadata: list[Any]) -> bool:
    return any(isinstance(mark, Plays) and mark.part is Part.REFERENCE for mark in metadata)


def _judge(item: Item, citations: Citations) -> None:
    if not item.evidence and not item.lost:
        item.refuse(RejectionReason.NO_EVIDENCE, "The claim comes without a quote from the source.")
    elif not item.evidence:
        reasons = (_reason(lost, _shown(lost), citations) for lost in item.lost)
        item.refuse(RejectionReason.NOT_FOUND, " ".join(reasons))
    elif all(evidence.altered for evidence in item.evidence):
        differences = " ".join(dict.fromkeys(map(_difference, item.evidence)))
        item.refuse(RejectionReason.ALTERED, f"The quote is not what the source says: {differences}")
    else:
        item.changes += [
            Change(field="evidence", before=lost, after=None, reason=_reason(lost, "this", citations))
            for lost in item.lost
        ]


def _reason(quote: str, called: str, citations: Citations) -> str:
    """Why a quote that was not found proves nothing."""
    if citations.says(quote):
        return f"The source says {called}, which is too little to show what is meant."
    return f"The source does not say {called}."


def _difference(evidence: Evidence | Span) -> str:
    return "; ".join(map(_departure, evidence.differences)) + "."


def _departure(difference: Difference) -> str:
    claimed, source = _shown(difference.claimed), _shown(difference.source)
    if not difference.claimed:
        return f"it leaves out {source}"
    if not difference.source:
        return f"it adds {claimed}"
    return f"it has {claimed} where the source has {source}"


def _shown(words: str) -> str:
    words = " ".join(words.split())
    return f'"{words}"' if len(words) <= _SHOWN else f'"{words[:_SHOWN].rstrip()} …"'


def _walk(model: BaseModel, path: str = "") -> Iterator[tuple[str, Claim]]:
    """Every claim of a draft, nested ones included, with its path."""
    for name in _claim_fields(type(model)):
        for place, claim in _claims_in(getattr(model, name), f"{path}{name}"):
            yield place, claim
            yield from _walk(claim, f"{place}.")


def _claims_in(value: object, path: str) -> Iterator[tuple[str, Claim]]:
    if isinstance(value, Claim):
        yield path, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _claims_in(part, f"{path}[{key!r}]")
    elif isinstance(value, list | tuple):
        for number, part in enumerate(value):
            yield from _claims_in(part, f"{path}[{number}]")


@lru_cache(maxsize=256)
def _claim_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that may hold claims, also where they hold none now."""
    return tuple(name for name, field in model.model_fields.items() if _speaks_of_claims(field.annotation))


def _speaks_of_claims(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Claim):
        return True
    return any(_speaks_of_claims(part) for part in get_args(annotation))
