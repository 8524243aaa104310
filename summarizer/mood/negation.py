"""Whether the words of the ladder are negated, and what that makes of them."""

from ..lexicon import Phrase
from ..rungs import firm
from ..schemas import Strength
from .sentence import Found, Negation, Sentence

_REACH = 8  # words before a verb in which its negated subject may stand
_NOT_NONE = frozenset(("later", "doubt", "more", "less"))  # after "no"


def negate(sentence: Sentence, one: Found, phrase: Phrase) -> None:
    """Enter the negation of a phrase, if it has one."""
    negation = _negation(sentence, one, phrase)
    if negation == "refused" and one.strength is Strength.DENIED:
        one.strength, negation = Strength.EXPLORED, "none"  # "did not rule out"
    elif negation == "refused" and not firm(one.strength):
        negation = "absent"
    one.negation = negation


def _negation(sentence: Sentence, one: Found, phrase: Phrase) -> Negation:
    words = sentence.words
    if words.lists.get("negation"):
        return _anywhere(sentence, one)
    right = one.last
    while sentence.in_list("skipped", right):
        right += 1
    if phrase.kind != "phrases":
        if sentence.any_in_list("negators", one.first, one.last) and phrase.kind == "modals":
            return "refused"
        if sentence.word(one.first) == "cannot" or sentence.negates(right):
            return "refused"
        if sentence.in_list("absent", right) and sentence.word(right + 1) not in _NOT_NONE:
            return "refused" if sentence.word(right + 1) == "longer" else "absent"
    yet = sentence.word(right) == "yet"
    at = one.first - 1
    while at >= 0 and (
        sentence.in_list("skipped", at)
        or sentence.in_list("auxiliaries", at)
        or sentence.word(at) in ("yet", "ever", "even", "to")
    ):
        yet = yet or sentence.word(at) == "yet"
        at -= 1
    if sentence.negates(at):
        return "absent" if yet or words.has("withheld", phrase.lemma) or not one.finite else "refused"
    if sentence.word(one.first - 1) == "to" and sentence.in_list("failing", one.first - 2):
        return "absent"
    return _from_afar(sentence, one)


def _from_afar(sentence: Sentence, one: Found) -> Negation:
    """A negation before the subject: "nobody agreed", "no side will", "I don't think we will"."""
    for at in range(one.first - 1, max(one.first - _REACH - 1, -1), -1):
        word = sentence.word(at)
        if word in (",", ":", "(", "that") or sentence.in_list("breaks", at):
            return "none"
        opens = at == sentence.start or sentence.word(at - 1) in (",", "that") or sentence.in_list("breaks", at - 1)
        if sentence.in_list("absent", at) and opens:
            inverted = sentence.in_list("negators", at) and sentence.in_list("auxiliaries", at + 1)
            return "refused" if inverted else "absent"
        if sentence.in_list("raising", at) and (sentence.negates(at - 1) or sentence.negates(at - 2)):
            return "refused"
    return "none"


def _anywhere(sentence: Sentence, one: Found) -> Negation:
    """For languages that put the negation before the verb, after it, or around it: one in the same clause."""
    first = last = one.first
    while first > 0 and not sentence.in_list("breaks", first - 1):
        first -= 1
    while last < len(sentence.tokens) and not sentence.in_list("breaks", last):
        last += 1
    if any(sentence.negates(at) for at in range(first, last)):
        return "refused"
    return "absent" if sentence.any_in_list("absent", first, last) else "none"
