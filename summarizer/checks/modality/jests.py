"""What is said in jest, told as meant: "he will buy the frames" for "joked that he would buy the frames"."""

import re
from functools import lru_cache

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.stems import shared, stems_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_JESTS = {
    "en": r"jok(?:es?|ed|ing|ingly)|jest(?:s|ed|ing|ingly)?|quipp?(?:s|ed|ing)|laughs|laughed|laughing|(?:to|amid|amidst) (?:\w+ )?laughter|tongue in cheek|ironically|sarcastically|half[- ]seriously|teas(?:es|ed|ing)",
    "de": r"scherz\w*|(?:unter|zur) (?:allgemeine[rn] )?(?:Heiterkeit|Gelächter)|(?:unter )?Gelächter|lachend|lacht|lachte|ironisch|augenzwinkernd|witzelt\w*|spaßes?halber",
    "fr": r"plaisant(?:e|ent|é|ait|ant|erie)|en riant|(?:dans|sous) les rires|ironis\w+|ironiquement|(?:par|en) boutade|rit",
    "es": r"brome\w+|en broma|(?:entre|ante las) risas|irónicamente|ironiz\w+|en tono jocoso|riendo|ríe",
    "it": r"scherz\w+|ridendo|(?:tra|fra) le risate|ironizz\w+|ironicamente|(?:con|per) una battuta|in tono scherzoso|nell['’]ilarità",
}
"""Words by which a line says that somebody does not mean it, by language."""
_MEANT = re.compile(
    r"\b(?:no|not|n['’]t|without|kein\w*|nicht|ohne|pas|sans|non|senza|sin)(?: \w+)? $|\b(?:no|keine?) $", re.IGNORECASE
)
"""What stands before such a word where it is denied."""
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+|\n")
_MOST = 0.5  # of the words of a claim by which it tells again what is said in jest


def check_jests(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse what rests on a sentence that says itself that it is a joke, and doubt a summary that does not say so."""
    language = grounds.index.language or ""
    if language not in _JESTS:
        return
    found = [one for line in grounds.lines for one in _told_in_jest(line.text, language)]
    for text in list(texts(item, Part.CLAIM)) if found else ():
        ours = stems_of(text.value)
        told = next((word for word, stems in found if len(shared(ours, stems)) >= _MOST * len(ours)), None)
        if told is None or _pattern(language).search(text.value) or (is_subject(item) and not text.optional):
            continue
        report.against(text, "strength", f'The quoted words say that in jest: "{told}".', RejectionReason.CONTRADICTED)


@lru_cache(maxsize=256)
def _told_in_jest(text: str, language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words for a jest in a text, each with the stems of its sentence."""
    if _pattern(language).search(text) is None:
        return ()
    sentences = ((_pattern(language).search(one), one) for one in _SENTENCE.split(text))
    told = ((found, one) for found, one in sentences if found is not None)
    return tuple((found[0], stems_of(one)) for found, one in told if not _MEANT.search(one[: found.start()]))


@lru_cache(maxsize=8)
def _pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_JESTS[language]})\b", re.IGNORECASE)
