"""What the words set aside for something else, told as what is chosen: "a mower instead of a tractor", "from £200 to £250"."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ...items import Item
from ...schemas import CheckName, Part, RejectionReason
from ...words.lexicon import words_in
from ...words.scripts import folded
from ...words.stems import content_words, family
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import by_language, listed
from .denial import denies

_NEAR = 12  # characters between "to" and the end of a change
_ASIDE = r"(?P<aside>[^.,;:!?()\n]{2,70}?)"
_END = r"(?=[.,;:!?()\n]|\Z"
_GERMAN_NOUN = r"(?P<aside>(?-i:(?:[a-zäöüß]+\s){0,2}[A-ZÄÖÜ\d][\w-]*(?:\s[A-ZÄÖÜ][\w-]*)*))"
_INSTEAD = {
    "en": rf"(?:instead of|rather than|in place of|in preference to|as opposed to)\s{_ASIDE}{_END}|\s(?:and|but|because|since|as|so|to|will|would|for|during|on|in|at|from|until|by|before|after|when|while)\b)",
    "de": rf"(?:statt|anstatt|anstelle(?: von)?)\s{_GERMAN_NOUN}",
    "fr": rf"(?:plutôt qu(?:e\s|['’])(?:(?:à|en|de)\s|aux?\s)?|(?:au lieu|à la place) d(?:es?\s|u\s|['’])){_ASIDE}{_END}|\s(?:et|mais|car|parce|pour|sera)\b)",
    "it": rf"(?:invece|al posto) d(?:i|el|ell[aeo]|ei|egli)\s{_ASIDE}{_END}|\s(?:e|ma|perché|per)\b)",
    "es": rf"en (?:lugar|vez) del?\s{_ASIDE}{_END}|\s(?:y|pero|porque|para)\b)",
}
"""What is not chosen, by language."""
_NOT_BUT = {
    "fr": rf"non pas {_ASIDE} mais (?P<kept>[^.;:!?\n]{{2,70}})",
    "it": rf"non {_ASIDE},? bensì (?P<kept>[^.;:!?\n]{{2,70}})",
    "es": rf"no {_ASIDE},? sino (?P<kept>[^.;:!?\n]{{2,70}})",
    "de": rf"nicht {_ASIDE},? sondern (?P<kept>[^.;:!?\n]{{2,70}})",
}
"""What is named only to say that it is another, by language."""
_CORRECTED = {
    "en": rf"(?:thought|believed|assumed|suspected|feared)(?: that)?(?: it| this| that)?(?: was| were| had been| would be)? {_ASIDE},? but (?=in fact|actually|really|instead|(?:it|that|this|they) (?:turned|turns|proved|(?:was |were )?(?:in fact|actually|really)))(?P<kept>[^.;:!?\n]{{2,70}})",
    "de": rf"(?:dachten?|glaubten?|vermuteten?|nahm(?:en)? an), (?:dass )?(?:es |das |dies )?(?:sei |wäre |läge an |liege an )?{_ASIDE},? (?:aber|doch|jedoch) (?=in Wirklichkeit|tatsächlich|eigentlich|(?:es |das )?(?:stellte|erwies|lag))(?P<kept>[^.;:!?\n]{{2,70}})",
}
"""What was thought first, and what it proved to be, by language."""
_EITHER = {
    "en": rf"either (?P<kept>[^.,;:!?\n]{{2,70}}?),? or {_ASIDE}{_END}|\s(?:and|but|because|since|as|so|for|before|after|when|while|will|would|shall|should|must|can|could|is|are|was|were|has|have)\b)",
    "de": rf"entweder (?P<kept>[^.,;:!?\n]{{2,70}}?),? oder {_ASIDE}{_END}|\s(?:und|aber|weil|wird|werden|soll|kann|hat|ist)\b)",
    "fr": rf"soit (?P<kept>[^.,;:!?\n]{{2,70}}?),? soit {_ASIDE}{_END}|\s(?:et|mais|car)\b)",
    "es": rf"o bien (?P<kept>[^.,;:!?\n]{{2,70}}?),? o bien {_ASIDE}{_END}|\s(?:y|pero|porque)\b)",
    "it": rf"o (?P<kept>[^.,;:!?\n]{{2,70}}?),? oppure {_ASIDE}{_END}|\s(?:e|ma|perché)\b)",
}
"""Two of which the words choose none, by language."""
_OPENING = {"en": "either ", "de": "entweder ", "fr": "soit ", "es": "o bien ", "it": "oppure "}
_THINKING = ("thought", "believed", "assumed", "suspected", "feared", "dacht", "glaubte", "vermutete", "nahm")
_OVER = re.compile(
    rf"\b(?:cho(?:ose|oses|se|sen|osing)|pick(?:s|ed)?|select(?:s|ed)?|favou?r(?:s|ed)?)\s(?P<kept>[^.,;:!?\n]{{2,70}}?)"
    rf"\sover\s{_ASIDE}{_END}|\s(?:and|but|because|since|as|for|by|in|on|at|with)\b)",
    re.IGNORECASE,
)
_FIGURE = r"[£$€]?\s?\d[\d.,]*\d?(?:\s[^\W\d_]{1,12})?"
_STEPS = {
    "en": r"from (?P<aside>[^.,;:!?\n]{1,40}?(?:[.,]\d[^.,;:!?\n]{0,20}?)?) to (?P<kept>{to})",
    "de": r"vo[nm] (?P<aside>[^,;:!?\n]{1,40}?) (?:auf|in) (?P<kept>{to})",
    "fr": rf"d(?:e|u) (?P<aside>{_FIGURE}) (?:à|au) (?P<kept>{{to}})",
    "it": rf"d(?:a|al) (?P<aside>{_FIGURE}) al? (?P<kept>{{to}})",
    "es": rf"del? (?P<aside>{_FIGURE}) al? (?P<kept>{{to}})",
}
"""The two ends of a change, by language; without a figure the French "de" says too little."""
_TO = rf"[^,;:!?\n]{{1,40}}?{_END}|\s(?:and|und|et|e|y|from|because|by|with|for|zu)\b)"


class Choice(NamedTuple):
    """Two things of which the words leave one for the other."""

    aside: str
    kept: str
    rest: str
    """The words without what is set aside."""
    changed: bool
    """The one is changed into the other: a claim may tell what it was before."""
    thought: bool = False
    """The one was only thought to be so."""


def check_set_aside(item: Item, grounds: Grounds, report: Report) -> None:
    """A claim that tells of what the words leave, and of nothing that they put in its place."""
    language = grounds.index.language or ""
    choices = _choices(grounds.whole, language) if language in _INSTEAD else ()
    parts: tuple[tuple[Part, CheckName], ...] = ((Part.CLAIM, "negation"), (Part.ACTOR, "actor"))
    either = _either(grounds.whole, language) if language in _EITHER else ()
    for text, check in (
        [(text, check) for part, check in parts for text in texts(item, part)] if choices or either else ()
    ):
        if is_subject(item) and not text.optional:  # a heading may name what is given up
            continue
        taken = next((one for one in choices if _takes(text.value, one, language)), None)
        if taken is not None:
            explanation = f'The quoted words set "{taken.aside.strip()}" aside.'
            report.against(text, check, explanation, RejectionReason.CONTRADICTED)
        elif (one := next((one for one in either if _takes(text.value, one, language)), None)) is not None:
            report.note(check, "absent", f'The quoted words name "{one.kept.strip()}" as well.')


@lru_cache(maxsize=64)
def _choices(text: str, language: str) -> tuple[Choice, ...]:
    found = *_instead(text, language), *_not_but(text, language), *_over(text, language), *_changes(text, language)
    return (*found, *_corrected(text, language))


@lru_cache(maxsize=64)
def _either(text: str, language: str) -> tuple[Choice, ...]:
    """Each of two that are left open, as if it were the other that is set aside."""
    found: list[Choice] = []
    if _OPENING[language] not in text.lower():
        return ()
    for one in _pattern(_EITHER[language]).finditer(text):
        rest = f"{text[: one.start()]} {text[one.end() :]}"
        found += [Choice(one["aside"], one["kept"], rest, False), Choice(one["kept"], one["aside"], rest, False)]
    return tuple(found)


def thought_first(text: str, language: str) -> Iterator[str]:
    """What a text says was only thought to be so."""
    return (one.aside for one in _corrected(text, language))


def _corrected(text: str, language: str) -> Iterator[Choice]:
    may = language in _CORRECTED and any(one in text for one in _THINKING)
    for one in _pattern(_CORRECTED[language]).finditer(text) if may else ():
        yield Choice(one["aside"], one["kept"], _without(text, one), False, thought=True)


def _instead(text: str, language: str) -> Iterator[Choice]:
    for one in _pattern(_INSTEAD[language]).finditer(text):
        before = re.split(r"[.;:!?\n]", text[: one.start()])[-1]
        kept = before if content_words(before) else re.split(r"[.;:!?\n]", text[one.end() :])[0]
        last = "".join(kept[at.start : at.end] for at in content_words(kept)[-1:])
        yield Choice(one["aside"], last, _without(text, one), False)


def _not_but(text: str, language: str) -> Iterator[Choice]:
    for one in _pattern(_NOT_BUT[language]).finditer(text) if language in _NOT_BUT else ():
        yield Choice(one["aside"], one["kept"], _without(text, one), False)


def _over(text: str, language: str) -> Iterator[Choice]:
    for one in _OVER.finditer(text) if language == "en" else ():
        yield Choice(one["aside"], one["kept"], _without(text, one), False)


def _changes(text: str, language: str) -> Iterator[Choice]:
    """What is changed "from" one thing "to" another: a span and a way have no verb of change in their sentence."""
    for one in _pattern(_STEPS[language].replace("{to}", _TO)).finditer(text):
        before, behind = re.split(r"[;!?\n]", text[: one.start()])[-1], re.split(r"[;!?\n]", text[one.end() :])[0]
        if _changing(f"{before} {behind}", language):
            yield Choice(one["aside"], one["kept"], _without(text, one), True)


@lru_cache(maxsize=16)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b{words}", re.IGNORECASE)


def _without(text: str, one: re.Match[str]) -> str:
    return f"{text[: one.start('aside')]} {text[one.end('aside') :]}"


def _changing(words: str, language: str) -> bool:
    told = map(folded, re.findall(r"[^\W\d_]+", words))
    return any(word.startswith(tuple(by_language("moving")[language])) for word in told)


def _takes(claim: str, choice: Choice, language: str) -> bool:
    """Whether a claim holds what only the words set aside, and neither what is put in its place nor that it is left."""
    ours, aside, kept, rest = map(_families, (claim, choice.aside, choice.kept, choice.rest))
    told = [ours[one] for one in aside if one in ours and one not in rest]
    figures = {one for one in kept if one.strip()[0].isdigit()}
    if not told or any(one in ours for one in figures or kept if one not in aside):
        return False
    words = frozenset(words_in(claim, language))
    if denies(claim, language) or re.search(_INSTEAD[language], claim, re.IGNORECASE):
        return False
    if choice.thought:
        return not any(word.startswith(_THINKING) for word in words)
    if words & (listed("lacking") | by_language("left")[language]):
        return False
    if not choice.changed:
        return True
    before = folded(claim[max(told[0] - _NEAR, 0) : told[0]]).split()
    towards = not listed("up_to").isdisjoint(before)
    return listed("from").isdisjoint(before) and (towards or not _changing(claim, language))


def _families(text: str) -> Mapping[str, int]:
    """What its content words have in common with those alike, each with the place of the first."""
    found: dict[str, int] = {}
    for word in content_words(text):
        found.setdefault(family(word.stem), word.start)
    return found
