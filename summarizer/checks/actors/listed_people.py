"""The words over a list of those present or away, and what such a list says of somebody who is quoted elsewhere."""

import re

from ...documents import Document
from ..grounds import Line

ABSENT = re.compile(r"\b(?:apolog\w+|(?:^|(?<=\n))\W*regrets?|regrets?(?=\s*(?:[:(]|from\b|were\b))|(?:sent|with) (?:\w+ )?regrets|absente?s?|absences?|excus[ée]+e?s?|excusan? (?:su|la)|did not attend|(?:was|were|is|are) not (?:present|represented)|nicht (?:vertreten|anwesend)|non (?:rappresentat|present)[oaie]|pas (?:représentée?s?|présente?s?)|no (?:estuvo |está )?representad[oa]s?|could not attend|unable to attend|not present|not reached|no representative|assent[ei]|assenze?|giustificat[oaei]|ausentes?|ausencias?|entschuldigt|abwesend|es fehl(?:t|en))\b", re.IGNORECASE)  # fmt: skip
LIST = re.compile(r"\b(?:present|attend\w*|participa\w+|in attendance|members|guests?|visitors|delegat\w+|chair\w*|scribe\w*|moderator|minutes? tak\w+|note-?taker|invited|roll call|on the phone|remote(?:ly)?|online|remarks|présente?s?|presenti|presentes|anwesend\w*|teilnehm\w+|asistentes|asisten|partecipanti|mediator|facilitator|(?:notes|minutes) (?:taken|kept) by)\b|^\W*speakers\W*$|\binclud(?:ed|es|ing)\s*:|\b(?:speaking\b[^:]{0,30}|staff|for the staff|administration|(?:recording|minutes?) secretary|officers?|officials|speakers|witness(?:es)?|panel(?:l?ists)?|experts|came|(?:in|around|at) the (?:room|table)|on the (?:line|call)|(?:dialled|dialed|joined|called) in|by (?:phone|video))\s*:", re.IGNORECASE)  # fmt: skip
_OF = re.compile(r"\b(?:de|del|du|d['’]|di|von|des)\s(?:(?:(?:la|el|le|l['’])\s?)?[\w'’.]+,?\s){0,4}\Z")
"""What stands before a name that is only spoken of: "the appointment of Ms Nerea Aldama"."""
_THERE = re.compile(r"\b(?:pr[ée]s(?:id|en[cz])|vorsitz|leitung|teiln|partic|ass?ist)", re.IGNORECASE)
_NEAR = 80  # characters before a name
_BULLETS = " *_#>•-"
_LIST_REACH = 80  # lines after "Present:" in which a list may still run
_LIST_LINE = 14  # words of a line in a list
_LABELLED = 30  # characters in which the label of a list of those present stands
_SHORTEST = 3  # words of a sentence
STOPS = (".", "!", "?")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|may|must|wants?|wrote|told|said|came|went|gave|took|made|found|sent|runs?|\w{3,}ed)\b"
)
_TO_COME = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were) to|next)(?:\W+\w+){0,2}\W+$", re.IGNORECASE)


def listed_away(name: str, text: str) -> bool:
    """Whether a line of those who are away has the whole name, and no line of those present."""
    lines = [text[: at.start()].rpartition("\n")[2].lstrip(_BULLETS) for at in re.finditer(re.escape(name), text)]
    return any(map(ABSENT.match, lines)) and not any(map(LIST.match, lines))


def only_behind_of(name: str, quoted: str, text: str) -> bool:
    """Whether a text in another language than English lists those present, and has the name only behind "of"."""
    pattern = rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)"
    before = [
        one[: at.start()].rpartition("\n")[2][-_NEAR:]
        for one in (quoted, text)
        for at in re.finditer(pattern, one, re.IGNORECASE)
    ]
    named = bool(before) and all(_OF.search(one) and not _THERE.search(one) for one in before)
    return named and any(LIST.match(line.lstrip(_BULLETS)) for line in text.split("\n"))


def is_listed(line: Line, document: Document) -> bool:
    """Whether a line stands in a list of those present."""
    for number in range(line.number, max(line.number - _LIST_REACH, 0), -1):
        text = document.line_text(number)
        listing = LIST.search(text)
        if listing and not (_is_sentence(document, number) and _TO_COME.search(text[: listing.start()])):
            return True
        entry = document.segment(number).kind == "bullet" and not _FINITE.search(text)  # a name and a long title
        if (any(len(one.split()) > _LIST_LINE for one in text.split("\n")) and not entry) or _is_sentence(
            document, number
        ):
            break
    return False


def _is_sentence(document: Document, number: int) -> bool:
    """Whether a line is a sentence, not an entry of a list."""
    text = document.line_text(number)
    plain = document.segment(number).kind == "sentence" and not any(mark in text for mark in ":;(")
    return plain and text.rstrip()[-1:] in STOPS and len(text.split()) >= _SHORTEST and _FINITE.search(text) is not None


def heads_list(text: str) -> bool:
    """Whether a line begins as a list of those present: "Present: Ann Lee, Bo Ray"."""
    found = LIST.search(text, 0, _LABELLED)
    return found is not None and ":" in text[found.end() - 1 : found.end() + _LABELLED]
