"""Which of several is meant: "the first reactor" for "the second reactor", "phase one" for "phase two"."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from ...words.lexicon import words_in
from ...words.scripts import folded
from ...words.stems import carries_meaning, families_of, family, stem
from ..fields import Report, Text, is_title
from ..grounds import Grounds
from ..words import listed, ranked, rows
from .figures import CLAUSE

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_FIGURES = {f"{at}{'st nd rd'.split()[at - 1] if at < 4 else 'th'}": word for at, word in enumerate(_ORDINALS, 1)}


def check_ordinals(text: Text, grounds: Grounds, report: Report) -> None:
    """A thing that the quoted words number otherwise, and do not name with the number of the claim where they tell of it."""
    language = grounds.index.language or ""
    if not _table(language):
        return
    ours = list(_numbered(words_in(text.value, language), language))
    told = list(_numbered(words_in(grounds.whole, language), language)) if ours else []
    named = {number for number, _ in told}
    for number, thing in ours:
        others = [other for other, same in told if same == thing and thing]
        if others and number not in named:
            explanation = f'The quoted words say "{others[0]}", not "{number}".'
        elif others and not is_title(text, report.item) and _of_other(text.value, number, thing, grounds):
            explanation = f'The quoted words do not say that of "{number}".'
        else:
            continue
        report.against(text, "numbers", explanation)


def _of_other(claim: str, number: str, thing: str, grounds: Grounds) -> bool:
    """Whether the clause with the most of the claim's other words numbers the thing otherwise, and one beside it as the claim does."""
    language = grounds.index.language or ""
    rest = families_of(claim) - {thing}
    told = [
        (
            len(rest & families_of(clause)),
            [one for one, same in _numbered(words_in(clause, language), language) if same == thing],
        )
        for clause in CLAUSE.split(grounds.whole)
        if thing in families_of(clause)
    ]
    own = max((held for held, numbers in told if number in numbers), default=0)
    others = max((held for held, numbers in told if numbers and number not in numbers), default=0)
    return others > own + 1


def _numbered(words: Sequence[str], language: str) -> Iterator[tuple[str, str]]:
    """The ordinals of a text, each with what is numbered; empty where no thing follows."""
    table = _table(language)
    for at, word in enumerate(words):
        following = words[at + 1] if at + 1 < len(words) else ""
        if (number := table.get(folded(word))) is not None:
            yield number, family(stem(following)) if following and carries_meaning(following) else ""
        elif language == "en" and word in listed("numbered") and (rank := _rank(following)):
            yield _ORDINALS[rank - 1], family(stem(word))  # "phase two"


def _rank(word: str) -> int:
    value = int(word) if word.isdecimal() else ranked("units").get(word, 0)
    return value if 0 < value <= len(_ORDINALS) else 0


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, str]:
    """The words for ordinals, without accents, each as the English one."""
    if language == "en":
        return {word: word for word in _ORDINALS} | _FIGURES
    return {
        word: _ORDINALS[at] for row in rows("ordinals_in", language) for at, words in enumerate(row) for word in words
    }
