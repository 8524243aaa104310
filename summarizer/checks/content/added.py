"""What a claim says more than the quoted words do: "permanently", or a fourth thing in a list of three."""

import re
from functools import lru_cache

from ...items import Item
from ...schemas import Part
from ...words.scripts import folded
from ...words.stems import content_words, families_of, family, stem
from ..fields import Report, is_subject, texts
from ..grounds import Grounds
from ..words import by_language

_AND = r"and|or|as well as|und|oder|sowie|et|ou|ainsi que|y|o|e|ed|nonché|&"
_LISTED = re.compile(rf"(?P<many>[^.;:!?()\n]+?),? (?:{_AND}) (?P<last>[^.,;:!?()\n]+)", re.IGNORECASE)
_COMMA = re.compile(r",(?!\d)\s*")
_HEAD = re.compile(r"[^\W\d_][\w'’-]*(?: (?:d[eiu]|des|del|della|dei|d['’]) ?[^\W\d_][\w'’-]*)?")
"""The first word of a member, in Romance languages with the one that tells which it is: "club de voile"."""
_SET_IN = re.compile(r"\b(?:by|who|which|that|qui|que|dont|par|che|por|quien)\b", re.IGNORECASE)
"""In what stands between commas and is no member of a list, but may lead in to one."""
_OTHERS = re.compile(
    r"(?:and |und |et |y |e )?(?:others?|more|etc|inter alia|andere[srnm]?|weitere[srnm]?|autres?|otr[ao]s?|altr[oaie]|sonstige[srnm]?)\b",
    re.IGNORECASE,
)
"""How a member begins that names nothing: "other needs"."""
_LIST = 3  # members of a list
_NAMING = 2  # words of a member that name it
_ROOT = 4  # letters in which words of one root agree
_SHARED = 2  # members that show of which list of the source a list tells


def check_added(item: Item, grounds: Grounds, report: Report) -> None:
    """Doubt a claim with a word of that kind, or with a list that is longer than the quoted one, by what stands nowhere there."""
    strong = by_language("qualifiers").get(grounds.index.language or "", frozenset())
    for text in texts(item, Part.CLAIM):
        if is_subject(item) and not text.optional:
            continue
        added = (word.strip(".,;:()") for word in text.value.split() if strong and not is_subject(item))
        word = next((one for one in added if folded(one) in strong), None)
        if word is not None and family(stem(word)) not in families_of(grounds.around):
            report.doubts.append(f'The quoted words do not say "{word}".')
        elif (member := _added_member(text.value, grounds)) is not None:
            report.doubts.append(f'The list in the quoted words does not have "{member}".')


def _added_member(claim: str, grounds: Grounds) -> str | None:
    """The first member of a list that the quoted words have not, where they list fewer things than the claim does."""
    said = _roots(grounds.whole)
    for ours in _lists(claim):
        new = [head for one in ours[1:] if (head := _head(one)) and not _roots(head) <= said]
        for theirs in (one for line in grounds.lines for one in _lists(line.text)) if new else ():
            named = _roots(" ".join(theirs))
            common = [one for one in ours if _roots(one) & named]
            left = [one for one in theirs[1:] if _roots(one, _NAMING).isdisjoint(_roots(claim))]
            if len(common) >= _SHARED and len(new) > len(left):
                return new[0]
    return None


@lru_cache(maxsize=512)
def _roots(text: str, first: int | None = None) -> frozenset[str]:
    """How the first telling words of a text begin, or all."""
    return frozenset(word.stem[:_ROOT] for word in content_words(text)[:first])


@lru_cache(maxsize=256)
def _lists(text: str) -> tuple[tuple[str, ...], ...]:
    """The lists of a text. The first member has what leads in to it, the last what follows."""
    found = []
    for listed in _LISTED.finditer(text):
        members = [*_COMMA.split(listed["many"]), listed["last"]]
        begin = max((at for at, one in enumerate(members[:-1]) if _SET_IN.search(one)), default=0)
        first, *rest = members[begin:]
        if len(rest) >= _LIST - 1:
            found.append((first, *(one for one in rest if not _OTHERS.match(one))))
    return tuple(found)


def _head(member: str) -> str:
    """What names a member: its first telling word, and what hangs on it."""
    word = next(iter(content_words(member)), None)
    head = _HEAD.match(member, word.start) if word is not None else None
    return head[0] if head is not None else ""
