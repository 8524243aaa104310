"""Notes of tasks that have no verb of their own, or one without a subject: "PR 12 → Ana", "writes it up by Friday"."""

import re

from ..items import Item
from ..ladder import Reading
from ..lexicon import lexicon, tokens_of
from ..rungs import firm
from ..schemas import Part, Strength
from ..stems import content_words, family
from .borne import merged
from .fields import texts
from .grounds import Grounds, Line, running
from .proper import shares_name
from .words import listed

_LONGEST = 18  # words of a note
_ARROW = re.compile(r"(?:→|->|=>)\s*(.+)")
_LABEL = re.compile(r"\W*([^\W\d_][^:]{0,30}):\s")
_DUE = frozenset(("have to", "has to", "needs to", "need to"))  # after "still": what somebody was given to do
_SELF = frozenset(("me", "i"))
_OPENING = re.compile(r"(?:[;:,]|\A)\W*\Z")  # what stands before the verb of an order


def task_note(item: Item, said: str, reading: Reading, grounds: Grounds) -> tuple[Reading, Line] | None:
    """The line that notes a task of the owner whom the claim names; None where the words say more, or of the past."""
    language = grounds.index.language
    owner = next((text.value for text in texts(item, Part.ACTOR)), None)
    if owner is None or language is None or firm(reading.strength):
        return None
    unread = reading.strength is None
    deed = next((family(word.stem) for word in content_words(said)), "")
    for line in merged(grounds.lines):
        tokens = [token for token in tokens_of(line.text, language) if token.word[0].isalnum()]
        words = [token.word for token in tokens]
        if not words or len(words) > _LONGEST:
            continue
        arrow = _ARROW.search(line.text)
        if arrow and shares_name(owner, arrow[1]):
            return Reading(Strength.INTENDS, arrow[0], *arrow.span()), line
        if not listed("bygone").isdisjoint(words):
            continue
        if "still" in words and (reading.words or "").lower() in _DUE and (reading.words or "") in line.text:
            return Reading(Strength.INTENDS, reading.words, reading.start, reading.end), line
        timed = _timed(item, line, words, language)
        label = _LABEL.match(line.text)
        if label and (_names_time(label[1]) or label[1].lower() in _SELF or shares_name(owner, label[1])):
            order = reading.strength is Strength.PROPOSED and _opens(reading, line.text[label.end(1) :])
            if order or (unread and timed and not _done(line.text[label.end() :])):
                return Reading(Strength.INTENDS, label[1], *label.span(1)), line
        verb = content_words(line.text)
        opens = bool(verb) and verb[0].start == tokens[0].start and words[0].endswith("s")
        opens = opens and not lexicon(language).has("auxiliaries", words[1] if len(words) > 1 else "")
        if unread and timed and opens and family(verb[0].stem) == deed:
            return Reading(Strength.INTENDS, words[0], tokens[0].start, tokens[0].end), line
    return None


def _names_time(label: str) -> bool:
    return label.lower() in ("today", "tomorrow", "this week", "next week")


def _opens(reading: Reading, text: str) -> bool:
    """Whether the words of a reading open a clause: "Me: new draft; ask Gwil"."""
    at = text.find(reading.words) if reading.words else -1
    return at >= 0 and _OPENING.search(text[:at]) is not None


def _done(note: str) -> bool:
    """Whether a note begins with what was done: "fixed the login", but not "revised quote out today"."""
    words = note.lower().split()
    return bool(words) and words[0].endswith("ed") and not {"out", "due"} & set(words)


def _timed(item: Item, line: Line, words: list[str], language: str) -> bool:
    """Whether the line gives a day: one that the claim names, or a word for a time to come."""
    due = item.values.get("due")
    if isinstance(due, str) and running(due) and f" {running(due)} " in f" {running(line.text)} ":
        return True
    return any(lexicon(language).has("soon", word) for word in words)
