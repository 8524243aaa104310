"""Words that deny, ask, propose, suppose or bind, for languages and sentences that no ladder reads.

No grammar: of the clause that speaks most of what a claim speaks of, whether it holds such a word.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal, NamedTuple, get_args

from ...schemas import Strength
from ...words.scripts import folded, is_unspaced
from ...words.stems import shared, stems_of
from ...words.wordlists import word_lists
from ..grounds import Grounds

Kind = Literal["denying", "asking", "proposing", "supposing", "binding"]
_GOVERNING: tuple[Kind, ...] = ("asking", "proposing", "binding")
_MARKS = r"[,;:.!?，；：。、！？،؛]"
_WORD = re.compile(r"\w+")
_HEAD = rf"(?:(?<={_MARKS} )|(?<=^))"
_ENGLISH = re.compile(r"\b(?:the|of|and|to|by|for|with|is|are|was|will|has)\b", re.IGNORECASE)


class Cue(NamedTuple):
    """A word of one kind at its place, as written."""

    kind: Kind
    start: int
    end: int
    words: str


class Found(NamedTuple):
    """What the sentence does to what the claim speaks of."""

    rung: Strength | None
    """None where no word lowers it."""
    cue: Cue | None
    """The word that does so; else the one that binds."""
    condition: str | None


def has_cues(language: str | None) -> bool:
    """Whether there are such words of a language."""
    return language in _lists()


def binding_cue(text: str, language: str) -> Cue | None:
    """The word by which a sentence decides, promises or refuses, if no other governs it; None also where no word is known."""
    if not has_cues(language):
        return None
    cues = list(_cues(text, language))
    _, condition = _condition(cues, list(_clauses(text, language)))
    lead = _lead([one for one in cues if condition is None or not _in(one, condition)], language)
    if lead is None or lead.kind != "binding":
        return None
    return next((one for one in cues if one.kind == "denying" and one.start < lead.start), lead)


def found_in(said: str, grounds: Grounds, language: str) -> Found:
    """What the quoted sentence does to the clause in which most words of the claim stand."""
    spoken = stems_of(said)
    line = max((one.quoted for one in grounds.lines), key=lambda one: len(shared(spoken, stems_of(one))))
    cues, clauses = list(_cues(line, language)), list(_clauses(line, language))
    clause = max(clauses, key=lambda one: _overlap(said, line[slice(*one)]), default=(0, len(line)))
    if not shared(spoken, stems_of(line[slice(*clause)])):
        clause = 0, len(line)  # a claim in another language
    supposing, condition = _condition(cues, clauses)
    lead = _lead([one for one in cues if condition is None or not _in(one, condition)], language)
    if lead is not None and lead.kind != "binding":
        return Found(Strength.DISCUSSED if lead.kind == "asking" else Strength.PROPOSED, lead, None)
    if supposing is not None and condition is not None:
        return Found(Strength.CONDITIONAL, supposing, line[slice(*condition)].strip(" ,，、،"))
    denying = next((one for one in cues if one.kind == "denying" and _in(one, clause)), None)
    return Found(Strength.DENIED, denying, None) if denying else Found(None, lead, None)


def _overlap(said: str, clause: str) -> tuple[int, int]:
    """How many content words a clause has of a claim, and how many words of any kind: "option B", not "option A"."""
    return len(shared(stems_of(said), stems_of(clause))), len({*_WORD.findall(said)} & {*_WORD.findall(clause)})


def _condition(cues: list[Cue], clauses: list[tuple[int, int]]) -> tuple[Cue | None, tuple[int, int] | None]:
    """The first word that opens a condition, and the clause that it stands in."""
    supposing = next((one for one in cues if one.kind == "supposing"), None)
    return supposing, next((clause for clause in clauses if supposing and _in(supposing, clause)), None)


def _lead(cues: list[Cue], language: str) -> Cue | None:
    """The word that governs the others: the first, or the last where the verb stands at the end."""
    leads = [one for one in cues if one.kind in _GOVERNING]
    return (leads[-1] if "last" in _lists()[language] else leads[0]) if leads else None


def _in(cue: Cue, clause: tuple[int, int]) -> bool:
    return clause[0] <= cue.start < clause[1]


def kinds_in(text: str, language: str) -> frozenset[Kind]:
    """The kinds of words that a claim holds, in its language or in English."""
    kinds = {cue.kind for cue in _cues(text, language)}
    if _ENGLISH.search(text):
        kinds |= {cue.kind for cue in _cues(text, "en")}
    return frozenset(kinds)


def _clauses(text: str, language: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for border in _borders(language).finditer(text):
        if text[begin : border.start()].strip():
            yield begin, border.end()
            begin = border.end()
    if text[begin:].strip():
        yield begin, len(text)


@lru_cache(maxsize=256)
def _cues(text: str, language: str) -> tuple[Cue, ...]:
    """The words of all kinds, in order, those left out that stand in an exempt phrase."""
    plain = _folded_in_place(text)
    exempt, patterns = _patterns(language)
    if exempt is not None:
        plain = exempt.sub(lambda match: "\0" * len(match[0]), plain)
    found = (
        Cue(kind, *match.span(), text[slice(*match.span())])
        for kind, pattern in patterns.items()
        for match in pattern.finditer(plain)
    )
    return tuple(sorted(found, key=lambda cue: cue.start))


def _folded_in_place(text: str) -> str:
    """The text in lower case and without accents, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(folded(one)[:1] or one for one in text)


@lru_cache(maxsize=1)
def _lists() -> dict[str, Mapping[str, Any]]:
    return word_lists(__package__, "cues.yaml")


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str] | None, dict[Kind, re.Pattern[str]]]:
    lists = _lists()[language]
    exempt = lists.get("exempt")
    return _pattern(exempt) if exempt else None, {kind: _pattern(lists[kind]) for kind in get_args(Kind)}


@lru_cache(maxsize=16)
def _borders(language: str) -> re.Pattern[str]:
    but = _lists()[language].get("but")
    return re.compile(rf"{_MARKS}(?!\d)|{_pattern(but).pattern}" if but else rf"{_MARKS}(?!\d)")


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted((_folded_in_place(word) for word in words), key=len, reverse=True)
    return re.compile("|".join(map(_written, ordered)), re.MULTILINE)


def _written(word: str) -> str:
    if is_unspaced(word):
        return re.escape(word)
    head = _HEAD if word.startswith("^") else ""
    parts = [re.escape(part) for part in re.split(r"( \* |\*)", word.removeprefix("^"))]
    inner = "".join({r"\ \*\ ": r"(?: [^\s,;:.]+){1,6}? ", r"\*": r"\w*"}.get(part, part) for part in parts)
    joined = "[وف]?" if "\u0600" <= word[0] <= "\u06ff" else ""
    return rf"{head}(?<!\w){joined}{inner}(?!\w)"
