"""What a person's name is made of: titles, given names, surname, folded so that spellings can be compared."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from ..dating.names import fold
from ..wordlists import word_lists

_TOKEN = re.compile(r"[^\W\d_]+(?:['’`ʼ‘][^\W\d_]+)*")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_ARTICLE = re.compile(r"\b(?:al|el|ul|as|ash|ad|ar)[-‐–](?=\w)", re.IGNORECASE)
_SERVANT = re.compile(r"abd(?:ul|el|al|oul|ol)?(?=[^aeiou])(?=.{3})")
_HANDLE = re.compile(r"^@|[\d_]")


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

    @property
    def full(self) -> bool:
        """Whether it has a first name and a surname."""
        return bool(self.given and self.rest)

    @property
    def detail(self) -> tuple[int, int, int]:
        """How much it tells: names written out, then initials, then a gender."""
        parts = [self.given, *self.rest] if self.rest else []
        return sum(len(each) > 1 for each in parts), len(parts), bool(self.gender)


@cache
def name_words() -> dict[str, Any]:
    """The lists of `names.yaml`: sets of words, and for `generations` a number each."""
    data = word_lists(__package__, "names.yaml")
    lists: dict[str, Any] = {
        kind: words if isinstance(words, dict) or kind == "given" else frozenset(words) for kind, words in data.items()
    }
    lists["titles"] |= lists["male"] | lists["female"] | lists["offices"]
    lists["roles"] |= lists["offices"]
    given = {spelling(name): spelling(group[0]) for group in data["given"] for name in group}
    lists["arabic"] = frozenset(given.get(spelling(name), spelling(name)) for name in data["arabic"])
    lists["given"] = given
    return lists


@lru_cache(maxsize=8192)
def person_name(text: str) -> PersonName:
    """The parts of a name as a text writes it, with or without titles, `Surname, Name` included."""
    words = name_words()
    inverted = _inverted(_ASIDE.sub(" ", unicodedata.normalize("NFKC", text)))
    label = " ".join(fold(each) for each in re.findall(r"[\w']+", inverted.replace("’", "'")))
    if _HANDLE.search(inverted):
        return PersonName(label.removeprefix("the "))
    raw = _TOKEN.findall(_ARTICLE.sub(" al ", inverted))
    tokens = [re.sub(r"\W", "", fold(each)) for each in raw]
    generation = next((words["generations"][each] for each in tokens[1:] if each in words["generations"]), 0)
    kept = [
        at for at, each in enumerate(tokens) if not (at and (each in words["generations"] or each in words["honours"]))
    ]
    raw, tokens = [raw[at] for at in kept], [tokens[at] for at in kept]
    first = _after_titles(tokens)
    links = {"of", "for", "to", "and"}  # "President of Malta", "Bank of Italy"
    office = not links.isdisjoint(tokens[max(0, first - 1) :])
    if office or first == len(tokens) or tokens[-1] in words["roles"]:
        return PersonName(label.removeprefix("the "))
    if first and all(len(each) == 1 for each in tokens[first:]):  # "PhD A", "Professor B"
        return PersonName(label)
    gender = next((sex for sex in ("male", "female") for each in tokens[:first] if each in words[sex]), "")
    # "Al Gore" has a first name, "al Sarraj" and "Al-Sarraj" have none.
    named = tokens[first] not in words["articles"] or (raw[first][0].isupper() and not _ARTICLE.search(inverted))
    core, arabic = _joined(tokens[first:], keep_first=named)
    alone = len(core) == 1 or tokens[first] in words["particles"] or not named
    return PersonName(
        label,
        given="" if alone else core[0],
        rest=tuple(core if alone else core[1:]),
        titled=first > 0,
        gender=gender,
        wife=any(each in words["wives"] for each in tokens[:first]),
        generation=generation,
        arabic=arabic or (not alone and words["given"].get(core[0], core[0]) in words["arabic"]),
    )


def _inverted(text: str) -> str:
    """`Blinken, Antony J.` in reading order; what else follows a comma is role or body and left out."""
    words = name_words()
    head, comma, tail = text.partition(",")
    if not comma:
        return text
    heads, tails = ([fold(each) for each in _TOKEN.findall(part)] for part in (head, tail))
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
    for at, each in enumerate(tokens):
        last = at + 1 == len(tokens)
        if not last and (at or not keep_first) and each in words["articles"] | words["sons"]:
            arabic = True
        elif not last and each in words["servants"]:
            arabic, waiting = True, "abd"
        elif not last and each in words["particles"]:
            waiting += f"{each} "
        else:
            servant = _SERVANT.match(each)
            arabic = arabic or bool(servant)
            result.append(waiting + spelling(f"abd{each[servant.end() :]}" if servant else each))
            waiting = ""
    return result, arabic


def spelling(word: str) -> str:
    """One spelling for those of one name: Müller and Mueller, Zelensky and Zelenskyy, Dbeibah and Dbeiba."""
    word = re.sub(r"(?<=[a-z])(?:ue|oe|ae)", lambda m: m[0][0], fold(word)) if len(word) > 4 else fold(word)
    word = re.sub(r"(?<=[aeiou])y|y(?=[aeiou])(?<!^y)|(?<=.)y+$|(?<=sk)y", "i", word)
    for before, after in (("ph", "f"), ("ck", "k"), ("ou", "u"), ("tz", "ts")):
        word = word.replace(before, after)
    word = re.sub(r"off$", "ov", re.sub(r"(?<=[aeiou]{1})h$", "", word))
    return re.sub(r"([^aeiou])\1+", r"\1", word) if len(word) < 5 else re.sub(r"(.)\1+", r"\1", word)


def skeleton(word: str) -> str:
    """The consonants of an Arabic name as any romanisation has them: Haftar and Hifter, Gaddafi and Qadhafi."""
    for before, after in (
        ("kh", "h"),
        ("gh", "k"),
        ("dh", "d"),
        ("dj", "j"),
        ("th", "t"),
        ("q", "k"),
        ("g", "k"),
        ("c", "k"),
    ):
        word = word.replace(before, after)
    head = "a" if word[:1] in "aeiou" else word[:1]
    return head + re.sub(r"[aeiouwy']", "", word[1:])
