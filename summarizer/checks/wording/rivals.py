"""Words of which only one can be true of a thing: "the south side" for "the north side", "monthly" for "quarterly"."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ...items import Item
from ...lexicon import lexicon
from ...schemas import Part, RejectionReason
from ...scripts import folded
from ...stems import carries_meaning, family, stem
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import rows

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.;!?:]")
_DISSENT = (
    r"(?:majority|dissent\w*|(?:votes? |voted |voting )?against|abstention\w*|abstain\w*|mehrheit\w*|gegenstimmen?|enthaltung\w*|voix contre|abstention\w*|majorité"
    r"|mayoría|en contra|abstenci\w+|maggioranza|contrari|astenut\w*|astension\w*)"
)
_UNANIMOUS = re.compile(r"\b(?:unanim|unánim|einstimmig|nem\.? con)", re.IGNORECASE)
_DIVIDED = re.compile(
    rf"(?<!no )(?<!0 )(?<!without )(?<!keine )(?<!ohne )(?<!aucune )(?<!sans )(?<!sin )(?<!senza )\b{_DISSENT}\b",
    re.IGNORECASE,
)
_FEW = 3  # words before one in which a negation may stand


def check_rivals(item: Item, grounds: Grounds, report: Report) -> None:
    """A claim with another word of a row than the quoted words have, of the same thing."""
    _check_unanimous(item, grounds, report)
    language = grounds.index.language or ""
    if not (sides := _sides(language)):
        return
    theirs = _words(grounds.whole)
    if sides.keys().isdisjoint(theirs):
        return
    for text in list(texts(item, Part.CLAIM)):
        if is_subject(item) and not text.optional:
            continue
        rival = _rival(_words(text.value), theirs, sides, lexicon(language).list("negators"))
        if rival is not None:
            explanation = f'The claim says "{rival[0]}" where the quoted words say "{rival[1]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _check_unanimous(item: Item, grounds: Grounds, report: Report) -> None:
    """A vote told as one of all, of which the words tell that some did not join it."""
    for text in list(texts(item, Part.CLAIM)):
        if not _UNANIMOUS.search(text.value) or _UNANIMOUS.search(grounds.around):
            continue
        if (divided := _DIVIDED.search(grounds.whole)) is not None:
            explanation = f'The quoted words say "{divided[0]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _rival(
    ours: Sequence[str],
    theirs: Sequence[str],
    sides: Mapping[str, frozenset[tuple[int, int]]],
    negators: frozenset[str],
) -> tuple[str, str] | None:
    """A word of the claim that the quoted words have not, and the other one of its row that they have there."""
    said = {side for word in ours for side in sides.get(word, ())}
    told = {side for word in theirs for side in sides.get(word, ())}
    for at, word in enumerate(ours):
        rows_of_it = {row for row, _ in sides.get(word, frozenset()) - told}
        if word in theirs or not rows_of_it or _negated(ours, at, negators):
            continue
        for place, other in enumerate(theirs):
            apart = any(row in rows_of_it for row, _ in sides.get(other, frozenset()) - said)
            if apart and _near(ours, at) & _near(theirs, place) and not _negated(theirs, place, negators):
                return word, other
    return None


def _near(words: Sequence[str], at: int) -> set[str]:
    """The word that tells something right before, and the one right behind, each marked by its side."""
    before = next((one for one in reversed(words[:at]) if carries_meaning(one)), None)
    behind = next((one for one in words[at + 1 :] if carries_meaning(one)), None)
    return {f"{side}{family(stem(one))}" for side, one in (("<", before), (">", behind)) if one and one[0].isalnum()}


def _negated(words: Sequence[str], at: int, negators: frozenset[str]) -> bool:
    return not negators.isdisjoint(words[max(at - _FEW, 0) : at])


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=8)
def _sides(language: str) -> Mapping[str, frozenset[tuple[int, int]]]:
    """The words of all rows, each with its row and its place there; words of one place do not rival each other."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for row, places in enumerate(rows("rivals", language)):
        for place, words in enumerate(places):
            for word in words:
                found[word] = found.get(word, frozenset()) | {(row, place)}
    return found
