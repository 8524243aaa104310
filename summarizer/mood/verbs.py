"""Form and time of a verb of the ladder."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..schemas import Strength
from ..words.calendar import is_year
from ..words.lexicon import Phrase
from ..words.rungs import firm
from . import brackets
from .sentence import Found, Sentence

_SUBJECTS = frozenset(("i", "we", "you", "they", "who", "do", "does", "did", "and"))
_DO = frozenset(("do", "does", "did"))
_PLAIN = frozenset(("i", "we", "you", "they"))
_THIRD_PERSON = frozenset(("he", "she", "it", "who", "which", "that", ",", ")", "and", "everyone"))  # before "agrees"
_ONE = frozenset(("this", "that"))  # of which a verb has an s behind it: "this grants"
_BEFORE_NOUNS = frozenset("with of about for from between among on by under".split())
_PLURALS = ("s", "children", "people")
_STANDING_ALONE = frozenset(("all", "both", "this", "that", "each", "these", "those"))  # subjects as well as articles
_AFTER_VERBS = frozenset(("to", "on", "that", "in", "by"))
_AFTER_NOUNS = frozenset(("of", "from", "for", "on", ":", "-", "–", "—", "."))
_OPENING = frozenset((":", "-", "–", "—", ";", "•"))
_OPENING_WORDS = 4
_REACH = 12  # words after a verb in which its time may stand


def settle(sentence: Sentence, one: Found, phrase: Phrase, found: Sequence[Found]) -> bool:
    """Settle form and time of a verb; False where it is none here ("the agreed text")."""
    form, previous = sentence.words.form(phrase.lemma, sentence.word(one.first)), sentence.before(one.first)
    if form == "any":
        return _settle_without_forms(sentence, one, previous, found)
    if phrase.lemma == "be":
        one.finite = sentence.word(previous) != "to"
        return _bound(sentence, one)
    if form == "base or past":
        form = "past" if _told(sentence, previous) else "base"
    if sentence.words.has("nouns_too", phrase.lemma) and _is_noun(sentence, one, phrase, form, previous):
        return False
    if form == "ing":
        one.finite = _goes_on(sentence, previous, found)
    elif form == "base":
        one.finite = _has_plural_subject(sentence, previous, found)
    elif form == "present":
        one.finite = previous >= sentence.start and not (found and found[-1].last == one.first)
    elif phrase.lemma in ("need", "have") or _attributive(sentence, one) or _of_object(sentence, one, found):
        return False  # "had to" is told of the past
    else:
        left = sentence.word(previous)
        one.passive = sentence.words.has("passives", left)
        one.finite = not (left in ("be", "being", "having") and sentence.word(previous - 1) != "been")
        one.finite = one.finite and (one.passive or not _caused(sentence, one, found))
        if _bygone(sentence, one, previous):
            one.strength = Strength.MENTIONED
    return True


def _settle_without_forms(sentence: Sentence, one: Found, previous: int, found: Sequence[Found]) -> bool:
    """The same in a language of which no table tells the forms of a verb: its ending and its neighbours do."""
    lists, word, weak = sentence.words.lists, sentence.word(one.first), not firm(one.strength)
    if weak and _after_which(sentence, one):
        return False  # "Après en avoir délibéré, le conseil ..."
    if not _acts(sentence, one, previous) or brackets.nominal(sentence, one):
        return False
    verb = one.first + (sentence.in_list("clitics", one.first) and one.last > one.first + 1)  # "s'engager"
    ending = sentence.word(verb).endswith(tuple(lists.get("infinitives", ())))
    one.finite = not (ending or sentence.in_list("infinitive", one.first - 1) or _under_infinitive(sentence, previous))
    if lists.get("helpers"):
        one.finite = one.finite and not brackets.marked(word) and not brackets.infinite(sentence, one, found)
    if weak and word.endswith(tuple(lists.get("future", ()))):
        one.strength = one.strength if one.strength is Strength.DENIED else Strength.INTENDS
    told = lists.get("documents") and sentence.words.language != "en"
    if told and (_bygone(sentence, one, previous) or brackets.recalled(sentence, one)):
        one.strength = Strength.MENTIONED
    return _bound(sentence, one)


def _is_noun(sentence: Sentence, one: Found, phrase: Phrase, form: str, previous: int) -> bool:
    """Whether a word that may be a noun as well is one here."""
    words, left, article = sentence.words, sentence.word(previous), sentence.word(previous - 1)
    if form not in ("base", "present"):
        return False
    stands_alone = left in _STANDING_ALONE and not (form == "base" and left in _ONE)
    if words.has("determiners", left) and not stands_alone:
        return True  # "the offer", "its plans", "this grant"
    if left in ("and", "or") and article.isalpha() and words.has("determiners", sentence.word(previous - 2)):
        return True  # "the name and address"
    if form == "base":
        verbal = words.has("agents", left) or words.has("auxiliaries", left) or left.endswith("s")
        headed = left.isalpha() and not verbal and words.has("determiners", article)
        return headed and previous == one.first - 1  # "the change request"
    if previous < sentence.start:
        return sentence.word(one.last) in _AFTER_NOUNS  # "Notes of the call"
    needed = phrase.lemma == "need" and sentence.word(one.last - 1) == "to"  # "the report needs to be read"
    acts = sentence.capital(previous) or words.has("agents", left) or left in _THIRD_PERSON
    return not (acts or needed)  # "pound signs"


def _goes_on(sentence: Sentence, previous: int, found: Sequence[Found]) -> bool:
    """Whether a verb in "ing" is under way: "is exploring", not "will be exploring"."""
    coming = sentence.word(previous) == "be" and bool(found) and found[-1].kind in ("modals", "would")
    coming = coming and found[-1].last <= previous and sentence.after(found[-1].last) == previous
    return sentence.words.has("passives", sentence.word(previous)) and not coming


def _has_plural_subject(sentence: Sentence, previous: int, found: Sequence[Found]) -> bool:
    """Whether a verb in its base has a subject of its own: "we explore", not "will study and explore"."""
    left = sentence.word(previous)
    plural = left.endswith("s") and not sentence.words.has("auxiliaries", left)
    joined = left == "and" and bool(found) and (found[-1].kind == "modals" or not found[-1].finite)
    return (left in _SUBJECTS or plural) and not joined


def _told(sentence: Sentence, previous: int) -> bool:
    """Whether a verb whose past is as its base tells what was done: "was set at", "the board set the fee"."""
    left = sentence.word(previous)
    if sentence.in_list("auxiliaries", previous):
        return left not in _DO
    return left not in _PLAIN and (sentence.capital(previous) or sentence.in_list("agents", previous))


def _after_which(sentence: Sentence, one: Found) -> bool:
    """Whether a verb stands in the clause that opens a sentence with what was done before its act."""
    closed = any(sentence.word(at) == "," for at in range(sentence.start, one.first))
    return not closed and sentence.in_list("afterwards", sentence.start) and sentence.word(one.last) == ","


def _caused(sentence: Sentence, one: Found, found: Sequence[Found]) -> bool:
    """Whether somebody is to have a thing done: "I'll have every copy recalled"."""
    if not found or found[-1].kind not in ("modals", "would"):
        return False
    causing = sentence.after(found[-1].last)
    between = range(causing + 1, one.first)
    plain = len(between) > 0 and not any(sentence.word(at) == "," or sentence.in_list("breaks", at) for at in between)
    return sentence.word(causing) in ("have", "get") and plain


def _acts(sentence: Sentence, one: Found, previous: int) -> bool:
    """Whether a word of a language without a table of forms is a verb here, not a noun or the adjective of one."""
    lists, word, left = sentence.words.lists, sentence.word(one.first), sentence.word(previous)
    opens = previous < sentence.start or left in _OPENING
    named = sentence.capital(one.first) and sentence.capital(one.first - 1) and one.first - 2 >= sentence.start
    if named and not sentence.capital(one.first - 2):
        return False  # "Marie Promis"
    nominal = tuple(lists.get("nominal", ()))
    if not opens and word.endswith(nominal):
        return False  # "l'adoption du texte"
    if not word.endswith(nominal) and any(f"{ending}s" in word for ending in nominal):
        return False  # "Besprechungsnotiz"
    if sentence.in_list("before_noun", previous):
        previous -= 1  # "la prossima firma"
    governed = sentence.in_list("determiners", previous) or sentence.in_list("prepositions", previous)
    if sentence.in_list("nouns_too", one.first) and (governed or opens):
        return False
    participle = word.endswith(tuple(lists.get("participles", ())))
    noun = left[:1].isalpha() and not sentence.in_list("auxiliaries", previous)
    headed = sentence.in_list("determiners", previous - 1) or sentence.in_list("prepositions", previous - 1)
    return not (participle and noun and headed) or _bygone(sentence, one, previous)  # "le texte convenu"


def _under_infinitive(sentence: Sentence, previous: int) -> bool:
    """Whether the auxiliary before a participle is itself no finite verb: "doit être adopté", "pour avoir été signé"."""
    auxiliary = sentence.before(previous) if sentence.in_list("been", previous) else previous
    return sentence.in_list("dependent", auxiliary)


def _bound(sentence: Sentence, one: Found) -> bool:
    """False for "due to the storm": what follows is no verb."""
    due = any(sentence.word(at) == "due" for at in range(one.first, one.last))
    return not (due and sentence.in_list("determiners", one.last))


def _attributive(sentence: Sentence, one: Found) -> bool:
    """Whether a participle stands before its noun: "the agreed text", "a newly signed copy"."""
    article = one.first - 1
    if sentence.in_list("before_noun", article):
        article -= 1
    if not (sentence.in_list("determiners", article) or _governs_noun(sentence, article, one)):
        return False
    return (
        one.last - one.first == 1
        and sentence.word(one.last)[:1].isalpha()
        and sentence.word(one.last) not in _AFTER_VERBS
    )


def _governs_noun(sentence: Sentence, at: int, one: Found) -> bool:
    """Whether a preposition stands before a participle and a plural behind it: "dealing with adopted children"."""
    noun = sentence.word(one.last)
    return sentence.word(at) in _BEFORE_NOUNS and noun.endswith((*_PLURALS, "agreement", "contract", "treaty"))


def _of_object(sentence: Sentence, one: Found, found: Sequence[Found]) -> bool:
    """Whether a participle belongs to the object of what somebody will do: "will direct authorised agencies"."""
    if not found or found[-1].kind not in ("modals", "would"):
        return False
    verb = one.first - 1
    done = sentence.after(found[-1].last) == verb and not sentence.in_list("auxiliaries", verb)
    return done and sentence.word(verb) != "get" and sentence.word(one.last).endswith(_PLURALS)


def _bygone(sentence: Sentence, one: Found, previous: int) -> bool:
    """Whether the verb tells of something before the meeting."""
    words = sentence.words
    if sentence.any_in_list("past", max(one.first - 3, 0), one.first) or sentence.word(one.first - 1) == "as":
        return True
    left = sentence.word(previous)
    helper = sentence.before(previous) if sentence.in_list("been", previous) else previous
    perfect = left == "had" or (left == "been" and sentence.word(sentence.before(previous)) == "had")
    if (perfect or sentence.in_list("pluperfect", helper)) and not sentence.reported(one.first):
        return True
    if _opened_in_the_past(sentence, one):
        return True
    if sentence.in_list("recitals", sentence.start) or _apposed(sentence, one, previous):
        return True
    auxiliary = words.has("auxiliaries", left)
    head = sentence.before(previous) if auxiliary else previous
    if auxiliary and sentence.any_in_list("afterwards", head - 1, previous + 1):
        return True  # "après avoir signé", "avendo firmato"
    that = sentence.word(head) == "that" and sentence.in_list("documents", head - 1)
    relative = that or sentence.word(head) in ("which", "who") or _of_those_who(sentence, head)
    reduced = words.has("documents", left) and not words.lists.get("final")
    reduced = not auxiliary and (reduced or _of_several(sentence, one, previous))
    stretch = [sentence.word(at) for at in _stretch(sentence, one)]
    if (relative or reduced) and not any(words.has("now", word) for word in stretch):
        return True
    before = ("", "", *stretch)
    for (word, following), leading in zip(pairwise([*stretch, ""]), pairwise(before), strict=False):
        if words.has("past", word):
            return True
        if words.has("former", word) and "of" not in leading and (following or leading == ("in", "the")):
            return True
        if words.has("in_year", word) and is_year(following):
            return True
    return False


def _of_several(sentence: Sentence, one: Found, previous: int) -> bool:
    """Whether a participle tells of some people or things in a clause with another verb: "it has five members elected by"."""
    if sentence.word(one.first + 1) != "by":
        return False
    another = sentence.word(previous - 1) == "another"  # "another five"
    verb = next((at for at in range(previous, sentence.start - 1, -1) if sentence.in_list("auxiliaries", at)), None)
    joined = verb is not None and any(sentence.word(at) in ("and", "but", ";") for at in range(verb, previous))
    return verb is not None and (another or (sentence.word(previous).endswith("s") and not joined))


def _apposed(sentence: Sentence, one: Found, previous: int) -> bool:
    """Whether a participle stands beside its noun: "il testo, già concordato", "le projet, adopté en mai, est ..."."""
    left = sentence.word(previous)
    if sentence.in_list("already", one.first - 1) and not sentence.in_list("auxiliaries", previous):
        return True
    ends = (at for at in range(one.last, len(sentence.tokens)) if sentence.word(at) == ",")
    participle = sentence.word(one.last - 1).endswith(tuple(sentence.words.lists.get("participles", ())))
    return left == "," and participle and sentence.in_list("auxiliaries", next(ends, len(sentence.tokens)) + 1)


def _of_those_who(sentence: Sentence, head: int) -> bool:
    """Whether a clause tells of a noun before it: "remercie les bénévoles qui ont accepté", not "c'est lui qui a signé"."""
    noun = sentence.in_list("determiners", head - 2) and not sentence.in_list("auxiliaries", head - 3)
    those = sentence.any_in_list("those", head - 1, head + 1) and not sentence.asks
    return those or (sentence.in_list("who", head) and noun and not sentence.reported(head))


def _opened_in_the_past(sentence: Sentence, one: Found) -> bool:
    """Whether the sentence opens with a time long past: "L'an dernier, ..."; only where the file lists such words."""
    if not sentence.words.lists.get("opening_past"):
        return False
    opening = range(sentence.start, min(one.first, sentence.start + _OPENING_WORDS))
    if any(sentence.in_list("ago", at) and sentence.any_in_list("times", at + 1, at + 4) for at in range(one.first)):
        return True  # "hace dos años", "vor zwei Jahren", "il y a deux ans"
    if any(sentence.in_list("times", at) and sentence.in_list("past", at + 1) for at in range(one.first)):
        return True  # "due anni fa"
    if any(sentence.in_list("times", at) and sentence.in_list("subordinators", at + 1) for at in opening):
        return True  # "voilà trois ans que"
    years = any(sentence.in_list("in_year", at) and is_year(sentence.word(at + 1)) for at in opening)
    times = (at for at in opening if sentence.in_list("opening_past", at) and sentence.word(at + 2) != "of")
    return years or any(sentence.in_list("times", at - 1) or sentence.in_list("times", at + 1) for at in times)


def _stretch(sentence: Sentence, one: Found) -> Iterator[int]:
    """Places after a verb up to what it governs, or to the end of its clause."""
    if sentence.word(one.last - 1) in ("to", "that"):
        return
    if _before_infinitive(sentence, one.last):
        return
    for at in range(one.last, min(one.last + _REACH, len(sentence.tokens))):
        if sentence.word(at) in ("to", "that", ",", ":", "(") or sentence.in_list("breaks", at):
            return
        yield at


def _before_infinitive(sentence: Sentence, at: int) -> bool:
    """Whether the step that was agreed follows at once: what is said of time after it is not of the verb."""
    endings = tuple(sentence.words.lists.get("infinitives", ()))
    at = sentence.after(at)
    if sentence.in_list("prepositions", at):
        at += 1  # "convenuto di dividere"
    return bool(endings) and sentence.word(at).endswith(endings)
