"""What the words are to do, where the claim tells of it only what hangs on that: "close the road" for "defer a decision on closing
the road", "send the report" for "send a summary of the report"."""

import re
from collections.abc import Sequence

from ...items import Item
from ...schemas import Strength
from ...words.scripts import folded
from ...words.stems import carries_meaning, families_of, family, stem, tells_of_the_past
from ..fields import Report, is_subject, rung_of, said_of
from ..grounds import Borne, Grounds
from ..words import by_language, listed

_WORD = re.compile(r"[\w'’-]+|[^\w\s]")
_ENDS = frozenset(".;:!?")
_BEFORE = frozenset("to be also then now not always jointly both all".split())
_JOINTS = frozenset(("and", "or", ",", "&", "then", "but"))
_OF = frozenset("of on for about to".split())
_JOINED = re.compile(r"[.;:!?\n]|,? \b(?:und|et|e|y)\b ")
_WHOLLY = frozenset("en in zum".split())
_REACH = 3  # words from a part to what it is a part of


def check_governed(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """Doubt a claim of what hangs on the deed of the words that bind, and of the whole where they speak of a part."""
    line, end, language = borne.line, borne.reading.end, grounds.index.language or ""
    if line is None or is_subject(item) or rung_of(item) is Strength.DENIED:
        return
    said = said_of(item)
    deed = part = None
    if language == "en" and end is not None:
        words = _clause(line.text[end:])
        deed, part = _other_deed(said, words), _part(said, words)
    elif language in by_language("putting_off"):
        deed, part = _deed_around(said, line.text, language), _part_in(said, line.text, language)
    if deed is not None:
        report.doubts.append(f'The words are to "{deed}", and the claim does not say so.')
    elif part is not None:
        report.doubts.append(f'The words say "{part}".')


def _deed_around(said: str, text: str, language: str) -> str | None:
    """The verb that puts off or passes on what the claim tells of, in the clause that speaks of it."""
    ours = families_of(said)
    clause = _telling(said, text)
    verbs = {family(stem(verb)) for verb in by_language("putting_off")[language]}
    found = (word for word in _WORD.findall(clause) if family(stem(word)) in verbs - ours)
    return next(found, None)


def _telling(said: str, text: str) -> str:
    """The clause that speaks of the deed, or else of the most of what is said."""
    ours, deed = families_of(said), families_of(" ".join(said.split()[:1]))
    clauses = _JOINED.split(text)
    return max(clauses, key=lambda one: (bool(deed & families_of(one)), len(ours & families_of(one))))


def _part_in(said: str, text: str, language: str) -> str | None:
    """The words for a part of a thing, or for what tells of it, where the claim has the thing itself."""
    ours, words = families_of(said), _WORD.findall(_telling(said, text))
    for at, word in enumerate(words[:-2]):
        if at and words[at - 1].lower() in _WHOLLY:
            continue  # "en partie" is no part of what follows
        if folded(word) in by_language("parts_of_things")[language] and family(stem(word)) not in ours:
            behind = [one for one in words[at + 1 : at + 1 + _REACH] if carries_meaning(one)]
            if behind and words[at + 1].islower() and family(stem(behind[0])) in ours:
                return " ".join(words[at : words.index(behind[0], at) + 1])
    return None


def _clause(text: str) -> list[str]:
    words = _WORD.findall(text)
    return words[: next((at for at, word in enumerate(words) if word in _ENDS), len(words))]


def _other_deed(said: str, words: Sequence[str]) -> str | None:
    """The verb right behind the words that bind, where the claim's own stands behind it as what it is about."""
    first = next((at for at, word in enumerate(words) if word.lower() not in _BEFORE and not word.endswith("ly")), None)
    deed = next((word for word in _WORD.findall(said.lower()) if word not in _BEFORE), "")
    if first is None or not _is_verb(words[first]) or not _is_verb(deed):
        return None
    governing = words[first]
    if governing in listed("light_verbs") | listed("stopping") or family(stem(governing)) in families_of(said):
        return None  # what is stopped is told by another check
    places = [at for at in range(first + 1, len(words)) if family(stem(words[at])) == family(stem(deed))]
    return governing if places and all(_hangs(words, at) for at in places) else None


def _is_verb(word: str) -> bool:
    """Whether a word at the beginning of a clause may be a verb in its plain form, or the participle of a passive."""
    return bool(word) and word[0].islower() and carries_meaning(word) and word not in listed("articles")


def _hangs(words: Sequence[str], at: int) -> bool:
    """Whether a verb there is only what another is about: "on closing", "the decision to close", "for Ben to send"."""
    before = [word.lower() for word in words[:at]]
    while before and before[-1].endswith("ly"):
        before.pop()
    if before and before[-1] in _JOINTS:
        return False
    if words[at].endswith("ing") and len(words[at]) > len("bring"):
        return True
    behind_to = before[-1:] == ["to"]
    return behind_to and len(before) > 1 and (before[-2] in listed("nouns_with_to") or (before[-3:-2] == ["for"]))


def _part(said: str, words: Sequence[str]) -> str | None:
    """The words for a part or a token of a thing, where the claim has the verb with the thing itself."""
    told = families_of(said)
    for at, word in enumerate(words[:-_REACH]):
        if not carries_meaning(word) or family(stem(word)) not in told or tells_of_the_past(word):
            continue
        rest = [place for place in range(at + 1, len(words)) if words[place].lower() not in listed("articles")]
        if len(rest) < _REACH or words[rest[1]].lower() not in _OF:
            continue
        part, thing = words[rest[0]], words[rest[2]]
        of_part = part.lower() in listed("parts_and_tokens") and family(stem(part)) not in told
        if of_part and family(stem(thing)) in told:
            return " ".join(words[at : rest[2] + 1])
    return None
