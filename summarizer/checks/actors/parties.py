"""Who acts, to whom, and who says so, held against the clause that binds: `actor`, `recipient`, `speaker`."""

import re
from collections.abc import Iterator

from ...items import Item
from ...schemas import CheckName, Part, RejectionReason
from ...scripts import folded
from ...stems import stems_of
from ..fields import Report, Text, roles, texts
from ..grounds import Grounds
from ..proper import capitalised, known, name_parts, shares_name
from ..quotations import quotation_at
from ..wording.borne import Borne
from ..words import listed
from .actor import check_actor, check_named, conflict, holds_name, is_who_asks, said_of, shortened
from .bearers import holds_office
from .clause import Clause, clause_of
from .direct_speech import is_spoken
from .doers import done_by, told_to
from .in_person import put_in_person
from .namesakes import namesake
from .owners import check_owner_basis, drop_basis
from .read_out import is_read_out
from .reported import Reported, reported

_WHOSE = frozenset("her his their its our my your".split())  # "Ms Osei and her listeners"
_ENGLISH = re.compile(r"\b(?:the|of|and|for)\b")
_LONGEST_SOURCE = 8  # words of a source that is taken over as the speaker
_DECIDING = frozenset(
    (
        "will",
        "shall",
        "would",
        "decided",
        "decides",
        "agreed",
        "agrees",
        "approved",
        "approves",
        "resolved",
        "has",
        "is",
        "to",
    )
)


def check_parties(item: Item, grounds: Grounds, borne: Borne, report: Report) -> None:
    """Hold actor, recipient and speaker against the clause that binds."""
    clause = clause_of(borne, grounds.index.language)
    if clause is not None:
        put_in_person(item, borne, clause)
    told = reported(said_of(item), borne, grounds.index.language)
    for text in list(texts(item, Part.ACTOR)):
        is_settled = (
            _by_report(item, text, told, report)
            or is_who_asks(item, text, grounds, borne, report)
            or _settled(text, "actor", grounds, report, clause)
            or _of_a_quotation(text, borne, grounds, report)
        )
        if not is_settled:
            check_actor(item, text, grounds, borne, clause, report)
        drop_basis(item, text)
    for text in list(texts(item, Part.RECIPIENT)):
        if not _settled(text, "recipient", grounds, report):
            _recipient(text, grounds, clause, report)
    for text in list(texts(item, Part.SPEAKER)):
        if not _settled(text, "speaker", grounds, report):
            _speaker(text, grounds, borne, clause, report)
    if told is not None:
        _unseen_source(item, told.source, "", report)
    if clause is not None:
        _unseen_source(item, clause.source, clause.person, report)
        _of_other_body(item, clause, report)
    check_owner_basis(item, grounds, borne, clause, report)


def _of_a_quotation(text: Text, borne: Borne, grounds: Grounds, report: Report) -> bool:
    """Settle a name by whose words they are, where they stand in quotation marks."""
    line, index = borne.line, grounds.index
    if line is None:
        return False
    at = line.span[0] if borne.reading.start is None else borne.reading.start
    # The words that lead in a list stand before each item of it, and elsewhere in the document.
    place = index.document.segment(line.number).start - len(index.lead_in(line.number)) + at
    found = quotation_at(index.document, line.number, place)
    return found is not None and (
        is_read_out(text, found, line, grounds, report) or is_spoken(text, found, grounds, report)
    )


def _by_report(item: Item, text: Text, told: Reported | None, report: Report) -> bool:
    """Settle a name by a report of what another will do: who only says so does not act."""
    if told is None:
        return False
    if shares_name(text.value, told.subject):
        report.note("actor", "agrees")
        return True
    if not shares_name(text.value, told.source):
        return False
    conflict(item, text, f'"{text.value}" only says so; the words speak of "{shortened(told.subject)}".', report)
    return True


def _settled(text: Text, check: CheckName, grounds: Grounds, report: Report, clause: Clause | None = None) -> bool:
    """Settle pronouns, which stay as written, and names that the document does not hold."""
    if unresolved(text.value):
        doer = done_by(clause) if clause is not None else None
        if doer is not None and not shares_name(text.value, doer):
            return False
        if clause is None or not clause.subject:
            report.note(check, "unchecked")
        elif shares_name(text.value, clause.subject):
            report.note(check, "agrees")
        elif clause.certain and not clause.person and holds_name(clause.subject):
            report.note(check, "absent", f'The words bind "{shortened(clause.subject)}", not "{text.value}".')
        else:
            report.note(check, "unchecked")
        return True
    missing = next(iter(sorted(_unknown(text.value, grounds), key=str.islower)), "")
    if missing and _in_other_language(missing, text.value, grounds):
        report.note(check, "absent", f'"{text.value}" is told in another language than the document.')
        return True
    if missing:
        report.against(text, check, f'"{missing}" does not stand in the document.', RejectionReason.UNSUPPORTED)
        return True
    return False


def _in_other_language(missing: str, name: str, grounds: Grounds) -> bool:
    """Whether a name is put into English for a document that is not: a word for a body or an office stands there otherwise.

    Of a document in another script also the names do, which letters cannot compare.
    """
    if grounds.index.language in (None, "en") or not _ENGLISH.search(name):
        return False
    return missing.islower() or (missing.isascii() and not grounds.index.is_latin)


def unresolved(name: str) -> bool:
    """Whether a name is a pronoun or a group that no single name stands for: "they", "both sides"."""
    return all(word in listed("unresolved") for word in name_parts(name)) and not holds_name(name)


def _unknown(name: str, grounds: Grounds) -> Iterator[str]:
    """The telling words of a name that the document does not hold."""
    stems = grounds.index.stems
    for part in (one for one in name_parts(name) if one not in _WHOSE):
        written = next((word for word in capitalised(name) if part in word.lower()), part)
        if not known(written, grounds) and stems.isdisjoint(stems_of(part)):
            yield written


def _recipient(text: Text, grounds: Grounds, clause: Clause | None, report: Report) -> None:
    name = text.value
    if clause and clause.certain and shares_name(name, clause.subject) and not shares_name(name, clause.after):
        explanation = f'"{name}" is the one who acts, not the one it is done for.'
        report.against(text, "recipient", explanation, RejectionReason.CONTRADICTED)
    else:
        check_named(text, "recipient", grounds, report)


def _speaker(text: Text, grounds: Grounds, borne: Borne, clause: Clause | None, report: Report) -> None:
    name = text.value
    heard = told_to(clause, borne.line.text) if clause and borne.line else None
    later = clause is not None and shares_name(name, clause.after) and sum(shares_name(name, one.text) for one in grounds.lines) == 1  # fmt: skip
    speaks = any(one.speaker and shares_name(name, one.speaker) for one in grounds.lines)
    if (other := namesake(name, grounds.whole, grounds.index)) is not None:
        explanation = f'The quoted words speak of "{other}", not of "{name}".'
        report.against(text, "speaker", explanation, RejectionReason.CONTRADICTED)
    elif clause and heard and shares_name(name, heard) and not shares_name(name, clause.source):
        explanation = f'The words say that "{shortened(clause.source)}" says so, to "{name}".'
        report.against(text, "speaker", explanation, RejectionReason.CONTRADICTED)
    elif clause and later and holds_name(clause.source) and not shares_name(name, clause.source) and not speaks:
        explanation = f'The words say that "{shortened(clause.source)}" says so, not "{name}".'
        report.against(text, "speaker", explanation, RejectionReason.CONTRADICTED)
    elif clause and holds_office(clause.source, name, grounds.index):
        report.note("speaker", "agrees")
    else:
        check_named(text, "speaker", grounds, report)


def _of_other_body(item: Item, clause: Clause, report: Report) -> None:
    """A decision told of those who only noted that others took it: "The group noted that the clinic will close the ward"."""
    if item.kind != "decisions" or not clause.source or not clause.certain or clause.person:
        return
    for text in texts(item, Part.CLAIM):
        words = text.value.split()
        own = next((at for at, word in enumerate(words) if word in _DECIDING), None)
        opening = stems_of(" ".join(words[: own or 0]))
        if opening & stems_of(clause.source) and opening.isdisjoint(stems_of(clause.subject)):
            report.note("actor", "absent", f'The words speak of "{shortened(clause.subject)}".')


def _unseen_source(item: Item, source: str, person: str, report: Report) -> None:
    """What one party says of another must show who says it: the source is taken over as the words name it."""
    field = next((role.name for role in roles(type(item.claim)) if role.part is Part.SPEAKER), None)
    actor = next((text.value for text in texts(item, Part.ACTOR)), None)
    source = source.strip(" ,-*•")
    if field is None or actor is None or item.values.get(field) is not None or not _tells(source):
        return
    own = shares_name(actor, source) or person or unresolved(actor)
    plain = (
        len(source.split()) <= _LONGEST_SOURCE
        and "," not in source
        and source.split()[-1].lower() not in listed("unresolved")
    )
    if plain and not own:
        reason = "The words report what another party said."
        report.note("speaker", "absent", reason)
        item.mend(field, source, reason)


def _tells(source: str) -> bool:
    """Whether a source is somebody who speaks: a name, an office or the press; not "the schedule"."""
    words = frozenset(folded(source).replace("'", " ").replace("’", " ").replace(".", " ").split())
    return holds_name(source) or not words.isdisjoint(listed("titles") | listed("tellers"))
