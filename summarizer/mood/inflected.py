"""The future and the conditional of languages that have endings for them: who promises, and what only comes to pass."""

from ..schemas import Strength
from ..words.lexicon import Match
from . import brackets
from .sentence import Sentence


def rung(sentence: Sentence, match: Match, following: int) -> Strength | None:
    """What such a verb reaches; None where it is none. following: the token behind it that counts."""
    words, phrase, first = sentence.words, match.phrase, match.first
    alone = match.last == first + 1
    if words.has("nouns_too", sentence.word(first)) and phrase.kind != "can":
        return None  # "la secretaría"
    if sentence.in_list("werden", first):
        reached = brackets.coming(sentence, first)
        if phrase.kind == "modals" or reached is not Strength.INTENDS:
            return reached
    if words.lists.get("subject_first") and _is_a_name(sentence, match, following):
        return None  # "Sandra et Vera"
    if phrase.kind == "can":
        offered = any(words.has("offering", sentence.word(at)) for at in (first, sentence.before(first)))
        if offered or sentence.negates(first - 1):
            return Strength.INTENDS
        return Strength.PROPOSED if sentence.asks else None
    going = sentence.in_list("going", first)  # "va pleuvoir"
    befalls = _befalls(sentence, match.last - 1) and not sentence.in_list("objects", first - 1)
    if (alone or going) and (befalls or _of_a_thing(sentence, first)):
        return Strength.MENTIONED
    if words.has("foreseeing", sentence.word(first)) and not sentence.asks and _befalls(sentence, following):
        return Strength.MENTIONED  # "dovrebbero raddoppiare"
    if phrase.kind == "would":
        if sentence.reported(first) or _told_after(sentence, first):
            return Strength.INTENDS
        return Strength.PROPOSED if alone else Strength.MENTIONED
    return phrase.strength


def _is_a_name(sentence: Sentence, match: Match, following: int) -> bool:
    """Whether a word with the ending of a future opens the sentence and no object follows, or has a capital behind another
    that has one: a name rather than a verb, "Elodie Pereira"."""
    ending = match.last == match.first + 1 and match.phrase.strength is Strength.INTENDS
    if match.first == sentence.start:
        return ending and not sentence.in_list("determiners", following)
    behind = sentence.capital(match.first) and sentence.capital(match.first - 1)
    return ending and behind and not sentence.capital(match.last)  # "LE MAIRE SIGNERA L'ACCORD"


def _told_after(sentence: Sentence, first: int) -> bool:
    """Whether who says so follows: "..., sagte sie"."""
    commas = (at for at in range(first, len(sentence.tokens)) if sentence.word(at) == ",")
    return any(sentence.in_list("reporting", at + 1) for at in commas)


def _befalls(sentence: Sentence, at: int) -> bool:
    """Whether the verb tells what comes to pass: a whole word of `happens`, or its stem and an ending of `endings`."""
    words, word = sentence.words, sentence.word(at)
    behind = at + 2 if sentence.in_list("trailing", at + 1) else at + 1
    if words.has("done_too", word) and sentence.in_list("own", behind):
        return False  # "aumentará su cuota"
    stems = (word.removesuffix(ending) for ending in words.lists.get("endings", ()) if word.endswith(ending))
    return words.has("happens", word) or any(words.has("happens", stem) for stem in stems)


def _of_a_thing(sentence: Sentence, at: int) -> bool:
    """Whether the subject of the clause is a thing that promises nothing: "cela", "les prix"."""
    start = at
    while start > sentence.start and sentence.word(start - 1) != "," and not sentence.in_list("breaks", start - 1):
        start -= 1
    while start < at and (sentence.in_list("determiners", start) or sentence.markup(start)):
        start += 1
    return start < at and sentence.in_list("things", start)
