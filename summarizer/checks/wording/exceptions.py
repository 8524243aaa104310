"""An exception that a claim leaves out: "close the road" for "close the road except on Sundays"."""

import re

from ...items import Item
from ...schemas import Part
from ...stems import shared, stems_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_CUES = {
    "en": r"except(?: for| on| that)?|excepting|excluding|with the exception of|other than|apart from|save for",
    "de": r"mit Ausnahme|ausgenommen|außer",
    "fr": r"sauf|excepté|à l['’]exception|hormis",
    "it": r"eccetto|tranne|ad eccezione",
    "es": r"excepto|salvo|a excepción",
}
_EXCEPTIONS = {
    language: re.compile(rf"\b(?:{cues}) (?P<what>(?:[^\W_][\w'’-]*[ ]?){{1,3}})", re.IGNORECASE)
    for language, cues in _CUES.items()
}
_HELD_DOWN = re.compile(rf"\b(?:{'|'.join(_CUES.values())}|only|but|unless|not)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;:!?\n]|,? \b(?:and|but|und|aber|et|mais|e|ma|y|pero)\b ")


def check_exceptions(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim that tells the rule of a quoted clause, and neither its exception nor that there is one."""
    cue = _EXCEPTIONS.get(grounds.index.language or "")
    if cue is None or is_subject(item):
        return
    clauses = [clause for line in grounds.lines for clause in _CLAUSE.split(line.quoted) if cue.search(clause)]
    for text in texts(item, Part.CLAIM) if clauses else ():
        ours = stems_of(text.value)
        for clause in clauses if not _HELD_DOWN.search(text.value) else ():
            excepted = cue.search(clause)
            told = shared(ours, stems_of(cue.sub(" ", clause)))
            if excepted and 2 * len(told) >= len(ours) > 0 and not shared(ours, stems_of(excepted["what"])):
                report.doubts.append(f'The claim leaves out "{excepted[0].strip()}".')
