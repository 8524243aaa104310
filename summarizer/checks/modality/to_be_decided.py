"""Approval that is still to come, told as given: "was approved" for "will be put to the assembly for approval"."""

import re
from functools import lru_cache

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.scripts import folded
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_VERBS = {
    "en": r"(?:approv|adopt|ratif(?:i|y)|endors|decid|confirm)",
    "de": r"(?:genehmig|beschl[oiu]|entsch(?:ie|ei)d|verabschied|(?:ge)?billig|ratifizier)",
    "fr": r"(?:approuv|approb|adopt|ratifi|décid|décision|vot)",
    "es": r"(?:aprob|aprueb|adopt|ratific|decid|decisi|acord|vot)",
    "it": r"(?:approv|adott|adozion|ratific|decis|decid|deliber|vota)",
}
"""How the words begin by which something is decided, by language."""
_TOLD = {
    "en": r"{verb}\w*(?:ed|es|s)\b",
    "de": r"{verb}\w*(?:t|en)\b",
    "fr": r"{verb}(?:é|ée|és|ées|e|ent|d|dent)\b",
    "es": r"{verb}\w*(?:[ao]d[oa]s?|ó|aron|ieron|a|an|e|en)\b",
    "it": r"{verb}\w*(?:[aiu]t[oaie]|s[oaie]|tt[oaie]|a|ano|e|ono)\b",
}
"""Such a verb where it may tell that this was done."""
_TO_COME = {
    "en": (
        r"\b(?:will|would|shall|may|might|(?:is|are|was|were|remains?|yet|still|due) to)(?: \w+){0,2} be(?: \w+ly)? {verb}\w*",
        r"\b(?:for|pending|await\w*|seek\w*|requires?|need\w*|subject to)(?: [\w'’]+){0,4}? {verb}(?:al|tion|ement|ication|ation)\b",
    ),
    "de": (
        r"\b(?:soll\w*|muss|müssen|kann|können|wird|werden)\b[^.;:]*? {verb}\w* werden",
        r"\bzur (?:[\w-]+ )?{verb}\w*ung\b|\bzum Beschluss\b",
    ),
    "fr": (
        r"\b(?:sera|seront|serait|seraient|d(?:oi(?:ven)?t|evra|evront) être|à)(?: \w+)? {verb}\w*",
        r"\b(?:soumis\w*|soumettre|soumettra|présenté\w*|proposé\w*|pour|en attente|dans l['’]attente)\b[^.;:]*? (?:à |pour )?(?:l['’]|d['’]|une? |au |le )?{verb}(?:ation|ion|e)\b",
    ),
    "es": (
        r"\b(?:serán?|debe(?:rán?)? ser|ha de ser)(?: \w+)? {verb}\w*",
        r"\b(?:somet\w+|present\w+|propuest\w+|para|pendiente\w*|a la espera)\b[^.;:]*? (?:su |la |de )?{verb}\w*(?:ción|sión)\b",
    ),
    "it": (
        r"\b(?:sar(?:à|anno)|dev\w+ essere|dovr(?:à|anno) essere|va|vanno)(?: \w+)? {verb}\w*",
        r"\b(?:sottopost\w*|sottoporre|presentat\w*|propost\w*|per|in attesa)\b[^.;:]*?{verb}\w*(?:zione|sione|one)\b",
    ),
}
"""How words tell that it is still to be decided."""
_ROOT = 4  # letters in which a verb and its noun agree


def check_to_be_decided(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse a text that tells as approved what the quoted words only put to those who are to approve it."""
    language = grounds.index.language or ""
    if language not in _VERBS:
        return
    awaited = [found for line in grounds.lines for found in _awaited(line.text, language)]
    if not awaited:
        return
    verb, told, to_come = _patterns(language)
    done = {_root(found[0]) for line in grounds.lines for found in verb.finditer(to_come.sub(" ", line.text))}
    for text in list(texts(item, Part.CLAIM)):
        if is_subject(item) and not text.optional:
            continue
        ours = {_root(found[0]) for found in told.finditer(to_come.sub(" ", text.value))} - done
        still = next((words for words in awaited for one in verb.findall(words)[-1:] if _root(one) in ours), None)
        if still is not None:
            explanation = f'The quoted words say that this is still to come: "{still.strip()}".'
            report.against(text, "strength", explanation, RejectionReason.CONTRADICTED)


@lru_cache(maxsize=256)
def _awaited(text: str, language: str) -> tuple[str, ...]:
    """The words of a text by which something is still to be decided."""
    return tuple(found[0] for found in _patterns(language)[2].finditer(text))


def _root(verb: str) -> str:
    return folded(verb)[:_ROOT]


@lru_cache(maxsize=8)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A word that decides; one that tells it as done; and the words by which it is to come."""
    verb = _VERBS[language]
    told, to_come = _TOLD[language], "|".join(_TO_COME[language])
    written = rf"\b{verb}\w*", rf"\b{told.replace('{verb}', verb)}", to_come.replace("{verb}", verb)
    one, two, three = (re.compile(pattern, re.IGNORECASE) for pattern in written)
    return one, two, three
