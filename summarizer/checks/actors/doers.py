"""Who acts where the grammar hides it: the agent of a passive, who is only sent something, who answers without "I"."""

import re

from ...words.scripts import folded
from ...words.stems import content_words, shared, stems_of
from ..grounds import Line
from ..proper import names_in
from .case import AGREES, Case, Ruling, absent, against, of_the_clause
from .clause import Clause

_WHO = r"(?P<who>(?:the |an? )?[\w'’&.-]+(?: (?:[A-Z&][\w'’.-]*|of|and|for|the)){0,6})"
_DONE_BY = re.compile(rf"\W*(?:be|been|being) (?:[\w£$€.,-]+ ){{1,5}}?by {_WHO}")
_INTENDED_BY = re.compile(
    rf"(?:\W*(?:the|a|an|its|their|his|her) (?:[\w-]+ )?(?:intention|intent|readiness|willingness|commitment|promise|pledge|plans?|decision|determination))?\W*\bof {_WHO} to\b"
)
_SENT_TO = re.compile(
    rf"\W*(?:be|been|being) (?:\w+ly )?(?:submitted|sent|delivered|presented|reported|forwarded|circulated|returned|paid|provided|supplied|shown) (?:\w+ ){{0,3}}?to {_WHO}"
)
_WHOM = r"(?P<who>(?!(?:by|whether|if|for|that|about|not)\b)[^,;:.()?!]{2,60}?)"
_ASKED_TO = {
    "en": (
        r"(?P<who>[^,;:.()?!]{2,60}?) (?:was|were|is|are|has been|have been|be) (?:asked|instructed|ordered|directed|requested|invited|urged|tasked|told|reminded|encouraged)"
        r"(?: by (?P<asker>[^,;:.()?!]{2,60}?))? to (?P<deed>\w+)",
        rf"\b(?:(?:ask|instruct|order|direct|request|invite|urge|task|charge|require|remind|encourage)(?:e?d|s)?|told) {_WHOM} to (?P<deed>\w+)",
        rf"\b(?:(?:leav(?:e|es|ing)|left)(?: (?:it|this|that))?|(?:is|it['’]s) up|over) to {_WHOM} to (?P<deed>\w+)",
        rf"\b(?:gets?|got|arranged? for|(?:expect|want|need)(?:ed|s)?) {_WHOM} to (?P<deed>\w+)",
        r"\b(?:have|has|had|make|makes|made) (?P<who>(?:the )?(?:[A-Z][\w'’.-]+ )*[A-Z][\w'’-]+) (?P<deed>[a-z]+)",
    ),
    "de": (rf"\b(?:bitte[tn]|bat(?:en)?|beauftragte?n?|ersuchte?n?|beauftragt) {_WHOM},[^.;]*?\bzu (?P<deed>\w+)",),
    "fr": (
        rf"\b(?:charge(?:nt)?|chargea|prie(?:nt)?|invite(?:nt)?|(?:demande(?:nt|ra|ront|rai)?|demandé) (?=à |aux? )|(?:a|ont|avons) (?:chargé|prié|invité)|(?:chargera|priera|invitera)(?:i|ont)?) ?(?:à )?{_WHOM} (?:de |d['’]|à )(?P<deed>\w+)",
    ),
    "it": (
        rf"\b(?:(?:incarica(?:no)?|incaricò|invita(?:no)?|prega(?:no)?|chiede(?:rà|ranno)? a|chiedono a|(?:incaricherà|inviterà|pregherà)(?:nno)?) "
        rf"|(?:ha|hanno) chiesto (?:ad? |al |alla |allo |ai |agli |alle |all['’])){_WHOM} (?:di |a )(?P<deed>\w+)",
    ),
    "es": (
        rf"\b(?:encargan?|encargó|piden?|pidió|pedirán?|solicitan?|solicitó|solicitarán?|encargarán?|(?:ha|han) (?:pedido|solicitado)) al? {_WHOM} (?:que |(?=\w+[aei]r\b))(?P<deed>\w+)",
    ),
}
"""How somebody has another do a thing, by language."""
_ROOT = 3  # letters
ONESELF = re.compile(r"\b(?:(?:I|me|my|we|us|ich|wir|mir|je|moi|nous|yo|nosotros|io|mi|noi)\b|[Jj]['’])")
"""Words by which somebody speaks of themselves."""
_ADDRESSED = re.compile(r"(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?),? (?:please|(?:could|can|will|would) you)\b")
_SERVING = re.compile(r"(?:promised|assured|guaranteed|given|granted|offered)\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|be|being) (?:\w+ly )?\Z", re.IGNORECASE)
_TELLING = r"(?:told|assured|informed|reminded|promised|warned|notified)"


def done_by(clause: Clause) -> str | None:
    """Who is said to do it behind a passive: "will be carried out by Harrow & Pike"; not "by Friday"."""
    found = _DONE_BY.match(clause.after)
    return found["who"] if found is not None and names_in(f"by {found['who']}") else None


def told_to(clause: Clause, text: str) -> str | None:
    """To whom the source of a report tells it: "the minister" in "She told the minister that ..."."""
    if not clause.source:
        return None
    found = re.search(rf"{re.escape(clause.source)}\s+{_TELLING}\s+(?P<who>[^,;:]{{2,80}}?)(?:,|\s+that\b)", text)
    return found["who"] if found is not None else None


def asks_another(case: Case) -> Ruling | None:
    """The line has another do it: who only asks them does not, and they do: "The Chair asked the Clerk to ring the bank"."""
    asked = _asked_to_act(case.said, case.line, case.language) if case.line is not None else None
    if asked is None or case.line is None:
        return None
    if case.stands_in(asked["who"]):
        return AGREES
    before = f"{case.line.text[: asked.start()]} {asked.groupdict().get('asker') or ''} {case.speaker or ''}"
    if ONESELF.search(asked["who"]) or not (case.stands_in(before) or folded(case.name) in folded(before)):
        return None
    return against(f'The words put it to "{asked["who"]}", not to "{case.name}".')


def _asked_to_act(said: str, line: Line, language: str | None) -> re.Match[str] | None:
    """The words by which a line has `who` asked or told to do what is said."""
    words = content_words(said)
    deed = frozenset(word.stem for word in (words[-1:] if language == "de" else words[:1]))  # "den Raum buchen"
    found = (one for pattern in _ASKED_TO.get(language or "", ()) for one in re.finditer(pattern, line.text))
    return next(
        (one for one in found if shared(deed, stems_of(one["deed"])) or _begins_like(one["deed"], said, language)), None
    )


def _begins_like(deed: str, said: str, language: str | None) -> bool:
    """Whether a Spanish verb behind "que" may be the one that is said to be done: "corrija" of "corregir"."""
    opening = said.split()[:1]
    return language == "es" and bool(opening) and folded(deed)[:_ROOT] == folded(opening[0])[:_ROOT]


def addressed(case: Case) -> Ruling | None:
    """Another is asked to act, and the quoted lines only name this one beside: "Olu, please send Greg the plan"."""
    for line in case.grounds.lines:
        asked = _ADDRESSED.search(line.quoted)
        beside = asked is not None and case.stands_in(line.quoted[asked.end() :])
        if asked is not None and beside and not case.stands_in(asked["who"]):
            answered = any(case.stands_in(one.speaker) for one in case.grounds.lines if one != line)
            return None if answered else absent(f'The words ask "{asked["who"]}", not "{case.name}".')
    return None


@of_the_clause
def served(case: Case, clause: Clause) -> Ruling | None:
    """A passive promises or gives it to the one who is named: "The tenants were promised a new lift"."""
    start, line = case.borne.reading.start, case.line
    if line is None or start is None or not _SERVING.match(case.words) or not _PASSIVE.search(line.text[:start]):
        return None
    return against(f'The words promise or give it to "{case.name}".') if case.stands_in(clause.subject) else None


@of_the_clause
def whose_intention(case: Case, clause: Clause) -> Ruling | None:
    """One tells the intention or promise of another, who is named: "expressed the intention of the Council to"."""
    told = _INTENDED_BY.match(clause.after)
    return AGREES if told is not None and case.stands_in(told["who"]) else None


@of_the_clause
def sent_to(case: Case, clause: Clause) -> Ruling | None:
    """Somebody is named only as the one to whom something is sent: "is to be submitted to the Treasurer"."""
    found, line = _SENT_TO.match(clause.after), case.line
    if line is None or found is None or not case.stands_in(found["who"]):
        return None
    start = line.text.find(found[0])
    rest = line.text[:start] + line.text[start + len(found[0]) :]
    return None if case.stands_in(rest) else against(f'The words send it to "{case.name}".')
