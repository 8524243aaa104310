"""Lines that ask for something with a bare verb: "Send me a name", "And ring Petra with it"."""

from itertools import dropwhile

from ...words.lexicon import tokens_of
from ...words.stems import content_words
from ..grounds import Line

_BEHIND_NOUNS = frozenset("of for without from is was are has".split())  # not behind the verb of an order: "ticket for"
_VOWELS = frozenset("aeiouy")
_LEADING = frozenset("and so then please also ok okay".split())


def imperative(said: str, line: Line) -> str | None:
    """The verb with which a line opens, where the claim opens with it too: "Add tags to the issues" asks somebody to."""
    worded = (token for token in tokens_of(line.quoted, "en") if token.word[0].isalnum())
    told = list(dropwhile(lambda token: token.word in _LEADING, worded))
    first, behind = next(iter(told), None), told[1].word if len(told) > 1 else ""
    act = next((said[word.start : word.end].lower() for word in content_words(said)), "")
    inflected = act.endswith(("ed", "s")) or (act.endswith("ing") and not _VOWELS.isdisjoint(act[:-3]))  # not "ring"
    plain = not inflected and behind not in _BEHIND_NOUNS and not behind[:1].isdigit()
    return line.quoted[first.start : first.end] if first is not None and plain and first.word == act else None
