"""What takes a sentence back: the next one of its speaker, or the answer of another who calls them off."""

import re
from functools import lru_cache

from ...documents import Document
from ..grounds import Line

_IT = r"(?:it|that|this|them|those)"
_ONESELF = r"\b(?:I|we)(?:'d|'ll| (?:have|had|want|need) to| must| will)?"
_NO = r"^\W*(?:(?:oh|ah|hm|no|sorry|actually|wait|hang on|hold on)\W+)*"
_UNDONE = r"(?:rescinded|reversed|revoked|withdrawn|overturned|annulled|retracted|reconsidered and lost)"
_RETRACTS = {
    "en": rf"{_ONESELF} (?:take (?:that|it|this|what I said) back|take back (?:that|what I said)|correct (?:myself|that)|retract (?:that|it|this))\b"
    r"|\b(?:(?:I|we) (?:misspoke|stand corrected|got that wrong)|let me correct (?:myself|that))\b"
    rf"|{_NO}(?:correction:|(?:scratch|strike|scrap|forget) that\b|never ?mind\W*$|I meant\b|(?:that|this|it) (?:was|is)(?: not|n't) (?:right|correct)\b)"
    r"|^\W*(?:but )?(?:actually|wait|sorry|hang on|oh)\W+(?:no|not)\b(?! (?:problem|worries|need|one|only)\b)"
    r"|^\W*(?:(?:but|no|actually|sorry|and)\W+)*on (?:second thoughts?|reflection)\b(?!\W+(?:I|we)(?:'ll| will| would)? (?:also|agree|like)\b)"
    r"|^\W*(?:actually|sorry|no)\W+(?:(?:actually|sorry|no)\W+)*(?:I|we) (?:can't|cannot|can not|won't|will not|shan't)\b"
    rf"|\b(?:that|this|the) (?:offer|promise|pledge|statement) (?:was|has been|is) (?:later |then )?(?:withdrawn|retracted)"
    rf"|(?:withdrew|retracted) (?:that|this|the|his|her|their) (?:offer|promise|pledge|statement)\b"
    rf"|\b(?:{_IT}|the (?:decision|motion|resolution|vote)) (?:was|were|has been|is|are) (?:(?:later|then|since|subsequently|afterwards) )?{_UNDONE}\b",
    "de": r"^\W*(?:(?:ach|nein|halt|moment|oh|aber)\W+)+(?:doch nicht|lieber nicht|nein)\b|\b(?:das|dies) (?:nehme ich|nehmen wir|ziehe ich|ziehen wir) zurück\b|\bich (?:nehme|ziehe) (?:das|es) zurück\b"
    r"|^\W*(?:doch (?:lieber )?nicht|vergesst das|vergiss das|streich(?:t|en Sie)? das|nein, doch nicht)\b"
    r"|\b(?:dies(?:er Beschluss)?|das|der Beschluss|der Antrag) wurde (?:\w+ )?(?:aufgehoben|zurückgezogen|zurückgenommen|widerrufen)\b",
    "fr": r"^\W*(?:(?:ah|non|euh|attendez|finalement|en fait)\W+)+non\b|\b(?:je|nous) (?:le |la |les )?(?:retire|retirons)\b|\bje reviens sur ce que j'ai dit\b|^\W*oubliez (?:ça|cela)\b"
    r"|\b(?:cette décision|celle-ci|la décision|la motion) a été (?:\w+ )?(?:annulée|retirée|rapportée)\b",
}
"""What says of the sentence before it that it does not hold: "Sorry, I misspoke", "I take that back"."""
_CALLS_OFF = {
    "en": rf"^\W*(?:(?:oh|no|nah|nope|wait|hang on|hold on|sorry|please|thanks|thank you|\w+)[,.!]\W*)?(?:please )?"
    rf"(?:leave {_IT}\b(?! (?:with|to) (?:me|us)\b)|(?:do not|don't) (?:bother\b|do {_IT}\b|send {_IT}\b)|(?:there(?:'s| is) )?no need\b(?! to (?:say|thank|add|worry|rush|apologi[sz]e)\b)|hold off\b"
    rf"|(?:never ?mind|forget) (?:about )?{_IT}\b|[A-Z]\w+ (?:already )?(?:has|did|sent|is (?:already )?(?:on|doing)) {_IT}\b)"
    rf"|^\W*no[,.!]\W*(?:(?:I|we)(?:'ll| will) (?:do|take|handle|see to) {_IT}|let (?:me|us) (?:do|take|handle) {_IT}|let [A-Z]\w+ (?:do|take|handle) {_IT}|[A-Z]\w+ (?:should|will|can) (?:do|take|handle) {_IT})\b"
    rf"|^\W*(?:don't worry|no worries|it's (?:ok|okay|fine)|actually)[,.!]\W*(?:I|we)(?:'ll| will| can) (?:do|take|handle|see to) {_IT}\b"
    rf"|\b(?:I|we)(?:'ll| will| can) (?:take {_IT}(?: one)? off (?:you|your)|do {_IT} (?:instead|myself|for you))\b",
    "de": r"^\W*(?:(?:nein|ach|halt|nee|danke)[,.!]\W*)?(?:(?:bitte )?(?:lass|lassen Sie) (?:das|es|mal)\b|(?:das )?(?:brauchst du|brauchen Sie|braucht ihr) nicht\b|nicht nötig\b)"
    r"|^\W*nein[,.!]\W*(?:das|es) (?:mache|übernehme|erledige) ich\b|^\W*nein[,.!]\W*ich (?:mache|übernehme|erledige) (?:das|es)\b",
    "fr": r"^\W*(?:(?:non|merci|ah)[,.!]\W*)?(?:laissez(?: tomber)?\b|laisse(?: tomber)?\b|(?:ce n'est |c'est )?(?:pas la peine|inutile)\b)|^\W*non[,.!]\W*je (?:m'en (?:charge|occupe)|le (?:fais|ferai))\b",
}
"""How another answers a promise so that it need not be kept: "No, leave it", "No need, Mark has it"."""
_TAKEN_OVER = re.compile(
    rf"\b(?:the [a-z]+|(?!(?:She|He|They|It|We|You)\b)[A-Z]\w+(?: [A-Z]\w+)*) [^.;:?!]*?\b(?:would|will|offered to|agreed to|volunteered to) (?:do|take on|take|handle|see to) {_IT}"
    r" (?:on )?(?:himself|herself|themselves|instead|in (?:his|her|their) (?:place|stead))\b"
)
"""How a record tells that another takes a task over: "The Chair said she would do it herself"."""
_INSISTS = re.compile(
    r"\b(?:I|we)(?:['’]ll| will| insist| want to| am happy| would rather|['’]d rather)\b|\b(?:ich|wir) (?:mache|machen|bestehe|will|werde)\b|\bj['’]insiste\b",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"\W*(?:(?:sorry|no|wait|actually|rather|oh|I mean|nein|halt|pardon|non|Verzeihung|Entschuldigung)\b[\W]*)*(?:sorry|no|wait|actually|or rather|I mean|make (?:it|that)|nein|pardon|non|Verzeihung|Entschuldigung)(?:(?<=make it)|(?<=make that)|(?<=I mean)|(?<=or rather)|[^\w\s])\s*",
    re.IGNORECASE,
)
_PUT_RIGHT = 5  # words of a sentence that only puts a day or a number right
_REACH = 3  # lines in which the speaker takes it back behind a nod of another, or insists
_NOD = 3  # words of such a nod: "Thanks."


def retraction(line: Line, document: Document, language: str) -> tuple[int, str] | None:
    """The sentence that takes a line back, with its number: the next one of its speaker, or an answer that calls it off."""
    last = len(document.segments)
    for number in range(line.number + 1, min(line.number + _REACH, last) + 1):
        text, segment = document.line_text(number), document.segment(number)
        if segment.speaker == line.speaker:
            return (number, text) if _found(_RETRACTS, text, language) else None
        if _called_off(line, number, text, document, language):
            return number, text
        if len(text.split()) > _NOD:
            return None
    return None


def taken_over(line: Line, document: Document) -> str | None:
    """The sentence right behind a line by which another takes on what it gives to somebody."""
    if line.number >= len(document.segments):
        return None
    text = document.line_text(line.number + 1)
    return text if _TAKEN_OVER.search(text) else None


def correction(line: Line, document: Document) -> str | None:
    """The words with which the speaker puts another day or number right behind a sentence: "Sorry, Wednesday"."""
    if line.number >= len(document.segments) or document.segment(line.number + 1).speaker != line.speaker:
        return None
    text = document.line_text(line.number + 1)
    return text if len(text.split()) <= _PUT_RIGHT and _CORRECTS.match(text) else None


def _called_off(line: Line, number: int, text: str, document: Document, language: str) -> bool:
    if line.speaker is None or line.text.rstrip().endswith("?") or not _found(_CALLS_OFF, text, language):
        return False
    behind = range(number + 1, min(number + _REACH, len(document.segments)) + 1)
    own = (one for one in behind if document.segment(one).speaker == line.speaker)
    return not any(_INSISTS.search(document.line_text(one)) for one in own)


def _found(patterns: dict[str, str], text: str, language: str) -> bool:
    return language in patterns and _pattern(patterns[language]).search(text.replace("’", "'")) is not None


@lru_cache(maxsize=8)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)
