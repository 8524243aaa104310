"""The built-in engine: no model, no key, no network. It copies what an English document states."""

import re
from collections.abc import Iterable

from ...concurrency import LONG, apart
from ...documents import Document
from ...drafting import Answer
from ...errors import DocumentError
from ...ladder.bearing import bearing
from ...schemas import BriefDraft, DraftCommitment, DraftFollowUp, DraftMeeting, OwnerBasis, Presence, Strength
from ...windows import Window
from ...words.rungs import weaker
from .layout.found import Person
from .layout.labels import OFFICERS, VOTE_LABEL
from .layout.page import Page
from .meetings.told_apart import Meetings
from .outcomes.decisions import decisions
from .people.attendance import AT_FOOT, listed_people
from .people.in_text import besides_entries, people_in_text
from .people.initials import in_full
from .people.mails import correspondents
from .people.roster import Roster, name_key
from .people.speakers import speakers
from .people.voices import voices
from .subjects.items import Items
from .tasks.actions import Action, actions, lists_actions
from .tasks.answered import answered
from .tasks.bound import Bound
from .tasks.commitments import commitments
from .tasks.first_person import Promised, joint_promises, promised, sorted_out
from .tasks.handed_on import handed_on
from .tasks.in_text import tasks
from .tasks.requests import asked_by_mail
from .tasks.talk import taken_on


class RulesEngine:
    """The rules as an engine. They see a document whole: who speaks on the last line may be introduced on the first."""

    name = "rules"

    def windows(self, document: Document) -> list[Window]:
        """The document as one."""
        return [Window(1, len(document.segments))]

    async def draft(self, document: Document, window: Window) -> Answer:
        """As `drafted`; the window is the document."""
        is_long = len(document.text) >= LONG
        return Answer(await apart(drafted, document) if is_long else drafted(document))


def drafted(document: Document) -> BriefDraft:
    """A draft of the whole document by rules alone; every item says what it was taken from.

    Errors: `DocumentError`, the document is not in English.
    """
    is_told = document.language is not None
    if document.language != "en" and (is_told or _is_in_other_letters(document.text)):
        which = f" ({document.language})" if is_told else ""
        raise DocumentError(
            f"{document.name} is in another language than English{which}; the built-in engine reads English only.",
            hint="Name a model with --model or SUMMARIZER_MODEL: models read any language.",
        )
    page = Page(document)
    meetings = Meetings(page)
    roster = _people(page)
    known = roster.known_words()
    there = {
        word
        for person in roster.people
        if person.presence is Presence.ATTENDED or (person.listed and person.presence is Presence.MENTIONED)
        for word in name_key(person.name)
    }
    written = promised(page)
    asked = asked_by_mail(page, roster)
    said = Promised([], []) if lists_actions(page, known) else taken_on(page, roster)
    decided = decisions(page)
    replies = sorted_out(answered(page, roster))
    told = [*tasks(page, roster), *written.tasks, *asked, *said.tasks, *replies.tasks]
    taken = {task.span[1] for task in told}
    told += [one for one in handed_on(page, roster, decided) if one.span[1] not in taken]
    elsewhere = frozenset(w for p in roster.people for w in name_key(p.name)[-1:] if w not in there)
    bound = [
        one
        for one in [
            *commitments(page, roster, elsewhere),
            *joint_promises(page),
            *written.bound,
            *said.bound,
            *replies.bound,
        ]
        if not any(one.span[0] < task.span[1] and task.span[0] < one.span[1] for task in told)
    ]
    steps = actions(page, known, told)
    listed = [one.whole for one in steps if one.basis == "list of action items"]
    bound = [one for one in bound if not any(start <= one.at < end for start, end in listed)]  # a step is told once
    items = Items(page, meetings, known)
    items.add_topics()
    items.add_decisions(decided)
    items.add_agreements(bound)
    for person in roster.people:
        if person.presence is not Presence.MENTIONED:
            ids = (m for offset in person.there or [person.at] for m in meetings.at(offset))
            person.meetings = list(dict.fromkeys(ids))
    return BriefDraft(
        meetings=[
            DraftMeeting(id=m.id, title=m.title, place=m.place, date=m.date, evidence=m.quotes[:4], basis=m.basis)
            for m in meetings.found
        ],
        participants=roster.drafts(),
        agenda_items=items.drafts(),
        commitments=[_commitment(page, meetings, one) for one in bound if not one.is_of_this_meeting],
        follow_ups=[_follow_up(page, meetings, roster, one) for one in steps],
    )


def _on_one_line(words: str) -> str:
    """Without the space that struck words leave."""
    return " ".join(words.split())


def _people(page: Page) -> Roster:
    """Everybody, lists and labels first. A record with its own list at the top is not added to from its prose."""
    roster = Roster()
    listed = listed_people(page)
    labels = [*speakers(page, listed), *correspondents(page)]
    _nicknames(page, listed)
    there = [person for person in listed if person.presence is not Presence.MENTIONED]
    present = [person.at for person in listed if person.presence is Presence.ATTENDED and person.basis != VOTE_LABEL]
    full = any(person.basis not in OFFICERS for person in listed if person.at in present)
    told = besides_entries(page, listed, people_in_text(page, reports=not (full or labels)))
    whole = any(person.basis == AT_FOOT for person in listed)
    if labels or whole or (len(present) > 1 and min(present) < len(page.text) / 3):
        for person in told:
            if person.presence is Presence.ATTENDED:
                person.presence = Presence.MENTIONED
    roster.add([*listed, *labels])
    roster.add(sorted(told, key=lambda person: (-len(person.name.split()), person.at)))
    if not (there or labels):
        roster.add(voices(page, roster, told))
    roster.add_offices(page)
    return roster


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters are none of English: a text may be too short to tell its language, and not its script."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char.isascii() for char in letters) < len(letters)


def _nicknames(page: Page, listed: Iterable[Person]) -> None:
    """Take words in brackets for another name where somebody speaks or is addressed by them: "Bo Lind (bolli)", "bolli: yes"."""
    for person in listed:
        word = person.organization or ""
        called = word.isalnum() and (f"@{word}" in page.text or f"{word}:" in page.text)
        if called and re.search(rf"(?m)^\W{{0,4}}{word}:\s|(?<!\w)@{word}\b(?!\.\w)", page.text):
            person.aliases.append(word)
            person.organization = None


def _commitment(page: Page, meetings: Meetings, one: Bound) -> DraftCommitment:
    return DraftCommitment(
        action=_on_one_line(one.action),
        by=one.by and _on_one_line(one.by),
        strength=one.strength,
        condition=one.condition,
        due=one.due,
        said_by=one.said_by,
        meetings=meetings.at(one.at),
        evidence=[page.quote(*one.span), *one.quotes],
        basis=one.trigger,
    )


def _follow_up(page: Page, meetings: Meetings, roster: Roster, one: Action) -> DraftFollowUp:
    reading = bearing(one.task, page.text[one.whole[0] : one.whole[1]])
    strength = reading.strength
    if one.owner_basis is OwnerBasis.ACCEPTED or one.strength is Strength.AGREED:
        strength = Strength.AGREED  # asked, and answered with yes
    elif reading.words and reading.words in one.task and strength is not None and strength.binds:
        strength = weaker(strength, Strength.INTENDS)  # "decide whether the club adopts it": a task is no decision yet
    elif reading.words and one.task.startswith(reading.words):
        strength = Strength.INTENDS  # "Discuss it with the client": what is to be done is not done yet
    owner, named = in_full(roster, one.owner) if one.owner else (None, ())
    return DraftFollowUp(
        action=_on_one_line(one.task),
        owner=owner,
        owner_basis=one.owner_basis if one.owner else OwnerBasis.UNSTATED,
        due=one.due,
        strength=strength or one.strength or Strength.INTENDS,
        meetings=meetings.at(one.at),
        evidence=[page.quote(*one.whole), *one.quotes, *named],
        basis=one.basis,
    )
