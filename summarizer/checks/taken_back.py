"""Claims that rest on words which were taken back: struck through in the source, or by the sentence behind them."""

import re
from functools import lru_cache

from ..items import Item
from ..schemas import Part, RejectionReason, Strength
from ..stems import stems_of
from .denial import denies
from .fields import Report, is_subject, of_kind, texts
from .grounds import Grounds, Line

_MOST = 0.5  # share of a text's content words from which it rests on them
_SHOWN = 80
_ONESELF = r"\b(?:I|we)(?:'d|'ll| (?:have|had|want|need) to| must| will)?"
_RETRACTS = re.compile(
    rf"{_ONESELF} (?:take (?:that|it|this|what I said) back|take back (?:that|what I said)|correct (?:myself|that)|retract (?:that|it|this))\b|"
    r"\b(?:(?:I|we) (?:misspoke|stand corrected|got that wrong)|let me correct (?:myself|that))\b|^\W*(?:(?:no|sorry|actually|wait)\W+)*(?:correction:|(?:scratch|strike|scrap|forget) that\b|"
    r"I meant\b|(?:that|this|it) (?:was|is)(?: not|n't) (?:right|correct)\b)|\b(?:(?:that|this|the) (?:offer|promise|pledge|statement) (?:was|has been|is) (?:later |then )?(?:withdrawn|retracted)"
    r"|(?:withdrew|retracted) (?:that|this|the|his|her|their) (?:offer|promise|pledge|statement))\b",
    re.IGNORECASE,
)
"""What says of the sentence before it that it does not hold: "Sorry, I misspoke", "I take that back"."""


def check_taken_back(item: Item, grounds: Grounds, report: Report) -> None:
    """A text that rests on struck words goes if it may be null, else the item does.

    What was dropped may still be told as such: a subject, or a claim that denies it, is only doubted.
    """
    _by_the_next_sentence(item, grounds, report)
    index = grounds.index
    lines = [line for line in grounds.lines if index.stands(line.number) != line.text]
    if not lines:
        return
    there = frozenset().union(*(stems_of(index.stands(line.number)) for line in grounds.lines))
    gone = frozenset().union(*(stems_of(line.text) for line in lines)) - there
    quoted = "".join(index.stands(line.number)[slice(*line.span)] for line in grounds.lines)
    blank = not any(map(str.isalnum, quoted))
    words = " ".join(lines[0].text.split())
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()} …"
    explanation = f"It rests on words that the source strikes through: {shown}"
    dropped = is_subject(item) or item.values.get("strength") == Strength.DENIED
    for part in Part:
        for text in [] if part is Part.REFERENCE else list(texts(item, part)):
            stems = stems_of(text.value)
            if not blank and (not stems or len(stems & gone) < _MOST * len(stems)):
                continue
            if dropped or denies(text.value, index.language):
                report.doubts.append(explanation)
            elif text.optional and not blank:
                item.mend(text.name, None, explanation)
                report.doubts.append(explanation)
            else:
                report.refuse(RejectionReason.UNSUPPORTED, explanation)


def _by_the_next_sentence(item: Item, grounds: Grounds, report: Report) -> None:
    """A promise that is taken back in the next breath binds nobody; of anything else that is a doubt."""
    if grounds.index.language != "en" or item.values.get("strength") == Strength.DENIED:
        return
    behind = {line.number: text for line in grounds.lines if (text := _behind(line, grounds))}
    if any(line.number not in behind and line.number - 1 not in behind for line in grounds.lines):
        return  # it rests on other words too: "Then I will do it myself"
    said = stems_of(" ".join(text.value for text in texts(item, Part.CLAIM)))
    for line in (line for line in grounds.lines if line.number in behind):
        held = said & stems_of(line.text)
        if not held or held <= stems_of(behind[line.number]):
            continue  # it is told as it was corrected
        explanation = f"It is taken back in the next sentence: {behind[line.number]}"
        if of_kind(item, Strength) is not None and not is_subject(item):
            report.refuse(RejectionReason.CONTRADICTED, explanation)
        else:
            report.doubts.append(explanation)


def _behind(line: Line, grounds: Grounds) -> str:
    """The next sentence of the same speaker, if it takes this one back; else empty."""
    document = grounds.index.document
    if line.number >= len(document.segments) or document.segment(line.number + 1).speaker != line.speaker:
        return ""
    text = document.line_text(line.number + 1)
    return text if _retracts(text) else ""


@lru_cache(maxsize=256)
def _retracts(sentence: str) -> bool:
    return _RETRACTS.search(sentence) is not None
