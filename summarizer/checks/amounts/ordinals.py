"""Which of several is meant: "the first reactor" for "the second reactor"."""

from collections.abc import Iterator, Sequence

from ...lexicon import words_in
from ...schemas import RejectionReason
from ...stems import carries_meaning, family, stem
from ..fields import Report, Text
from ..grounds import Grounds

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_FIGURES = {f"{at}{'st nd rd'.split()[at - 1] if at < 4 else 'th'}": word for at, word in enumerate(_ORDINALS, 1)}
_TELLING = frozenset((*_ORDINALS, *_FIGURES))


def check_ordinals(text: Text, grounds: Grounds, report: Report) -> None:
    """A thing that the quoted words number otherwise, and do not name with the number of the claim."""
    if grounds.index.language != "en":
        return
    words = words_in(text.value, "en")
    ours = [] if _TELLING.isdisjoint(words) else list(_numbered(words))
    told = list(_numbered(words_in(grounds.whole, "en"))) if ours else []
    named = {number for number, _ in told}
    for number, thing in ours:
        others = [other for other, same in told if same == thing and thing]
        if others and number not in named:
            report.against(
                text, "numbers", f'The quoted words say "{others[0]}", not "{number}".', RejectionReason.CONTRADICTED
            )


def _numbered(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The ordinals of a text, each with what is numbered; empty where no thing follows."""
    for at, word in enumerate(words):
        number = _FIGURES.get(word, word)
        if number in _ORDINALS:
            following = words[at + 1] if at + 1 < len(words) else ""
            yield number, family(stem(following)) if following and carries_meaning(following) else ""
