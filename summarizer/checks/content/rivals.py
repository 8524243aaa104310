"""Words of which only one can be true of a thing: "the south side" for "the north side", "monthly" for "quarterly"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ...items import Item
from ...schemas import Part, RejectionReason
from ...words.lexicon import lexicon
from ...words.scripts import folded
from ...words.stems import carries_meaning, family, stem
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import rows
from .exchanged_things import same_order

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*|[.;!?:]")
_DISSENT = (
    r"(?:majority|dissent\w*|(?:votes? |voted |voting )?against|abstention\w*|abstain\w*|mehrheit\w*|gegenstimmen?|enthaltung\w*|gegen die stimmen?|enthält sich|enthielt sich|voix contre|abstention\w*|majorité|s['’]abst\w+"
    r"|mayoría|en contra|abstenci\w+|se abst\w+|maggioranza|contrari[oae]?|astenut\w*|astension\w*|si astiene|(?:not|n['’]t) join\w* (?:the )?consensus)"
)
_UNANIMOUS = re.compile(r"\b(?:unanim|unánim|einstimmig|nem\.? con)", re.IGNORECASE)
_ALL_AGREED = re.compile(
    r"\b(?:all (?:of )?(?:the )?(?:delegations|delegates|members|parties|sides|participants|present|representatives)|everyone|everybody|alle (?:\w+ )?(?:mitglieder|anwesenden|räte|fraktionen)"
    r"|tous les (?:membres|présents|administrateurs)|tod[oa]s l[oa]s (?:miembros|presentes)|tutti (?:i|gli) (?:membri|presenti|consiglieri))\b(?=[^.;]{0,60}\b(?:agree|support|approv|accept|adopt|vote|stimm|billig|genehmig|approuv|accept|vot|aprob|acept|apruev|accett))",
    re.IGNORECASE,
)
_DIVIDED = re.compile(
    rf"(?<!no )(?<!0 )(?<!without )(?<!keine )(?<!ohne )(?<!aucune )(?<!sans )(?<!sin )(?<!senza )\b{_DISSENT}\b",
    re.IGNORECASE,
)
_NOT_ONLY = {
    "en": r"\bnot (?:(?P<only>only|just)|(?:limited|restricted|confined) to)\W+(?:the |an? )?(?P<thing>[\w'’-]+)",
    "de": r"\bnicht (?:(?P<only>nur)|(?:auf|begrenzt auf|beschränkt auf))\W+(?:de[rmn]|die|das|eine?[rmn]?)?\s*(?P<thing>[\w-]+)",
    "fr": r"\b(?:pas|non) (?:(?P<only>seulement)|(?:limitée?s?|réservée?s?) (?:à|aux?))\W+(?:les? |la |l['’])?(?P<thing>[\w-]+)",
    "es": r"\bno (?:(?P<only>s[oó]lo|solamente)|(?:limitad[oa]s?|reservad[oa]s?) al?)\W+(?:el |l[oa]s? )?(?P<thing>[\w-]+)",
    "it": r"\bnon (?:(?P<only>solo|soltanto)|(?:limitat[oaie]|riservat[oaie]) a\w*)\W+(?:il |l[aoe] |i |gli |l['’])?(?P<thing>[\w-]+)",
}
_ONLY = {"en": "only|just", "de": "nur", "fr": "seulement|uniquement", "es": "s[oó]lo|solamente", "it": "solo|soltanto"}
_NON = "non-"
_SCORE = re.compile(
    r"\b(?:votes?|vote of|by|carried|passed|adopted|approved)\W+\d+ ?(?:votes? )?(?:to|[-–:]) ?(?P<against>\d+)",
    re.IGNORECASE,
)
_OF_ALL = re.compile(
    r"\b(?:all|every\w*|consensus|nobody|none|no one|tous|toutes|alle|todos|todas|tutti|tutte|consenso|konsens)\b|\bno\b[^.;]{0,20}\b(?:objection|vote|abstention)|\b0\b",
    re.IGNORECASE,
)
_FEW = 3  # words before one in which a negation may stand


def check_rivals(item: Item, grounds: Grounds, report: Report) -> None:
    """A claim with another word of a row than the quoted words have, of the same thing."""
    _check_unanimous(item, grounds, report)
    language = grounds.index.language or ""
    _check_joined(item, grounds, language, report)
    _check_only(item, grounds, language, report)
    if not (sides := _sides(language)):
        return
    theirs = _words(grounds.whole)
    if (
        sides.keys().isdisjoint(theirs)
        and _NON not in grounds.whole
        and not any(_NON in one.value for one in texts(item, Part.CLAIM))
    ):
        return
    for text in list(texts(item, Part.CLAIM)):
        if is_subject(item) and not text.optional:
            continue
        rival = _rival(_words(text.value), theirs, sides, lexicon(language).list("negators"))
        if rival is not None and not same_order(text.value, grounds.whole, language):
            explanation = f'The claim says "{rival[0]}" where the quoted words say "{rival[1]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _check_joined(item: Item, grounds: Grounds, language: str, report: Report) -> None:
    """A claim with another joint than the quoted words between the same two words: "and" for "or", "from" for "to"."""
    theirs = _words(grounds.whole)
    for sides, told in () if is_subject(item) else _told_joints(grounds.whole, language):
        for text in list(texts(item, Part.CLAIM)):
            ours = _words(text.value)
            if not lexicon(language).list("negators").isdisjoint((*ours, *theirs)):
                continue  # neither one nor the other
            for ends, side, word in _joints(ours, sides):
                there = {other: joint for between, other, joint in told if between == ends}
                if there and side not in there:
                    explanation = f'The claim says "{word}" where the quoted words say "{next(iter(there.values()))}".'
                    report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


@lru_cache(maxsize=256)
def _told_joints(
    text: str, language: str
) -> tuple[tuple[Sequence[Sequence[str]], tuple[tuple[tuple[str, str], int, str], ...]], ...]:
    """The rows of joints of which a text has any, each with what it joins by them."""
    found = ((sides, tuple(_joints(_words(text), sides))) for sides in rows("joints", language))
    return tuple((sides, told) for sides, told in found if told)


def _joints(words: Sequence[str], sides: Sequence[Sequence[str]]) -> Iterator[tuple[tuple[str, str], int, str]]:
    """The families of the words around each joint, the side that it is of, and the joint."""
    for at, word in enumerate(words):
        side = next((number for number, joints in enumerate(sides) if word in joints), None)
        if side is not None:
            before = next((one for one in reversed(words[:at]) if carries_meaning(one)), "")
            behind = next((one for one in words[at + 1 :] if carries_meaning(one)), "")
            if before[:1].isalnum() and behind[:1].isalnum():
                yield (family(stem(before)), family(stem(behind))), side, word


def _check_only(item: Item, grounds: Grounds, language: str, report: Report) -> None:
    """A claim that says "only" of what the quoted words say with "not only"."""
    pattern = re.compile(_NOT_ONLY[language], re.IGNORECASE) if language in _NOT_ONLY else None
    told = pattern.search(grounds.quoted) if pattern is not None else None
    if pattern is None or told is None:
        return
    only = re.compile(
        rf"\b(?:{told['only'] or _ONLY[language]})\W+(?:\w+\W+)?{re.escape(told['thing'])}\b", re.IGNORECASE
    )
    for text in list(texts(item, Part.CLAIM)):
        if (claimed := only.search(text.value)) is not None and pattern.search(text.value) is None:
            explanation = f'The claim says "{claimed[0]}" where the quoted words say "{told[0]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)


def _check_unanimous(item: Item, grounds: Grounds, report: Report) -> None:
    """A vote told as one of all, of which the words tell that some did not join it."""
    for text in list(texts(item, Part.CLAIM)):
        unanimous = _UNANIMOUS.search(text.value)
        if not (unanimous or _ALL_AGREED.search(text.value)) or _UNANIMOUS.search(grounds.around):
            continue
        score = next((one for one in _SCORE.finditer(grounds.whole) if int(one["against"])), None)
        if (divided := _DIVIDED.search(grounds.whole) or score) is not None:
            explanation = f'The quoted words say "{divided[0]}".'
            report.against(text, "negation", explanation, RejectionReason.CONTRADICTED)
        elif unanimous and not _OF_ALL.search(grounds.around):
            report.note("negation", "absent", "The quoted words do not say that all agreed.")


def _rival(
    ours: Sequence[str],
    theirs: Sequence[str],
    sides: Mapping[str, frozenset[tuple[int, int]]],
    negators: frozenset[str],
) -> tuple[str, str] | None:
    """A word of the claim that the quoted words have not, and the other one of its row that they have there."""
    said = {side for word in ours for side in sides.get(word, ())}
    told = {side for word in theirs for side in sides.get(word, ())}
    for at, word in enumerate(ours):
        twin = word.removeprefix(_NON) if word.startswith(_NON) else f"{_NON}{word}"
        if twin in theirs and word not in theirs and twin not in ours and not _negated(ours, at, negators):
            return word, twin
        rows_of_it = {row for row, _ in sides.get(word, frozenset()) - told}
        if word in theirs or not rows_of_it or _negated(ours, at, negators):
            continue
        for place, other in enumerate(theirs):
            apart = any(row in rows_of_it for row, _ in sides.get(other, frozenset()) - said)
            if apart and _near(ours, at) & _near(theirs, place) and not _negated(theirs, place, negators):
                return word, other
    return None


def _near(words: Sequence[str], at: int) -> set[str]:
    """The word that tells something right before, and the one right behind, each marked by its side."""
    before = next((one for one in reversed(words[:at]) if carries_meaning(one)), None)
    behind = next((one for one in words[at + 1 :] if carries_meaning(one)), None)
    return {f"{side}{family(stem(one))}" for side, one in (("<", before), (">", behind)) if one and one[0].isalnum()}


def _negated(words: Sequence[str], at: int, negators: frozenset[str]) -> bool:
    return not negators.isdisjoint(words[max(at - _FEW, 0) : at])


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[str, ...]:
    return tuple(map(folded, _WORD.findall(text)))


@lru_cache(maxsize=8)
def _sides(language: str) -> Mapping[str, frozenset[tuple[int, int]]]:
    """The words of all rows, each with its row and its place there; words of one place do not rival each other."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for row, places in enumerate(rows("rivals", language)):
        for place, words in enumerate(places):
            for word in words:
                found[word] = found.get(word, frozenset()) | {(row, place)}
    return found
