"""Unite what the drafts claim twice, and keep the account of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..schemas import Claim, Mention, Merge, MergeRule
from .kinds import (
    AGENDA,
    ALIKE_BY_WORDS,
    COMMITMENTS,
    DECISIONS,
    FOLLOW_UPS,
    MEETINGS,
    PARTICIPANTS,
    deeds,
    main_text,
    same_claim,
)
from .names import PersonName, person_name
from .nearness import Group, Near
from .people import same_person
from .persons import of_one_person
from .phrasing import about
from .sameness import Parties, same_words, united_quotes, wording
from .together import distinct, together, told_otherwise

C = TypeVar("C", bound=Claim)
_ORDER = list(MergeRule)
_PLAINEST = (MergeRule.SAME_NAME, MergeRule.SAME_WORDS, MergeRule.SAME_QUOTE, MergeRule.SAME_MEETING)
"""Of its kind of claim each: no other one can make it plainer."""


@dataclass(frozen=True)
class Settled:
    """A claim whose mentions differ in a field that holds one value."""

    claim: Claim
    """As it came out, with the value that was taken."""
    field: str
    others: tuple[Claim, ...]
    """The mentions that say otherwise."""


@dataclass
class Uniter:
    """Unites the claims of drafts, list by list."""

    drafts: Sequence[Sequence[Claim]]
    """All claims of each draft, for the account of where a mention comes from."""
    parties: Parties = field(default_factory=lambda: Parties(()))
    merges: list[Merge] = field(default_factory=list)
    settled: list[Settled] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._draft = {id(one): at for at, claims in enumerate(self.drafts, 1) for top in claims for one in _all(top)}

    def united(self, kind: str, lists: Sequence[Sequence[C]]) -> list[C]:
        """The claims of one list from each draft in order of first appearance, repeats united."""
        return [self._one(kind, group) for group in self.groups(lists)]

    def groups(self, lists: Sequence[Sequence[C]]) -> list[list[C]]:
        """The claims of one list from each draft, those that are one together."""
        claims = [claim for each in lists for claim in each]
        if claims and isinstance(claims[0], PARTICIPANTS):
            return of_one_person(lists)
        near = Near(claims)
        groups: list[Group] = []
        # The fullest first, so that what leaves much open is held against all that it may be.
        for at in sorted(range(len(claims)), key=lambda at: (-_told(claims[at]), at)):
            fitting = [
                group
                for group in near.of(at)
                if all(same_claim(claims[at], claims[one], self.parties) for one in group.told)
            ]
            if len(fitting) > 1:
                fitting = [group for group in fitting if any(_equal(claims[at], claims[one]) for one in group.told)][:1]
            if not fitting:
                groups.append(Group([at], [at]))
                near.add(groups[-1])
                continue
            fitting[0].members.append(at)
            if not any(_alike(claims[at], claims[one]) for one in fitting[0].told):
                fitting[0].told.append(at)
        return [[claims[at] for at in members] for members in sorted(sorted(group.members) for group in groups)]

    def note(self, kind: str, group: Sequence[Claim], made: Claim) -> None:
        """Write down that these claims became that one."""
        first = group[0]
        self.merges.append(
            Merge(
                kind=kind,
                item=main_text(made),
                mentions=[
                    Mention(
                        text=main_text(one),
                        draft=self._draft.get(id(one), 1),
                        lines=sorted({quote.line for quote in one.evidence if quote.line is not None}),
                        rule=None if one is first else rule(one, group),
                    )
                    for one in group
                ],
            )
        )

    def _one(self, kind: str, group: Sequence[C]) -> C:
        """What several claims say together. Fields that only one of them states are taken from it."""
        first = group[0]
        if len(group) == 1:
            decisions = getattr(first, "decisions", None)
            if decisions and len(apart := self.united(f"{kind}.decisions", [decisions])) < len(decisions):
                return first.model_copy(update={"decisions": apart})
            return first
        stated = {
            name: self._stated(f"{kind}.{name}", [getattr(each, name) for each in group])
            for name in type(first).model_fields
            if name != "evidence"
        }
        evidence = united_quotes([each.evidence for each in group])
        made = first.model_copy(update=stated | {"evidence": evidence} | dict(together(group)))
        self.note(kind, group, made)
        self.settled += [Settled(made, name, others) for name, others in told_otherwise(made, group)]
        return made

    def _stated(self, kind: str, values: Sequence[Any]) -> Any:
        """The first value that is given; of lists, all of them."""
        given = [each for each in values if each not in (None, "", [])]
        if not given or not isinstance(given[0], list):
            return given[0] if given else values[0]
        together = [each for value in given for each in value]
        if all(isinstance(each, Claim) for each in together):
            return self.united(kind, given)
        return distinct(together)


def _all(claim: Claim) -> Iterator[Claim]:
    """The claim and those nested in it."""
    yield claim
    for name in type(claim).model_fields:
        value = getattr(claim, name)
        for nested in value if isinstance(value, list) else (value,):
            if isinstance(nested, Claim):
                yield from _all(nested)


def _told(claim: Claim) -> int:
    """How many fields are filled."""
    return sum(getattr(claim, name) not in (None, "", []) for name in type(claim).model_fields if name != "evidence")


def _equal(a: Claim, b: Claim) -> bool:
    return all(getattr(a, name) == getattr(b, name) for name in type(a).model_fields if name not in Claim.model_fields)


def _alike(a: Claim, b: Claim) -> bool:
    """Whether any claim is one with both or with neither."""
    return _equal(a, b) and (isinstance(a, ALIKE_BY_WORDS) or a.evidence == b.evidence)


def rule(claim: Claim, group: Sequence[Claim]) -> MergeRule:
    """The plainest rule by which a claim goes with one of the others of its group."""
    found = []
    for other in group:
        if other is not claim:
            found.append(_rule(claim, other))
            if found[-1] in _PLAINEST:
                break
    return min(found, key=_ORDER.index)


def _rule(a: Any, b: Any) -> MergeRule:
    if isinstance(a, PARTICIPANTS):
        return _of_names(a.name, b.name)
    if isinstance(a, MEETINGS):
        return MergeRule.SAME_MEETING
    left, right = main_text(a), main_text(b)
    if not isinstance(a, (*AGENDA, *COMMITMENTS, *DECISIONS, *FOLLOW_UPS)):
        return MergeRule.SAME_QUOTE
    if same_words(left, right):
        return MergeRule.SAME_WORDS
    if wording(left).stems == wording(right).stems:
        return MergeRule.SMALL_WORDS
    if isinstance(a, AGENDA):
        left, right = about(left), about(right)
    elif not isinstance(a, DECISIONS):
        left, right = deeds(a, b)
    return MergeRule.REPHRASED if wording(left).stems == wording(right).stems else MergeRule.CONTAINED


def _of_names(a: str, b: str) -> MergeRule:
    left, right = person_name(a), person_name(b)
    if left.label == right.label or (left.rest and (left.given, left.rest) == (right.given, right.rest)):
        return MergeRule.SAME_NAME
    if not same_person(a, b):
        return MergeRule.OFFICE if not (left.rest and right.rest) else MergeRule.SHORT_FORM
    if not (left.full and right.full):
        return MergeRule.NAME_PART
    return _of_full_names(left, right)


def _of_full_names(a: PersonName, b: PersonName) -> MergeRule:
    if any(len(part) == 1 for one in (a, b) for part in (one.given, *one.rest)):
        return MergeRule.INITIAL
    if len(a.rest) != len(b.rest):
        return MergeRule.NAME_PART
    return MergeRule.SHORT_FORM if a.given != b.given and a.rest == b.rest else MergeRule.SPELLING
