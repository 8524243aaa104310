"""Whether the words of the ladder are negated, and what that makes of them."""

from ..schemas import Strength
from ..words.lexicon import Phrase
from ..words.rungs import firm
from . import brackets
from .sentence import Found, Negation, Sentence

_REACH = 8  # words before a verb in which its negated subject may stand
_YET_WITHIN = 5  # words after a negation in which "yet" may stand: "n'a pas encore été"
_NOT_NONE = frozenset(("later", "doubt", "more", "less"))  # after "no"
_HAVING = frozenset(("be", "have", "need", "see", "find", "know"))  # "will have no objection"
_SPARED = frozenset("effort efforts stone time secret difficulty trouble mistake longer matter less problem".split())
_DECISIONS = frozenset("decision decisions agreement agreements commitment commitments conclusion vote one".split())


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
        negation = _anywhere(sentence, one, withheld=words.has("withheld", phrase.lemma))
        if negation == "absent" and one.kind == "modals" and brackets.takes_nothing(sentence, one):
            negation = "refused"
        return negation
    right = one.last
    while sentence.in_list("skipped", right):
        right += 1
    if phrase.kind != "phrases":
        if sentence.any_in_list("negators", one.first, one.last) and phrase.kind == "modals":
            return "refused"
        if sentence.word(one.first) == "cannot" or sentence.negates(right):
            return "refused"
        joined = not any(sentence.word(at) == "," for at in range(one.last, right))  # "Ana agreed, no ban till May"
        if joined and sentence.in_list("absent", right) and sentence.word(right + 1) not in _NOT_NONE:
            return "refused" if sentence.word(right + 1) == "longer" else "absent"
        if one.kind in ("modals", "would") and firm(one.strength) and _does_none(sentence, right):
            return "refused"
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
            if one.kind == "modals" and firm(one.strength) and _none_is_done(sentence, at, one):
                return "refused"
            inverted = sentence.in_list("negators", at) and sentence.in_list("auxiliaries", at + 1)
            return "refused" if inverted else "absent"
        if sentence.in_list("raising", at) and (sentence.negates(at - 1) or sentence.negates(at - 2)):
            return "refused"
    return "none"


def _does_none(sentence: Sentence, verb: int) -> bool:
    """Whether somebody will do none of a thing: "will make no further loans"; not "will spare no effort"."""
    noun = verb + 2
    if sentence.word(verb) in _HAVING or not sentence.in_list("absent", verb + 1):
        return False
    if sentence.word(noun) in ("more", "further", "other") and sentence.word(noun + 1) != "than":
        noun += 1
    return sentence.word(noun) not in _NOT_NONE | _SPARED


def _none_is_done(sentence: Sentence, at: int, one: Found) -> bool:
    """Whether none of a thing will be done: "No surcharge will be levied"; not "No decision will be taken today"."""
    decides = any(sentence.word(place) in _DECISIONS for place in range(at, one.first))
    return sentence.word(sentence.after(one.last)) == "be" and not decides


def _anywhere(sentence: Sentence, one: Found, *, withheld: bool) -> Negation:
    """For languages that put the negation before the verb, after it, or around it: one in the same clause."""
    first, last = sentence.stretch(one.first)
    own = range(one.first, one.last)
    if one.kind == "phrases" and any(sentence.negates(at) or sentence.in_list("absent", at) for at in own):
        return "none"  # its own negation: "no puedo", "findet keine Zustimmung"
    leading = "before" in sentence.words.lists["negation"]
    denied = [at for at in range(first, one.last if leading else last) if sentence.negates(at)]
    sparing = [at for at in range(first, last) if sentence.in_list("sparing", at + 1)]  # "ne ménager aucun effort"
    nothing = [at for at in range(first, last) if sentence.in_list("absent", at) and at not in sparing]
    if not one.finite and leading and sentence.any_in_list("failing", one.first - 2, one.first):
        return "absent"  # "sans signer"
    if not denied and ((leading and sentence.in_list("trailing", one.last)) or _doubted(sentence, first)):
        return "refused"
    if leading and nothing and one.kind == "modals" and _takes_none(sentence, nothing[0], one):
        return "refused"
    if leading and nothing and (nothing[0] < one.first or (denied and sentence.any_in_list("been", first, one.first))):
        return "absent"  # "rien n'a été décidé"
    if leading and denied and nothing and one.kind == "verbs":
        return "absent"  # "no se acordó nada"
    if one.kind == "verbs" and _forborne(sentence, one.last, last):
        return "refused"
    if denied:
        yet = one.kind == "verbs" and any(
            sentence.in_list("yet", near) for at in denied for near in (at - 1, *range(at + 1, at + _YET_WITHIN))
        )
        return "absent" if withheld or yet or not one.finite else "refused"
    return "absent" if nothing else "none"


def _takes_none(sentence: Sentence, at: int, one: Found) -> bool:
    """Whether a passive to come is refused of a thing: "aucune taxe ne sera prélevée", but not "aucune décision ne sera prise"."""
    noun = sentence.word(at + 1)
    decision = noun.endswith(tuple(sentence.words.list("nominal"))) or sentence.in_list("nouns_too", at + 1)
    return sentence.in_list("will_be", one.first) and at + 1 < one.first and not decision


def _forborne(sentence: Sentence, begin: int, last: int) -> bool:
    """Whether an infinitive under the verb is negated: "acordaron no publicar", "kamen überein, nicht zu zahlen"."""
    endings = tuple(sentence.words.lists.get("infinitives", ()))
    near = (at for at in range(begin, last) if sentence.negates(at) and not sentence.in_list("absent", at))
    if any(sentence.word(place).endswith(endings) for at in near for place in (at + 1, at + 2)):
        return True
    if sentence.word(last) != "," or not sentence.words.lists.get("infinitive"):
        return False
    inner = range(last + 1, sentence.stretch(last + 1)[1])
    place = next((at for at in inner if sentence.in_list("infinitive", at) or brackets.marked(sentence.word(at))), None)
    return place is not None and any(sentence.negates(at) for at in range(last + 1, place))


def _doubted(sentence: Sentence, first: int) -> bool:
    """Whether the clause hangs on a doubt: "je ne pense pas que nous signerons"."""
    begin = first - 1
    if sentence.word(begin - 1) == ",":
        begin -= 1
    before = range(sentence.stretch(begin)[0], first - 1)
    doubting = any(sentence.in_list("raising", at) for at in before) and any(map(sentence.negates, before))
    return doubting and sentence.in_list("subordinators", first - 1)
