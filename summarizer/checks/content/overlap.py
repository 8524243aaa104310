"""What a claim speaks of must be what its lines speak of."""

from collections.abc import Set

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.stems import content_words, shared, stem, stems_of
from ..amounts.quantities import is_date, quantities
from ..fields import Report, Text, is_subject, texts
from ..grounds import Grounds
from ..proper import name_parts, names_in, stands

_LEAST_OVERLAP = 0.25  # share of a claim's content words that the quoted lines must hold
_FULL_OVERLAP = 0.5
_PART = 5  # letters of a word with which a German one is put together
_FEW = 3  # content words below which a share says little


def check_overlap(item: Item, grounds: Grounds, report: Report) -> None:
    """What a claim speaks of must be what its lines speak of. Paraphrase is fine; another subject is not."""
    parties = {
        stem(part)
        for role in (Part.ACTOR, Part.RECIPIENT, Part.SPEAKER)
        for text in texts(item, role)
        for part in name_parts(text.value)
    }
    for text in texts(item, Part.CLAIM):
        stems = stems_of(text.value) - parties
        if not stems or is_date(text.value):
            continue
        held = len(_held(stems, grounds.stems, grounds.index.language)) / len(stems)
        if held >= _FULL_OVERLAP:
            continue
        around = len(shared(stems, grounds.stems_near)) / len(stems)
        told = _told_of(item, text, grounds, parties)
        named = len(shared(stems, grounds.index.stems)) / len(stems) if told else around
        if told and named >= _FULL_OVERLAP:
            continue
        if (
            told
            or held >= _LEAST_OVERLAP
            or (around >= _FULL_OVERLAP and (held > 0 or len(stems) < _FEW or _points_back(grounds)))
        ):
            report.in_general = "The quoted words support only part of the claim."
        elif grounds.index.language == "en":
            _unborne(text, report)
        elif not around:  # it may be told in another language than the source's
            report.in_general = "The quoted words share nothing with the claim."


def _held(stems: Set[str], others: frozenset[str], language: str | None) -> Set[str]:
    """Those of the stems that have a like in others; a German word also where it is put together with one."""
    found = shared(stems, others)
    parts = [one for one in others if len(one) >= _PART] if language == "de" else []
    return found | {
        one
        for one in stems - found
        for part in parts
        if one.endswith(part) or (part.endswith(one) and len(one) >= _PART)
    }


def _told_of(item: Item, text: Text, grounds: Grounds, parties: set[str]) -> bool:
    """Whether a heading in the model's own words stands over a summary that the quoted lines bear.

    Its words must be the document's ("Cost recovery" over "everyone signs an undertaking to repay"), or so general that they
    name nothing but what is quoted ("Results", "Staffing of AF").
    """
    if text.optional or not is_subject(item):
        return False
    stems = stems_of(text.value) - parties
    rest = [stems_of(one.value) - parties for one in texts(item, Part.CLAIM) if one.optional]
    told = any(len(one) >= _FEW and len(shared(one, grounds.stems)) >= _FULL_OVERLAP * len(one) for one in rest)
    named = all(stands(name, grounds.whole) for name in names_in(text.value))
    general = len(stems) < _FEW and named and not any(quantities(text.value, grounds.index.language))
    return told and (general or len(shared(stems, grounds.index.stems)) >= _FULL_OVERLAP * len(stems))


def _points_back(grounds: Grounds) -> bool:
    """Whether the quoted words are too few to stand alone: "I'll do that"."""
    return len(content_words(grounds.quoted)) <= _FEW


def _unborne(text: Text, report: Report) -> None:
    explanation = "The quoted words speak of something else."
    if text.optional:
        report.item.mend(text.name, None, explanation)
        report.doubts.append(explanation)
    else:
        report.refuse(RejectionReason.UNSUPPORTED, explanation)
