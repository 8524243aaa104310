"""Who acts, to whom, and who says so, held against the clause that binds: `actor`, `recipient`, `speaker`."""

import re

from ...items import Item
from ...schemas import Part
from ...words.scripts import folded
from ...words.stems import content_words, shared, stems_of
from ..fields import Report, Text, roles, said_of, texts
from ..grounds import Borne, Grounds
from ..proper import holds_name, shares_name, whole_name
from ..words import listed
from .actor import check_actor
from .bearers import holds_office
from .case import AGREES, UNCHECKED, Case, Ruling, against, enter, shortened, whether_named
from .clause import Clause, clause_of
from .doers import told_to
from .known_names import is_unresolved, unknown
from .namesakes import is_another
from .owners import check_owner_basis, drop_basis
from .reported import reported

_LONGEST_SOURCE = 8  # words of a source that is taken over as the speaker
_DECIDING = frozenset("will shall would decided decides agreed agrees approved approves resolved has is to".split())
_IN_PERSON = re.compile(r"\bI(?:\s+(?:\w+ly|also|just|myself))?$")  # how the subject ends of what one says one will do
_MODALS = ("will", "'ll", "shall", "can", "won", "'m going", "am going")  # how the words after it begin


def check_parties(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """Hold actor, recipient and speaker against the clause that binds."""
    clause = clause_of(borne, grounds.index.language)
    if clause is not None:
        put_in_person(item, borne, clause)
    told = reported(said_of(item), borne, grounds.index.language)
    for text in list(texts(item, Part.ACTOR)):
        check_actor(Case(item, text, grounds, borne, clause, told), report)
        drop_basis(item, text)
    for text in list(texts(item, Part.RECIPIENT)):
        enter(_settled(text, grounds) or _recipient(text, grounds, clause), text, "recipient", report)
    for text in list(texts(item, Part.SPEAKER)):
        enter(_settled(text, grounds) or _speaker(text, grounds, borne, clause), text, "speaker", report)
    if told is not None:
        _unseen_source(item, told.source, "", report)
    if clause is not None:
        _unseen_source(item, clause.source, clause.person, report)
        _of_other_body(item, clause, report)
    check_owner_basis(item, grounds, borne, clause, report)


def _settled(text: Text, grounds: Grounds) -> Ruling | None:
    """A pronoun is left as written; a name must stand in the document."""
    return UNCHECKED if is_unresolved(text.value) else unknown(text, grounds)


def _recipient(text: Text, grounds: Grounds, clause: Clause | None) -> Ruling:
    name = text.value
    if clause and clause.certain and shares_name(name, clause.subject) and not shares_name(name, clause.after):
        return against(f'"{name}" is the one who acts, not the one it is done for.')
    if any(is_another(name, line.text) for line in grounds.lines) and not whole_name(name, grounds.whole):
        return against(f'The quoted words do not name "{name}", but another of that kind.')
    return whether_named(text, grounds)


def _speaker(text: Text, grounds: Grounds, borne: Borne, clause: Clause | None) -> Ruling:
    name = text.value
    if clause is None:
        return whether_named(text, grounds)
    says = f'The words say that "{shortened(clause.source)}" says so'
    source = shares_name(name, clause.source)
    heard = told_to(clause, borne.line.text) if borne.line else None
    if heard and shares_name(name, heard) and not source:
        return against(f'{says}, to "{name}".')
    once = sum(shares_name(name, one.text) for one in grounds.lines) == 1
    speaks = any(one.speaker and shares_name(name, one.speaker) for one in grounds.lines)
    if shares_name(name, clause.after) and once and holds_name(clause.source) and not source and not speaks:
        return against(f'{says}, not "{name}".')
    return AGREES if holds_office(clause.source, name, grounds.index) else whether_named(text, grounds)


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
    own = shares_name(actor, source) or person or is_unresolved(actor)
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


def put_in_person(item: Item, borne: Borne, clause: Clause) -> None:
    """Put who says "I will" in the place of the party for which they are said to say it: the words bind nobody else."""
    line, actor, speaker = borne.line, *(next(texts(item, part), None) for part in (Part.ACTOR, Part.SPEAKER))
    if line is None or line.speaker is None or actor is None or speaker is None or not speaker.optional:
        return
    modal = (borne.reading.words or "").lower().replace("’", "'").startswith(_MODALS)
    if not modal or clause.source or _IN_PERSON.search(clause.subject) is None:
        return
    deed = {word.stem for word in content_words(clause.after)[:1]}
    is_own = shared(deed, stems_of(said_of(item)))
    named = any(shares_name(actor.value, one) for one in (speaker.value, line.speaker, line.text))
    one_text = isinstance(item.values[actor.name], str)
    if is_own and not named and one_text and shares_name(speaker.value, line.speaker):
        reason = 'The one who speaks says "I", and so is the one who acts.'
        item.mend(actor.name, speaker.value, reason)
        item.mend(speaker.name, None, reason)
