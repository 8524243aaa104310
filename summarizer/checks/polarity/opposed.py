"""Words of a claim that say the opposite of the quoted words: "remove" for "add", "phase in" for "phase out", "welcomed" for "regretted"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...words.stems import ContentWord, alike, content_words, family, shared, stem, stems_of
from ..words import opposites

_PARTICLES = {"in": "out", "out": "in", "up": "down", "down": "up", "on": "off", "off": "on"}
_PHRASAL = re.compile(rf"\b(?P<verb>(?:phas|opt|scal|ramp|switch|turn|wind|mov|log|sign|vot|stepp?|go)(?:e|ed|es|s|ing)?|went) (?P<particle>{'|'.join(_PARTICLES)})\b", re.IGNORECASE)  # fmt: skip
_PLEASED = re.compile(r"\b(?:welcom|prais|applaud|commend)(?:e|es|ed|ing|s)?\b|\bsatisfaction\b|\b(?:pleased|delighted)\b", re.IGNORECASE)  # fmt: skip
_DISPLEASED = re.compile(
    r"\b(?:regret|condemn|deplor|criticis|criticiz)\w*|\b(?:with|express\w*|voic\w*|deep|grave|serious|great) (?:\w+ )?concern\b|\bconcerned (?:about|at|by|over)\b"
    r"|\b(?:alarm(?:ed)?|dismay(?:ed)?|disappoint(?:ed|ment))\b",
    re.IGNORECASE,
)

_LETTERS = re.compile(r"[a-z]+")
_PREFIXED = 4  # letters of a word that "un-" turns
_NEGATES = re.compile(r"\b(?:not|no|never|neither|nor|without|hardly)\b|n['’]t\b", re.IGNORECASE)
_MARK = re.compile(r"[,;:.]")
_JOINED = re.compile(r"\s+(?:and|or)(?: then| later)?\s+", re.IGNORECASE)
"""Between two verbs of one thing: "stop and then resume firing"."""
_POINTER = re.compile(r"\W+(?:it|them|this|that|these|those|both|one|ones|so)\b", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:br(?:ing(?:s|ing)?|ought)\b[^.;:!?\n]{1,40}? forward|bring forward|advanc(?:e[sd]?|ing)|sped up|speed(?:s|ing)? up|expedit(?:e[sd]?|ing))\b", re.IGNORECASE)  # fmt: skip
_LATER = re.compile(r"\b(?:postpon(?:e[sd]?|ing)|defer(?:s|red|ring)?|(?:put|push)(?:s|ed|ting|ing)? (?:off|back)|(?:put|push)(?:s|ed|ting|ing)?\b[^.;:!?\n]{1,40}? (?:off|back)|delay(?:s|ed|ing)?|adjourn(?:s|ed|ing)?|slow(?:s|ed|ing)? down)\b", re.IGNORECASE)  # fmt: skip


def opposed(claim: str, text: str, language: str) -> tuple[str, str] | None:
    """The words of the claim, and those of the text that say the opposite of the same thing."""
    found = _verbs(claim, text, language)
    if found is None and language == "en":
        found = _phrasal(claim, text) or _prefixed(claim, text) or _time(claim, text) or _attitude(claim, text)
    return found


def _verbs(claim: str, text: str, language: str) -> tuple[str, str] | None:
    """A verb of the claim whose opposite the text says of the same thing: "add a label" for "remove the label"."""
    table = opposites(language)
    if language == "en" and table.keys().isdisjoint(stems_of(claim)):
        return None
    ours, theirs = content_words(claim), content_words(text)
    kinds = [one.stem if language == "en" else family(one.stem) for one in ours]
    if table.keys().isdisjoint(kinds):
        return None
    others = [one.stem if language == "en" else family(one.stem) for one in theirs]
    for at, kind in enumerate(kinds):
        against = table.get(kind, frozenset()).difference(kinds)
        own = [place for place, other in enumerate(others) if other == kind]
        if not against or any(
            _same_thing(ours, at, theirs, place, language) or _points(text, theirs[place]) for place in own
        ):
            continue
        if own and not _of_another(text, ours, at, theirs, others, against, own):
            continue
        for place, other in enumerate(others):
            if other in against and _same_thing(ours, at, theirs, place, language):
                return claim[ours[at].start : ours[at].end], text[theirs[place].start : theirs[place].end]
    return None


def _same_thing(ours: Sequence[ContentWord], at: int, theirs: Sequence[ContentWord], place: int, language: str) -> bool:
    """Whether the next words, or those before, are of one family; a German verb stands before its thing, or behind it."""
    after = ours[at + 1 : at + 2], theirs[place + 1 : place + 2]
    before = ours[max(at - 1, 0) : at], theirs[max(place - 1, 0) : place]
    sides = (after, before) if language != "de" else (after, before, (before[0], after[1]), (after[0], before[1]))
    return any(alike(one.stem, other.stem) for mine, yours in sides for one in mine for other in yours)


def _points(text: str, word: ContentWord) -> bool:
    """Whether what follows a verb stands for something else: "raise it for guests"."""
    return _POINTER.match(text, word.end) is not None or word.end == len(text.rstrip(" .;!"))


def _of_another(
    text: str,
    ours: Sequence[ContentWord],
    at: int,
    theirs: Sequence[ContentWord],
    others: Sequence[str],
    against: frozenset[str],
    own: Sequence[int],
) -> bool:
    """Whether the opposite verb stands right before the very thing of the claim: "stop the heparin and start aspirin"."""
    thing = ours[at + 1 : at + 2]
    return bool(thing) and any(
        other in against
        and place + 1 < len(theirs)
        and alike(theirs[place + 1].stem, thing[0].stem)
        and _MARK.search(text, theirs[place].end, theirs[place + 1].start) is None  # "go on, that is, firing"
        and not any(_JOINED.fullmatch(text, theirs[one].end, theirs[place].start) for one in own)
        for place, other in enumerate(others)
    )


def _phrasal(claim: str, text: str) -> tuple[str, str] | None:
    """A verb that the text has with the other particle only."""
    ours = list(_with_particles(claim))
    told = dict(_with_particles(text)) if ours else {}
    for (verb, particle), written in ours:
        other = told.get((verb, _PARTICLES[particle]))
        if other is not None and (verb, particle) not in told:
            return written, other
    return None


def _prefixed(claim: str, text: str) -> tuple[str, str] | None:
    """A word that one has and the other has with "un-", of the same thing, where neither negates: "likely" for "unlikely"."""
    if _NEGATES.search(claim) is not None or _NEGATES.search(text) is not None:
        return None
    ours, told = _with_next(claim), _with_next(text)
    for word, behind in ours.items():
        for other in (f"un{word}", word.removeprefix("un")):
            apart = other != word and other not in ours and word not in told and len(other) >= _PREFIXED
            if apart and behind and told.get(other, frozenset()) & behind:
                return word, other
    return None


def _with_next(text: str) -> dict[str, frozenset[str]]:
    """The words of a text, each with the stems of what stands right behind it."""
    words = _LETTERS.findall(text.lower())
    found: dict[str, frozenset[str]] = {}
    for word, behind in pairwise([*words, ""]):
        found[word] = found.get(word, frozenset()) | (stems_of(behind) if behind else frozenset())
    return found


def _with_particles(text: str) -> Iterator[tuple[tuple[str, str], str]]:
    for found in _PHRASAL.finditer(text):
        yield (stem(found["verb"]), found["particle"].lower()), found[0]


def _time(claim: str, text: str) -> tuple[str, str] | None:
    """What is brought forward told as put off, or the other way round, of the same thing."""
    for mine, theirs in ((_EARLIER, _LATER), (_LATER, _EARLIER)):
        ours, told = mine.search(claim), theirs.search(text)
        if ours is None or told is None or mine.search(text) or theirs.search(claim):
            continue
        if shared(stems_of(claim), stems_of(text)):
            return ours[0], told[0]
    return None


def _attitude(claim: str, text: str) -> tuple[str, str] | None:
    """Pleasure for displeasure, or the other way round, where the text has no word of the one that is claimed."""
    for mine, theirs in ((_PLEASED, _DISPLEASED), (_DISPLEASED, _PLEASED)):
        ours = mine.search(claim)
        if ours and (told := theirs.search(text)) and not mine.search(text) and not theirs.search(claim):
            return ours[0], told[0]
    return None
