"""The phrases of the ladder in a sentence, and which of them governs which."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ..schemas import Strength
from ..words.lexicon import Kind, Match, Phrase
from ..words.rungs import firm, weaker
from . import brackets, modals, verbs
from .asserted import is_disowned
from .conditions import attach, conditions
from .negation import negate
from .sentence import Found, Sentence

_RESOLVED = frozenset(("resolved", "decided"))
_LONGEST_TAG = 7  # tokens
_PLAIN_WORDS = 2  # behind a label without a mark, at least
_LABEL_MARKS = frozenset((":", "-", "–", "—"))
_NUMBER_MARKS = frozenset(("#", ".", "(", ")", "*"))
_ITEM_MARKS = frozenset((".", "/", ")"))
_NAME_MARKS = frozenset(("and", ",", "/", ".", "@", "(", ")"))
_OPENING_QUOTES = frozenset(('"', "“", "«", "„"))
_PARTING = frozenset((";", ":", "—", "–", "-"))
_LONGEST_NAME = 9  # tokens before "to" in "Ana Brito and Tom to send"
_TRIGGERS: frozenset[Kind] = frozenset(("verbs", "modals", "would", "can", "phrases", "labels"))
_OPENS = re.compile(r" [,;:—] |\b(?:that|and|but|while) ")
_AM = frozenset(("'m", "am", "'re", "are"))
_HEDGES: frozenset[Kind] = frozenset(("hedges",))


def found_in(sentence: Sentence) -> list[Found]:
    """The phrases of the ladder, in order, each with what the sentence makes of it."""
    hanging = list(conditions(sentence))
    found: list[Found] = []
    read_to = 0
    for at in sentence.places(_TRIGGERS):
        if at < read_to or _in_title(sentence, at) or (match := _longest(sentence, at)) is None:
            continue
        supposed = any(one.first <= at < one.last for one in hanging)  # what a condition holds is not said to be so
        if not supposed and (judged := _judged(sentence, match, found)):
            if brackets.closes(sentence, judged, found):
                judged.governor, found[-1].governor = found[-1].governor, judged
            else:
                judged.governor = _governor(sentence, judged, found)
            found.append(judged)
        read_to = match.last
    _bare_order(sentence, found)
    if found:
        _hedge(sentence, found)
        attach(sentence, found, hanging)
        _disown(sentence, found)
    if sentence.asks or sentence.in_list("jussive", sentence.start):
        for one in found:
            asked = (
                one.kind in ("modals", "would", "can") and one.strength is Strength.PROPOSED
            )  # "Non si potrebbe ...?"
            if asked or one.negation == "refused" or firm(one.strength) or one.strength is Strength.DENIED:
                one.strength, one.negation = Strength.PROPOSED, "none"
    return found


def _in_title(sentence: Sentence, at: int) -> bool:
    """Whether a word is part of what is called by a name in quotation marks: the issue "Maintainers Wanted"."""
    first = at
    while sentence.capital(first - 1):
        first -= 1
    return first < at and sentence.capital(at) and sentence.word(first - 1) in _OPENING_QUOTES


def _disown(sentence: Sentence, found: Sequence[Found]) -> None:
    """What a sentence denies, doubts or says of hardly anybody did not happen: "Nobody believes that they agreed"."""
    if sentence.words.language != "en":
        return
    for one in found:
        if one.kind in ("verbs", "modals", "would") and one.finite and one.negation == "none" and firm(one.strength):
            words, place = _plain(sentence, one.first)
            opens = max((border.end() for border in _OPENS.finditer(words, 0, place)), default=0)
            # Without a subject of its own it may belong to the main clause: "denied that it had lied and agreed to go".
            if opens < place and is_disowned(words, place, (opens, place)):
                one.negation = "absent"


def _plain(sentence: Sentence, at: int) -> tuple[str, int]:
    """The words of a sentence, and the offset in them of the token at that place."""
    words = [
        "not" if token.word == "n't" else token.word.capitalize() if token.capital else token.word
        for token in sentence.tokens
    ]
    return " ".join(words), len(" ".join([*words[:at], ""]))


def _longest(sentence: Sentence, at: int) -> Match | None:
    best: tuple[tuple[int, bool, int, int], Phrase] | None = None
    for phrase in sentence.candidates(at):
        if phrase.kind not in _TRIGGERS:
            continue
        end = sentence.words.match(phrase, sentence.tokens, at)
        if end is None or (phrase.kind == "labels" and not _labels(sentence, at, end)):
            continue
        if not brackets.whole(sentence, phrase, at, end):
            continue
        # "signera" is both a form of the verb and a future: of two that fit as well, the weaker counts.
        rank = (
            end,
            phrase.kind in ("phrases", "labels"),
            sum(bool(part.words) for part in phrase.parts),
            -(phrase.strength.rung or 0),
        )
        if best is None or rank > best[0]:
            best = (rank, phrase)
    return Match(at, best[0][0], best[1]) if best else None


def _labels(sentence: Sentence, at: int, end: int) -> bool:
    """Whether words open a line of minutes, or are all of it, or a command of a chat: "#agreed the fee stays"."""
    if at and sentence.word(at - 1) == "#" and at - 1 <= sentence.start:
        return True
    if at > sentence.start and not _tagged(sentence, at):
        return False
    if sentence.word(end) == "(":  # "RESOLVED (5 for, 2 against) -", "RESOLVED (25/18a):"
        end = next((at for at in range(end, end + _LONGEST_TAG) if sentence.word(at) == ")"), end)
    while sentence.word(end)[:1].isdigit() or sentence.word(end) in _NUMBER_MARKS:
        end += 1
    return end >= len(sentence.tokens) or sentence.word(end) in _LABEL_MARKS or _opens_resolution(sentence, at)


def _tagged(sentence: Sentence, at: int) -> bool:
    """Whether nothing but a number in brackets stands before the words: "[159-C1] Consensus: keep it"."""
    before = [sentence.word(place) for place in range(at)]
    return before[:1] == ["["] and before[-1:] == ["]"] and len(before) <= _LONGEST_TAG


def _opens_resolution(sentence: Sentence, at: int) -> bool:
    """Whether "Resolved" stands before what was resolved, and no mark between: "Resolved Keep shipping it for now". A title
    has capitals throughout: "Resolved Issues of June"."""
    if sentence.word(at) not in _RESOLVED or not (sentence.capital(at) and sentence.capital(at + 1)):
        return False
    behind = range(at + 2, len(sentence.tokens))
    return sum(sentence.word(place).isalpha() and not sentence.capital(place) for place in behind) >= _PLAIN_WORDS


def _judged(sentence: Sentence, match: Match, found: Sequence[Found]) -> Found | None:
    one = Found(sentence, match.first, match.last, match.phrase.strength, match.phrase.kind)
    if one.kind == "verbs" and not verbs.settle(sentence, one, match.phrase, found):
        return None
    if one.kind in ("modals", "would", "can"):
        reached = modals.rung(sentence, match)
        if reached is None:
            return None
        one.strength = reached
    if one.kind != "labels":
        negate(sentence, one, match.phrase)
    elif firm(one.strength) and _answers_no(sentence, one.last):
        one.strength = Strength.DENIED
    return one


def _answers_no(sentence: Sentence, at: int) -> bool:
    """Whether what follows a label is no more than a refusal: "RESOLVED: No."."""
    return sentence.word(at) in _LABEL_MARKS and sentence.word(at + 1) == "no" and not sentence.word(at + 2).isalnum()


def _governor(sentence: Sentence, one: Found, found: Sequence[Found]) -> Found | None:
    """The phrase under which another stands: "agreed" over "sign" in "agreed to sign"."""
    if not found:
        return None
    nearest = found[-1]
    between = [sentence.word(at) for at in range(nearest.last, one.first)]
    if not one.finite:
        return None if ";" in between else nearest
    outer = nearest
    while not outer.finite and outer.governor is not None:
        outer = outer.governor
    if outer.kind == "labels":
        return outer
    hearsay = outer.kind == "phrases" and sentence.in_list("subordinators", outer.last - 1)  # "pare che"
    weak = outer.strength is Strength.MENTIONED and not hearsay
    if weak or outer.strength is Strength.INTENDS or one.kind == "phrases":
        return None
    if _subordinate(sentence, outer, one):
        closed = any(sentence.word(at) in (";", "but") for at in range(outer.last, one.first))
        return None if closed else outer
    modal = one.kind in ("modals", "would", "can")
    if modal and _is_subject(sentence, outer, one):
        outer.strength = Strength.MENTIONED  # talks that are to come are not held
        return None
    return outer if modal and "," not in between and not sentence.any_in_list("breaks", outer.last, one.first) else None


def _is_subject(sentence: Sentence, outer: Found, one: Found) -> bool:
    """Whether a noun of the ladder is what the verb behind it tells of: "Talks on training will resume"."""
    noun = outer.kind == "phrases" and outer.strength is Strength.DISCUSSED
    return noun and outer.first <= sentence.start + 1 and not sentence.any_in_list("relatives", outer.last, one.first)


def _subordinate(sentence: Sentence, outer: Found, one: Found) -> bool:
    """Whether a verb stands in a clause that another opens: "agreed that", "erörterten, ob"."""
    if sentence.in_list("subordinators", outer.last - 1):
        return True
    opening = outer.last
    while sentence.in_list("antecedents", opening) or (
        sentence.in_list("prepositions", opening) and sentence.in_list("antecedents", opening + 1)
    ):
        opening += 1  # "discuté de ce que ..."
    if sentence.in_list("subordinators", opening):
        return True
    commas = (at for at in range(outer.last, one.first) if sentence.in_list("breaks", at) and sentence.word(at) == ",")
    return any(sentence.in_list("subordinators", at + 1) for at in commas)


def _bare_order(sentence: Sentence, found: list[Found]) -> None:
    """Add the order in "Bob to send the file", the way minutes give somebody a task."""
    label = found[0] if found and found[0].kind == "labels" else None
    start = sentence.start
    if label is not None:
        marks = (at for at in range(label.last, len(sentence.tokens)) if sentence.word(at) in _LABEL_MARKS)
        start = next(marks, label.last - 1) + 1
    parts = [at + 1 for at in range(start, len(sentence.tokens)) if sentence.word(at) in _PARTING]
    for begin in (_behind_number(sentence, start), *parts):  # "The guide: #321; Ann and Bob to send it"
        if _ordered_from(sentence, begin, label, found):
            return
    for comma in (at for at in range(start, len(sentence.tokens)) if sentence.word(at) == ","):
        if _names_alone(sentence, comma + 1) and _ordered_from(sentence, comma + 1, label, found):
            return  # "Went well, Ann to take it on"


def _names_alone(sentence: Sentence, start: int) -> bool:
    """Whether somebody stands there, and no comma before the "to": "our partner, Acme, to grow" gives nobody a task, and
    neither does "to approve it, and to direct the clerk"."""
    before = list(takewhile(lambda at: sentence.word(at) != "to", range(start, len(sentence.tokens))))
    named = any(sentence.capital(at) or sentence.in_list("agents", at) for at in before)
    return named and all(sentence.word(at) != "," for at in before)


def _ordered_from(sentence: Sentence, start: int, label: Found | None, found: list[Found]) -> bool:
    """Whether only names stand from there to an order, which is added."""
    for at in range(start, min(start + _LONGEST_NAME, len(sentence.tokens) - 1)):
        if sentence.in_list("infinitive", at):
            if (at > start or _planned(sentence, at)) and _orders(sentence, at, found, tasks=label is not None):
                order = Found(sentence, at, at + 1, Strength.INTENDS, "modals", governor=label)
                for one in found:
                    if one.first > at and not one.finite and one.governor in (None, label):
                        one.governor = order
                found.append(order)
                found.sort(key=lambda one: one.first)
                return True
            return False
        named = sentence.capital(at) or sentence.word(at - 1) == "@" or sentence.in_list("agents", at)
        numbered = at > start and sentence.word(at).isdigit() and sentence.capital(at - 1)  # "EIP 1559"
        if not (named or numbered or sentence.markup(at) or sentence.word(at) in _NAME_MARKS):
            return False
    return False


def _planned(sentence: Sentence, at: int) -> bool:
    """Whether a sentence opens with what is to be done: "To be discussed later"."""
    done = sentence.word(at + 2)
    participle = done.endswith("ed") or sentence.in_list("irregular_participles", at + 2)
    return at == sentence.start and sentence.word(at + 1) == "be" and participle


def _behind_number(sentence: Sentence, start: int) -> int:
    """Behind the number of an item, "24/13" or "3.", where the sentence opens with one."""
    at = start
    while at + 1 < len(sentence.tokens) and (sentence.word(at).isdigit() or sentence.word(at) in _ITEM_MARKS):
        at += 1
    marked = any(sentence.word(place) in _ITEM_MARKS for place in range(start, at))
    return at if marked and sentence.word(start).isdigit() else start


def _orders(sentence: Sentence, at: int, found: Sequence[Found], *, tasks: bool) -> bool:
    """Whether "to" at this place gives an order: a verb follows, and no other verb came before, but in a row of `tasks`."""
    if sentence.in_list("thanks", at - 1) or sentence.in_list("determiners", at + 1) or sentence.capital(at + 1):
        return False
    if sentence.word(at - 1) == sentence.word(at + 1):
        return False  # "talks, government to government"
    earlier = not tasks and any(one.first <= at and one.finite and one.kind != "labels" for one in found)
    return sentence.word(at + 1).isalpha() and not earlier


def _hedge(sentence: Sentence, found: Sequence[Found]) -> None:
    for at in sentence.places(_HEDGES):
        for phrase in sentence.candidates(at):
            if phrase.kind != "hedges" or (end := sentence.words.match(phrase, sentence.tokens, at)) is None:
                continue
            held = [one for one in found if one.first < at and one.finite][-1:]
            closes = not any(sentence.word(place)[:1].isalnum() for place in range(end, len(sentence.tokens)))
            broken = (place for place in range(held[0].last, at) if sentence.in_list("breaks", place)) if held else ()
            begins = sentence.word(at - 1) in _AM and not closes  # "I will send it I'm not sure what else"
            if begins or any(
                not closes or sentence.word(place) != "," for place in broken
            ):  # "..., peut-être." is of all
                held = []
            for one in held or [one for one in found if one.first >= end][:1]:
                if one.strength.rung is not None:
                    one.strength = weaker(one.strength, phrase.strength)
