"""Things that have changed places across a joint: "send it to Carl and copy Ben" for "send it to Ben and copy Carl"."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.closed_classes import BE, MODALS, words_of
from ...words.stems import carries_meaning, content_words, families_of, family
from ..clauses import joined_clauses
from ..fields import Report, is_subject, texts
from ..grounds import Grounds

_FOR = {
    "en": r"(?:on behalf|in the name) of|(?P<more>\w+) than",
    "de": r"im (?:Namen|Auftrag)",
    "fr": r"(?:au nom|pour le compte) (?:de|du|des|d['’])",
    "es": r"en (?:nombre|representación) de",
    "it": r"(?:per conto|a nome|in rappresentanza) d\w+",
}
"""What stands between who acts and for whom, by language; and between what is compared."""
_PREFERS = {
    "en": r"prefer\w* (?P<one>[^.;:!?\n]+?) (?:to|over|rather than|instead of) (?P<other>[^.;:!?\n]+)",
    "fr": r"préf[éè]r\w* (?P<one>[^.;:!?\n]+?) (?:à|au|aux|plutôt qu[e'’]) ?(?P<other>[^.;:,!?\n]+)",
    "es": r"pref(?:er|ier|ir)\w* (?P<one>[^.;:!?\n]+?) (?:al?|antes que) (?P<other>[^.;:,!?\n]+)",
    "it": r"prefer\w* (?P<one>[^.;:!?\n]+?) (?:al?|all[ao'’]|agli|alle|ai|piuttosto che) ?(?P<other>[^.;:,!?\n]+)",
}
"""What is preferred, and to what."""
_BEFORE = {
    "en": r"before|prior to|ahead of|followed by|(?:,|and|;) then|first,? and",
    "de": r"bevor|ehe|vor (?:de[rmn]|einer|einem|dem)|(?:,|und|;) dann",
    "fr": r"avant(?: d[e'’]| qu[e'’]| le| la| les)?|(?:,|et|;) puis|(?:,|et|;) ensuite",
    "es": r"antes de(?: que|l)?|(?:,|y|;) luego|(?:,|y|;) después(?! de)",
    "it": r"prima (?:che|d\w*)|(?:,|e|;) poi",
}
_AFTER = {
    "en": r"after(?!wards)",
    "de": r"nachdem|nach (?:de[rmn]|einer|einem)",
    "fr": r"après(?: qu[e'’])?",
    "es": r"después de(?: que|l)?",
    "it": r"dopo(?: che| d\w*)?",
}
"""What stands between what comes first and what comes later, and the other way round."""
_WARNED = re.compile(
    r"\b(?:warn\w* (?:(?:da)?vor|against)|en garde contre|(?:advierte|advirtió) contra)\b", re.IGNORECASE
)
_NOT = {
    "en": r"(?:,|,? (?:but|and)) not(?! (?:only|yet|just)\b)|,? rather than|,? instead of",
    "de": r"(?:,|,? (?:aber|und)) nicht(?! nur\b)|,? (?:an)?statt",
    "fr": r"(?:,|,? (?:mais|et)) (?:pas|non)(?! (?:seulement|plus)\b)|,? plutôt que|,? au lieu d[eu'’]",
    "es": r"(?:,|,? (?:pero|y)) no(?! (?:solo|sólo)\b)|,? en (?:lugar|vez) de",
    "it": r"(?:,|,? (?:ma|e)) non(?! (?:solo|soltanto)\b)|,? anziché|,? invece d\w+",
}
_NOT_BUT = {
    "en": r"\bnot (?!only|just)(?P<no>[^,.;:]+?),? but (?P<yes>[^,.;:]+)",
    "de": r"\bnicht (?!nur)(?P<no>[^,.;:]+?), sondern (?P<yes>[^,.;:]+)",
    "fr": r"\b(?:pas|non) (?!seulement)(?P<no>[^,.;:]+?),? mais (?P<yes>[^,.;:]+)",
    "es": r"\bno (?!s[oó]lo)(?P<no>[^,.;:]+?),? sino (?P<yes>[^,.;:]+)",
    "it": r"\bnon (?!solo|soltanto)(?P<no>[^,.;:]+?),? (?:ma|bensì) (?P<yes>[^,.;:]+)",
}
"""What stands between what is so and what is not."""
_CLAUSE = re.compile(r"[.;:!?\n]")
_LEAST_SHARE = 0.5  # of the words of a part of the claim that the quoted line holds
_COMMA = re.compile(r"[,;] ")
_FRONTED = re.compile(r",|(?<=[^\W\d_]) (?=[a-zäöüß]{3,}\b)")
_WORD = re.compile(r"[^\W\d_]+")
_VERBS = (
    words_of(BE)
    | words_of(MODALS)
    | frozenset("has have had est sont ont ha hanno è sono es son ist sind hat haben wird werden war".split())
)
_CHANGED = "Two things of the quoted words have changed places in the claim."
_IN_ORDER = "The quoted words tell the other way round what comes first."
_LEAST = 2  # words of a part that may be joined by a comma alone


def check_exchanged_things(item: Item, grounds: Grounds, report: Report) -> None:
    """Refuse a claim that has in each of two parts what the quoted words have in the other one."""
    language = grounds.index.language or ""
    if language not in _FOR:
        return
    for text in list(texts(item, Part.CLAIM)):
        if is_subject(item) and not text.optional:
            continue
        ours = list(_parts(text.value, language))
        told = [pair for line in grounds.lines for pair in _parts(line.text, language)] if ours else ()
        ours = [mine for mine in ours if not any(_holds(theirs, mine) for theirs in told)]
        kind = next((mine[0] for mine in ours for theirs in told if _changed(mine, theirs)), None)
        if kind is not None:
            explanation = _IN_ORDER if kind == "then" else _CHANGED
            report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


def same_order(claim: str, text: str, language: str) -> bool:
    """Whether a claim and a text tell of two things which comes first, and agree on it."""
    ours = [one for one in _parts(claim, language) if one[0] == "then"] if language in _FOR else []
    theirs = [one for one in _parts(text, language) if one[0] == "then"] if ours else []
    return any(
        all(families_of(mine[at]) & families_of(other[at]) for at in (1, 2)) and not _changed(mine, other)
        for mine in ours
        for other in theirs
    )


def _holds(theirs: tuple[str, str, str], mine: tuple[str, str, str]) -> bool:
    """Whether the quoted words have the two parts as the claim has them."""
    alike = theirs[0] == mine[0]
    return alike and all(families_of(mine[at]) <= families_of(theirs[at]) for at in (1, 2))


def _changed(mine: tuple[str, str, str], theirs: tuple[str, str, str]) -> bool:
    """Whether each part tells of its own, and of what only the other part tells."""
    kind, *ours = mine
    if kind != theirs[0]:
        return False
    first, second = map(families_of, theirs[1:])
    apart = first - second, second - first
    before, behind = map(families_of, ours)
    if kind:  # nothing else need stand on the other side
        return bool(before & apart[1] and behind & apart[0]) and not before & apart[0] & behind
    crossed = before & apart[1] and behind & apart[0] and not _is_row_turned(ours, theirs[1:])
    known = first | second
    if any(len(each & known) < _LEAST_SHARE * len(each) for each in (before, behind)):
        return False  # it tells of other lines as well
    return bool(crossed and before & apart[0] and behind & apart[1])


def _is_row_turned(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether what stands right at the joint is a row of two, told the other way round: "of Ben and Ann" for "of Ann and Ben"."""

    def crosses(one: Sequence[str], other: Sequence[str]) -> bool:
        last, first = content_words(one[0])[-1:], content_words(one[1])[:1]
        return all(
            family(word.stem) in families_of(text)
            for words, text in ((last, other[1]), (first, other[0]))
            for word in words
        )

    return crosses(ours, theirs) and crosses(theirs, ours)


@lru_cache(maxsize=256)
def _parts(text: str, language: str) -> tuple[tuple[str, str, str], ...]:
    """What stands on either side of a joint, with the word that compares or stands for another; empty where it only joins."""
    return (*_joined(text, language), *_set_against(text, language), *_in_order(text, language))


def _joined(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    for clauses in joined_clauses(text, language):
        yield from (("", one.text, other.text) for one, other in pairwise(clauses))
    for sentence in _CLAUSE.split(text):
        told = _COMMA.split(sentence)
        yield from (("", *two) for two in pairwise(told) if _alike(*two))


def _alike(one: str, other: str) -> bool:
    """Whether two parts that only a comma joins are clauses: they have a verb in common, as the members of a list have not."""
    common = set(_WORD.findall(one.lower())) & set(_WORD.findall(other.lower()))
    both = min(len(families_of(one)), len(families_of(other)))
    return both >= _LEAST and any(carries_meaning(word) or word in _VERBS for word in common)


def _set_against(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    """What is preferred, done for another, or so, each with what it is set against."""
    for choice in re.finditer(rf"\b{_PREFERS[language]}", text, re.IGNORECASE) if language in _PREFERS else ():
        yield "prefer", choice["one"], choice["other"]
    for clause in _CLAUSE.split(text):
        if (found := re.search(rf"\b(?:{_FOR[language]})", clause, re.IGNORECASE)) is not None:
            kind = (found.groupdict().get("more") or "for").lower()
            before, behind = clause[: found.start()], clause[found.end() :]
            if not before.strip():  # "On behalf of the county, the mayor signed"
                behind, _, before = behind.partition(",")
            yield kind, before, behind
        if (found := re.search(_NOT_BUT[language], clause, re.IGNORECASE)) is not None:
            yield "not", clause[: found.start()] + found["yes"], found["no"]
        elif (found := re.search(rf"(?:{_NOT[language]})\b", clause, re.IGNORECASE)) is not None:
            yield "not", clause[: found.start()], clause[found.end() :]


def _in_order(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    """What comes first, and what comes later."""
    for clause in _CLAUSE.split(text):
        for pattern, turned in ((_BEFORE[language], False), (_AFTER[language], True)):
            if (found := re.search(rf"(?<!\w)(?:{pattern})(?!\w)", clause, re.IGNORECASE)) is None:
                continue
            earlier, later = clause[: found.start()], clause[found.end() :]
            if not earlier.strip():  # "After the vote, she left"; in German the verb stands behind
                cut = _FRONTED.search(later) if language == "de" else re.search(",", later)
                earlier, later = (later[cut.start() :], later[: cut.start()]) if cut is not None else ("", later)
            warned = not turned and _WARNED.search(earlier) is not None  # "against a start before the vote"
            yield ("then", later, earlier) if turned or warned else ("then", earlier, later)
