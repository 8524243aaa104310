"""A phrase right behind a negation, told without it, in languages other than English: "vor Herbst" for "nicht vor Herbst"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...items import Item
from ...schemas import Part, Strength
from ...words.lexicon import lexicon, tokens_of, words_in
from ...words.stems import carries_meaning
from ..fields import Report, is_subject, rung_of, texts
from ..grounds import Grounds
from ..words import listed

_NEGATORS = {
    "de": frozenset("nicht nie niemals keinesfalls keineswegs kein keine keinen keinem keiner niemand weder".split()),
    "fr": frozenset("pas plus jamais aucun aucune ni personne".split()),
    "es": frozenset("no nunca jamás ni nadie ningún ninguna tampoco".split()),
    "it": frozenset("non mai né nessun nessuno nessuna neanche".split()),
}
_NOT_ALONE = frozenset(
    "nur bloß allein zuletzt seulement uniquement forcément solo sólo solamente únicamente solamente soltanto obstante oltre".split()
)
"""Behind a negation: "not only", "not least"."""
_EXCEPTING = frozenset("außer sauf excepté hormis salvo excepto menos tranne eccetto".split())
_MARK = re.compile(r"\W+")
_COMMAS = frozenset((",", ";", "."))
_LONGEST, _LEAST = 4, 2  # words of a phrase


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    written: str
    """The same behind its negation, as the text has it."""


def check_negated_phrases(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a text that has a phrase of the quoted words which these negate, and no negation."""
    language = grounds.index.language or ""
    if language not in _NEGATORS or "disagrees" in report.checks.values():
        return
    if rung_of(item) in (Strength.DENIED, Strength.CONDITIONAL):
        return  # what is refused, or hangs on something, is named as it would be done
    found = [one for line in grounds.lines for one in _phrases(line.quoted, language)]
    for text in texts(item, Part.CLAIM) if found else ():
        if is_subject(item) and not text.optional:
            continue
        ours = _affirmed(words_in(text.value, language), language)
        denied = next((one for one in found if _holds(ours, one.words)), None)
        if denied is not None:
            report.note("negation", "absent", f'The quoted words deny it: "{denied.written}".')
            return


def _affirmed(words: Sequence[str], language: str) -> Sequence[str]:
    """The words of a text before the clause of its first negation."""
    told = lexicon(language)
    negators = _NEGATORS[language] | told.list("negators") | told.list("absent") | listed("refusing")
    at = next((at for at, word in enumerate(words) if word in negators), None)
    if at is None:
        return words
    return words[: next((end for end in range(at, 0, -1) if words[end] in _COMMAS), 0)]


def _phrases(text: str, language: str) -> Iterator[_Phrase]:
    """The two words behind each negation that hold more than small words, or the first that do."""
    told, tokens = lexicon(language), tokens_of(text, language)
    words = [token.word for token in tokens]
    for at, word in enumerate(words):
        if word not in _NEGATORS[language] or (at + 1 < len(words) and words[at + 1] in _NOT_ALONE | _EXCEPTING):
            continue
        phrase: list[str] = []
        for other in words[at + 1 : at + 1 + _LONGEST]:
            if _MARK.fullmatch(other) or told.has("breaks", other) or other in _NEGATORS[language]:
                break
            phrase.append(other)
            if len(phrase) >= _LEAST and carries_meaning(other):
                written = text[tokens[at].start : tokens[at + len(phrase)].end]
                yield _Phrase(tuple(phrase), written)
                break


def _holds(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == tuple(phrase) for at in range(len(words) - len(phrase) + 1))
