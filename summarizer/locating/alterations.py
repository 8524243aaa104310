"""Whether another wording says something else: a number, a negation, a date or a name that changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from ..words.calendar import MONTHS, WEEKDAYS
from ..words.scripts import folded as plain
from .wordindex import Word, count_words, fold


def _list(words: str) -> list[str]:
    return words.split()


_NUMBERS: Final = {
    # Spelled numbers count as their digits, and every ordinal ends in "th": twelve, 12; second, 2nd.
    **{
        word: str(value)
        for value, word in enumerate(_list("zero one two three four five six seven eight nine ten eleven"))
    },
    **{word: f"{value}" for value, word in enumerate(_list("twelve thirteen fourteen fifteen sixteen seventeen"), 12)},
    **{word: f"{value}" for value, word in enumerate(_list("eighteen nineteen"), 18)},
    **{
        word: f"{value}0"
        for value, word in enumerate(_list("twenty thirty forty fifty sixty seventy eighty ninety"), 2)
    },
    **{
        word: f"{value}th"
        for value, word in enumerate(_list("first second third fourth fifth sixth seventh eighth"), 1)
    },
    **{word: f"{value}th" for value, word in enumerate(_list("ninth tenth eleventh twelfth"), 9)},
    **{
        word: word.rstrip("s")
        for word in _list("hundred hundreds thousand thousands million millions billion billions")
    },
    **{word: word for word in _list("trillion dozen dozens half twice double triple percent")},
    "1st": "1th",
    "2nd": "2th",
    "3rd": "3th",
    "%": "percent",
}
_SIGNS: Final = frozenset("-+±×÷≤≥≠≈‰$¢£¤¥֏؋฿")

_NEGATIONS: Final = frozenset(
    # English; then French, German, Spanish, Portuguese, Italian, Dutch, Russian, Arabic, Chinese and Japanese.
    _list(
        "not no never nor neither none nobody nothing nowhere cannot without unless except "
        "ne pas jamais aucun aucune rien sans nicht kein keine keinen keiner keinem nie niemals ohne "
        "nunca jamás ningún ninguna sin não nenhum nenhuma sem non mai nessun nessuna senza "
        "nadie tampoco ni ninguém niente nulla neppure nemmeno neanche né weder niemand nichts niet geen nooit noch zonder personne "
        "не нет ни никогда без никто ничего нельзя لا لم لن ليس ليست دون 不 没 沒 未 非 無 无 否 ず"
    )
)

_LEAST: Final = 4  # letters of the name of a month that is no other word of some language
_DATES: Final = frozenset(
    _list(
        "today tomorrow yesterday tonight "
        "day days week weeks weekend month months quarter quarters year years hour hours minute minutes "
        "morning afternoon evening noon midnight"
    )
) | {name for name in (*MONTHS, *WEEKDAYS) if len(name) >= _LEAST or not name.isascii()}

FUNCTION_WORDS: Final = frozenset(
    _list(
        "a an the this that these those and or but so if then than as of to in on at by for from with into over under about "
        "i you he she it we they me him her us them my your his its our their who whom which what there here also "
        "s ll re ve m d "
        "le la les l un une des du de et ou à au aux en der die das den dem ein eine und oder zu im am el los las y o"
    )
)
"""Articles, pronouns, prepositions and the like, which prove nothing alone and are capitalised only for their place.

No auxiliary verb is among them ("I will." proves something), and no negation.
"""

_ANSWERS: Final = frozenset(_list("yes yeah okay ok well sure"))


def is_negation(word: str) -> bool:
    """Whether a word denies: not, never, can't, kein ..."""
    folded = fold(word)
    return folded in _NEGATIONS or folded.endswith("n't")


def is_scrap(words: Sequence[str]) -> bool:
    """Whether words are too few and too common to point anywhere: "The", "of the", a lone Han character."""
    for word in words:
        if fold(word) not in FUNCTION_WORDS and not (len(words) == 1 and count_words(words) == 0.5):
            return False
    return count_words(words) <= 2


def _numbers(words: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in map(fold, words):
        if word in _NUMBERS or word in _SIGNS or any(char.isnumeric() for char in word):
            found[_NUMBERS.get(word, word)] += 1
    return found


def changes_meaning(claimed: Sequence[Word], source: Sequence[Word], written: Callable[[str], bool]) -> bool:
    """Whether two wordings of one place differ in a number, a negation, a date or a name.

    `written` tells whether the source holds a word in exactly that spelling: one with a capital that
    stands nowhere in lower case is taken for a name.
    """
    ours, theirs = [word.surface for word in claimed], [word.surface for word in source]

    def names(words: Iterable[str]) -> set[str]:
        capitals = {word for word in words if word[0].isupper() and not written(word.lower())}
        return {fold(word) for word in capitals} - FUNCTION_WORDS - _ANSWERS

    def dates(words: Iterable[str]) -> set[str]:
        return {plain(word) for word in words if plain(word) in _DATES or word in ("May", "MAY")}

    return (
        _numbers(ours) != _numbers(theirs)
        or sum(map(is_negation, ours)) != sum(map(is_negation, theirs))
        or dates(ours) != dates(theirs)
        or names(ours) != names(theirs)
    )
