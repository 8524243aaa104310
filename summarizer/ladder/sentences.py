"""The sentences of a text, each with the words of the ladder in it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..mood.reading import found_in
from ..mood.sentence import Found, Sentence
from ..words.abbreviations import is_unfinished
from ..words.lexicon import Lexicon, Token, lexicon, tokens_of

LANGUAGES = ("en", "fr", "it", "es", "de")
"""ISO 639-1 codes of the languages with a lexicon; for others no word of the ladder is known."""

_STOPS = frozenset(".?!")
_LONGEST_WORDS = 40  # characters of a line in which its last two words stand


@lru_cache(maxsize=128)
def sentences_of(text: str, language: str | None) -> tuple[tuple[Sentence, list[Found]], ...]:
    """The sentences of a text; a label such as "RESOLVED:" speaks for all that follow it on its line."""
    if language is None or language not in LANGUAGES:
        return ()
    read_so_far = []
    label: Found | None = None
    for sentence in _split(text, language):
        found = found_in(sentence)
        if label is not None and "\n" in text[label.span[1] : sentence.tokens[0].start]:
            label = None
        if found and found[0].kind == "labels":
            label = found[0]
        elif label is not None:
            for one in found:
                one.governor = one.governor or label
            found.insert(0, label)
        read_so_far.append((sentence, found))
    return tuple(read_so_far)


def stretches(text: str, language: str | None) -> list[tuple[int, str]]:
    """The lines of a text, each with its offset, those together over whose break a sentence may run.

    The same lines come in many texts, and are then read once.
    """
    if language is None or "\n" not in text:
        return [(0, text)]
    found: list[tuple[int, str]] = []
    begin = at = 0
    above = ""
    for line in text.split("\n"):
        if at > begin and (tokens := tokens_of(line, language)) and not _goes_on(tokens[0], above):
            found.append((begin, text[begin : at - 1]))
            begin = at
        at += len(line) + 1
        above = line
    return [*found, (begin, text[begin:])]


def _split(text: str, language: str) -> Iterator[Sentence]:
    words = lexicon(language)
    tokens = tokens_of(text, language)
    wrapped = "\n" in text
    begin = 0
    for at, token in enumerate(tokens):
        if at + 1 == len(tokens) or ((wrapped or token.word in _STOPS) and _ends(text, tokens, at, words)):
            yield Sentence(tokens[begin : at + 1], words)
            begin = at + 1


def _ends(text: str, tokens: Sequence[Token], at: int, words: Lexicon) -> bool:
    """Whether a sentence ends with this token."""
    between = text[tokens[at].end : tokens[at + 1].start]
    last = tokens[at].end
    above = text[max(0, last - _LONGEST_WORDS) : last] if "\n" in between else ""
    if not between or _goes_on(tokens[at + 1], above):
        return False
    previous = tokens[at - 1].word if at else ""
    abbreviated = words.has("abbreviations", previous) or len(previous) == 1
    ordinal = previous.isdigit() and words.has("after_ordinals", tokens[at + 1].word)  # "bis zum 20. Mai"
    return "\n" in between or tokens[at].word in ("?", "!") or (tokens[at].word == "." and not (abbreviated or ordinal))


def _goes_on(token: Token, above: str) -> bool:
    """Whether a token cannot open a sentence, or the word before it cannot end one."""
    return token.word.isalpha() and (not token.capital or is_unfinished(above[-_LONGEST_WORDS:], token.word))
