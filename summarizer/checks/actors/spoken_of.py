"""Of whom a subject without a name may speak, and of whom it cannot: "the firm", "she", "they"."""

import re

from ..proper import name_parts
from ..words import listed
from .case import UNCHECKED, Case, Ruling, absent, against, of_the_clause, shortened
from .clause import Clause

_MYSELF = re.compile(r"\b(?:I|me|my|us|we|our)\b")
_MALE, _FEMALE = r"(?:Mr|Sir|Lord)", r"(?:Mrs|Ms|Miss|Dame|Lady|Madam)"
_WHO = re.compile(
    r"(?<!of )(?<!from )(?<!in )(?<!at )(?<!for )\b(?P<name>(?:[A-Z][\w'’.-]+ )*[A-Z][\w'’-]+),? who\W*\Z"
)
_THEY = re.compile(r"\bthey\Z", re.IGNORECASE)
_PAIR = re.compile(r"\b(?:the two|both(?: the)?) (?:[\w-]+ )?(?:[a-z]+s|people|men|women)\Z", re.IGNORECASE)
_NAMED_TOGETHER = re.compile(r" (?:and|&) |, ")
_TWO = 2
_SENTENCE = re.compile(r"(?<=[.;!?])\s+")
_SEVERAL = re.compile(r"\W*(?:the|all|both|several|many|some) (?:[a-z-]+ ){0,2}?[a-z-]+s\b", re.IGNORECASE)
_OFFICE = re.compile(r"[Tt]he (?:[A-Za-z-]+ ){0,3}[A-Za-z-]*[^\Ws]|(?:[A-Z][\w'’.-]* )+[A-Z][\w'’-]*")

_FORM = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Prof|Cllr|Minister|President|Secretary|Ambassador|Councillor)\.?"
_OPENING_NAME = re.compile(
    rf"\W*(?P<name>(?:{_FORM} )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]*\.?)+|{_FORM} [A-Z][\w'’-]+) (?!and\b)[a-z]"
)
_ANSWERS = frozenset("yes yeah yep yup ok okay sure right well cool great fine".split())
"""Before a verb, they answer and stand for nobody: "Yes will send it"."""


@of_the_clause
def meant_by_who(case: Case, clause: Clause) -> Ruling | None:
    """ "Who" does not stand for the one who is named before: "Anna will lend it to Ben, who will"."""
    found = _WHO.search(clause.subject)
    if found is None or case.stands_in(found["name"]) or not case.stands_in(clause.subject):
        return None
    return against(f'The words bind "{found["name"]}", not "{case.name}".')


@of_the_clause
def of_other_sex(case: Case, clause: Clause) -> Ruling | None:
    """The pronoun cannot stand for somebody whom the document calls "Mr Hale", where it says "she"."""
    pronoun = clause.subject.split()[-1].lower() if clause.subject else ""
    title = {"she": _MALE, "he": _FEMALE}.get(pronoun)
    if clause.person != "third" or title is None:
        return None
    last = re.escape(name_parts(case.name)[-1])
    called = re.compile(rf"\b{title}\.? (?:[A-Z][\w'’-]+ ){{0,2}}{last}\b", re.IGNORECASE)
    found = called.search(case.grounds.index.document.text)
    return against(f'"{clause.subject.split()[-1]}" is not "{found[0]}".') if found else None


@of_the_clause
def not_who_speaks(case: Case, clause: Clause) -> Ruling | None:
    """The subject is a pronoun with which nobody speaks of themselves; in "she'll have it from me" both act."""
    other = clause.subject.lower().split()[-1:] in (["he"], ["she"]) and _MYSELF.search(clause.after) is None
    if clause.person != "third" or not case.stands_in(case.speaker) or not other:
        return None
    return against(f'"{clause.subject.split()[-1]}" is not {case.speaker}, who speaks.')


@of_the_clause
def others_than_who_speaks(case: Case, clause: Clause) -> Ruling | None:
    """A speaker tells what others will do: "They will release the files", "The port will"."""
    words, text = clause.subject.lower().split(), case.line.text if case.line else ""
    others = (
        clause.certain and not clause.person and listed("unresolved").isdisjoint(words) and not {*words} <= _ANSWERS
    )
    if not (others or words[-1:] == ["they"]) or not case.stands_in(case.speaker):
        return None
    if case.stands_in(text) or _MYSELF.search(text):
        return None
    return absent(f'The words speak of "{shortened(clause.subject)}", not of {case.speaker}, who speaks.')


@of_the_clause
def the_two(case: Case, clause: Clause) -> Ruling | None:
    """ "The two ministers" may stand for two who are named together."""
    pair = _PAIR.search(clause.subject) is not None and len(_NAMED_TOGETHER.split(case.name)) == _TWO
    return UNCHECKED if pair and not case.stands_in(clause.subject) else None


@of_the_clause
def they_are_several(case: Case, clause: Clause) -> Ruling | None:
    """ "They" behind a plural subject is no single officer: "The members thanked the Chair, and they agreed"."""
    if clause.person != "third" or not _THEY.search(clause.subject) or case.line is None:
        return None
    sentence = _SENTENCE.split(case.line.text[: case.borne.reading.start])[-1]
    several = _SEVERAL.match(sentence)
    single = _OFFICE.fullmatch(case.name) is not None and not listed("titles").isdisjoint(case.name.lower().split())
    if several is None or not single or case.stands_in(several[0]):
        return None
    return absent(f'"they" stands for "{several[0].strip()}", not for "{case.name}".')


@of_the_clause
def subject_is_a_pronoun(case: Case, clause: Clause) -> Ruling | None:
    """What a pronoun stands for is not settled here, but it stands for nobody who is only named behind it."""
    third = clause.person == "third"
    if third and (other := _opens_before(case, clause)) is not None:
        return absent(f'The sentence before speaks of "{other}", not of "{case.name}".')
    if clause.person and case.stands_in(case.grounds.before if third else case.grounds.around):
        return UNCHECKED
    if third and case.stands_in(case.grounds.around):
        return absent(f'Nothing before the quoted words names "{case.name}".')
    return None


def _opens_before(case: Case, clause: Clause) -> str | None:
    """The one person with whom the sentence before opens, where "he" or "she" opens the line: "Ann Lee reported. She will"."""
    line, document = case.line, case.grounds.index.document
    pronoun = clause.subject.strip().lower()
    if line is None or line.number == 1 or pronoun not in ("he", "she") or not line.text.lower().startswith(pronoun):
        return None
    if document.segment(line.number).block != document.segment(line.number - 1).block:
        return None
    before = document.line_text(line.number - 1)
    found = _OPENING_NAME.match(before)
    return found["name"] if found is not None and not case.stands_in(before) else None
