"""The words over a list of those present or away, and what such a list says of somebody who is quoted elsewhere."""

import re

ABSENT = re.compile(r"\b(?:apolog\w+|(?:^|(?<=\n))\W*regrets?|regrets?(?=\s*(?:[:(]|from\b|were\b))|(?:sent|with) (?:\w+ )?regrets|absente?s?|absences?|excus[ée]+e?s?|excusan? (?:su|la)|did not attend|(?:was|were|is|are) not (?:present|represented)|nicht (?:vertreten|anwesend)|non (?:rappresentat|present)[oaie]|pas (?:représentée?s?|présente?s?)|no (?:estuvo |está )?representad[oa]s?|could not attend|unable to attend|not present|not reached|no representative|assent[ei]|assenze?|giustificat[oaei]|ausentes?|ausencias?|entschuldigt|abwesend|es fehl(?:t|en))\b", re.IGNORECASE)  # fmt: skip
LIST = re.compile(r"\b(?:present|attend\w*|participa\w+|in attendance|members|guests?|visitors|delegat\w+|chair\w*|scribe\w*|moderator|minutes? tak\w+|note-?taker|invited|roll call|on the phone|remote(?:ly)?|online|remarks|présente?s?|presenti|presentes|anwesend\w*|teilnehm\w+|asistentes|asisten|partecipanti|mediator|facilitator|(?:notes|minutes) (?:taken|kept) by)\b|^\W*speakers\W*$|\binclud(?:ed|es|ing)\s*:|\b(?:speaking\b[^:]{0,30}|staff|for the staff|administration|(?:recording|minutes?) secretary|officers?|officials|speakers|witness(?:es)?|panel(?:l?ists)?|experts|came|(?:in|around|at) the (?:room|table)|on the (?:line|call)|(?:dialled|dialed|joined|called) in|by (?:phone|video))\s*:", re.IGNORECASE)  # fmt: skip
_OF = re.compile(r"\b(?:de|del|du|d['’]|di|von|des)\s(?:(?:(?:la|el|le|l['’])\s?)?[\w'’.]+,?\s){0,4}\Z")
"""What stands before a name that is only spoken of: "the appointment of Ms Nerea Aldama"."""
_THERE = re.compile(r"\b(?:pr[ée]s(?:id|en[cz])|vorsitz|leitung|teiln|partic|ass?ist)", re.IGNORECASE)
_NEAR = 80  # characters before a name
_BULLETS = " *_#>•-"


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
