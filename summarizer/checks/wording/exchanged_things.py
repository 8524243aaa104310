"""Things that have changed places across a joint: "send it to Carl and copy Ben" for "send it to Ben and copy Carl"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...items import Item
from ...schemas import Part, RejectionReason
from ...stems import content_words, families_of, family
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
_CLAUSE = re.compile(r"[.;:!?\n]")
_LEAST_SHARE = 0.5  # of the words of a part of the claim that the quoted line holds


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
        if any(_changed(mine, theirs) for mine in ours for theirs in told):
            explanation = "Two things of the quoted words have changed places in the claim."
            report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


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


def _parts(text: str, language: str) -> Iterator[tuple[str, str, str]]:
    """What stands on either side of a joint, with the word that compares or stands for another; empty where it only joins."""
    for clauses in joined_clauses(text, language):
        yield from (("", one.text, other.text) for one, other in pairwise(clauses))
    for choice in re.finditer(rf"\b{_PREFERS[language]}", text, re.IGNORECASE) if language in _PREFERS else ():
        yield "prefer", choice["one"], choice["other"]
    for clause in _CLAUSE.split(text):
        if (found := re.search(rf"\b(?:{_FOR[language]})", clause, re.IGNORECASE)) is not None:
            kind = (found.groupdict().get("more") or "for").lower()
            before, behind = clause[: found.start()], clause[found.end() :]
            if not before.strip():  # "On behalf of the county, the mayor signed"
                behind, _, before = behind.partition(",")
            yield kind, before, behind
