"""What is decided of the one thing of a sentence, told of the other: "the plan was approved" for "the plan was discussed and the minutes approved"."""

import re

from ...items import Item
from ...ladder.readings import Reading, read, triggers
from ...schemas import Part, RejectionReason, Strength
from ...words.rungs import height
from ...words.scripts import folded
from ...words.stems import families_of
from ..clauses import clause_that_tells, joined_clauses
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import listed

_THING = {
    "en": r"(?i:the|an?|its|their|our) (?P<thing>[\w-]+(?: [\w-]+)?)",
    "de": r"(?i:der|die|das|den|dem|des|eine?[nmr]?) (?:[a-zäöüß]+ )?(?P<thing>[A-ZÄÖÜ][\w-]+)",
    "fr": r"(?i:l[ea]s? |l['’]|une? |leurs? |son |sa |ses )(?P<thing>[\w-]+)",
    "es": r"(?i:el|l[ao]s?|una?|su) (?P<thing>[\w-]+)",
    "it": r"(?i:il |l[aoe] |i |gli |l['’]|un[oa]? |la sua |il suo )(?P<thing>[\w-]+)",
}
"""A thing with its article, by language."""


def check_joined_acts(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse a text that tells of the thing of one clause what the clause joined to it decides of another thing."""
    language = grounds.index.language or ""
    if language not in _THING:
        return
    for text in list(texts(item, Part.CLAIM)):
        deciding = read(text.value, language)
        if (is_subject(item) and not text.optional) or height(deciding.strength) < height(Strength.AGREED):
            continue
        deed = families_of(deciding.words or "")
        things = families_of(text.value) - deed
        for line in grounds.lines if deed and things else ():
            met = things & families_of(line.text)
            told_again = 2 * len(met) >= len(things)
            if told_again and (other := _of_another(deed, met, line.text, language)) is not None:
                explanation = f'The quoted words decide that of another thing: "{other}".'
                report.against(text, "strength", explanation, RejectionReason.CONTRADICTED)
                return


def decided_in_its_clause(said: str, text: str, language: str) -> Reading | None:
    """The words of agreement in the clause that tells of a decision, where another is joined to it."""
    for clauses in joined_clauses(text, language):
        told = clause_that_tells(said, clauses)
        for one in triggers(text, language) if told is not None and _has_thing(told.text, language) else ():
            firm = one.strength is Strength.AGREED and not one.negated and families_of(one.words) & families_of(said)
            if firm and told is not None and told.holds(one.start):
                return Reading(Strength.AGREED, one.words, one.start, one.end)
    return None


def _has_thing(text: str, language: str) -> bool:
    return language in _THING and re.search(_THING[language], text) is not None


def _of_another(deed: frozenset[str], things: frozenset[str], text: str, language: str) -> str | None:
    """The clause of a text that decides, where the things of a claim stand in the one joined to it alone."""
    for clauses in joined_clauses(text, language):
        told = [one for one in clauses if deed & families_of(one.text)]
        if len(told) != 1 or not any(families_of(one.words) & deed for one in triggers(told[0].text, language)):
            continue
        ours, rest = families_of(told[0].text), [families_of(one.text) for one in clauses if one != told[0]]
        named = [one["thing"] for one in re.finditer(_THING[language], told[0].text)]
        own = (
            families_of(" ".join(one for one in named if listed("titles").isdisjoint(map(folded, one.split())))) - deed
        )
        if own and own.isdisjoint(things) and things.isdisjoint(ours) and any(things <= one for one in rest):
            return told[0].text.strip(" .,")
    return None
