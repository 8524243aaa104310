"""Words of a sentence, and what their shape and the word lists say of them."""

import re
from functools import lru_cache
from typing import NamedTuple

from ..words import MOST_WORDS, is_office, is_role, words

# A word, with hyphens, apostrophes and inner dots; a bracketed remark; or a single mark.
TOKEN = re.compile(
    r"\d[\d:.]*\s?[AP]M\b|\([^()\n]{0,80}\)|Under[ -]Secretar(?:y|ies)|[^\W_][\w'’.\-⁠]*(?:&\w+)*|&|[^\w\s]"
)
INITIALS = re.compile(r"(?:[A-Z]\.-?)+|[A-Z]")
SHORT = re.compile(r"(?:[A-Z]\.-?)+|[A-Z][a-z]{1,2}\.")
"""Initials, and what may be a shortened first name: "Wm."."""
POSSESSIVE = re.compile(r"['’]s?$")
PREFIXED = re.compile(
    r"(?:e|al|el|ul|as|ash|at|ad|ar|az|an|abu|ben|bin|ibn|von|van)-(?=[^\W\d_a-z])|[dlno]['’](?=[^\W\d_a-z])"
)
"""A particle that is written on to its name: "al-Tijani", "d'Estaing"."""
RETIRED = re.compile(r"\((?:rtd|retd|ret['’]?d?|retired)\.?\)", re.IGNORECASE)
"""What stands between a rank and the name: "Capt. (rtd) Abdi Noor"."""
_WORDS_TOO = ("A", "I")
"""Initials that are words as well."""
ABBREVIATIONS = frozenset(
    """
    dr. mr. mrs. ms. prof. gen. adm. col. maj. capt. lt. sgt. rep. sen. gov. jr. sr. amb. pres. sec. asst.
    dep. secy. dir. hon. rev. h.e. m. mme. dept. u.s. u.k. u.n. u.s.a. u.s.s.r. st. corp. inc. co. ltd. esq.
    """.split()
)
CONNECTORS = frozenset("of the for to at and & in on from with".split())


class Token(NamedTuple):
    """One word or mark: `sentence[start:end] == text`, a possessive ending and a full stop left out."""

    text: str
    lower: str
    """In small letters, a space inside written as a hyphen; worked out once, as everything asks for it."""
    start: int
    end: int
    possessive: bool
    stop: bool
    """Whether a full stop follows that ends more than an abbreviation."""
    capital: bool
    """A capitalised word that is none of the small words which open a sentence."""
    office: bool
    role: bool
    """Both as the word lists say."""

    @property
    def initial(self) -> bool:
        return INITIALS.fullmatch(self.text) is not None

    @property
    def bracketed(self) -> bool:
        return self.text[0] == "("

    @property
    def connects(self) -> bool:
        """A small word that may stand inside an office: "Secretary of State for Health"."""
        return self.text in CONNECTORS

    @property
    def particle(self) -> bool:
        """A small word that may stand inside a name: "van", "bin"."""
        return _is_particle(self.text)


@lru_cache(maxsize=MOST_WORDS)
def _is_particle(text: str) -> bool:
    if not text.islower():
        return False
    # No small word of English is written with an accent.
    return text in words().particles or (len(text) <= 3 and not text.isascii() and text.isalpha())


def tokenize(sentence: str) -> list[Token]:
    """Tokens of a sentence in their order."""
    found = []
    end = len(sentence.rstrip())
    for match in TOKEN.finditer(sentence):
        if RETIRED.fullmatch(match[0]):
            continue
        start = match.start()
        text, lower, *told = _read(match[0], match.end() >= end)
        found.append(Token(text, lower, start, start + len(text), *told))
    for at in range(1, len(found) - 1):
        if found[at].text in _WORDS_TOO and _addressed(found[at - 1]) and found[at + 1].capital:
            found[at] = found[at]._replace(capital=True)  # "Cllr A Bree", "Dr I Kane"
    return found


def _addressed(token: Token) -> bool:
    """Whether a name follows: an office that rarely stands without one, or a form of address."""
    return token.capital and (
        token.lower in words().honorifics or (token.role and token.lower not in words().weak_titles)
    )


@lru_cache(maxsize=MOST_WORDS)
def _read(text: str, last: bool) -> tuple[str, str, bool, bool, bool, bool, bool]:
    """All of a token but its place."""
    possessive = stop = False
    if text[0].isalnum():
        ends = last and INITIALS.fullmatch(text) is None
        if text.endswith(".") and text.lower() not in ABBREVIATIONS and (ends or not SHORT.fullmatch(text)):
            text, stop = text.rstrip("."), True
        text = text.rstrip("-")
        owner = POSSESSIVE.search(text)
        if owner and len(text) > 2:
            text, possessive = text[: owner.start()], True
    lower, known = text.lower().replace(" ", "-"), words()
    capital = lower not in known.stops if text[0].isupper() else PREFIXED.match(text) is not None
    return text, lower, possessive, stop, capital, is_office(text), is_role(text)
