"""Who the subject of a modal is: before it, behind it, or where the sentence begins."""

from ..words.lexicon import Match
from .sentence import Sentence

PERSONS = frozenset(("i", "we", "he", "she"))
EMPTY = frozenset(("it", "this", "that", "there", "these", "those", "which", "what"))  # subjects that promise nothing
_INVERTING = frozenset(("nor", "neither"))
_AWAY = ("cannot make it", "cannot come", "cannot join", "cannot attend", "is away", "is ill", "is sick", "is on leave")
_SUBJECT_WITHIN = 4  # tokens behind an inverted modal in which its subject ends


def inverted_subject(sentence: Sentence, match: Match) -> int | None:
    """Who acts where the subject stands behind the modal: "nor would we do so", "nor will the council pay"."""
    if sentence.word(match.first - 1) not in _INVERTING:
        return None
    near = range(match.last, match.last + _SUBJECT_WITHIN)
    acting = (at for at in near if sentence.word(at) == "they" or person(sentence, at))
    return next((at for at in acting if not sentence.capital(at + 1)), None)


def same_before(sentence: Sentence, at: int) -> int | None:
    """The modal that shares its subject with one after "and": "I will take minutes and will send them"."""
    modals = ("will", "'ll", "shall", "would", "'d")
    return next((place for place in range(at - 1, -1, -1) if sentence.word(place) in modals), None)


def opening_subject(sentence: Sentence) -> int | None:
    """Who the sentence begins with, where that is plain: "He did not know and would ask"."""
    words, at = sentence.words, sentence.start
    if sentence.word(at) != "both" and words.has("determiners", sentence.word(at)):
        at += 1
    if words.has("agents", sentence.word(at)):
        return at
    titled = at + 2 if sentence.word(at + 1) == "." else at + 1  # "Ms. Pell"
    named = sentence.capital(at) and sentence.capital(titled) and sentence.word(titled) not in PERSONS
    if sentence.capital(at) and (
        sentence.in_list("consenting", at + 1)
        or _at_work(sentence, at)
        or _has_done(sentence, at)
        or _is_away(sentence, at)
    ):
        return at
    return titled if named else None


def _has_done(sentence: Sentence, at: int) -> bool:
    """Whether a party did something there: "Moldova, which is not concerned, reserved its position and will reply"."""
    verb = at + 1
    if sentence.word(verb) == "," and sentence.word(verb + 1) in ("which", "who", "whose"):
        verb = next((place + 1 for place in range(verb + 2, len(sentence.tokens)) if sentence.word(place) == ","), verb)
    return sentence.word(verb).endswith("ed") and sentence.word(verb + 1) in ("its", "his", "her", "their")


def _is_away(sentence: Sentence, at: int) -> bool:
    """Whether somebody cannot be there: "Tobie cannot make it and will send comments"."""
    told = " ".join(token.word for token in sentence.tokens[at + 1 : at + 4])
    return told.startswith(_AWAY)


def _at_work(sentence: Sentence, at: int) -> bool:
    """Whether somebody is at something there: "Tobie is booking the room and will report back"."""
    deed = sentence.word(at + 2)
    is_noun = sentence.word(at).endswith(("ing", "tion", "ment"))
    return (
        not is_noun
        and sentence.word(at + 1) in ("is", "was")
        and deed.endswith("ing")
        and not sentence.in_list("of_things_too", at + 2)
    )


def person(sentence: Sentence, at: int) -> bool:
    """Whether a subject is somebody: a pronoun, a name, or a noun for who can promise."""
    who = sentence.word(at)
    if who in ("they", "you", "who", "time") or who in EMPTY:
        return False
    named = sentence.capital(at) and (at > sentence.start or not who.endswith("s"))
    return who in PERSONS or named or sentence.words.has("agents", who)
