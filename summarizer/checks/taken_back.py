"""Claims that rest on words which the source strikes through: they were taken back, and bear nothing."""

from ..items import Item
from ..schemas import Part, RejectionReason, Strength
from ..stems import stems_of
from .denial import denies
from .fields import Report, is_subject, texts
from .grounds import Grounds

_MOST = 0.5  # share of a text's content words from which it rests on them
_SHOWN = 80


def check_taken_back(item: Item, grounds: Grounds, report: Report) -> None:
    """A text that rests on struck words goes if it may be null, else the item does.

    What was dropped may still be told as such: a subject, or a claim that denies it, is only doubted.
    """
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
