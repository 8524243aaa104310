"""The German verb bracket: a finite verb second or last in its clause, and the rest of the verb at its end.

The rules go by the lists `werden`, `helpers` and `final` of `ladder.toml`; without them they do not speak.
"""

import re
from collections.abc import Sequence

from ..schemas import Strength
from ..words.calendar import MONTHS, is_year
from ..words.closed_classes import SEPARABLE
from ..words.lexicon import Phrase
from ..words.rungs import weaker
from .sentence import Found, Sentence

_MARKS = frozenset(",;:.!?()–")
_CONTRASTS = frozenset(("aber", "sondern", "denn"))
_VERB_ENDINGS = ("n", "t")  # infinitives and participles: "zahlen", "verschickt", "getan"
_ADJECTIVES = ("e", "en", "er", "es", "em")  # "der vereinbarte Text"
_PARTICIPIAL = ("ene", "enen", "ener", "enes", "enem", "ter", "tes", "tem")
_INFIX = re.compile(rf"(?:{SEPARABLE})zu\w+n\b")
_SHORT = 3  # letters of a word that is no verb


def whole(sentence: Sentence, phrase: Phrase, first: int, end: int) -> bool:
    """Whether a phrase at `first` to `end` may be one verb: in one clause, its last word closing it where it must."""
    words = sentence.words
    if not words.lists.get("final") or len(phrase.parts) < 2:
        return True
    if phrase.kind == "verbs" and _noun(sentence, first):
        return False
    gap = any(part.gap for part in phrase.parts)
    if gap and not any("," in part.words for part in phrase.parts) and _marked(sentence, first, end):
        return False  # "sagte, dass er zu ..."
    following = sentence.word(end)
    closes = not following[:1].isalnum() or sentence.in_list("after_field", end)
    return closes or not sentence.in_list("final", end - 1)


def nominal(sentence: Sentence, one: Found) -> bool:
    """Whether a word in capitals is a noun here ("die Unterzeichnung"), or a participle stands before its noun."""
    if not sentence.words.lists.get("final"):
        return False
    word, before = sentence.word(one.first), one.first - 1
    if word.endswith(tuple(sentence.words.lists.get("nominal", ()))) or _noun(sentence, one.first):
        return True
    if word.endswith(_PARTICIPIAL):
        return True  # "die im Winter beschlossenen Maßnahmen"
    article = sentence.in_list("determiners", before) or sentence.word(before)[:1].isdigit()
    alone = one.last == one.first + 1 and sentence.capital(one.last)
    return article and alone and word.endswith(_ADJECTIVES)


def marked(word: str) -> bool:
    """Whether the word is an infinitive that holds its "zu": "abzulehnen"."""
    return _INFIX.match(word) is not None


def infinite(sentence: Sentence, one: Found, found: Sequence[Found]) -> bool:
    """Whether a verb is the infinitive or the participle under another: "will ... unterzeichnen".

    A participle under "werden" lowers it to what it says itself: "wird geprüft" explores.
    """
    words = sentence.words
    word, first, after = sentence.word(one.last - 1), _opening(sentence, one.first), one.last
    while sentence.in_list("skipped", after):
        after += 1
    if word.endswith("en") and sentence.in_list("helpers", after) and one.first > first:
        return True  # "unterzeichnen werde"
    if sentence.in_list("purposes", first):
        return True
    if any(sentence.word(at) == "und" for at in range(first, one.first)) and not word.endswith("en"):
        return False
    helper = next((at for at in range(first, one.first) if sentence.in_list("helpers", at)), None)
    if helper is None:
        return False
    modal = next((earlier for earlier in found if earlier.first <= helper < earlier.last), None)
    passive = sentence.in_list("werden", helper) and (word.endswith("t") or words.has("strong_participles", word))
    if passive and modal is not None and modal.strength.rung is not None and one.strength.rung is not None:
        done = one.strength is Strength.AGREED and not _still_to_come(sentence, helper, one)
        modal.strength = one.strength if done else weaker(modal.strength, one.strength)
    return True


def _still_to_come(sentence: Sentence, helper: int, verb: Found) -> bool:
    """Whether a passive tells no decision of the meeting: "wird nächste Woche genehmigt", "wird genehmigt werden"."""
    within = range(helper + 1, verb.first)
    told = any(sentence.in_list("to_come", at) or sentence.word(at) in MONTHS for at in within)
    return told or sentence.word(verb.last) == "werden" or not sentence.word(helper).startswith("w")


def closes(sentence: Sentence, one: Found, found: Sequence[Found]) -> bool:
    """Whether a modal stands last, after the infinitive that it governs: "unterzeichnen werde"."""
    modal = one.kind in ("modals", "would") and sentence.in_list("helpers", one.first)
    return modal and bool(found) and not found[-1].finite and not _marked(sentence, found[-1].last, one.first)


def takes_nothing(sentence: Sentence, one: Found) -> bool:
    """Whether "kein" denies what a future promises: "wird keine Miete zahlen", but not "wird kein Beschluss gefasst"."""
    first, last = _opening(sentence, one.first), _closing(sentence, one.first)
    if not sentence.words.lists.get("final") or sentence.any_in_list("absent", first, one.first):
        return False
    verb = sentence.word(last - 1)
    return not verb.startswith("ge") and not sentence.words.has("strong_participles", verb)


def recalled(sentence: Sentence, one: Found) -> bool:
    """Whether a verb tells of something before the meeting: "der Vertrag, der 1998 unterzeichnet wurde", "hatte"."""
    if not sentence.words.lists.get("final"):
        return False
    first, last = _opening(sentence, one.first), _closing(sentence, one.first)
    if any(sentence.in_list("now", at) for at in range(first, last)):
        return False
    if any(sentence.in_list("pluperfect", at) for at in range(first, last)) and not sentence.reported(one.first):
        return True
    if any(_bare_year(sentence, at, first) for at in range(first, one.first)):
        return True
    plain = any(sentence.in_list("determiners", at) and not sentence.capital(at + 1) for at in (first, first + 1))
    pronoun = plain or sentence.any_in_list("relatives", first, first + 2)
    closed = all(sentence.in_list("auxiliaries", at) for at in range(one.last, last))
    return pronoun and closed and sentence.word(first - 1) == "," and sentence.capital(first - 2)


def coming(sentence: Sentence, at: int) -> Strength | None:
    """What "werden" reaches at a place: a step to come, what only comes to pass, or None where it is an infinitive."""
    first, last = _opening(sentence, at), _closing(sentence, at)
    if sentence.word(at) == "werden":
        helped = any(sentence.in_list("helpers", place) for place in range(first, at))
        if helped or sentence.in_list("helpers", at + 1) or sentence.in_list("infinitive", at - 1):
            return None  # "soll erweitert werden"
    verb = _full_verb(sentence, at, last)
    if verb is None:
        noun = last == at + 1 or sentence.capital(last - 1)
        split = noun and sentence.word(last) == ","  # "wird, sofern ..., zahlen"
        rest = len(sentence.tokens) - (not sentence.word(len(sentence.tokens) - 1)[:1].isalnum())
        if not (split and (last == at + 1 or _verbal(sentence, rest - 1))):
            return Strength.MENTIONED  # "wird teuer"
    elif sentence.in_list("happens", verb):
        return Strength.MENTIONED
    return Strength.MENTIONED if _of_a_thing(sentence, first, at) else Strength.INTENDS


def _full_verb(sentence: Sentence, at: int, last: int) -> int | None:
    """Where the verb that "werden" serves stands: at the end of the clause, before it where that itself is the end."""
    verb = last - 1 if last > at + 1 else at - 1
    if _verbal(sentence, verb):
        return verb
    if not sentence.capital(verb) and sentence.word(verb).isalpha():
        return None
    return next((place for place in range(verb - 1, at, -1) if _verbal(sentence, place)), None)


def _of_a_thing(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the subject promises nothing: "das wird ...", "die Preise werden ...", but not "wird das Protokoll ..."."""
    if sentence.word(at) != "werden":
        for beside in (at - 1, at + 1):
            if sentence.in_list("empty", beside) and not sentence.capital(beside + 1):
                return True
    return any(sentence.in_list("things", place) for place in range(first, at)) or (
        sentence.in_list("determiners", at + 1) and sentence.in_list("things", at + 2)
    )


def _noun(sentence: Sentence, at: int) -> bool:
    """Whether a word in capitals stands where no clause opens."""
    opens = at <= sentence.start or _mark(sentence, at - 1) or sentence.markup(at - 1)
    return sentence.capital(at) and not opens


def _verbal(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    lists = ("determiners", "negators", "skipped")
    plain = not sentence.capital(at) and not any(sentence.in_list(name, at) for name in lists)
    long = len(word) > _SHORT or sentence.in_list("short_verbs", at)
    return plain and long and word.endswith(_VERB_ENDINGS)


def _bare_year(sentence: Sentence, at: int, first: int) -> bool:
    """Whether a year stands for itself: "wir 2018", but neither "der Haushalt 2026" nor "bis 2026" nor "am 18.01.2026"."""
    word, before = sentence.word(at), at - 1
    if not is_year(word) or (sentence.word(before) == "." and sentence.word(before - 1).isdigit()):
        return False
    free = at == first or before == first or not sentence.capital(before)
    return free and not sentence.in_list("after_now", before) and not sentence.in_list("determiners", before)


def _mark(sentence: Sentence, at: int) -> bool:
    """Whether a mark ends a clause there; the one of "1." and "5.000" does not."""
    return sentence.word(at) in _MARKS and not (
        sentence.word(at) == "." and sentence.word(at - 1).isdigit() and at + 1 < len(sentence.tokens)
    )


def _marked(sentence: Sentence, first: int, last: int) -> bool:
    return any(_mark(sentence, at) for at in range(first, last))


def _opening(sentence: Sentence, at: int) -> int:
    """Where the clause around a place begins."""
    while at > 0 and not _mark(sentence, at - 1) and sentence.word(at - 1) not in _CONTRASTS:
        at -= 1
    return at


def _closing(sentence: Sentence, at: int) -> int:
    """Where the clause around a place ends, that place not included."""
    at += 1
    while at < len(sentence.tokens) and not _mark(sentence, at) and sentence.word(at) not in _CONTRASTS:
        at += 1
    return at
