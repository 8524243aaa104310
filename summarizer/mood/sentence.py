"""A sentence as a row of tokens, and a phrase of the ladder found in it."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..schemas import Strength
from ..words.lexicon import Kind, Lexicon, Phrase, Token
from ..words.rungs import firm, weaker

Negation = Literal["none", "refused", "absent"]
"""`refused`: will not; `absent`: it did not happen ("no decision was taken")."""

_ONLY_WITHIN = 6  # words in which "que" makes of "ne" no negation
_FILLERS = frozenset(
    (("of", "course"), ("in", "turn"), ("in", "fact"), ("in", "addition"), ("at", "once"), ("at", "least"))
)
_PICTURES = frozenset(("So", "Mn", "Sk"))
_MARKUP = frozenset("-*#>•–—[](){}_~|&\"“”'")


def after(strength: Strength, negation: Negation) -> Strength:
    """What a rung becomes when it is negated."""
    if negation == "absent":
        return Strength.MENTIONED
    return Strength.DENIED if negation == "refused" else strength


def _decorates(word: str) -> bool:
    """Whether it is a mark of a list or a heading, or a picture before its words: "🚀 Next steps"."""
    return word in _MARKUP or (not word[0].isascii() and unicodedata.category(word[0]) in _PICTURES)


@dataclass(eq=False)
class Found:
    """A phrase of the ladder in a sentence: tokens `first` to `last`, `last` not included."""

    sentence: "Sentence" = field(repr=False)
    first: int
    last: int
    strength: Strength
    kind: Kind
    negation: Negation = "none"
    finite: bool = True
    """Whether it is the verb of its clause, not an infinitive or a noun under another."""
    passive: bool = False
    governor: "Found | None" = None
    condition: tuple[int, int] | None = None
    """Tokens of what it hangs on."""
    unless: bool = False
    """The condition turns a refusal: not unless, not before."""

    @property
    def span(self) -> tuple[int, int]:
        """Where its words stand in the text."""
        return self.sentence.tokens[self.first].start, self.sentence.tokens[self.last - 1].end

    def borne(self) -> Strength:
        """What it reaches under the words that govern it, its own condition left aside."""
        own = self.strength
        if self.governor is None:
            if not self.finite and firm(own):
                own = Strength.PROPOSED  # an order, or a noun: "Sign the form", "A plan to ..."
            return after(own, self.negation)
        outer = self.governor.borne()
        if outer.rung is None:
            return outer
        if self.negation != "none" or own is Strength.DENIED:
            ruled = self.negation == "absent" and self.kind == "modals"  # "resolved that no dividend shall be paid"
            return after(own, "refused" if ruled else self.negation) if firm(outer) else outer
        return outer if self.finite else weaker(outer, own)


class Sentence:
    """The tokens of one sentence, and what stands around a place in it."""

    def __init__(self, tokens: Sequence[Token], words: Lexicon) -> None:
        self.tokens = tokens
        self.words = words
        self._row = [token.word for token in tokens]
        self._kinds = [(at, kinds) for at, word in enumerate(self._row) if (kinds := words.kinds(word))]
        self.start = next((at for at, token in enumerate(tokens) if not _decorates(token.word)), 0)
        """The first place that holds no markup."""
        self.asks = any(token.word == "?" for token in tokens[-2:])

    def word(self, at: int) -> str:
        """The word there; empty outside the sentence."""
        return self._row[at] if 0 <= at < len(self._row) else ""

    def places(self, kinds: frozenset[Kind]) -> list[int]:
        """Where phrases of these kinds may begin, in order."""
        return [at for at, here in self._kinds if not kinds.isdisjoint(here)]

    def candidates(self, at: int) -> tuple[Phrase, ...]:
        """The phrases that may begin there, by their first two words."""
        return self.words.candidates(self.word(at), self.word(at + 1))

    def in_list(self, name: str, at: int) -> bool:
        """Whether the word there is in that list of `ladder.toml`."""
        return self.words.has(name, self.word(at))

    def any_in_list(self, name: str, first: int, last: int) -> bool:
        """Whether a word from `first` to `last` is in that list."""
        return any(self.in_list(name, at) for at in range(first, last))

    def capital(self, at: int) -> bool:
        """Whether the word there is written with a capital."""
        return 0 <= at < len(self.tokens) and self.tokens[at].capital

    def before(self, at: int) -> int:
        """The nearest place to the left that holds no filler and no negation; -1 if there is none."""
        at -= 1
        while at >= 0 and self.word(at) != "," and (self.words.skipped(self.word(at)) or self.in_list("negators", at)):
            at -= 1
        return at

    def after(self, at: int) -> int:
        """The nearest place from `at` to the right that holds no filler and no negation."""
        while at < len(self.tokens):
            if (self.word(at), self.word(at + 1)) in _FILLERS:
                at += 2
            elif self.words.skipped(self.word(at)) or self.in_list("negators", at):
                at += 1
            else:
                break
        return at

    def negates(self, at: int) -> bool:
        """Whether a negation stands there: "not", but neither "not only" nor "ne ... que"."""
        return self.in_list("negators", at) and not self.in_list("not_negating", at + 1) and not self._only(at)

    def _only(self, at: int) -> bool:
        """Whether the negation there is the first word of "ne ... que": that says "only"."""
        for place in range(at + 1, min(at + _ONLY_WITHIN, len(self.tokens))):
            if self.in_list("second_negators", place):
                return False
            if self.in_list("only", place):
                return True
        return False

    def stretch(self, at: int) -> tuple[int, int]:
        """The tokens around a place between those that break a sentence."""
        first = last = at
        while first > 0 and not self.in_list("breaks", first - 1):
            first -= 1
        while last < len(self.tokens) and not self.in_list("breaks", last):
            last += 1
        return first, last

    def reported(self, at: int) -> bool:
        """Whether somebody is said to say what stands there."""
        return self.any_in_list("reporting", 0, at)

    def markup(self, at: int) -> bool:
        """Whether the place holds a mark of the format, such as a bullet."""
        return self.word(at) in _MARKUP
