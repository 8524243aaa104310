"""Conditions that stand behind the sentence that binds: "We will lend it. But only if the board agrees."."""

import re

from ...documents import Segment
from ...ladder.hanging import condition_alone
from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.rungs import firm
from ..grounds import Grounds, Line

_SHORT = 6  # words of a question that asks on: "No strings?"
_NOD = 3  # words of another turn between: "Thank you."
_BUT = r"^\W*(?:(?:but|and|though|however|all|aber|allerdings|doch|jedoch|mais|toutefois|cependant|pero|ma|però)\W+)*"
_STATED = {
    "en": r"(?:(?:all )?(?:this|that|it|which) (?:all )?(?:(?<!\bit )(?:will |would )?(?:depends?|hinges?|hangs|turns) (?:up)?on\b|(?:is|was|would be|will be|remains) (?:\w+ )?(?:subject to|conditional (?:up)?on|contingent (?:up)?on|dependent (?:up)?on)\b)"
    r"|(?:(?:the|our|my|one|their|its) )?(?:\w+ )?(?:condition|proviso|precondition|prerequisite)s? (?:for (?:this|that|it) )?(?:is|was|are|were|being)\b|on one condition\b)",
    "de": r"(?:(?:einzige )?(?:Voraussetzung|Bedingung)(?: dafür| hierfür)? (?:ist|sei|war|wäre)\b|(?:das|dies|es) (?:alles )?(?:hängt (?:davon |von )|setzt voraus|steht unter (?:dem Vorbehalt|der Bedingung)|gilt nur\b))",
    "fr": r"(?:encore faut-il\b|(?:cela|ceci|ça) (?:dépend(?:ra)?|suppose) |(?:à|la|seule) (?:seule )?condition (?:est|était)\b)",
    "it": r"(?:(?:ciò|questo|il tutto) dipende(?:rà)? d|(?:la|unica|l['’]unica) (?:sola )?condizione (?:è|era)\b)",
    "es": r"(?:(?:esto|eso|todo) depende(?:rá)? de|(?:la|única) (?:única )?condición (?:es|era)\b)",
}
"""Sentences that say of the one before on what it hangs, by language."""


def with_condition_behind(reading: Reading, line: Line | None, grounds: Grounds) -> Reading:
    """The reading, conditional where the next sentence of the speaker, or the answer to it, says on what it hangs."""
    language = grounds.index.language
    unread = reading.strength is None and language != "en"  # the present binds too
    if line is None or language not in _STATED or not (firm(reading.strength) or unread):
        return reading
    condition = _behind(line, grounds, language)
    return reading._replace(strength=Strength.CONDITIONAL, condition=condition) if condition else reading


def _behind(line: Line, grounds: Grounds, language: str) -> str | None:
    document = grounds.index.document
    own, number = document.segment(line.number), line.number + 1
    if number > len(document.segments):
        return None
    text, following = document.line_text(number), document.segment(number)
    if _is_between(own, following, text, language) and number < len(document.segments):
        number += 1
        text, following = document.line_text(number), document.segment(number)
        if following.speaker != own.speaker:
            return None
    if following.kind != "sentence" or (own.speaker is None and following.block != own.block):
        return None
    if (alone := condition_alone(text, language)) is not None:
        return alone
    stated = following.speaker == own.speaker and re.match(_BUT + _STATED[language], text, re.IGNORECASE)
    return text.strip(" .!") if stated else None


def _is_between(own: Segment, following: Segment, text: str, language: str) -> bool:
    """Whether the next turn is another's short question or a nod, after which the speaker goes on: "No strings?"."""
    size = _SHORT if text.rstrip().endswith("?") else _NOD
    return following.speaker != own.speaker and len(text.split()) <= size and condition_alone(text, language) is None
