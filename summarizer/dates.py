"""The `date` stage: the words of each date give way to a `When`, whose interval is computed by code."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from .checks.amounts.durations import same_lengths
from .dating.forms import FoundDate, find_absolute
from .dating.referring import Named, counted_from, dates_in, open_count, refers, resolve_after
from .dating.resolving import resolve
from .documents import Document
from .items import Item
from .next_meeting import at_next_meeting
from .schemas import Evidenced, Meeting, When, brief_schema, item_types
from .words.scripts import folded, is_unspaced, plain_figures, run_together

__all__ = ["FoundDate", "date_items", "find_absolute", "resolve"]

_WORD = re.compile(r"([0-9]+)(?:st|nd|rd|th)\b|[^\W_]+")
_IDLE = frozenset("the of on at le la du de des au il di del dell el der am im".split())
"""Words that a date may hold or lack and be the same date: "Friday, the 12th of June"."""

_BACK = 3
"""Lines before a quote in which the date may stand that its words refer to."""

_BESIDES = 3
"""Words besides those of a date in a line that says hardly more than it: "By Friday, then"."""

_OFF = 4
"""Lines from a quote in which a second piece of its date may stand."""

_PIECES = re.compile(r"[,;()]")

_PLANNED = re.compile(
    r"\b(?:upcoming|forthcoming|to be held|(?:will|shall) (?:be held|take place|meet|convene)|scheduled (?:for|to)"
    r"|aura lieu|se tiendra|si terra|se celebrara|tendra lugar|stattfinden|statt)\b"
)
"""Words by which a meeting is still to come; any other was held before the document was written."""


def date_items(items: Sequence[Item], schema: type[BaseModel], document: Document) -> None:
    """Put a `When` in place of the words wherever `schema`, the brief's, has a field of that type.

    Relative words count from the date of the one meeting that an item names, or of the only one, where that is a single
    day, and otherwise from the document's date; what stands in a quoted mail, from the date of that. The dates of meetings look back, all others ahead. Words
    that stand in none of the lines an item quotes are put to null, in the open. Refused items stay as they are.
    """
    kinds = item_types(brief_schema(schema))
    parts = [part for item in items for part in _typed(item, kinds[item.kind], ())]
    held: dict[str, When] = {}
    for item, of, _ in parts:
        if issubclass(of, Meeting):
            _date(item, of, document, {}, ())
            when = item.values.get("date")
            if isinstance(when, When) and when.start is not None and when.start == when.end:
                held[item.values["id"]] = when
    told = [item.values["id"] for item, of, _ in parts if issubclass(of, Meeting)]
    # Of one meeting all is a part, whether it says so or not; the document's own date is as good where there is one.
    of_all = told if len(told) == 1 and document.date is None else ()
    for item, of, meetings in parts:
        if not issubclass(of, Meeting):
            _date(item, of, document, held, meetings or of_all)


def _typed(
    item: Item, of: type[Evidenced], inherited: Sequence[str]
) -> Iterator[tuple[Item, type[Evidenced], Sequence[str]]]:
    """The item and what is nested in it, each with its class in the brief and the meetings it belongs to."""
    meetings = item.values.get("meetings") or inherited
    if item.refused is None:
        yield item, of, meetings
    nested = item_types(of)
    for name, children in item.children.items():
        for child in children:
            yield from _typed(child, nested[name], meetings)


def _date(
    item: Item, of: type[Evidenced], document: Document, held: Mapping[str, When], meetings: Sequence[str]
) -> None:
    for name, field in of.model_fields.items():
        value = item.values.get(name)
        if not value or not _holds_when(field.annotation):
            continue
        listed = [value] if isinstance(value, str) else list(value)
        stands = [words for words in listed if not isinstance(words, str) or _stands(words, item, document)]
        if len(stands) < len(listed):
            lost = ", ".join(f'"{words}"' for words in listed if words not in stands)
            item.mend(name, None if isinstance(value, str) else stands, f"{lost} is not in the lines quoted")
        whens = [_when(words, item, of, document, held, meetings) for words in stands]
        if whens:
            item.values[name] = whens[0] if isinstance(value, str) else whens


def _holds_when(annotation: Any) -> bool:
    return annotation is When or any(_holds_when(each) for each in get_args(annotation))


def _when(
    words: str | When,
    item: Item,
    of: type[Evidenced],
    document: Document,
    held: Mapping[str, When],
    meetings: Sequence[str],
) -> When:
    if isinstance(words, When):
        return words
    anchor = document.date
    basis = None if anchor is None else f"document date: {document.date_basis or 'given'}"
    meeting = held.get(meetings[0]) if len(meetings) == 1 else None
    if meeting is not None:
        anchor, basis = meeting.start, f"meeting date: {meeting.words}"
    message = document.segment(item.evidence[0].line).message if item.evidence else None
    if message is not None and message.quoted:
        anchor, basis = message.date, None if message.date is None else "date of the quoted mail"
    if (deictic := refers(words, document.language)) is not None:
        named, place = _named_before(words, item, document)
        return resolve_after(words, deictic, named, place, document.language)
    if (of_next := at_next_meeting(words, document)) is not None:
        return of_next
    event = next(
        (one for text in _lines(item, document) if (one := counted_from(words, text, document.language))), None
    )
    if event is not None:
        # "within two weeks of 1 June" counts from a day, "of receipt" from none that is known.
        found = resolve(f"{words} {event}", anchor=anchor, anchor_basis=basis, language=document.language)
        return found.model_copy(update={"words": words}) if found.end is not None else open_count(words, event)
    back = issubclass(of, Meeting) and not any(_PLANNED.search(folded(text)) for text in _lines(item, document))
    return resolve(words, anchor=anchor, anchor_basis=basis, language=document.language, looking_back=back)


def _named_before(words: str, item: Item, document: Document) -> tuple[Named | None, str]:
    """The one date that stands before these words, and in which line; None where there is none or more than one."""
    sought = " ".join(folded(words).split())
    for evidence in item.evidence:
        first = evidence.line
        for line in range(first, max(first - _BACK, 1) - 1, -1):
            text = document.line_text(line)
            if line == first:
                # By the folded text the place may be off by a letter or two, which no date is short enough for.
                place = " ".join(folded(text).split()).find(sought)
                if place < 0:
                    break
                text = text[:place]
            named = {one.date: one for one in dates_in(text, document.date, document.language)}
            if named:
                return (next(iter(named.values())), f"line {line}") if len(named) == 1 else (None, "")
    return None, ""


def _lines(item: Item, document: Document) -> Iterator[str]:
    """The lines that the item quotes, whole."""
    for each in item.evidence:
        last = each.line
        while last < len(document.segments) and document.segment(last + 1).start < each.end:
            last += 1
        yield document.text[document.segment(each.line).start : document.segment(last).end]


def _stands(words: str, item: Item, document: Document) -> bool:
    """Whether the words, or the same complete date written otherwise, are in the lines that the item quotes.

    A line beside them that says hardly more counts with them: "I'll send it. By Friday." What is told in two pieces,
    "before the fair, the fifth of May", may stand in two places, the second of them a few such lines off.
    """
    if _in_lines(words, item, document) or any(_in(words, text) for text in _beside(words, item, document, 1)):
        return True
    first, *others = [piece for piece in _PIECES.split(words) if _content(piece).strip()] or [words]
    return (
        bool(others)
        and _in_lines(first, item, document)
        and all(
            _in_lines(one, item, document) or any(_in(one, text) for text in _beside(one, item, document, _OFF))
            for one in others
        )
    )


def _in_lines(words: str, item: Item, document: Document) -> bool:
    dates = {each.date for each in find_absolute(words, language=document.language)}
    return any(
        _in(words, text)
        or same_lengths(words, text, document.language)
        or (dates and dates <= {each.date for each in find_absolute(text, language=document.language)})
        for text in _lines(item, document)
    )


def _in(words: str, text: str) -> bool:
    if is_unspaced(words):
        return run_together(words) in run_together(text)
    sought = _content(words)
    return bool(sought.strip()) and sought in _content(text)


def _beside(words: str, item: Item, document: Document, reach: int) -> Iterator[str]:
    """The lines near the quoted ones, in the same paragraph or talk, that say hardly more than such words."""
    most = len(_content(words).split()) + _BESIDES
    for each in item.evidence:
        quoted = document.segment(each.line)
        for number in range(max(each.line - reach, 1), min(each.line + reach, len(document.segments)) + 1):
            line = document.segment(number)
            text = document.line_text(number)
            together = line.block == quoted.block or (line.speaker is not None and quoted.speaker is not None)
            if together and len(_content(text).split()) <= most:
                yield text


def _content(text: str) -> str:
    """The folded words without idle ones, each between spaces."""
    found = (match[1] or match[0] for match in _WORD.finditer(folded(plain_figures(text))))
    return f" {' '.join(word for word in found if word not in _IDLE)} "
