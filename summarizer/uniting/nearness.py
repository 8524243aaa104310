"""Which groups of a list a claim may join at all, found by what it says, so that not every claim is held against every
other one: a day of minutes has thousands. What is left out here could not be one by `same_claim`."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..schemas import Claim
from .kinds import ALIKE_BY_WORDS, gist, open_wordings
from .sameness import Wording


@dataclass
class Group:
    """Claims of a list that are one, by their places in it."""

    members: list[int]
    told: list[int]
    """Of the members those that differ in what is compared: the others would be answered alike."""


class Near:
    """The groups of one list, found by what their first claims say.

    Wordings that are one have the same figures and denial, and all stems of the one are in the other (`same_wording`).
    So a group is found by the rarest stem of either. Where the fields of another claim tell which words count
    (`open_wordings`), any stem will do; claims of a schema of one's own are found by the line that they quote.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._gists = [gist(claim) for claim in claims]
        self._open = open_wordings(claims)
        self._spread = Counter(stem for each in self._gists for stem in each.stems)
        self._groups: dict[Hashable, list[Group]] = {}

    def add(self, group: Group) -> None:
        """Take in a group that was begun."""
        for key in self._kept(group.members[0]):
            self._groups.setdefault(key, []).append(group)

    def of(self, at: int) -> list[Group]:
        """Those that the claim at that place may join, by the places of their first claims."""
        found = {group.members[0]: group for key in self._sought(at) for group in self._groups.get(key, ())}
        mine = self._gists[at].stems
        return [group for first, group in sorted(found.items()) if _half(mine, self._gists[first].stems)]

    def _kept(self, at: int) -> Iterator[Hashable]:
        if not isinstance(self._claims[at], ALIKE_BY_WORDS):
            yield from self._lines(at)
            return
        said = self._gists[at]
        for stem in said.stems or {""}:
            yield "any", stem
            yield ("open", stem) if at in self._open else ("whole", _substance(said), stem)
        if at not in self._open:
            yield "rarest", _substance(said), self._rarest(said.stems)

    def _sought(self, at: int) -> Iterator[Hashable]:
        if not isinstance(self._claims[at], ALIKE_BY_WORDS):
            lines = set(self._lines(at))
            yield from self._groups if None in lines else lines | {None}
            return
        said = self._gists[at]
        for stem in said.stems or {""}:
            if at in self._open:
                yield "any", stem
            else:
                yield "open", stem
                yield "rarest", _substance(said), stem
        if at not in self._open:
            yield "whole", _substance(said), self._rarest(said.stems)

    def _lines(self, at: int) -> Iterable[int | None]:
        """Those it quotes; None among them where it is open which."""
        return {quote.line for quote in self._claims[at].evidence}

    def _rarest(self, stems: frozenset[str]) -> str:
        return min(stems, key=lambda stem: (self._spread[stem], stem), default="")


def _substance(said: Wording) -> Hashable:
    return said.numbers, said.denied


def _half(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether half of the fewer stems are in common."""
    return bool(a) == bool(b) and 2 * len(a & b) >= min(len(a), len(b))
