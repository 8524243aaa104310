"""Claims that rest on words which were taken back: struck through in the source, or by the sentence behind them."""

from ...items import Item
from ...schemas import CheckName, Part, RejectionReason, Strength
from ...words.stems import stems_of
from ..amounts.quantities import quantities
from ..fields import Report, is_promise, is_subject, rung_of, said_of, texts
from ..grounds import Grounds, Line
from ..proper import shares_name
from .denial import denies
from .retracting import correction, retraction, taken_over

_MOST = 0.5  # share of a text's content words from which it rests on them
_SHOWN = 80


def check_taken_back(item: Item, grounds: Grounds, report: Report) -> None:
    """A text that rests on struck words goes if it may be null, else the item does.

    What was dropped may still be told as such: a subject, or a claim that denies it, is only doubted.
    """
    _by_the_next_sentence(item, grounds, report)
    _put_right(item, grounds, report)
    _taken_over(item, grounds, report)
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
    dropped = is_subject(item) or rung_of(item) is Strength.DENIED
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
    """A promise that is taken back in the next breath, or that another calls off, binds nobody; of anything else that is a doubt."""
    language, document = grounds.index.language, grounds.index.document
    if language is None or rung_of(item) is Strength.DENIED:
        return
    behind = {line.number: found for line in grounds.lines if (found := retraction(line, document, language))}
    answers = {number for number, _ in behind.values()}
    if any(line.number not in behind and line.number not in answers for line in grounds.lines):
        return  # it rests on other words too: "Then I will do it myself"
    said = stems_of(said_of(item))
    for line in (line for line in grounds.lines if line.number in behind):
        number, text = behind[line.number]
        held = said & stems_of(line.text)
        if not held or held <= stems_of(text) or _takes_it_on(item, line, document.segment(number).speaker):
            continue  # it is told as it was corrected
        explanation = f"It is taken back in the next sentence: {text}"
        if is_promise(item):
            report.refuse(RejectionReason.CONTRADICTED, explanation)
        else:
            report.doubts.append(explanation)


def _taken_over(item: Item, grounds: Grounds, report: Report) -> None:
    """Who was to do what another takes on in the next sentence does not do it."""
    actors = list(texts(item, Part.ACTOR)) if grounds.index.language == "en" and not is_subject(item) else []
    for line in grounds.lines if actors else ():
        words = taken_over(line, grounds.index.document)
        for text in actors if words is not None else ():
            if words is not None and shares_name(text.value, line.text) and not shares_name(text.value, words):
                explanation = f"Another takes it over in the next sentence: {words}"
                report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


def _put_right(item: Item, grounds: Grounds, report: Report) -> None:
    """A day or a number of the claim for which the speaker puts another right behind: "by Monday. Sorry, Wednesday."."""
    language = grounds.index.language
    for line in grounds.lines:
        right = correction(line, grounds.index.document)
        if right is None:
            continue
        before, behind = quantities(line.text, language), quantities(right, language)
        for text in list(texts(item, Part.CLAIM)):
            ours = quantities(text.value, language)
            day = behind.dates and (ours.dates.keys() & before.dates.keys()) - behind.dates.keys()
            number = behind.numbers and (ours.numbers.keys() & before.numbers.keys()) - behind.numbers.keys()
            if day or number:
                check: CheckName = "dates" if day else "numbers"
                report.against(
                    text, check, f"It is put right in the next sentence: {right}", RejectionReason.CONTRADICTED
                )


def _takes_it_on(item: Item, line: Line, answering: str | None) -> bool:
    """Whether the claim is of the one who takes it over from who is called off."""
    if answering is None or answering == line.speaker:
        return False
    return any(shares_name(text.value, answering) for text in texts(item, Part.ACTOR))
