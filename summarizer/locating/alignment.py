"""Finding a quotation in a text: exactly, but for its surface, or but for a few words that are named.

The stages go from sure to unsure, and each is tried on the whole text before the next: the same
words in the same order (`EXACT` where every character agrees, `NORMALIZED` where case, white space,
punctuation or Unicode form differ), then, for quotes of six or more words, a passage with the same
first and last word that shares at least 80 % of the words (`NEAR`). Scraps of a quote prove nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, islice, pairwise
from typing import Any, Final, NamedTuple

from ..schemas import Difference, Match
from .alterations import changes_meaning, is_negation, is_scrap
from .near import Passage, nearest_passages
from .wordindex import Quoted, Word, WordIndex, count_words, words_of

LEAST_WORDS_FOR_NEAR: Final = 6
_FARTHEST_PIECE: Final = 100
"""How many words an ellipsis may stand for."""
_MOST_MENTIONS: Final = 1024
"""How many places of one quote are compared: only a scrap of a quote has more in any text."""

_ELLIPSIS = re.compile(r"[\[(]\s?(?:\.{3,}|…|\. \. \.)\s?[\])]|\.{3,}|…|\. \. \.(?: \.)?")
_SENTENCE_END = re.compile(r"[.!?。！？](?=\s|$)")
_TERMINAL: Final = ".!?…。！？"
_SAME_MARK: Final = str.maketrans(dict.fromkeys('"“”„‟«»‹›‘’‚‛`´＂＇「」『』', "'") | dict.fromkeys("‐‑‒–—―−－", "-"))


class Span(NamedTuple):
    """Where a quote stands: `text[start:end]`, and how far the quote departs from these words."""

    start: int
    end: int
    match: Match
    differences: tuple[Difference, ...] = ()
    altered: bool = False
    """Whether a difference holds a number, a negation, a name or a date."""


Order = Callable[[Span], tuple[Any, ...]]
"""Which of several places of a quote is meant: the one for which this is least.

The last part is the place itself. Where all parts before it are zero or False, no place further on comes before it.
"""


def locate(index: WordIndex, sought: Quoted, order: Order, begin: int = 0) -> list[Span]:
    """The places that make up a quote: one, or one for each piece between ellipses; none if it is not there.

    `order` settles which of several places is meant; where they are too many to compare all, those
    behind the offset `begin` are compared first.
    """
    if not sought.surfaces:
        return []
    if sought.codes in index.codes and (same := _best(_same_words(index, sought, begin), order)):
        return [same]
    if _ELLIPSIS.search(sought.text):
        pieces = [index.quoted(piece) for piece in _ELLIPSIS.split(sought.text)]
        telling = [piece for piece in pieces if not is_scrap(piece.surfaces)]
        if telling and (found := _chain(index, telling, order, begin)):
            return found
    near = min(_near(index, sought), key=lambda span: (len(span.differences), *order(span)), default=None)
    return [near] if near else []


def _best(spans: Iterator[Span], order: Order) -> Span | None:
    """The first of these in the order; the rest are not looked at where none of them can come before it."""
    best, least = None, None
    for span in spans:
        rank = order(span)
        if least is None or rank < least:
            best, least = span, rank
        if not any(rank[:-1]):
            break
    return best


def _same_words(index: WordIndex, quote: Quoted, begin: int) -> Iterator[Span]:
    first, length = index.word_at(begin), len(quote.codes)
    places = chain(_places(index.codes, quote.codes, first), _places(index.codes, quote.codes, 0, first + length - 1))
    for number in islice(places, _MOST_MENTIONS):
        yield _span(index, quote, Passage(number, number + length))


def _places(text: str, part: str, first: int, last: int | None = None) -> Iterator[int]:
    place = text.find(part, first, last)
    while place >= 0:
        yield place
        place = text.find(part, place + 1, last)


def _near(index: WordIndex, quote: Quoted) -> list[Span]:
    if count_words(quote.surfaces) < LEAST_WORDS_FOR_NEAR:
        return []
    return [_span(index, quote, passage) for passage in nearest_passages(index, quote.codes)]


def _chain(index: WordIndex, pieces: list[Quoted], order: Order, begin: int) -> list[Span]:
    """The pieces of a quote with ellipses, in order and close to one another, or nothing."""
    near = [[] if piece.codes in index.codes else _near(index, piece) for piece in pieces]

    def following(number: int, first: int) -> Span | None:
        piece, last = pieces[number], first + _FARTHEST_PIECE
        if near[number]:
            return next((span for span in near[number] if first <= index.word_at(span.start) < last), None)
        place = index.codes.find(piece.codes, first, last + len(piece.codes))
        return None if place < 0 else _span(index, piece, Passage(place, place + len(piece.codes)))

    for head in sorted(near[0] or _same_words(index, pieces[0], begin), key=order):
        found = [head]
        for number in range(1, len(pieces)):
            span = following(number, index.word_at(found[-1].end))
            if span is None:
                break
            found.append(span)
        else:
            return _with_hidden_negations(index, found)
    return []


def _with_hidden_negations(index: WordIndex, found: list[Span]) -> list[Span]:
    """An ellipsis that leaves out a "not" of the same sentence alters what is quoted."""
    hidden = []
    for before, after in pairwise(found):
        gap = index.text[before.end : after.start]
        if not _SENTENCE_END.search(gap) and any(is_negation(word.surface) for word in words_of(gap)):
            hidden.append(Difference(claimed="…", source=gap.strip()))
    if not hidden:
        return found
    return [span._replace(differences=(*span.differences, *hidden), altered=True) for span in found]


def _span(index: WordIndex, quote: Quoted, passage: Passage) -> Span:
    """The passage with the punctuation around it that the quote has too."""
    first, last = index.starts[passage.first], index.ends[passage.last - 1]
    low, high = index.region_at(first)
    start, end = first - len(quote.before), last + len(quote.after)
    if last > high:
        high = index.region_at(index.starts[passage.last - 1])[1]
    if low <= start and end <= high and end - start == len(quote.text) and index.text.startswith(quote.text, start):
        return Span(start, end, Match.EXACT)
    start = first - _shared_marks(quote.before[::-1], index.text[max(low, first - 2 * len(quote.before)) : first][::-1])
    end = last + _shared_marks(quote.after, index.text[last : min(high, last + 2 * len(quote.after))])
    differences, altered = [], False
    for mine, theirs in passage.changes:
        claimed, source = quote.words[mine], index.words(theirs.start, theirs.stop)
        if _spaced_otherwise(claimed, source):
            continue
        altered = altered or changes_meaning(claimed, source, index.writes)
        differences.append(Difference(claimed=_extent(quote.text, claimed), source=_extent(index.text, source)))
    return Span(start, end, Match.NEAR if differences else Match.NORMALIZED, tuple(differences), altered)


def _shared_marks(ours: str, theirs: str) -> int:
    """How many characters of `theirs`, from its beginning, are punctuation that `ours` has too."""
    length = place = 0
    for mark in ours.translate(_SAME_MARK):
        if mark.isspace():
            continue
        while place < len(theirs) and theirs[place].isspace():
            place += 1
        if place == len(theirs):
            break
        other = theirs[place].translate(_SAME_MARK)
        if mark != other and not (mark in _TERMINAL and other in _TERMINAL):
            break
        place += 1
        length = place
    return length


def _spaced_otherwise(claimed: Sequence[Word], source: Sequence[Word]) -> bool:
    """Whether two wordings differ in spaces, hyphens and apostrophes alone: per cent, percent."""
    ours, theirs = ("".join(filter(str.isalpha, "".join(w.surface for w in words))) for words in (claimed, source))
    digits = any(char.isnumeric() for word in (*claimed, *source) for char in word.surface)
    return not digits and ours.casefold() == theirs.casefold() != ""


def _extent(text: str, words: Sequence[Word]) -> str:
    return text[words[0].start : words[-1].end] if words else ""
