"""A reason that the quoted words give for something else: "Ann is against it because Ben finds it dear" of two lines side by side."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...items import Item
from ...schemas import Part
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_BECAUSE = {
    "en": r"because(?: of)?|due to|owing to|on account of|as a result of|thanks to|(?:is|was|were|are) caused by|stem(?:s|med) from|given that|(?<=, )since|(?<=, )as(?= (?:it|he|she|they|we|this|that|there|the|these|no)\b)",
    "de": r"weil|wegen|aufgrund|infolge|dank|(?<=, )da|(?<=, )denn",
    "fr": r"parce qu[e'’]|(?<=[, ])car|puisqu[e'’]|en raison d\w*|à cause d\w*|du fait d\w*|faute de|(?:pro)?v(?:ien|enai)t d\w*|s['’]expliqu\w+ par|(?:est|était|sont) d[uû](?:e?s?) (?:à|aux?)",
    "es": r"porque|ya que|puesto que|dado que|debido a\w*|a causa d\w*|se deb(?:e|en|ía|ían|ió) a\w*|a raíz d\w*|por (?:falta|culpa|motivos?|razones) de",
    "it": r"perché|poiché|in quanto|dato che|a causa d\w*|per via d\w*|per (?:mancanza|colpa|motivi|ragioni) d\w*|(?:è|era|sono) dovut[oaie] a\w*|dipende d\w*|deriva d\w*",
}
"""What opens a reason, by language."""
_OF_A_THING = re.compile(r"of|to|by|from|par|de|di|a|à|aux?|al|alla?|d\w*|wegen|aufgrund|infolge|dank", re.IGNORECASE)
"""How words end that open a reason which is a thing, not a clause: it ends with the next comma."""
_SO = {
    "en": r", so (?=(?:i|we|it|they|he|she|the|there|this|that)\b)|, (?:and )?(?:therefore|hence|consequently),?",
    "de": r", (?:daher|deshalb|deswegen|darum)|, weshalb|, sodass",
    "fr": r", donc|, c['’]est pourquoi|, si bien qu[e'’]",
    "es": r", por (?:eso|ello|lo tanto)|, así que",
    "it": r", (?:quindi|perciò|pertanto|dunque)",
}
"""What stands between a reason and what it explains."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|[;\n]")
_NOUN = re.compile(r"\W*(?:[a-zäöüß]+ )*[A-ZÄÖÜ][\w-]+")
_FRONTED = re.compile(r",\s*")
_MOST = 0.6  # of the words of what is explained that a line holds
_FEW = 0.34  # of the words of a reason that another reason may share
_HELD = 0.5  # of the words of a reason by which the quoted lines hold it elsewhere


class Reason(NamedTuple):
    """What is explained, and by what."""

    told: frozenset[str]
    why: str


def check_reasons(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim that gives a quoted act the reason of another, where its own stands beside it."""
    language = grounds.index.language or ""
    if language not in _BECAUSE:
        return
    for text in texts(item, Part.CLAIM):
        if is_subject(item) and not text.optional:
            continue
        for mine in reasons(text.value, language):
            other = _other_reason(mine, grounds, language)
            if other is not None:
                report.doubts.append(f'The quoted words give another reason for it: "{other}".')
                return


def _other_reason(mine: Reason, grounds: Grounds, language: str) -> str | None:
    """The reason that the quoted words give for what a claim explains, where they hold the claim's in another place."""
    why = stems_of(mine.why)
    # Of a reason in other words the document has not every word; of one that is told of something else it has.
    held = why and (len(shared(why, grounds.stems)) >= _HELD * len(why) or shared(why, grounds.index.stems) == why)
    if not held or not mine.told:
        return None
    told = [one for line in grounds.lines for one in reasons(line.text, language)]
    own = [one for one in told if len(shared(mine.told, one.told)) >= _MOST * len(mine.told)]
    if not own or any(len(shared(why, stems_of(one.why))) > _FEW * len(why) for one in own):
        return None
    return own[0].why.strip(" .,")


@lru_cache(maxsize=256)
def reasons(text: str, language: str) -> tuple[Reason, ...]:
    """The reasons that the sentences of a text give."""
    return tuple(_reasons(text, language))


def _reasons(text: str, language: str) -> Iterator[Reason]:
    because = re.compile(rf"(?<!\w)(?:{_BECAUSE[language]})(?!\w)", re.IGNORECASE)
    for sentence in _SENTENCE.split(text):
        found = because.search(sentence)
        if found is None:
            if (follows := re.search(_SO[language], sentence, re.IGNORECASE)) is not None:
                yield Reason(stems_of(sentence[follows.end() :]), sentence[: follows.start()])
            continue
        told, why = sentence[: found.start()], sentence[found.end() :]
        if not told.strip():
            why, *rest = _FRONTED.split(why, maxsplit=1)
            told = " ".join(rest)
        elif _OF_A_THING.fullmatch(found[0].split()[-1]):
            why = _FRONTED.split(why, maxsplit=1)[0]
            named = _NOUN.match(why) if language == "de" else None  # the verb may stand behind it
            why = named[0] if named is not None else why[: next((one.end for one in content_words(why)[1:]), len(why))]
        yield Reason(stems_of(told), why)
