"""Who says that another will act, in languages other than English: "Der Minister sagte, Libyen werde die Grenze öffnen"."""

import re
from functools import lru_cache
from typing import NamedTuple

from ...words.lexicon import lexicon
from ...words.scripts import folded
from ...words.stems import shared, stems_of
from ..grounds import Borne
from ..proper import shares_name
from ..words import is_time, listed

_SENTENCE = re.compile(r"(\w+)[)\]»\"]*[.!?]+ (?=[A-ZÀ-Ý«\"])")
_THAT = {"fr": r"qu(?:e |['’])", "es": r"que ", "it": r"ch(?:e |['’])"}
_BY = {"fr": r"(?:selon|d['’]après)", "es": r"según", "it": r"(?:secondo|a detta d(?:i|el|ella))", "de": r"(?:laut|nach (?:Angaben|Auskunft|Worten) (?:von|de[rs]))"}  # fmt: skip
"""What opens a sentence that tells only what somebody says."""
_ARTICLE = {
    "fr": r"(?:l[ea]s? |l['’]|une? |cette |ces? |son |sa |ses )",
    "es": r"(?:el |l[ao]s? |una? |est[ea] |su )",
    "it": r"(?:il |l[aoe] |i |gli |l['’]|un[ao]? |un['’])",
    "de": r"(?:der |die |das |eine? |Herr |Frau )",
}
_NO_REPORT = frozenset("selon savoir según sapere laut zufolge promis promesso promette promise prometió prometieron promete comprometió versprach garanti assuré assure assicurato assicura aseguró aseguraron asegura asegurando versicherte versicherten".split())  # fmt: skip
"""Words among those that report which are prepositions, or by which who says so stands for it."""
_BEHIND_SOURCE = re.compile(
    r"\s(?:(?:ont|avait|ha|han|hanno|aveva|había|a)\b.*|(?:n['’]|l['’]|lui|leur|nous|vous|se|s['’]|le|les|lo|gli|ya|aussi|también|anche)\Z)"
)
"""What stands between a source and its verb."""
_WILL = r"(?:werden?|wird|würden?|wolle?n?|will|solle?n?|müsse?n?)"
_NOUNS = r"[A-ZÄÖÜ][\w-]*\.?(?:(?:\s(?:der|des|von|für))?\s[A-ZÄÖÜ][\w-]*\.?)*"
_GERMAN_SUBJECT = rf"(?P<subject>(?:(?:der|die|das|eine?)\s)?(?:[a-zäöüß]+e[rs]?\s)?{_NOUNS})"
_SOURCE = r"[^,;:.]{1,60}?(?:\.[^,;:.]{1,40}?)?"
_AND = re.compile(r";|\b(?:und|aber)\b")
_OPENING = r"(?:\A|[,;:]\s)\W*"
_ASIDE = re.compile(
    r"(?:Am|Im|In|Nach|Bei|Beim|Auf|Zum|Zur|Vor|Dazu|Dabei|Hierzu|Daraufhin|Gestern|Heute|Anschließend|Weiter|Ferner)\b"
)
"""What stands before a German verb and is not its subject."""


class Reported(NamedTuple):
    """A report of what somebody will do."""

    source: str
    subject: str


def reported(said: str, borne: Borne, language: str | None) -> Reported | None:
    """Who says it, and who is to act, where that is another; None where it is not plain."""
    reading, line = borne
    if language not in _ARTICLE or line is None or reading.start is None:
        return None
    start = max(
        (
            one.end()
            for one in _SENTENCE.finditer(line.text, 0, reading.start)
            if len(one[1]) > 1 and folded(one[1]) not in listed("titles")
        ),
        default=0,
    )
    sentence, at = line.text[start:], reading.start - start
    found = _in_german(sentence, at) if language == "de" else _in_romance(sentence, at, language)
    if found is None or any(map(is_time, found.subject.split())):
        return None
    thing, told = stems_of(found.subject), sentence.partition(found.subject)[2]
    if (
        not thing
        or not shared(stems_of(said), stems_of(told))
        or len(shared(thing, stems_of(said))) == len(thing)
        or shares_name(found.subject, found.source)
    ):
        return None  # "that the border will be opened" tells not who opens it
    return found


def _in_romance(sentence: str, at: int, language: str) -> Reported | None:
    """The source before a verb that reports, or behind "selon"; the subject before the words that bind."""
    found = _romance(language).search(sentence[:at])
    if found is None:
        return None
    source = found["by"] or _BEHIND_SOURCE.sub("", found["source"])
    return Reported(source.strip(), found["subject"].strip())


def _in_german(sentence: str, at: int) -> Reported | None:
    """The source around a verb that reports, or behind "laut"; the subject that follows "dass", or that stands before "werde"."""
    for pattern in _german():
        found = pattern.search(sentence)
        if found is None or at < found.start() or _AND.search(sentence[found.end("subject") : at]):
            continue
        around = found.groupdict()
        if "behind" not in around and not _speaks(found["source"]):
            continue  # "laut Satzung"
        source = found["behind"] if around.get("behind") and _ASIDE.match(found["source"]) else found["source"]
        return Reported(source.strip(), found["subject"])
    return None


@lru_cache(maxsize=8)
def _romance(language: str) -> re.Pattern[str]:
    told = rf"(?P<source>{_SOURCE})\s(?:{_verbs(language)})\b(?:\s[^,;:.]{{1,40}}?)?\s(?:{_THAT[language]})"
    by = rf"(?i:{_BY[language]})\s(?P<by>{_SOURCE}),\s"
    subject = rf"(?P<subject>(?:(?i:{_ARTICLE[language]})(?=\w)|(?=[A-ZÀ-Ý]))[^,;:]*?\w)\s*\Z"
    return re.compile(rf"{_OPENING}(?:{by}|{told}){subject}")


@lru_cache(maxsize=1)
def _german() -> tuple[re.Pattern[str], ...]:
    told = rf"{_OPENING}(?P<source>{_SOURCE})\s(?:{_verbs('de')})\b(?P<behind>\s[^,;:.]{{1,40}}(?:\.\s[^,;:.]{{1,40}})?)?[,:]\s"
    by = rf"{_OPENING}(?i:{_BY['de']})\s(?P<source>{_SOURCE})\s{_WILL}\s"
    return (
        re.compile(rf"{told}dass\s{_GERMAN_SUBJECT}"),
        re.compile(rf"{told}{_GERMAN_SUBJECT}\s{_WILL}\b"),
        re.compile(rf"{by}{_GERMAN_SUBJECT}"),
    )


def _verbs(language: str) -> str:
    return "|".join(sorted(lexicon(language).list("reporting") - _NO_REPORT))


def _speaks(source: str) -> bool:
    """Whether a German source is somebody: its nouns have capitals too."""
    words = set(map(folded, re.findall(r"\w+", source)))
    return any(not words.isdisjoint(listed(one)) for one in ("titles", "tellers", "bodies"))
