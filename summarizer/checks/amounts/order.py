"""What comes first: "before" told as "after", and what lasts until something told as what begins with it."""

import re
from collections.abc import Iterator

from ...words.stems import content_words, stems_of

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_CLAUSE = re.compile(r"[,;:] |\b(?:but|though|although|while|whereas)\b")
_ORDER = re.compile(r"\b(?:(?P<before>before|ahead of|prior to)|(?P<after>after|following|once))\s+(?P<event>[^,.;:()\n]{2,60})", re.IGNORECASE)  # fmt: skip
_FEW = 3  # content words of what happens before or after
_UNTIL = re.compile(r",? \b(?:until|till)\b", re.IGNORECASE)
_ONCE = re.compile(r",? \b(?:once|when|after|as soon as|from|by the time)\b", re.IGNORECASE)
_NEGATION = re.compile(r"\b(?:not?|never|no longer|cannot|nobody|nothing)\b|n['’]t\b", re.IGNORECASE)


def turned(claim: str, text: str) -> str | None:
    """The words "before ..." of the text where the claim puts the same thing after that."""
    ours = list(_order(claim))
    if not ours or _denies(claim) or _denies(text):
        return None
    told = list(_order(text))
    for before, event, _ in ours:
        same = [(side, words) for side, other, words in told if event <= other or other <= event]
        if same and all(side != before for side, _ in same):
            return same[0][1]
    return None


def _order(text: str) -> Iterator[tuple[bool, frozenset[str], str]]:
    """Whether something comes before an event or after it, the event, and the words for that."""
    for found in _ORDER.finditer(text):
        event = frozenset(word.stem for word in content_words(found["event"])[:_FEW])
        if event:
            yield found["before"] is not None, event, found[0]


def _lasts_until(text: str) -> Iterator[tuple[frozenset[str], frozenset[str], str]]:
    """What lasts until something happens: what it is, what happens, and the words for that."""
    for sentence in _SENTENCE.split(text):
        if (until := _UNTIL.search(sentence)) is None:
            continue
        main, event = _CLAUSE.split(sentence[: until.start()])[-1], sentence[until.end() :]
        if not _denies(main):
            yield stems_of(main), stems_of(event), sentence[until.start() :].strip(" ,")


def begins_after(claim: str, text: str) -> str | None:
    """The words "until ..." of what the claim says will be so once that has happened: "closed once" for "closed until"."""
    told = list(_lasts_until(text)) if _ONCE.search(claim) else ()
    for sentence in _SENTENCE.split(claim) if told else ():
        once = _ONCE.search(sentence)
        if once is None or _UNTIL.search(sentence) or _denies(sentence[: once.start()]):
            continue
        ours, event = stems_of(sentence[: once.start()]), stems_of(sentence[once.end() :])
        for lasting, end, written in told if ours else ():
            if ours <= lasting and 2 * len(event & end) >= len(end) > 0:
                return written
    return None


def _denies(text: str) -> bool:
    return _NEGATION.search(text) is not None
