"""Two acts on one thing, of which the second names it no more: "discussed the budget and approved it"."""

from collections.abc import Sequence

from ..mood.sentence import Found, Sentence

_AND = frozenset(("and", "und", "et", "e", "ed", "y"))
_SAME = frozenset(("it", "them", "this", "these", "those", "him", "her", "both"))
_SAME_BEFORE = frozenset(("l'", "l’", "le", "la", "les", "lo", "los", "las", "li"))
"""Before the verb in French, Italian and Spanish: "et l'a approuvé"."""
_CLOSES = frozenset(".,;:)")
_NO_OBJECT = frozenset("by with in on at as without after before subject under and but unanimously".split())
_OPENS_REMARK = frozenset("after following with in at on by upon without before".split())
_BETWEEN = frozenset("then was were has have had been later afterwards eventually".split())


def second_act(one: Found, others: Sequence[Found]) -> Found | None:
    """The next act of the same clause on the same thing; None where it has one of its own, or another subject."""
    later = next((other for other in others if other.first > one.first), None)
    if later is None or later.kind != "verbs" or one.kind != "verbs":
        return None
    sentence, joint = one.sentence, joint_of(one, later)
    if joint is None:
        return None
    if is_final(sentence):  # what stands before a verb at the end of its clause is its own
        opens = sentence.after(joint + 1)
        return None if sentence.in_list("determiners", opens) or sentence.capital(opens) else later
    if sentence.word(joint + 1) in _SAME_BEFORE:
        return later if all(_helps(sentence, at) for at in range(joint + 2, later.first)) else None
    object_ = sentence.word(sentence.after(later.last))
    named = object_ and object_ not in _SAME | _CLOSES | _NO_OBJECT and not object_.endswith("ly")
    return later if one.finite and not named and _goes_on(sentence, joint, later.first, object_ in _SAME) else None


def joint_of(one: Found, later: Found) -> int | None:
    """The token that joins the two: the last "and" between them, or where verbs stand last, the first."""
    joints = [at for at in range(one.last, later.first) if one.sentence.word(at) in _AND]
    if not joints:
        return None
    return joints[0] if is_final(one.sentence) else joints[-1]


def is_final(sentence: Sentence) -> bool:
    """Whether it is in a language whose verbs stand at the end of their clauses."""
    return bool(sentence.words.lists.get("final"))


def _helps(sentence: Sentence, at: int) -> bool:
    return (
        sentence.in_list("auxiliaries", at) or sentence.in_list("been", at) or sentence.words.skipped(sentence.word(at))
    )


def _goes_on(sentence: Sentence, joint: int, last: int, pointed_to: bool) -> bool:
    """Whether no other subject stands between an "and" and the verb behind it. pointed_to: its object is a pronoun."""
    inserted = pointed_to and sentence.word(joint + 1) in _OPENS_REMARK
    for at in range(joint + 1, last):
        if sentence.word(at) == ",":
            inserted = not inserted
        elif not inserted and not (sentence.words.skipped(sentence.word(at)) or sentence.word(at) in _BETWEEN):
            return False
    return True
