"""The clauses of a line that are joined, and whether one has a subject of its own: "Ann sends the list and Ben books the room"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..words.stems import families_of

_JOINTS = {
    "en": r"and|but|while|whereas",
    "de": r"und|aber|während",
    "fr": r"et|mais|tandis que",
    "es": r"y|e|pero|mientras que",
    "it": r"e|ed|ma|mentre",
}
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Cllr|M|Mme|Herr|Frau|Sr|Sra|señora?|signora?)\.? )?(?:[A-ZÀ-Þ][\w'’-]+ ?){1,3}"
_NO_VERB = r"(?!(?:by|on|at|in|before|until|for|of|and|or|from|to the|with|de|du|des|et|ou|pour|avant|del|y|o|para|antes|di|e|per|entro|und|oder|am|im|bis|vor|für|von)\b)"
_OWN = {
    "en": rf"(?:(?:the|our|an?) (?:[\w-]+ ){{1,3}}?(?=(?:will|would|shall|is|are|has|have|to)\b)|{_NAME}(?:will|would|shall|['’]ll|is|are|has|have|to|{_NO_VERB}[a-z]+)\b|(?:I|we|you)(?:['’]ll| )\w)",
    "de": r"(?:(?:Herr|Frau|Dr\.) [A-ZÄÖÜ][\w-]+ [a-zäöü]|(?:ich|wir) [a-zäöü])",
    "fr": rf"(?:(?:l[ea]s? )?{_NAME}(?:s['’])?{_NO_VERB}[a-zà-þ]|(?:je |j['’]|nous )\w)",
    "es": rf"(?:(?:el|la|los|las) )?(?:{_NAME}{_NO_VERB}[a-zà-þ]|(?:yo|nosotros) \w)",
    "it": rf"(?:(?:il|la|lo|i|gli|le) )?(?:{_NAME}{_NO_VERB}[a-zà-þ]|(?:io|noi) \w)",
}
"""How a clause begins that has a subject of its own. In German nouns have capitals too, so a title is asked for.
A pronoun for others may stand for the subject of the clause before."""
_TASK = re.compile(
    r"[A-ZÀ-Þ][a-zß-ÿ]+(?:[aei]r|oir|re) (?:el|la|los|las|lo|le|les|un|una|une|il|i|gli|uno|que|qu['’]|che)\b|[A-ZÀ-Þ][a-zß-ÿ]+(?:er|ir|re) l['’]"
)
"""An infinitive with its object."""
_SENTENCE = re.compile(r"[;!?\n]|(?<=[^\W\dA-Z]{3})\.(?=\s|\Z)")


_NAMES = re.compile(
    r"\b(?:the|an?|der|die|das|den|dem|ein\w*|l[ea]s?|un\w*|el|los|il|lo|gli|(?-i:[A-ZÀ-Þ])[\w'’-]*)(?!\w)",
    re.IGNORECASE,
)
_VERB = re.compile(r"[a-zß-ÿ]{2,}")
_OPENING = re.compile(
    r"\A\W*(?:in|at|on|after|during|before|following|bei|nach|während|in der|im|pendant|lors|après|au cours|à|dans|durante|en|tras|después|antes|dopo|nel\w*|al\w*)\b[^,]*,",
    re.IGNORECASE,
)
"""When or where it was, before the subject: "Durante la reunión, "."""


class Clause(NamedTuple):
    """A clause of a sentence."""

    start: int
    text: str
    own_subject: bool

    def holds(self, place: int) -> bool:
        """Whether a place of the line stands in it."""
        return self.start <= place < self.start + len(self.text)


@lru_cache(maxsize=256)
def joined_clauses(text: str, language: str) -> tuple[tuple[Clause, ...], ...]:
    """The clauses of each sentence of a text; none for a language whose joints are not known."""
    if language not in _JOINTS:
        return ()
    joint = re.compile(rf",? (?:{_JOINTS[language]}) (?!/)", re.IGNORECASE)
    found, begin = [], 0
    for end in (*(one.start() for one in _SENTENCE.finditer(text)), len(text)):
        found.append(tuple(_clauses(text, begin, end, joint, re.compile(_OWN[language]))))
        begin = end + 1
    return tuple(one for one in found if len(one) > 1)


def _clauses(text: str, begin: int, end: int, joint: re.Pattern[str], own: re.Pattern[str]) -> Sequence[Clause]:
    starts, ends = [begin], []
    for one in joint.finditer(text, begin, end):
        before = _OPENING.sub("", text[starts[-1] : one.start()])
        if _VERB.search(_NAMES.sub(" ", before)) is not None:  # not "Ann and Ben book the room"
            ends.append(one.start())
            starts.append(one.end())
    return [
        Clause(first, text[first:last], _has_own(own, text[first:last].lstrip(" ,")))
        for first, last in zip(starts, [*ends, end], strict=True)
    ]


def _has_own(own: re.Pattern[str], clause: str) -> bool:
    """Whether a clause opens with a subject; an infinitive that opens a line of minutes is none: "Redactar las pruebas"."""
    return own.match(clause) is not None and _TASK.match(clause) is None


def clause_that_tells(said: str, clauses: Sequence[Clause]) -> Clause | None:
    """The one clause that holds the most of what is said; None where it is not plain which one."""
    ours = families_of(said)
    held = [len(ours & families_of(one.text)) for one in clauses]
    most = max(held, default=0)
    return clauses[held.index(most)] if most and held.count(most) == 1 else None
