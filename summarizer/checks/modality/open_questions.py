"""What the quoted words only ask, or leave open, told as if it were so."""

import re

from ...items import Item
from ...schemas import Part
from ...words.closed_classes import MODALS, PRONOUNS, words_of
from ...words.lexicon import lexicon, tokens_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds, Line

_ASKING = words_of(MODALS) | frozenset("what which who when where how why".split())
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_INVERTED = re.compile(rf"(?:{MODALS}|do|does|did) (?:{PRONOUNS})\b", re.IGNORECASE)
"""How a question begins, also one without its mark."""
_FILLERS = re.compile(r"\A(?:(?:uh|um|er|well|so|okay|ok|and|but)\b\W*)+", re.IGNORECASE)
_ASKS = ("?", ", or", ", or...")
"""How a question ends, also one that breaks off: "are we using rubber, or"."""
_TAG = 3  # words of "isn't it?"
_LEFT_OPEN = re.compile(
    r"(?:\bnot|n['’]t) (?:yet )?(?:sure|certain|clear|decided|settled|know)\b|\b(?:unsure|unclear|uncertain|undecided|doubt(?:s|ed|ful)?|wonder(?:s|ed|ing)?|whether)\b",
    re.IGNORECASE,
)
_TOLD_AS_OPEN = re.compile(
    r"\b(?:ask|quer|question|wonder|rais|enquir|inquir|discuss|debat|consider|talk|propos|suggest|request|invit|seek|sought|call|urg|possib|option|idea|"
    r"could|might|may|should|would|whether|if|unless|not|no|un(?:sure|clear|certain|decided)|doubt|open|what|which|who|when|where|how|why)",
    re.IGNORECASE,
)


def check_open(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a statement of which every quoted line only asks or says that it is open."""
    if grounds.index.language != "en" or not grounds.lines or not (is_subject(item) or item.kind == "decisions"):
        return
    asked = any(_asks(line) for line in grounds.lines)
    if not all(_asks(line) or _LEFT_OPEN.search(line.quoted) or (asked and _goes_on(line)) for line in grounds.lines):
        return
    for text in texts(item, Part.CLAIM):
        if (text.optional or not is_subject(item)) and not text.value.rstrip().endswith("?") and not _TOLD_AS_OPEN.search(text.value):  # fmt: skip
            report.note("strength", "absent", "The quoted words leave that open.")


def _asks(line: Line) -> bool:
    """Whether what is quoted ends in a question with a verb or a question word in front: not "Friday then, right?"."""
    last = _FILLERS.sub("", _SENTENCE.split(line.quoted.strip())[-1])
    if _INVERTED.match(last):
        return True
    return last.endswith(_ASKS) and any(_opens_question(one) for one in (last, last.rpartition(", ")[2]))


def _goes_on(line: Line) -> bool:
    """Whether a line asks on after a question: "Automatic or not?"."""
    return line.quoted.rstrip().endswith("?")


def _opens_question(text: str) -> bool:
    words = [token.word for token in tokens_of(text, "en") if token.word[0].isalpha()]
    return len(words) > _TAG and (words[0] in _ASKING or lexicon("en").has("auxiliaries", words[0]))
