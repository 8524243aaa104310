"""What a person's name is made of: titles, given names, surname, folded so that spellings can be compared."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from ..words.scripts import folded
from ..words.wordlists import word_lists
from .spelling import plain_letters, servant, spelling

_TOKEN = re.compile(r"[^\W\d_]+(?:['’`ʼ‘][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_NUMBERED = re.compile(r"\w+[ _]?\d+\s*[(\[]([^)\]]+)[)\]]$")  # Speaker 1 (Anna Marsh)
# William "Will" Hay, Elizabeth (Lilly) Hay
_NICKNAME = re.compile(r"(?<=\w)\s+[\"“”„«‘'(]\s*([^\W\d_a-z][^\W\d_]+)\s*[\"“”»’')]\s+(?=[^\W\d_a-z])")
_EXCELLENCY = re.compile(r"^(?:(?:H|S)\.\s?E\.|HE(?=\s)|H\.?\s?R\.?\s?H\.?(?=\s)|HM(?=\s))\s*(?=\w)")
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ash|ad|ar)[-‐–](?=\w)", re.IGNORECASE)
_LINKS = frozenset({"of", "for", "to", "and"})  # "President of Malta", "Bank of Italy"
_HANDLE = re.compile(r"^@|[\d_]")
_HYPHENS = "-‐–"
_WORD_GOES_ON, _NO_LETTER, _IN_LABEL = re.compile(r"\w"), re.compile(r"\W"), re.compile(r"[\w']+")
_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-Z]{2,3}")
_FAMILY_FIRST = re.compile(r"\s*([^\W\d_a-z]{3,}(?:[- ][^\W\d_a-z]{3,})?)\s+([^\W\d_a-z][a-z][\w-]*)\s*")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in parts, all folded and in one spelling."""

    label: str
    """The whole, folded, without punctuation."""
    given: str = ""
    """The first name, or its initial; empty for a bare surname."""
    rest: tuple[str, ...] = ()
    """Middle names and surname, particles joined to what follows them; empty for a role, a handle or a number."""
    titled: bool = False
    gender: str = ""
    wife: bool = False
    """Whether the form of address is also that of the wife of a man of that name."""
    generation: int = 0
    arabic: bool = False
    """Whether it is built as Arabic names are, whose vowels are spelt in several ways."""
    nickname: str = ""
    """Another first name, where the text gives both together."""
    compound: bool = False
    """Whether the first name goes on in `rest`: Anne-Sophie, who is no Anne."""

    @property
    def full(self) -> bool:
        """Whether it has a first name and a surname."""
        return bool(self.given and self.rest)

    @property
    def detail(self) -> tuple[int, int, int]:
        """How much it tells: names written out, then initials, then a gender."""
        parts = [self.given, *self.rest] if self.rest else []
        told = bool(self.nickname)
        return sum(len(each) > 1 for each in parts) + told, len(parts) + told, bool(self.gender)


@cache
def name_words() -> dict[str, Any]:
    """The lists of `names.yaml`: sets of words, and for `generations` a number each."""
    data = word_lists(__package__, "names.yaml")
    lists: dict[str, Any] = {
        kind: words if isinstance(words, dict) or kind == "given" else frozenset(words) for kind, words in data.items()
    }
    lists["titles"] |= lists["male"] | lists["female"] | lists["offices"]
    lists["roles"] |= lists["offices"]
    given: dict[str, frozenset[str]] = {}
    for group in data["given"]:
        for name in group:
            given[spelling(name)] = given.get(spelling(name), frozenset()) | {spelling(group[0])}
    lists["given"] = given
    lists["arabic"] = frozenset().union(*(given_names(spelling(name), given) for name in data["arabic"]))
    lists["short"] = frozenset(spelling(name) for group in data["given"] for name in group[1:])
    lists["unsure"] = {spelling(short): frozenset(map(spelling, longer)) for short, longer in data["unsure"].items()}
    return lists


def given_names(name: str, known: Mapping[str, frozenset[str]] | None = None) -> frozenset[str]:
    """The first names that one may stand for, itself included: the names are in one spelling."""
    known = name_words()["given"] if known is None else known
    return known.get(name, frozenset()) | {name}


@lru_cache(maxsize=2048)
def person_name(text: str) -> PersonName:
    """The parts of a name as a text writes it, with or without titles, `Surname, Name` included."""
    words = name_words()
    text = _EXCELLENCY.sub("", plain_letters(unicodedata.normalize("NFKC", text)).strip())
    numbered = _NUMBERED.match(text)
    if (
        numbered is not None
        and (inner := person_name(numbered[1])).full
        and not words["roles"] & set(inner.label.split())
    ):
        return replace(inner, label=_label(text[: numbered.start(1) - 1]), titled=True)
    nickname = _NICKNAME.search(text)
    inverted = _inverted(_ASIDE.sub(" ", _NICKNAME.sub(" ", text)))
    label = _label(inverted)
    if _HANDLE.search(inverted):
        return PersonName(label)
    raw, generation = _told(_TOKEN.findall(_ARTICLE.sub(" al ", _surname_last(inverted))))
    tokens = [_plain(each) for each in raw]
    first = _after_titles(tokens)
    if first == len(tokens) or tokens[-1] in words["roles"] or _is_office(tokens, first):
        return PersonName(label)
    if first and all(len(each) == 1 for each in tokens[first:]):  # "PhD A", "Professor B"
        return PersonName(label)
    gender = next((sex for sex in ("male", "female") for each in tokens[:first] if each in words[sex]), "")
    # "Al Gore" has a first name, "al Sarraj" and "Al-Sarraj" have none.
    named = tokens[first] not in words["articles"] or (raw[first][0].isupper() and not _ARTICLE.search(inverted))
    core, arabic = _joined(tokens[first:], keep_first=named)
    double = len(core) == 2 == len(raw) - first and _hyphened(raw[-2], raw[-1], inverted)  # "Ms Dupont-Moreau"
    alone = len(core) == 1 or tokens[first] in words["particles"] or not named or double
    hyphened = len(raw) - first > 2 and _hyphened(raw[first], raw[first + 1], inverted, whole=True)
    return PersonName(
        label,
        compound=hyphened and not alone,
        given="" if alone else core[0],
        rest=tuple(core if alone else core[1:]),
        titled=first > 0,
        gender=gender,
        wife=any(each in words["wives"] for each in tokens[:first]),
        generation=generation,
        arabic=arabic or (not alone and not words["arabic"].isdisjoint(given_names(core[0]))),
        nickname=spelling(nickname[1]) if nickname is not None and not alone else "",
    )


def _hyphened(one: str, other: str, text: str, *, whole: bool = False) -> bool:
    """Whether a hyphen joins these two words of a text; the second may go on there unless it is to be `whole`."""
    for hyphen in _HYPHENS:
        joined = f"{one}{hyphen}{other}"
        at = text.find(joined)
        while at >= 0:
            if not (whole and _WORD_GOES_ON.match(text, at + len(joined))):
                return True
            at = text.find(joined, at + 1)
    return False


def _label(text: str) -> str:
    return " ".join(map(folded, _IN_LABEL.findall(text.replace("’", "'")))).removeprefix("the ")


@lru_cache(maxsize=4096)
def _plain(token: str) -> str:
    return _NO_LETTER.sub("", folded(token))


def _told(raw: list[str]) -> tuple[list[str], int]:
    """The words without generation and honours, initials written as one taken apart; and the generation."""
    words = name_words()
    tokens = [_plain(each) for each in raw]
    generation = next((words["generations"][each] for each in tokens[1:] if each in words["generations"]), 0)
    beside = words["generations"].keys() | words["honours"]
    kept = [each for at, each in enumerate(raw) if not (at and tokens[at] in beside)]
    if len(kept) > 1 and _INITIALS.fullmatch(kept[0]) and not kept[-1].isupper():
        return ([*kept[0], *kept[1:]] if _plain(kept[0]) not in words["titles"] else kept), generation
    return kept, generation


def _surname_last(text: str) -> str:
    """`OKAFOR Peter` in the order of `Peter OKAFOR`."""
    found = _FAMILY_FIRST.fullmatch(text)
    if found is None or not {_plain(each) for each in found[1].split()}.isdisjoint(name_words()["titles"]):
        return text
    return text if not found[1].isupper() else f"{found[2]} {found[1]}"


def _is_office(tokens: list[str], first: int) -> bool:
    """Whether the whole is an office or somebody at one: "President of Malta", "Office of Commissioner Brandt"."""
    words = name_words()
    heads, offices = words["offices"] | words["bodies"], words["offices"]
    for at, each in enumerate(tokens):
        if each in _LINKS and at >= first - 1:
            return True
        whose = tokens[at + 1 : first]
        # Who is sent by a Secretary-General is named after him: "Envoy of the Secretary-General Jan Kubik".
        sent = whose[-2:] == ["secretary", "general"] and not words["sent"].isdisjoint(tokens[:at])
        if each in _LINKS - {"and"} and not sent and not (heads.isdisjoint(tokens[:at]) or offices.isdisjoint(whose)):
            return True
    return False


def _inverted(text: str) -> str:
    """`Blinken, Antony J.` in reading order; what else follows a comma is role or body and left out."""
    words = name_words()
    head, comma, tail = text.partition(",")
    if not comma:
        return text
    heads, tails = ([folded(each) for each in _TOKEN.findall(part)] for part in (head, tail))
    if any(each in words["generations"] for each in tails):
        return text.replace(",", " ")
    plain = (
        tails
        and len(tails) <= 3
        and not any(each in words["roles"] | words["titles"] for each in tails)
        and "," not in tail
    )
    core = [each for each in heads if each not in words["particles"] | words["articles"]]
    return f"{tail} {head}" if plain and len(core) == 1 and core[0] not in words["roles"] | words["titles"] else head


def _after_titles(tokens: list[str]) -> int:
    """Index of the first token of the name itself."""
    words = name_words()
    offices = [at for at, each in enumerate(tokens[:-1]) if each in words["offices"]]
    first = offices[-1] + 1 if offices else 0
    while first < len(tokens) and tokens[first] in words["titles"]:
        first += 1
    return first


def _joined(tokens: list[str], *, keep_first: bool) -> tuple[list[str], bool]:
    """The names in one spelling, and whether they are built as Arabic names are."""
    words = name_words()
    result: list[str] = []
    waiting = ""
    arabic = False
    particles = words["particles"] - ({"van"} if tokens[0] in words["vietnamese"] else set())
    for at, each in enumerate(tokens):
        last = at + 1 == len(tokens)
        if not last and (at or not keep_first) and each in words["articles"] | words["sons"]:
            arabic = True
        elif not last and each in words["servants"]:
            arabic, waiting = True, "abd"
        elif not last and at and each in words["light"]:
            continue
        elif not last and each in particles:
            waiting += f"{each} "
        else:
            served = servant(each)
            arabic = arabic or served is not None
            result.append(waiting + spelling(each if served is None else f"abd{served}"))
            waiting = ""
    if result[0] in words["family_first"] - words["vietnamese"] and len(result) == 3:  # Park Ji-hoon, Park Jihoon
        result[1:] = [spelling("".join(result[1:]))]
    return result, arabic
