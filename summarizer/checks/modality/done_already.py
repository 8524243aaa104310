"""A deed that the words tell as done, in languages other than English: "a résilié le contrat", "hat den Vertrag gekündigt"."""

import re

from ...ladder.readings import Reading
from ...schemas import Strength
from ...words.closed_classes import SEPARABLE
from ...words.scripts import folded
from ...words.stems import content_words
from ..grounds import Line

_HAVING = {
    "de": r"(?:hat|haben|habe|hast|habt|wurden?)",
    "fr": r"(?:a|ont|ai|avons|avez|(?:a|ont) été)",
    "es": r"(?:ha|han|he|hemos|habéis|(?:ha|han) sido|fue|fueron)",
    "it": r"(?:ha|hanno|ho|abbiamo|avete|(?:è|sono) stat[oaie])",
}
_PARTICIPLE = {
    "fr": r"\w+(?:ée?s?|ie?s?|ue?s?|ise?s?|ite?s?)",
    "es": r"\w+(?:[aí]do|ido|to|cho)s?",
    "it": r"\w+[ts][oaie]",
}
_ADVERB = r"(?:[^\W\d]+ )?"
_PAST = {"es": r"[^\W\d]+(?:ó|aron|ieron)", "de": r"[^\W\d]+(?:te|ten)"}
"""The simple past of other verbs than the irregular ones."""
_CLAUSE = re.compile(r"[,;:.!?\n]| (?:und|et|y|e|ed) ")
_ROOT = 4  # letters in which a verb and its participle agree


def done_already(said: str, line: Line, language: str) -> Reading | None:
    """The words by which a line tells the deed of a claim as done; None where it does not, or has the deed elsewhere too."""
    words = content_words(said)
    if language not in _HAVING or not words:
        return None
    place = words[-1 if language == "de" else 0]
    deed = said[place.start : place.end]
    begin = 0
    for end in (*(one.start() for one in _CLAUSE.finditer(line.text)), len(line.text)):
        found = told_as_done(deed, line.text[begin:end], language)
        if found is not None:
            return Reading(Strength.MENTIONED, found[0], begin + found.start(), begin + found.end())
        begin = end + 1
    return None


def told_as_done(deed: str, clause: str, language: str) -> re.Match[str] | None:
    """The words by which a clause tells a deed as done, given its verb in the plain form."""
    having = rf"\b{_HAVING[language]}\b"
    pattern = (
        rf"{having} .*?(?P<verb>\w+(?:t|en))\b"
        if language == "de"
        else rf"{having} {_ADVERB}(?P<verb>{_PARTICIPLE[language]})\b"
    )
    patterns = [pattern, *([rf"\b(?P<verb>{_PAST[language]})\b"] if language in _PAST else [])]
    found = (one for each in patterns for one in _overlapping(each, clause))
    return next((one for one in found if _same(deed, one["verb"], language)), None)


def _overlapping(pattern: str, clause: str) -> list[re.Match[str]]:
    """The matches that end at each place where one may end."""
    ends = [one.end() for one in re.finditer(r"\w+", clause)]
    found = (re.search(rf"{pattern}\Z", clause[:end], re.IGNORECASE) for end in ends)
    return [one for one in found if one is not None]


def _same(deed: str, verb: str, language: str) -> bool:
    """Whether a verb in the past is of the deed, and not the deed in its plain form."""
    return folded(deed) != folded(verb) and _root(deed, language) == _root(verb, language)


def _root(verb: str, language: str) -> str:
    if language == "de":
        verb = re.sub(rf"\A((?:{SEPARABLE})?)(?:ge|zu(?=\w{{4}}))", r"\1", verb.lower())
    return folded(verb)[:_ROOT]
