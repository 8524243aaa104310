"""Claims on people: which of them are on one person, and what they say of that person together."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..schemas import Presence
from ..words.scripts import folded
from ..words.short_names import initials
from .names import person_name
from .people import fuller_name, group_people, has_first_name, respelt
from .sameness import fullest, same_wording, wording
from .titles import Title, title_of, title_words, titles_in

TOLD_OF = ("role", "organization", "delegation")
"""What is told of a person."""
_PRESENCE = (Presence.ATTENDED, Presence.ABSENT, Presence.MENTIONED)


def of_one_person(lists: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """The claims on people in the drafts, those on one person together, but for what sets two of that name apart."""
    claims = [(draft, claim) for draft, each in enumerate(lists) for claim in each]
    people: dict[int, list[list[int]]] = {}
    for at, first in enumerate(group_people([claim.name for _, claim in claims])):
        groups = people.setdefault(first, [])
        fitting = [group for group in groups if not any(_at_odds(*claims[at], *claims[other]) for other in group)]
        if len(fitting) == 1:
            fitting[0].append(at)
        else:
            groups.append([at])
    apart = [group for each in people.values() for group in each]
    return [
        [claims[at][1] for at in group] for group in sorted(map(sorted, _seated(apart, [one for _, one in claims])))
    ]


def person_together(group: Sequence[Any]) -> Mapping[str, Any]:
    """Name, presence, meetings and what is told of a person from several claims."""
    presence = min((each.presence for each in group), key=_PRESENCE.index)
    # Who attended one meeting and is mentioned in another did not attend that one.
    meetings = list(dict.fromkeys(name for each in group if each.presence == presence for name in each.meetings))
    told = {name: fullest(getattr(each, name) for each in group) for name in TOLD_OF}
    return {"name": fuller_name([each.name for each in group]), "presence": presence, "meetings": meetings, **told}


def shared_meeting(a: Any, b: Any) -> bool:
    """Whether two claims may belong to one meeting."""
    return not a.meetings or not b.meetings or not set(a.meetings).isdisjoint(b.meetings)


def _at_odds(draft: int, a: Any, other: int, b: Any) -> bool:
    """Whether two claims on one name are on two people, or on two meetings that one entry cannot hold.

    Of one meeting, attended and absent go together: people are excused and come late. A side is worded in many
    ways; it tells two people apart where one draft names both sides, or only a surname is given. Two bodies of
    which neither is akin to the other tell them apart anywhere. One draft takes care how it spells a name: two
    spellings with two offices, or side by side on a line, are two people.
    """
    sides, roles = (
        None if not (left and right) else same_wording(left, right, least=0.5)
        for left, right in ((a.delegation, b.delegation), (a.role, b.role))
    )
    bodies = None if not (a.organization and b.organization) else _akin(a.organization, b.organization)
    if sides is False and not bodies and not roles and (draft == other or not has_first_name(a.name, b.name)):
        return True
    if bodies is False and not sides and not (roles and len(wording(a.role).stems) > 1):
        return True
    if draft == other and respelt(a.name, b.name) and (roles is False or not _lines(a).isdisjoint(_lines(b))):
        return True
    return {a.presence, b.presence} == {Presence.ATTENDED, Presence.ABSENT} and not shared_meeting(a, b)


def _lines(claim: Any) -> set[int]:
    """Those whose quotes hold the name."""
    surname = person_name(claim.name).label.rsplit(" ", 1)[-1]
    return {quote.line for quote in claim.evidence if quote.line is not None and surname in folded(quote.quote)}


def _akin(a: str, b: str) -> bool:
    """Whether two bodies may be one, or the one may be of the other: "Malta" and "Ministry of Transport"."""
    left, right = wording(a).stems, wording(b).stems
    if left <= right or right <= left or any(_short(x, y) for x, y in ((a, b), (b, a))):
        return True
    states = title_words()["state_bodies"]
    return any(
        len(one.split()) == 1 and not states.isdisjoint(other.lower().split()) for one, other in ((a, b), (b, a))
    )


def _short(short: str, long: str) -> bool:
    """Whether the one is made of the initials of the other."""
    whole = initials(long.split())
    plain = short.replace(".", "").removeprefix("the ")
    return (
        len(plain) > 1 and plain.isupper() and (whole.startswith(plain) or (plain.startswith(whole) and len(whole) > 1))
    )


# Offices


def _seated(groups: Sequence[list[int]], claims: Sequence[Any]) -> list[list[int]]:
    """The groups, "the Chair" among those on the one person who is said to be the chair."""
    meetings = {name for claim in claims for name in claim.meetings}
    titles = [_bare_office([claims[one].name for one in group]) for group in groups]
    holding = _holding(groups, claims) if any(titles) else {}
    joined: dict[int, list[int]] = {}
    for group, title in zip(groups, titles, strict=True):
        if title is None:
            continue
        holders = holding.get((title.noun, title.ranks), [])
        if len(holders) == 1 and all(
            _holds(title, claims[one], claims[other], len(meetings)) for one in group for other in groups[holders[0]]
        ):
            joined.setdefault(holders[0], []).extend(group)
    moved = {one for group in joined.values() for one in group}
    return [[*group, *joined.get(at, ())] for at, group in enumerate(groups) if group[0] not in moved]


def _bare_office(names: Sequence[str]) -> Title | None:
    """The office by which somebody is called who is not named; only such as one person alone holds at a time."""
    titles = [None if person_name(name).rest else title_of(name) for name in names]
    title = titles[0]
    if title is None or any(one != title for one in titles):
        return None
    alone = title.noun in title_words()["presiding"] and not title.ranks
    return title if alone or (title.rest and title.noun in title_words()["single"]) else None


def _holding(groups: Sequence[list[int]], claims: Sequence[Any]) -> dict[tuple[str, frozenset[str]], list[int]]:
    """Which groups are on somebody who is named and holds an office of that noun and rank, whatever it is for."""
    holding: dict[tuple[str, frozenset[str]], list[int]] = {}
    for at, group in enumerate(groups):
        roles = {claims[one].role for one in group if claims[one].role and person_name(claims[one].name).rest}
        for office in {(title.noun, title.ranks) for role in roles for title in titles_in(role)}:
            holding.setdefault(office, []).append(at)
    return holding


def _holds(title: Title, office: Any, named: Any, meetings: int) -> bool:
    """Whether nothing is against the holder of the office being the one that is named."""
    held = not named.role or any(
        one.same_office(title) and set(one.rest) == set(title.rest) for one in titles_in(named.role)
    )
    where = shared_meeting(office, named) and (meetings < 2 or bool(office.meetings) == bool(named.meetings))
    return held and where and Presence.ABSENT not in (office.presence, named.presence)
