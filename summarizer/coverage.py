"""The ledger of a source: which lines are cited, which are not, which nobody read, and what may be missing."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from .documents import Document
from .items import Item
from .ladder import Trigger, triggers
from .schemas import Coverage, LineRange, Omission, Strength

_FIRM = 4  # the rung of `intends`
_SHORTEST = 5  # words below which a line of speech says nothing that could be missed
_NEIGHBOURS = 1  # lines next to a cited one that are taken to be told with it, in speech
_LABELS = frozenset(
    ("action", "action item", "action items", "action point", "todo", "to do", "resolved", "resolution", "decision", "decided", "agreed", "approved", "motion carried")
)  # fmt: skip


def cover(items: Sequence[Item], document: Document, unread: Sequence[tuple[LineRange, str]]) -> Coverage:
    """Every line of the document as cited, not cited or unread, and the lines that should perhaps have been cited.

    items: after all checks; what a refused item cites counts as not cited.
    unread: ranges of lines that no engine saw, each with the reason.
    """
    lines = len(document.segments)
    missed = {line for (first, last), _ in unread for line in range(first, last + 1)}
    cited = set(_cited(items, document)) - missed
    return Coverage(
        lines=lines,
        cited=_ranges(cited),
        not_cited=_ranges(line for line in range(1, lines + 1) if line not in cited and line not in missed),
        unread=_ranges(missed),
        unread_reasons=list(dict.fromkeys(reason for _, reason in unread)),
        possible_omissions=list(_omissions(document, cited, missed)),
    )


def _cited(items: Iterable[Item], document: Document) -> Iterator[int]:
    """The lines that evidence of an accepted item runs over."""
    ends = [segment.start for segment in document.segments]
    for item in items:
        if item.refused is not None:
            continue  # what is nested in a refused item does not stand either
        for evidence in item.evidence:
            if not evidence.altered:
                yield from range(evidence.line, max(bisect_right(ends, evidence.end - 1), evidence.line) + 1)
        for nested in item.children.values():
            yield from _cited(nested, document)


def _ranges(lines: Iterable[int]) -> list[LineRange]:
    found: list[LineRange] = []
    for line in sorted(lines):
        if found and found[-1][1] == line - 1:
            found[-1] = found[-1][0], line
        else:
            found.append((line, line))
    return found


def _omissions(document: Document, cited: set[int], unread: set[int]) -> Iterator[Omission]:
    language = document.language or "en"
    for number, segment in enumerate(document.segments, 1):
        if number in cited or number in unread or segment.kind == "heading":
            continue
        text = document.text[segment.start : segment.end]
        spoken = segment.speaker is not None
        if spoken and any(number + step in cited for step in range(-_NEIGHBOURS, _NEIGHBOURS + 1)):
            continue
        if (trigger := _telling(text, language, spoken=spoken)) is not None:
            strength = Strength.DENIED if trigger.negated else trigger.strength
            yield Omission(
                line=number, start=segment.start, end=segment.end, text=text, trigger=trigger.words, strength=strength
            )


def _telling(text: str, language: str, *, spoken: bool) -> Trigger | None:
    """The firmest words of a line that make it worth a look.

    In speech `intends` is small talk more often than not ("I'll start", "we'll see"), so there only
    firmer words count, and a promise in the first person that is long enough to name what is done.
    """
    found = [one for one in triggers(text, language) if _binds(one)]
    if not found:
        return None
    best = max(found, key=lambda one: one.strength.rung or _FIRM)
    if not spoken or best.words.lower() in _LABELS:
        return best
    if len(text.split()) < _SHORTEST:
        return None
    return best


def _binds(trigger: Trigger) -> bool:
    if trigger.strength is Strength.DENIED:
        return True
    return (trigger.strength.rung or 0) >= _FIRM
