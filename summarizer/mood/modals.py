"""Modals: who promises, and what only comes to pass."""

from ..schemas import Strength
from ..words.lexicon import Match
from . import inflected
from .sentence import Found, Sentence
from .subjects import EMPTY, PERSONS, inverted_subject, opening_subject, person, same_before

_PLAIN_ARTICLES = frozenset(("this", "that", "these", "those", "both", "each", "all"))
_UNFULFILLED = frozenset(("should", "must", "could", "might", "may"))  # before "have": what was or was not done
_TASKS = frozenset(("action", "actions", "task", "step", "steps", "homework"))  # "The next action is to ..."
_PLANS = frozenset(("plan", "plans", "intention"))
_ROUGH = frozenset(("tentative", "provisional", "rough"))  # "The tentative plan is to ..."
_DASHES = frozenset(("-", "–", "—"))
_READY = frozenset(("happy", "glad", "ready", "responsible"))
_PEOPLE = ("ers", "ors", "ists")  # endings of nouns for people
_INVERTED = frozenset((",", ";", ")", '"', "”"))  # what may stand between a subject and its verb
_WHOM = frozenset(("us", "me", "him", "her", "them"))
_IN_ACT = frozenset(("touch", "contact"))  # "will be in touch"
_SEEN = frozenset(("him", "her", "them"))  # "I'll see him first": not "see you tomorrow"
_RELATIVE = frozenset(("which", "who"))
_UNDECIDED = frozenset(("decide", "say", "tell", "judge", "guess"))
_SUPPOSING = frozenset(("if", "once", "provided"))
_HAD_DONE = 14  # words behind "would have" in which the participle stands: "would have the whole of it sent"
_HANDED = frozenset(("it", "them", "one", "theirs", "his", "hers", "mine", "yours", "ours"))  # what somebody will have
_ON = frozenset(("on", "in", "by", "from", "before"))  # before a day or a month
_NEVER_FOUND = frozenset(("that", "it", "more", "myself", "ourselves", "himself", "herself"))  # "we will find that ..."


def rung(sentence: Sentence, match: Match) -> Strength | None:
    """What a modal reaches here; None where it is none ("the will of", "May 5")."""
    words, phrase, first = sentence.words, match.phrase, match.first
    following = sentence.after(match.last)
    verb, who = sentence.word(following), sentence.word(sentence.before(first))
    if sentence.word(first) in ("will", "may") and _noun(sentence, first, who, verb):
        return None
    if not words.lists.get("agents"):
        return inflected.rung(sentence, match, following)
    if sentence.word(first) == "'d" and verb.endswith("ed"):
        return None  # "he'd agreed": had
    if phrase.kind == "can":
        return _can(sentence, match, verb)
    if _to_have(sentence, match) and (person(sentence, sentence.before(first)) or words.has("receivers", who)):
        return Strength.INTENDS
    if phrase.kind == "modals" and phrase.strength is not Strength.INTENDS:
        return None if verb == "have" and sentence.word(match.last - 1) in _UNFULFILLED else phrase.strength
    reported = sentence.reported(first)
    behind = inverted_subject(sentence, match)
    if behind is not None and (reported or phrase.kind != "would"):
        return _foretold(sentence, behind, sentence.after(behind + 1), reported=reported)
    if phrase.kind == "would" and not reported and (who in ("i", "we", "you") or who in EMPTY):
        return Strength.PROPOSED
    if phrase.kind == "modals" and sentence.word(match.last - 1) == "to":
        planned = _planned(sentence, sentence.before(first))
        if planned is not None or words.has("determiners", verb) or sentence.capital(following):
            return planned
    if first == sentence.start:
        # "Will you ...": the question lowers it. "Would help a lot": what it would is no promise.
        return Strength.PROPOSED if phrase.kind == "would" and not sentence.asks else Strength.INTENDS
    return _foretold(sentence, sentence.before(first), following, reported=reported)


def promised(modal: Found, verb: int) -> Strength:
    """What a modal of the future reaches for another verb than the one behind it, at that token."""
    sentence, first = modal.sentence, modal.first
    if modal.last > first + 1:
        return modal.strength  # "was going to ask and come back"
    return _foretold(sentence, sentence.before(first), verb, reported=sentence.reported(first))


def _noun(sentence: Sentence, first: int, who: str, verb: str) -> bool:
    """Whether it is "the will of", a man called Will, or the month of May."""
    opens = first == sentence.start
    if sentence.capital(first) and (not opens or verb in (":", ",", "") or sentence.capital(first + 1)):
        return not (sentence.asks and opens)
    if sentence.word(first) == "may":
        return verb[:1].isdigit()
    article = sentence.words.has("determiners", who) and who not in _PLAIN_ARTICLES
    answers = (
        sentence.in_list("negators", first + 1) or who in PERSONS or who in ("they", "it")
    )  # "We won't.", "I will."
    return article or verb == "of" or not (answers or verb[:1].isalpha())


def _planned(sentence: Sentence, subject: int) -> Strength | None:
    """What "is to" reaches behind a plan, a task or an aim: "The next action is to ..."; None behind anything else."""
    who = sentence.word(subject)
    if sentence.words.has("aims", who) or (who in _PLANS and sentence.word(subject - 1) in _ROUGH):
        return Strength.PROPOSED
    return Strength.INTENDS if who in _TASKS or who in _PLANS else None


def _can(sentence: Sentence, match: Match, verb: str) -> Strength | None:
    """What "can" reaches: "I can take that" offers, "we can" only says that it is possible."""
    subject = sentence.before(match.first)
    who, negated = sentence.word(subject), sentence.in_list("negators", match.last)
    negated = negated or sentence.word(match.first) == "cannot"
    if sentence.in_list("reasons", subject - 1) or sentence.words.has("happens", verb) or verb == "be":
        return None
    if negated and verb in _UNDECIDED:
        return None  # "We can't decide today" refuses nothing
    if negated:
        return Strength.INTENDS if who == "i" or who not in EMPTY else None
    if who in ("i", "we"):
        return Strength.INTENDS if who == "i" else Strength.PROPOSED
    asked = match.last if sentence.asks and match.first == sentence.start else None
    if asked is not None and sentence.capital(asked) and person(sentence, asked):
        return Strength.PROPOSED  # "Can Ben look into it?"
    supposed = any(token.word in _SUPPOSING for token in sentence.tokens)
    return Strength.PROPOSED if supposed and person(sentence, subject) else None  # "The firm can deliver, if ..."


def _foretold(sentence: Sentence, subject: int, following: int, *, reported: bool) -> Strength:
    """`intends` where somebody says what they do; `mentioned` where something comes to pass."""
    words, who, verb = sentence.words, sentence.word(subject), sentence.word(following)
    if verb == "be" and (state := _state(sentence, subject, following)) is not None:
        return state
    if who in ("and", "or", "but"):
        earlier = same_before(sentence, subject)
        first = opening_subject(sentence) if earlier is None else sentence.before(earlier)
        if first is not None and first < subject:
            return _foretold(sentence, first, following, reported=reported)
    if who in _RELATIVE and sentence.word(subject - 1) == ",":  # "a panel, which is to report"
        return _foretold(sentence, sentence.before(subject - 1), following, reported=reported)
    if _comes_to_pass(sentence, subject, following):
        return Strength.MENTIONED
    if who == "you":
        return _told_you(sentence, following)
    if who == "it" and reported:
        return Strength.INTENDS
    if words.has("receivers", who) and words.has("handed_over", verb):
        given = sentence.in_list("determiners", following + 1) or sentence.word(following + 1) in _HANDED
        return Strength.INTENDS if given and _timed(sentence, following) else Strength.MENTIONED
    acts = _is_agent(sentence, subject, verb) or _is_vouched_for(sentence, subject, following)
    return Strength.INTENDS if acts and who not in EMPTY else Strength.MENTIONED


def _state(sentence: Sentence, subject: int, be: int) -> Strength | None:
    """What "will be" reaches by what stands behind it; None where that is an act: "will be sending"."""
    words, at = sentence.words, sentence.after(be + 1)
    state, to_whom = sentence.word(at), sentence.word(at + 1)
    arriving = (state == "with" and to_whom in ("you", *_WHOM)) or (state == "on" and to_whom in ("your", "his", "her"))
    if _timed(sentence, at) and (arriving or words.has("provided", state)):
        return Strength.INTENDS  # "it will be running by May", "the note will be with us next week"
    if state == "in" and to_whom in _IN_ACT and person(sentence, subject):
        return Strength.INTENDS
    if words.has("held", state):
        return Strength.MENTIONED
    if state.endswith("ed") or words.has("irregular_participles", state):
        return Strength.INTENDS  # passive: somebody is to do it
    return None if state.endswith("ing") or state in _READY else Strength.MENTIONED


def _comes_to_pass(sentence: Sentence, subject: int, at: int) -> bool:
    """Whether a verb tells of what happens rather than of what somebody does: "Rents will go up"."""
    words, verb, following = sentence.words, sentence.word(at), sentence.word(at + 1)
    done = (words.has("done_too", verb) and person(sentence, subject)) or _done_by_people(sentence, subject, at)
    if (words.has("happens", verb) and not done) or (verb == "take" and following == "place"):
        return True
    return verb == "go" and following in ("up", "down", "wrong") and sentence.word(subject) not in PERSONS


def _told_you(sentence: Sentence, at: int) -> Strength:
    """What is said of "you": asked of them, or, where it comes to them, promised if it is soon: "you will have it by May"."""
    words, verb = sentence.words, sentence.word(at)
    if not words.has("comes_to_you", verb):
        return Strength.PROPOSED
    soon = sentence.any_in_list("soon", at, len(sentence.tokens))
    given = words.has("handed_over", verb) and sentence.word(at + 1) not in ("to", "been", "used")
    return Strength.INTENDS if given and soon else Strength.MENTIONED


def _is_agent(sentence: Sentence, subject: int, verb: str) -> bool:
    """Whether the subject is somebody, by its form or by how notes name who acts."""
    who, before = sentence.word(subject), sentence.word(subject - 1)
    inverted = verb in PERSONS or verb in EMPTY or verb in ("you", "they")  # "Ines: would it be ..."
    noted = who == ":" and sentence.capital(subject - 1) and not inverted  # "Ines: will send them today"
    noted = noted or (who in _DASHES and verb.isalpha() and not inverted)  # "six months out - will add it to the list"
    if noted or before == "@":  # "@abell will send it"
        return True
    named = sentence.capital(subject) or sentence.words.has("agents", who)
    return named or who in _INVERTED or who.endswith(_PEOPLE)


def _is_vouched_for(sentence: Sentence, subject: int, following: int) -> bool:
    """Whether words before the subject vouch for what it will do, whatever it is: "confirmed that the trains will run on 3 May"."""
    if sentence.any_in_list("vouching", sentence.start, subject):
        return True
    return sentence.any_in_list("confirming", sentence.start, subject) and _dated(sentence, following)


def _done_by_people(sentence: Sentence, subject: int, at: int) -> bool:
    """Whether somebody does what else comes to pass: "she will find one", "the clerk will see to it", "he will tell us"."""
    verb, following = sentence.word(at), sentence.word(at + 1)
    if not person(sentence, subject):
        return False
    if verb == "tell":
        return following in _WHOM or sentence.capital(at + 1)
    if verb == "see" and sentence.word(subject) in ("i", "we") and following in _SEEN:
        return True
    if verb == "see":
        ensured = following == "that" and sentence.word(subject) in ("i", "we") and not sentence.capital(at + 2)
        told = sentence.in_list("determiners", at + 2) or sentence.word(at + 2) in ("it", "they", *PERSONS)
        return following == "to" or (ensured and told)
    if verb == "appear" and subject == sentence.start and sentence.word(subject) not in PERSONS:
        return False  # "Rain will appear"
    return sentence.in_list("done_by_people", at) and following not in _NEVER_FOUND


def _to_have(sentence: Sentence, match: Match) -> bool:
    """Whether "would have" tells what somebody will hold, or have done: "she would have it in the packet" (or "sent")."""
    last = match.last
    whole = sentence.word(match.first) in ("would", "'d") and sentence.word(last - 1) == "have"
    if not whole or not sentence.reported(match.first):
        return False
    return sentence.word(last) in _HANDED or (sentence.in_list("determiners", last) and _participle(sentence, last))


def _participle(sentence: Sentence, at: int) -> bool:
    """Whether a participle stands behind the object there: "the whole of it sent"."""
    near = (sentence.word(place) for place in range(at + 2, at + _HAD_DONE))
    return any(word.endswith("ed") or sentence.words.has("irregular_participles", word) for word in near)


def _dated(sentence: Sentence, at: int) -> bool:
    """Whether a day or a month is named from there on."""
    places = range(at, len(sentence.tokens) - 1)
    return any(
        sentence.word(place) in _ON and (sentence.word(place + 1)[:1].isdigit() or sentence.capital(place + 1))
        for place in places
    )


def _timed(sentence: Sentence, at: int) -> bool:
    """Whether a time is given from there on."""
    return any(sentence.any_in_list(name, at, len(sentence.tokens)) for name in ("soon", "in_time"))
