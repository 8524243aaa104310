"""The `flag` stage: items of one brief that contradict each other say so, both of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product

from .checks.fields import of_kind, roles, texts
from .documents import Document
from .items import Item
from .participants import People
from .schemas import Change, Claim, Contradiction, Part, Presence, Strength, When
from .uniting.kinds import main_text
from .uniting.opposites import comparable, compared, denies, holds_any, shared_deed
from .uniting.people import group_people
from .uniting.sameness import same_wording
from .uniting.uniter import Settled

_SHOWN = 120  # characters of the other item that are shown
_READ = "parts of the document were read to say each of these, and the field holds one"


def flag(items: Sequence[Item], document: Document, settled: Sequence[Settled] = ()) -> None:
    """Note on accepted items what another one says against them: owner, date, refusal, presence, decision.

    Runs after the dates are computed and the names resolved. Nothing is mended or refused here: which of two
    items holds, the source does not settle. Only what is the same deed beyond doubt is compared.

    settled: claims that were made of several before, with those of them that say otherwise.
    """
    accepted = list(_accepted(items, ()))
    people = People(items)
    meetings = sum(item.kind == "meetings" for item, _ in accepted)
    said = [one for item, where in accepted if (one := _said(item, where, document)) is not None]
    for a, b in comparable([one.text for one in said]):
        _compare(said[a], said[b], people)
    for item, _ in accepted:
        for earlier in settled:
            if earlier.claim is item.claim:
                note_otherwise(item, earlier)
    _presence([(item, where) for item, where in accepted if of_kind(item, Presence)], several=meetings > 1)


def _accepted(items: Sequence[Item], meetings: Sequence[str]) -> Iterator[tuple[Item, Sequence[str]]]:
    """The items that stand, nested ones too, each with the meetings it belongs to."""
    for item in items:
        if item.refused is None:
            own = item.values.get("meetings") or meetings
            yield item, own
            for children in item.children.values():
                yield from _accepted(children, own)


# What is done, decided or refused


@dataclass(frozen=True)
class _Said:
    """An item that states a deed."""

    item: Item
    field: str
    text: str
    """The deed, without the words of its date."""
    actor_field: str | None
    actor: str | None
    speaker: str | None
    due_field: str | None
    due: When | None
    negative: bool
    """Whether it is refused, not done."""
    firm: bool
    """Whether it is settled: neither weaker than an intention nor hanging on a condition."""
    meetings: frozenset[str]
    lines: frozenset[int]
    around: str
    """The words quoted."""

    @property
    def shown(self) -> str:
        """The deed as the brief words it, shortened."""
        text = " ".join(str(self.item.values[self.field]).split())
        return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} …"

    @property
    def polarity(self) -> str:
        """The field that tells whether it is refused."""
        return of_kind(self.item, Strength) or self.field


def _said(item: Item, meetings: Sequence[str], document: Document) -> _Said | None:
    """What the item states; None for people, meetings, topics and whatever else is no single statement."""
    known = [role for role in roles(type(item.claim)) if role.part is not None or role.kind is not None]
    claims = [role for role in known if role.part is Part.CLAIM and role.kind is None]
    actor = next((role.name for role in known if role.part is Part.ACTOR and role.single), None)
    strength = of_kind(item, Strength)
    due = next((name for name, value in item.values.items() if isinstance(value, When)), None)
    whole = [role for role in claims if not role.optional and role.single]
    alone = sum(isinstance(item.values.get(role.name), str) for role in claims) == 1
    if not whole or known[0].part is not Part.CLAIM or item.children or not (alone or actor or strength):
        return None
    text = item.values.get(whole[0].name)
    if not isinstance(text, str):
        return None
    when = item.values[due] if due else None
    rung = Strength(item.values[strength]) if strength and item.values.get(strength) else None
    conditional = rung is Strength.CONDITIONAL or next(texts(item, Part.CONDITION), None) is not None
    return _Said(
        item=item,
        field=whole[0].name,
        text=_without(text, when),
        actor_field=actor,
        actor=item.values.get(actor) if actor else None,
        speaker=next((one.value for one in texts(item, Part.SPEAKER)), None),
        due_field=due,
        due=when,
        negative=rung is Strength.DENIED or denies(_without(text, when)),
        firm=not conditional and (rung is None or rung.binds),
        meetings=frozenset(meetings),
        lines=frozenset(one.line for one in item.evidence),
        around=" ".join(document.line_text(one.line) for one in item.evidence),
    )


def _without(text: str, due: When | None) -> str:
    return text if due is None else re.sub(re.escape(due.words), " ", text, flags=re.IGNORECASE)


def _compare(a: _Said, b: _Said, people: People) -> None:
    """Note on both what sets them against each other, where they are on one deed."""
    if not (a.firm and b.firm) or a.lines & b.lines:  # one sentence that binds two does not contradict itself
        return
    deeds = compared(a.text, b.text)
    if deeds is None:
        return
    actors = people.relation(a.actor, b.actor)
    if actors == "open" and people.relation(a.speaker, b.speaker) in ("different", "unclear"):
        return
    together = not (a.meetings and b.meetings) or bool(a.meetings & b.meetings)
    apart = a.due is not None and b.due is not None and _apart(a.due, b.due)
    if (a.negative != b.negative) != (deeds == "opposite"):
        if (actors == "same" or (actors == "open" and together)) and not (apart or _at_another_time(a, b)):
            _refuse(a, b)
    elif deeds == "opposite" or a.negative:
        return
    elif actors == "different":
        if together and not apart and not _for_both(a, b):
            _note_both(a, b, a.actor_field, b.actor_field, "the same is for {actor} to do")
    elif apart and (actors == "same" or (actors == "open" and together)) and not _one_of_many(a, b):
        _note_both(a, b, a.due_field, b.due_field, "the same is due {due}")


def _at_another_time(a: _Said, b: _Said) -> bool:
    """Whether only the refusal is for a time: "not this year" leaves the next one."""
    negative, positive = (a, b) if a.negative else (b, a)
    return a.negative != b.negative and negative.due is not None and positive.due is None


def _for_both(a: _Said, b: _Said) -> bool:
    """Whether two may each do it: what is their own, what is done together, what is said of the one as of the other."""
    return any(shared_deed(one.text) or holds_any(one.around, "too") for one in (a, b))


def _one_of_many(a: _Said, b: _Said) -> bool:
    """Whether the words speak of one of several things of a kind: "a further meeting"."""
    return holds_any(a.text, "another") or holds_any(b.text, "another")


def _apart(a: When, b: When) -> bool:
    """Whether no day can be meant by both, or both are deadlines and differ."""
    if a.start is None and b.start is None:
        return a.end is not None and b.end is not None and a.end != b.end
    return any(
        first.start is not None and second.end is not None and first.start > second.end
        for first, second in ((a, b), (b, a))
    )


def _refuse(a: _Said, b: _Said) -> None:
    for one, other in ((a, b), (b, a)):
        stands = "the opposite stands"
        if one.negative != other.negative and of_kind(other.item, Strength):
            stands = "the same is refused" if other.negative else "the same is to be done"
        _note(one.item, one.polarity, other.item, other.shown, stands)


def _note_both(a: _Said, b: _Said, field: str | None, other_field: str | None, words: str) -> None:
    for one, other, name in ((a, b, field), (b, a, other_field)):
        told = words.format(actor=other.actor, due=f'"{other.due.words}"' if other.due else "")
        _note(one.item, name or one.field, other.item, other.shown, told)


def _note(item: Item, field: str, other: Item, shown: str, told: str) -> None:
    explanation = f'Under {other.kind.replace("_", " ")}, {told}: "{shown}".'
    noted = Contradiction(kind=other.kind, item=shown, field=field, explanation=explanation)
    if noted not in item.contradictions:
        item.contradictions.append(noted)


# Who was there


def _presence(people: Sequence[tuple[Item, Sequence[str]]], *, several: bool) -> None:
    """Somebody who attended and was absent at one meeting."""
    names = group_people([_name(item) for item, _ in people])
    shown = [
        (item, set(where), of_kind(item, Presence) or "", name)
        for (item, where), name in zip(people, names, strict=True)
    ]
    there, away = (
        [one for one in shown if one[0].values.get(one[2]) == presence]
        for presence in (Presence.ATTENDED, Presence.ABSENT)
    )
    for (a, here, field, person), (b, elsewhere, other_field, other) in product(there, away):
        if person == other and not (several and here.isdisjoint(elsewhere)) and not _two_people(a, b):
            _note(a, field, b, _name(b), "the same person was absent")
            _note(b, other_field, a, _name(a), "the same person attended")


def _name(person: Item) -> str:
    return next((text.value for text in texts(person, Part.NAME)), "")


def _two_people(a: Item, b: Item) -> bool:
    """Whether role, body or side tell two bearers of a name apart."""
    said = {text.name: text.value for text in texts(a, Part.CLAIM)}
    return any(
        text.name in said and not same_wording(said[text.name], text.value, least=0.5) for text in texts(b, Part.CLAIM)
    )


def note_otherwise(item: Item, settled: Settled) -> None:
    """Of two wordings both may be true, and the field holds one; of two choices the one speaks against the other."""
    said = [getattr(other, settled.field) for other in settled.others]
    if isinstance(said[0], Enum):
        for value, other in zip(said, settled.others, strict=True):
            explanation = f"Elsewhere {_told(value, other, item)}."
            item.contradictions.append(
                Contradiction(kind=item.kind, item=main_text(other), field=settled.field, explanation=explanation)
            )
    else:
        before = [getattr(settled.claim, settled.field), *dict.fromkeys(said)]
        after = item.values.get(settled.field)
        item.changes.append(Change(field=settled.field, before=before, after=after, reason=_READ))


def _told(value: Enum, other: Claim, item: Item) -> str:
    quotes = [f"“{quote.quote}”" for quote in other.evidence if quote.quote not in item.lost]
    if not quotes:
        return f"{value} was claimed, and no words of the source were quoted for it"
    return f"the source says {value}: {'; '.join(quotes)}"
