"""An exception or a limit that a claim leaves out: "close the road" for "close the road except on Sundays", "for lorries only", "in part"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_CUES = {
    "en": r"(?<=nobody )but|(?<=no one )but|except(?: for| on| that)?|excepting|excluding|with the exception of|other than|apart from|save for",
    "de": r"mit Ausnahme|ausgenommen|außer|bis auf",
    "fr": r"sauf|excepté|à l['’]exception|hormis",
    "it": r"eccetto|tranne|salvo|ad eccezione",
    "es": r"excepto|salvo|a excepción|menos(?! de\b| que\b)",
}
_EXCEPTIONS = {
    language: re.compile(rf"\b(?:{cues}) (?P<what>(?:[^\W_][\w'’-]*[ ]?){{1,3}})", re.IGNORECASE)
    for language, cues in _CUES.items()
}
_ONLY = re.compile(r"(?<!not )(?<!the )(?<!-)\b(?:only|solely|exclusively)\b(?! (?:if|when|once|just))", re.IGNORECASE)
_IN_PART = {
    "en": r"(?:in part|partly|partially)(?! (?:because|due|to|by|on|from|through|of)\b)|provisionally",
    "de": r"teilweise|zum Teil|in Teilen|vorläufig",
    "fr": r"en partie|partiellement|provisoirement|à titre provisoire",
    "es": r"en parte|parcialmente|provisionalmente",
    "it": r"in parte|parzialmente|provvisoriamente|in via provvisoria",
}
"""How a decision says that it is of a part only, or not the last word."""
_OF_PART = {language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for language, words in _IN_PART.items()}
_BEHIND = re.compile(r"[,:;(–]")
_HELD_DOWN = re.compile(
    rf"\b(?:{'|'.join(_CUES.values())}|only|solely|exclusively|just|limit\w*|but|unless|not)\b", re.IGNORECASE
)
_OF_ALL = re.compile(
    r"\b(?:all|every|alle[rnms]?|jede[rnms]?|tou(?:s|te|tes)|chaque|tod[ao]s|cada|tutt[ie]|ogni"
    r"|no(?:body| one)|none|niemand|keiner|personne|aucune?|nadie|ningun[ao]|nessun[ao])\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")
_CLAUSE = re.compile(r"[.;:!?\n]|(?<![Nn]obody)(?<![Nn]o one),? \b(?:and|but|und|aber|et|mais|e|ma|y|pero)\b ")


class _Limit(NamedTuple):
    words: str
    rule: frozenset[str]
    """The stems of what holds without it."""
    excepted: frozenset[str]
    of_part: bool = False
    """Whether it says that only a part was decided on."""


def check_left_out(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim that tells the rule of a quoted clause, and neither its exception nor that there is one."""
    language = grounds.index.language or ""
    if language not in _EXCEPTIONS:
        return
    found = [one for line in grounds.lines for one in _left_open(line.quoted, language)]
    for text in texts(item, Part.CLAIM) if found else ():
        # What is told of a subject need not tell all of it.
        of_all = not is_subject(item) or (text.optional and _OF_ALL.search(text.value) is not None)
        ours = stems_of(text.value)
        for limit in found if ours and not _HELD_DOWN.search(text.value) else ():
            if not (of_all or (limit.of_part and text.optional)) or (limit.of_part and _of_part(text.value, language)):
                continue
            if 2 * len(shared(ours, limit.rule)) >= len(ours) and not shared(ours, limit.excepted):
                report.doubts.append(f'The claim leaves out "{limit.words}".')


@lru_cache(maxsize=256)
def _left_open(text: str, language: str) -> tuple[_Limit, ...]:
    """All that a text says of what it excepts, or of the part that it is of."""
    limits = (one for clause in _CLAUSE.split(text) for one in _limits(clause, language))
    return (*limits, *_parts(text, language))


def _parts(text: str, language: str) -> Iterator[_Limit]:
    """What is decided in part; what stands behind a mark says of which."""
    for sentence in _SENTENCE.split(text):
        if (found := _OF_PART[language].search(sentence)) is not None:
            rule, *behind = _BEHIND.split(sentence[found.end() :], maxsplit=1)
            yield _Limit(found[0], stems_of(sentence[: found.start()] + rule), stems_of(" ".join(behind)), of_part=True)


def _of_part(text: str, language: str) -> bool:
    return _OF_PART[language].search(text) is not None


def _limits(clause: str, language: str) -> Iterator[_Limit]:
    if (found := _EXCEPTIONS[language].search(clause)) is not None:
        rule = stems_of(f"{clause[: found.start()]} {clause[found.end() :]}")
        excepted = frozenset(word.stem for word in content_words(found["what"])[:1])
        yield _Limit(found[0].strip(), rule, excepted)
    if language == "en" and (found := _ONLY.search(clause)) is not None:
        yield _Limit(found[0], stems_of(clause), frozenset())
