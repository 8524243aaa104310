"""Who acts, held against the clause that binds: the check of `actor`."""

import re

from ...items import Item
from ...ladder.bearing import bearing
from ...rungs import firm
from ...schemas import CheckName, Finding, Part, RejectionReason, Strength
from ...scripts import folded
from ...stems import content_words, shared, stem, stems_of
from ..fields import Report, Text, texts
from ..grounds import Grounds, Line
from ..proper import as_called, capitalised, initialled, name_parts, shares_name
from ..wording.answers import assents, reached
from ..wording.borne import Borne, merged
from ..wording.takings_on import takes_on
from ..words import listed
from .acts import told_of
from .bearers import bears, holds_office, is_of
from .clause import Clause, clause_of
from .doers import answers_for_oneself, asked_to_act, done_by, is_sent_to, is_served, is_told
from .namesakes import namesake, titled_namesake
from .one_of_two import by_another, either_of, only_told, set_against
from .other_bodies import body_in, is_another
from .spoken_of import called_so_by_its_voice, meant_by_who, of_another, of_other_sex, speaks_of_others
from .subjects import other_doer

_OWN = re.compile(r"\b(?:my|our) (?P<deed>\w+ing)\b", re.IGNORECASE)
_WILL = ("will", "would", "'ll", "'d")  # how words begin that tell of oneself in reported speech
_ADDRESSED = re.compile(r"(?P<who>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?),? (?:please|(?:could|can|will|would) you)\b")
_ASKS_YOU = re.compile(r"\b(?:can|could|will|would) you\b.*\?|\byou\b.*, please\b", re.IGNORECASE)
_NOT_BEHIND = re.compile(r", (?:and )?not (?:the )?(?P<who>[A-Z][^,;.:]{0,40})")
_SHOWN = 6  # words of a subject that an explanation shows


def check_actor(item: Item, text: Text, grounds: Grounds, borne: Borne, clause: Clause | None, report: Report) -> None:
    """Hold one name that a claim gives as the actor against the clause of the words that bear the claim, if any."""
    name = as_called(text.value, grounds)
    line, binding = borne.line, firm(borne.reading.strength)
    speaker = line.speaker if line else None
    language = grounds.index.language
    if (other := namesake(name, grounds.whole, grounds.index)) is not None:
        conflict(item, text, f'The quoted words speak of "{other}", not of "{name}".', report)
    elif clause is not None and (other := titled_namesake(clause.subject, name, grounds.index)):
        conflict(item, text, f'"{clause.subject}" is "{other}", not "{name}".', report)
    elif clause is not None and _binds_another(name, clause):
        conflict(item, text, f'The words bind "{shortened(clause.subject)}", not "{name}".', report)
    elif clause is not None and (other := meant_by_who(clause, name)):
        conflict(item, text, f'The words bind "{other}", not "{name}".', report)
    elif clause is not None and is_served(name, clause, borne):
        conflict(item, text, f'The words promise or give it to "{name}".', report)
    elif line is not None and set_against(name, line, language):
        conflict(item, text, f'The words say that it is another than "{name}".', report)
    elif line is not None and by_another(said_of(item), line, language):
        report.note("actor", "absent", f'The words do not say that "{name}" does it, but has it done.')
    elif line is not None and (either := either_of(name, line, language)):
        report.note("actor", "absent", f'The words leave open which of them it is: "{either}".')
    elif clause is not None and (doer := done_by(clause)):
        if shares_name(name, doer):
            report.note("actor", "agrees")
        else:
            conflict(item, text, f'The words bind "{doer}", not "{name}".', report)
    elif addressed := _addressed(name, grounds):
        report.note("actor", "absent", f'The words ask "{addressed}", not "{name}".')
    elif told := _told_of(item, name, grounds, borne):
        if shares_name(name, told):
            report.note("actor", "agrees")
        else:
            conflict(item, text, f'The words bind "{shortened(told)}", not "{name}".', report)
    elif clause is not None and line is not None and is_sent_to(name, clause, line):
        conflict(item, text, f'The words send it to "{name}".', report)
    elif clause is not None and _acts_by_office(name, clause, grounds):
        report.note("actor", "agrees")  # "The minister promised", and who the minister is
    elif speaker is not None and _answered_by_another(name, speaker, line is not None and takes_on(line.text), grounds):
        conflict(item, text, f'It is {speaker} who speaks, not "{name}".', report)
    elif clause is None and (other := other_doer(name, said_of(item), borne, language)):
        report.note("actor", "absent", f'The words bind "{other}", not "{name}".')
    elif clause is None and (other := body_in(grounds.quoted, name)):
        report.note("actor", "absent", f'The words speak of "{other}", not of "{name}".')
    elif clause is None:
        check_named(text, "actor", grounds, report)
    elif _says_yes(name, grounds):
        report.note("actor", "agrees")
    elif speaker is not None and _answered_by_another(
        name, speaker, answers_for_oneself(clause, borne.reading.words or ""), grounds
    ):
        conflict(item, text, f'It is {speaker} who speaks, not "{name}".', report)
    elif speaker is not None and (clause.person in ("singular", "plural") or (clause.person == "second" and binding)):
        if shares_name(name, speaker) or _bears_elsewhere(item, name, grounds, borne) == "agrees":
            report.note("actor", "agrees")
        elif clause.person == "plural" and any(is_of(name, speaker, one.text) for one in grounds.lines if one != line):
            report.note("actor", "agrees")  # "We will", and whose people "we" are
        elif clause.person == "singular" and any(shares_name(name, other) for other in grounds.index.voices):
            conflict(item, text, f'It is {speaker} who speaks, not "{name}".', report)
        else:
            report.note("actor", "absent", f'It is {speaker} who speaks; the words do not name "{name}".')
    elif (
        shares_name(name, clause.subject)
        or initialled(name, clause.subject)
        or (speaker is not None and shares_name(name, speaker) and _own_deed(item, line))
    ):
        report.note("actor", "agrees")
    elif clause.person == "third" and (other := of_other_sex(name, clause.subject, grounds)):
        conflict(item, text, f'"{clause.subject.split()[-1]}" is not "{other}".', report)
    elif clause.person == "third" and speaker is not None and shares_name(name, speaker) and of_another(clause):
        conflict(item, text, f'"{clause.subject.split()[-1]}" is not {speaker}, who speaks.', report)
    elif line is not None and only_told(name, clause, line):
        report.note("actor", "absent", f'The words tell it to "{name}", and may speak of another.')
    elif speaker is not None and shares_name(name, speaker) and speaks_of_others(clause, name, line):
        report.note(
            "actor", "absent", f'The words speak of "{shortened(clause.subject)}", not of {speaker}, who speaks.'
        )
    elif clause.person and shares_name(name, grounds.before if clause.person == "third" else grounds.around):
        report.note("actor", "unchecked")  # what the pronoun stands for is not settled here
    elif clause.person == "third" and shares_name(name, grounds.around):
        report.note("actor", "absent", f'Nothing before the quoted words names "{name}".')
    elif (elsewhere := _bears_elsewhere(item, name, grounds, borne)) is not None:
        report.note("actor", elsewhere)
    elif any(bears(clause.subject, name, other.text) for other in grounds.lines if other != line):
        report.note("actor", "agrees")  # "The Clerk will ring", and who the clerk is
    elif borne.reading.strength is not Strength.UNDERTOOK and is_told(name, clause.after):
        report.note("actor", "agrees")
    elif called_so_by_its_voice(name, clause):
        report.note("actor", "unchecked")
    elif clause.certain and clause.source and not clause.person and shares_name(name, clause.source):
        conflict(item, text, f'"{name}" only says so; the words speak of "{shortened(clause.subject)}".', report)
    elif clause.certain and clause.source and not clause.person and line and not shares_name(name, line.text):
        report.note("actor", "absent", f'The words speak of "{shortened(clause.subject)}".')
    elif clause.joined and clause.certain:
        report.note("actor", "absent", f'The words bind "{shortened(clause.subject)}", not "{name}".')
    elif not clause.certain or clause.labelled or not holds_name(clause.subject):
        check_named(text, "actor", grounds, report)
    elif shares_name(name, clause.after) and f" by {name_parts(name)[0]}" not in f" {clause.after}".lower():
        conflict(item, text, f'The words bind "{shortened(clause.subject)}", not "{name}".', report)
    elif line is not None and not (shares_name(name, line.text) or initialled(name, line.text)):
        explanation = f'The words bind "{shortened(clause.subject)}", not "{name}".'
        if item.kind == "commitments":
            report.note("actor", "absent", explanation)
        else:
            report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)
    else:
        check_named(text, "actor", grounds, report)


def _binds_another(name: str, clause: Clause) -> bool:
    """Whether the subject is a body or a person of a like name, or whom the words set against the one who is named."""
    if not clause.person and is_another(name, clause.subject):
        return True
    if shares_name(name, clause.others) and not shares_name(name, clause.subject):
        return True
    behind = _NOT_BEHIND.search(clause.after)  # "It is Ben who will go, not Anna"
    return behind is not None and shares_name(name, behind["who"])


def is_who_asks(item: Item, text: Text, grounds: Grounds, borne: Borne, report: Report) -> bool:
    """Whether the one who is named as the actor only asks another to act, which the report then says; so it does where
    the other is named."""
    name, line = as_called(text.value, grounds), borne.line
    asked = asked_to_act(said_of(item), line, grounds.index.language) if line is not None else None
    if asked is None or line is None:
        return False
    if shares_name(name, asked["who"]):
        report.note("actor", "agrees")
        return True
    before = line.text[: asked.start()]
    if not (shares_name(name, before) or folded(name) in folded(before)):
        return False
    conflict(item, text, f'The words put it to "{asked["who"]}", not to "{name}".', report)
    return True


def said_of(item: Item) -> str:
    return " ".join(text.value for text in texts(item, Part.CLAIM))


def _says_yes(name: str, grounds: Grounds) -> bool:
    """Whether a quoted line of the one who is named says yes to one that asks "you": "Can you go?" "Yes." """
    language, lines = grounds.index.language, merged(grounds.lines)
    if language is None:
        return False
    for line in lines:
        if line.speaker and shares_name(name, line.speaker) and assents(line, language):
            asked = [one for one in lines if one.speaker != line.speaker and _ASKS_YOU.search(one.text)]
            if line.number in reached(asked, lines):
                return True
    return False


def _answered_by_another(name: str, speaker: str, answers: bool, grounds: Grounds) -> bool:
    """Whether another speaker than the one who is named takes it on: "Yes, will do", "On it"."""
    return answers and not shares_name(name, speaker) and any(shares_name(name, one) for one in grounds.index.voices)


def _acts_by_office(name: str, clause: Clause, grounds: Grounds) -> bool:
    """Whether the subject is the office of somebody who does not merely say so: "the Mayor said that the clerk would"."""
    if clause.person or not holds_office(clause.subject, name, grounds.index):
        return False
    return not clause.source or not (
        shares_name(name, clause.source) or holds_office(clause.source, name, grounds.index)
    )


def _told_of(item: Item, name: str, grounds: Grounds, borne: Borne) -> str | None:
    """Of whom the one quoted line that names the actor tells the act, where it tells of several acts."""
    lines = [one for one in merged(grounds.lines) if shares_name(name, f"{one.speaker or ''} {one.text}")]
    if len(lines) != 1:
        return None
    said = said_of(item)
    told = told_of(name, said, lines[0].text, grounds.index.language, lines[0].speaker)
    other = told is not None and not shares_name(name, told)
    return None if other and _bears_elsewhere(item, name, grounds, borne) == "agrees" else told


def _addressed(name: str, grounds: Grounds) -> str | None:
    """Who is asked to act, where it is somebody else whom the quoted lines only name beside: "Olu, please send Greg the plan"."""
    for line in grounds.lines:
        asked = _ADDRESSED.search(line.quoted)
        if asked is not None and not shares_name(name, asked["who"]) and shares_name(name, line.quoted[asked.end() :]):
            answered = any(one.speaker and shares_name(name, one.speaker) for one in grounds.lines if one != line)
            return None if answered else asked["who"]
    return None


def _bears_elsewhere(item: Item, name: str, grounds: Grounds, borne: Borne) -> Finding | None:
    """Whether another quoted line binds the actor to what the claim says: of several evidences one is enough.

    `unchecked` where it only tells of a pronoun that they will.
    """
    said = said_of(item)
    stems = stems_of(said)
    found: Finding | None = None
    for line in grounds.lines:
        if line == borne.line or not shared(stems, stems_of(line.quoted)):
            continue
        other = Borne(bearing(said, line.text, grounds.index.language, span=line.span), line)
        clause = clause_of(other, grounds.index.language)
        if clause is None or other.reading.strength is None:
            continue
        if not other.reading.strength.binds:
            if _said_of_oneself(name, clause, other.reading.words or "", grounds):
                found = "unchecked"
            continue
        own = clause.person in ("singular", "plural", "second") and line.speaker is not None
        if shares_name(name, line.speaker if own and line.speaker else clause.subject):
            return "agrees"
        if _said_of_oneself(name, clause, other.reading.words or "", grounds):
            found = "unchecked"
    return found


def _said_of_oneself(name: str, clause: Clause, words: str, grounds: Grounds) -> bool:
    """Whether somebody is told to say what they will do: "Ms Roth said that she would", "He would find out"."""
    if not words.lower().startswith(_WILL):
        return False
    opening = clause.subject.lower().split()[:1]
    if clause.person == "third" and clause.source:
        return shares_name(name, clause.source)
    return bool(opening) and opening[0] in ("he", "she", "they") and shares_name(name, grounds.before)


def _own_deed(item: Item, line: Line | None) -> bool:
    """Whether the speaker names it as their own: "Does anybody object to my replying ...?"."""
    said = next((words[0].stem for text in texts(item, Part.CLAIM) if (words := content_words(text.value))), None)
    return line is not None and any(stem(own["deed"]) == said for own in _OWN.finditer(line.quoted))


def conflict(item: Item, text: Text, explanation: str, report: Report) -> None:
    """The words name another party. A commitment stands or falls with who is bound; elsewhere the name goes."""
    if item.kind == "commitments":
        report.note("actor", "disagrees", explanation)
        report.refuse(RejectionReason.CONTRADICTED, explanation)
    else:
        report.against(text, "actor", explanation, RejectionReason.CONTRADICTED)


def holds_name(words: str) -> bool:
    """Whether words name somebody: they hold a capital that is more than the beginning of a sentence."""
    return "@" in words or any(
        word.lower() not in listed("unresolved") | listed("openers") for word in capitalised(words)
    )


def check_named(text: Text, check: CheckName, grounds: Grounds, report: Report) -> None:
    """Note whether the quoted lines or their speakers hold a name."""
    if shares_name(as_called(text.value, grounds), grounds.whole):
        report.note(check, "agrees")
    else:
        report.note(check, "absent", f'The quoted words do not name "{text.value}".')


def shortened(words: str) -> str:
    """The last words of a long subject, as an explanation shows them."""
    return " ".join(words.split()[-_SHOWN:])
