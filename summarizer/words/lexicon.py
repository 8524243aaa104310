"""The words that the ladder goes by, read once from `ladder.toml`; the notation is explained there."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Literal, NamedTuple

from ..schemas import Strength
from .wordlists import word_lists

Kind = Literal[
    "verbs",
    "modals",
    "would",
    "can",
    "phrases",
    "labels",
    "hedges",
    "conditions",
    "unless",
    "supposing",
    "not_conditions",
]
Form = Literal["base", "base or past", "present", "past", "ing", "any"]

_WORDS = 1 << 15  # that are kept of a language
_GAP = 6  # words that "..." stands for at most
_ADVERB_FROM = 7  # letters that an adverb has more than
_ENDING_FROM = 5  # letters of a word that "*ra" may stand for


class Token(NamedTuple):
    """A word or a punctuation mark at its place: `text[start:end]`."""

    start: int
    end: int
    word: str
    """In lower case, contractions undone: "won't" is `will` and `n't`."""
    capital: bool


_NUMBER = r"\b(?-i:Nos?\.|(?<=[a-z] )Nos?)(?=\s?\d)"
"""Before the number of an ordinance, or of a house, where it negates nothing: "No. 17"."""
_SUFFIXED = re.compile(_NUMBER + r"|\w+?(?=n'[tT]\b)|n't\b|'(?:ll|d|re|ve|m|s)\b|\w+(?:-\w+)*|[^\w\s]", re.IGNORECASE)
_WHOLE = re.compile(_NUMBER + r"|\w+(?:-\w+)*|[^\w\s]")
"""The words of a text without an apostrophe, as both patterns have them."""
_ELIDED = re.compile(_NUMBER + r"|\w+'(?=\w)|\w+(?:-\w+)*|[^\w\s]")
_NO_WORDS: frozenset[str] = frozenset()
_UNDONE = {"wo": "will", "ca": "can", "sha": "shall"}
STRAIGHT = str.maketrans("’‘ʼ´`", "'''''")
"""Every apostrophe as the straight one, each character in its place."""


@lru_cache(maxsize=256)
def tokens_of(text: str, language: str) -> tuple[Token, ...]:
    """The words and marks of a text, in order."""
    straight = text.translate(STRAIGHT)
    pattern = _WHOLE if "'" not in straight else _SUFFIXED if language == "en" else _ELIDED
    found = []
    for match in pattern.finditer(straight):
        word = match.group().lower()
        start, end = match.span()
        if word == "no" and start and text[start] == "N" and text[end : end + 2].strip().isdigit():
            word = "no."  # "Ordinance No 17"
        if word in _UNDONE and text[end : end + 1] in ("n", "N"):
            word = _UNDONE[word]
        found.append(Token(start, end, word, text[start].isupper()))
    return tuple(found)


@lru_cache(maxsize=256)
def words_in(text: str, language: str) -> tuple[str, ...]:
    """The words and marks alone; each line is read once, whatever text it stands in."""
    return tuple(token.word for line in text.split("\n") for token in tokens_of(line, language))


class Part(NamedTuple):
    """One place in a phrase."""

    words: frozenset[str]
    optional: bool = False
    gap: int = 0
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one of its words must stand here."""
        return bool(self.words) and not (self.optional or self.gap or self.prefixes or self.suffixes)

    def fits(self, word: str) -> bool:
        """Whether the word may stand here."""
        if word in self.words:
            return True
        if self.prefixes or self.suffixes:
            return word.startswith(self.prefixes) or (len(word) >= _ENDING_FROM and word.endswith(self.suffixes))
        return not self.words and word[0].isalnum()


class Phrase(NamedTuple):
    """A row of words that reaches a rung."""

    parts: tuple[Part, ...]
    strength: Strength
    kind: Kind
    lemma: str
    """The first word as the file writes it, without its mark."""


class Match(NamedTuple):
    """A phrase found: tokens `first` to `last`, `last` not included."""

    first: int
    last: int
    phrase: Phrase


@dataclass(eq=False)
class Lexicon:
    """The phrases and word lists of one language."""

    language: str
    phrases: list[Phrase] = field(default_factory=list)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)
    forms: dict[str, dict[str, Form]] = field(default_factory=dict)
    """By lemma, the forms of the verb."""

    @cached_property
    def _by_first_word(self) -> dict[str, list[Phrase]]:
        table: dict[str, list[Phrase]] = {}
        for phrase in self.phrases:
            for word in phrase.parts[0].words:
                table.setdefault(word, []).append(phrase)
        return table

    @cached_property
    def _by_affix(self) -> list[Phrase]:
        return [phrase for phrase in self.phrases if phrase.parts[0].prefixes or phrase.parts[0].suffixes]

    # The words of a language are many, those of documents the same again and again. Each lexicon has caches of its own,
    # whose keys are the words alone: the garbage collector then passes them by.

    @cached_property
    def kinds(self) -> Callable[[str], frozenset[Kind]]:
        """The kinds of phrases that may begin with a word."""
        shared: dict[frozenset[Kind], frozenset[Kind]] = {}

        @lru_cache(maxsize=_WORDS)
        def kinds(word: str) -> frozenset[Kind]:
            found = frozenset(phrase.kind for phrase in self._beginning(word))
            return shared.setdefault(found, found)

        return kinds

    @cached_property
    def candidates(self) -> Callable[[str, str], tuple[Phrase, ...]]:
        """The phrases that may begin with a word where another follows it; that one is empty at the end of a sentence."""

        @lru_cache(maxsize=_WORDS)
        def candidates(word: str, following: str) -> tuple[Phrase, ...]:
            skipped = self.skipped(following)
            return tuple(
                phrase
                for phrase in self._beginning(word)
                if skipped or len(phrase.parts) < 2 or not phrase.parts[1].settled or following in phrase.parts[1].words
            )

        return candidates

    @cached_property
    def _beginning(self) -> Callable[[str], tuple[Phrase, ...]]:
        @lru_cache(maxsize=_WORDS)
        def beginning(word: str) -> tuple[Phrase, ...]:
            exact = self._by_first_word.get(word, [])
            return (*exact, *(one for one in self._by_affix if one.parts[0].fits(word) and one not in exact))

        return beginning

    def has(self, name: str, word: str) -> bool:
        """Whether the word is in that list of the file."""
        return word in self.lists.get(name, _NO_WORDS)

    def list(self, name: str) -> frozenset[str]:
        """The words of that list of the file; empty where the language leaves it out."""
        return self.lists.get(name, _NO_WORDS)

    def skipped(self, word: str) -> bool:
        """Whether the word may stand between any two of a phrase: one of `skipped`, or an adverb by its ending."""
        return self.has("skipped", word) or (len(word) > _ADVERB_FROM and word.endswith(self._adverbs))

    @cached_property
    def _adverbs(self) -> tuple[str, ...]:
        return tuple(self.lists.get("adverbs", ()))

    def form(self, lemma: str, word: str) -> Form:
        """Which form of the verb this is; `any` where the language gives none."""
        return self.forms.get(lemma, {}).get(word, "any")

    def match(self, phrase: Phrase, tokens: Sequence[Token], at: int) -> int | None:
        """Where the phrase ends if it begins at token `at`."""
        return self._match(phrase.parts, 0, tokens, at)

    def _match(self, parts: tuple[Part, ...], number: int, tokens: Sequence[Token], at: int) -> int | None:
        if number == len(parts):
            return at
        part = parts[number]
        if part.gap:
            ends = (self._match(parts, number + 1, tokens, at + width) for width in range(part.gap + 1))
            return next((end for end in ends if end is not None), None)
        here = at
        while here < len(tokens):
            if part.fits(tokens[here].word) and (end := self._match(parts, number + 1, tokens, here + 1)) is not None:
                return end
            if number == 0 or not self.skipped(tokens[here].word):
                break
            here += 1
        return self._match(parts, number + 1, tokens, at) if part.optional else None


@lru_cache(maxsize=1)
def _file() -> Mapping[str, Any]:
    return word_lists(__package__, "ladder.toml")


@lru_cache(maxsize=16)
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that the file knows."""
    table = _file()[language]
    context = table["context"]
    made = Lexicon(language)
    irregular = [row.split() for row in context.get("irregular", ())]
    regular = _Inflection(made, {row[0]: row for row in irregular})
    kinds: tuple[Kind, ...] = ("verbs", "modals", "phrases", "labels", "hedges")
    for kind in kinds:
        for rung, rows in table.get(kind, {}).items():
            if rung == "would" or rung == "can":  # beside the rungs: the sentence decides what they reach
                made.phrases.extend(regular.phrase(row, Strength.PROPOSED, rung) for row in rows)
            else:
                made.phrases.extend(regular.phrase(row, Strength(rung), kind) for row in rows)
    for name, value in context.items():
        if name == "conditions" or name == "unless" or name == "supposing" or name == "not_conditions":
            made.phrases.extend(regular.phrase(row, Strength.CONDITIONAL, name) for row in value)
        elif name != "irregular":
            made.lists[name] = frozenset(value.split())
    return made


class _Inflection:
    """Reads the rows of the file, and learns the forms of the verbs in them."""

    def __init__(self, made: Lexicon, irregular: Mapping[str, Sequence[str]]) -> None:
        self._made = made
        self._irregular = irregular

    def phrase(self, row: str, strength: Strength, kind: Kind) -> Phrase:
        words = row.split()
        return Phrase(tuple(self._parts(words)), strength, kind, words[0].rstrip("+*").split("|")[0])

    def _parts(self, words: Iterable[str]) -> Iterator[Part]:
        for written in words:
            optional = written.endswith("?") and written != "?"
            word = written.removesuffix("?") if optional else written
            if word == "...":
                yield Part(frozenset(), gap=_GAP)
                continue
            choices = [] if word == "_" else word.split("|")
            yield Part(
                frozenset(form for one in choices if "*" not in one for form in self._forms(one)),
                optional,
                prefixes=tuple(one[:-1] for one in choices if one.endswith("*")),
                suffixes=tuple(one[1:] for one in choices if one.startswith("*")),
            )

    def _forms(self, word: str) -> tuple[str, ...]:
        if not word.endswith("+"):
            return (word,)
        lemma = word[:-1]
        if lemma not in self._made.forms:
            self._made.forms[lemma] = _forms(lemma, self._irregular.get(lemma))
        return tuple(self._made.forms[lemma])


def _forms(lemma: str, irregular: Sequence[str] | None) -> dict[str, Form]:
    """The forms of an English verb; the first form listed of an irregular one is its lemma, the second its present."""
    if irregular is not None:
        forms: dict[str, Form] = {word: "ing" if word.endswith("ing") else "past" for word in irregular}
        base: Form = "base or past" if irregular[0] in irregular[1:] else "base"
        return forms | {irregular[0]: base, irregular[1]: "present"}
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    sibilant = lemma.endswith(("s", "x", "z", "ch", "sh"))
    if re.search(r"[^aeiou]y$", lemma):
        present, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        present, past = lemma + ("es" if sibilant else "s"), stem + "ed"
    ing = lemma + "ing" if lemma.endswith("ee") else stem + "ing"
    return {lemma: "base", present: "present", past: "past", ing: "ing"}
