"""What the quoted words only foretell or suppose, told as done: "was opened" for "will be opened", "if it is opened"."""

import re
from collections.abc import Iterator, Sequence

from ...items import Item
from ...ladder.hanging import suppositions
from ...schemas import Part, RejectionReason, Strength
from ...words.closed_classes import MODALS, words_of
from ...words.lexicon import Token, lexicon, tokens_of, words_in
from ...words.stems import (
    carries_meaning,
    content_words,
    families_of,
    family,
    shared,
    stem,
    stems_of,
    tells_of_the_past,
)
from ..fields import Report, Text, is_subject, rung_of, said_of, texts
from ..grounds import Borne, Grounds, Line
from ..words import listed, ranked

_MODALS = words_of(MODALS) | {"'ll", "cannot"}
_MEANING_TO = frozenset(
    "intend intends intended plan plans planned hope hopes hoped want wants wanted wish wishes wished aim aims aimed expect expects expected seek seeks sought "
    "ready prepared due scheduled supposed meant set going about minded is are was were "
    "propose proposes proposed proposal suggest suggests suggested offer offers offered moved undertook undertakes promised promises pledged pledges".split()
)
"""Words before "to" with which what follows is still to come."""
_ASKING = frozenset(
    "expect expects expected want wants wanted need needs needed ask asks asked urge urges urged call calls called invite invites invited request requests requested encourage encourages encouraged".split()
)
_WISHING = _ASKING | frozenset("should must ought please supposed meant".split())
"""Words by which a speaker does nothing yet by saying it: "I've asked them to prepare it", "it should be opened"."""
_ASKED = 7  # words before the verb in which somebody is asked to do it
_DONE = frozenset("was were has have had".split())
_BEEN = frozenset("been be being".split())
_OBJECT = frozenset("the a an its their his her all this these those them".split())
_REACH = 4  # words from a modal to its verb
_CLAUSE = re.compile(r"(?<=[.;!?])\s+|,? \b(?:because|since|weil|da|denn|parce qu|car|puisqu|porque|ya que|perché|poiché)\b", re.IGNORECASE)  # fmt: skip
_SHARE, _MOST = 0.75, 0.6  # of the words of a condition that a clause tells, and of those of the clause
_TENTATIVE = frozenset("if unless once when until before whether should must".split())


def check_foretold(item: Item, grounds: Grounds, report: Report) -> None:
    """A summary that tells as done what stands in the quoted lines only behind a modal, or in a condition.

    What somebody says they will do while they speak is done by saying it: turns of speech are left alone.
    """
    if not (is_subject(item) or item.kind == "decisions"):
        return
    _check_supposed(item, grounds, report)
    if grounds.index.language != "en" or not is_subject(item):
        return
    for text in list(texts(item, Part.CLAIM)):
        done = dict(_done(tokens_of(text.value, "en"))) if text.optional else {}
        for verb, written in done.items():
            told = [found for line in grounds.lines for found in _mentions(line, verb)]
            if told and None not in told:
                _refute(text, written, str(told[0]), report)
        for verb, written in _to_come(tokens_of(text.value, "en")) if text.optional else ():
            past = [found for line in grounds.lines for found in _past(line, verb)]
            if past and None not in past:
                _refute(text, written, str(past[0]), report)


def _check_supposed(item: Item, grounds: Grounds, report: Report) -> None:
    """A clause that tells as so no more than a condition of the quoted lines holds: "has asked for it" of "should they ask"."""
    language = grounds.index.language or ""
    found = ((line, line.text[slice(*span)]) for line in grounds.lines for span in suppositions(line.text, language))
    conditions = [one for line, one in found if len(content_words(line.text.replace(one, " "))) > 1]
    for text in texts(item, Part.CLAIM) if conditions else ():
        for said in _CLAUSE.split(text.value) if text.optional or not is_subject(item) else ():
            stems, words = stems_of(said), frozenset(words_in(said, language))
            if words & (listed("hedging") | listed("open") | _MODALS) or any(suppositions(said, language)):
                continue
            for condition in conditions:
                supposed = stems_of(condition.partition(" ")[2])
                held = shared(stems, supposed)
                most = len(held) >= _SHARE * len(supposed) and len(held) >= _MOST * len(stems)
                if held and most and held - stems_of(grounds.whole.replace(condition, " ")):
                    report.note("condition", "absent", f'The quoted words only suppose it: "{condition}".')


def check_done_before(item: Item, borne: Borne, grounds: Grounds, report: Report) -> None:
    """A step or a promise whose deed the quoted lines only tell as done: "I fixed the login, and I'll write the tests"."""
    if grounds.index.language != "en" or is_subject(item) or rung_of(item) is not Strength.INTENDS:
        return
    said = said_of(item)
    deed = next((family(word.stem) for word in content_words(said)), None)
    if deed is None or deed in families_of(borne.reading.words or "") or tells_of_the_past(said.split()[0].lower()):
        return
    lines = [line for line in grounds.lines if deed in families_of(line.text)]
    done = [dict(_done(tokens_of(line.text, "en"))).get(deed) for line in lines]
    once = all(sum(family(word.stem) == deed for word in content_words(line.text)) == 1 for line in lines)
    if lines and once and all(done):
        report.note("strength", "absent", f'The quoted words tell it as done: "{done[0]}".')


def _refute(text: Text, claimed: str, told: str, report: Report) -> None:
    explanation = f'The claim says "{claimed}" where the quoted words say "{told}".'
    report.against(text, "strength", explanation, RejectionReason.CONTRADICTED)


def _to_come(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The families of the verbs that a text says will be done, each with its words: "will be fitted"."""
    for at, token in enumerate(tokens):
        if token.word in ("will", "shall", "'ll") and at + 2 < len(tokens) and tokens[at + 1].word == "be":
            verb = tokens[at + 2].word
            if tells_of_the_past(verb) and carries_meaning(verb):
                yield family(stem(verb)), f"{token.word} be {verb}"


def _past(line: Line, verb: str) -> Iterator[str | None]:
    """Each mention of a verb in a line: the words with which it is told as done, or None where it is not."""
    tokens = tokens_of(line.text, "en")
    for at, token in enumerate(tokens):
        if family(stem(token.word)) == verb and carries_meaning(token.word):
            first = at - 1 - (at > 1 and tokens[at - 1].word == "been")
            done = first >= 0 and tokens[first].word in _DONE and tells_of_the_past(token.word)
            yield line.text[tokens[first].start : token.end] if done else None


def _done(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """The families of the verbs that a text tells as done, each with its words: "was opened", "opened the port"."""
    if not _TENTATIVE.isdisjoint(token.word for token in tokens):
        return
    for at, token in enumerate(tokens):
        if not tells_of_the_past(token.word) or token.capital or not carries_meaning(token.word):
            continue
        first = at
        while first and (tokens[first - 1].word in _BEEN or lexicon("en").has("skipped", tokens[first - 1].word)):
            first -= 1
        before = tokens[first - 1].word if first else ""
        active = at + 1 < len(tokens) and _opens_object(token, tokens[at + 1].word) and first == at
        earlier = {one.word for one in tokens[max(first - _REACH, 0) : first]}
        if (before in _DONE or (active and before not in _BEEN)) and (_MODALS | {"to", "not", "n't"}).isdisjoint(
            earlier
        ):
            begin = first - 1 if before in _DONE else at
            yield family(stem(token.word)), " ".join(one.word for one in tokens[begin : at + 1])


def _opens_object(verb: Token, word: str) -> bool:
    if word in ("that", "it"):
        return not lexicon("en").has("reporting", verb.word)
    return word in _OBJECT or word in ranked("units") or word[0].isdigit()


def _mentions(line: Line, verb: str) -> Iterator[str | None]:
    """Each mention of a verb in a line: the words with which it is foretold or supposed, or None where it is neither."""
    supposed = list(suppositions(line.text))
    tokens = tokens_of(line.text, "en")
    for at, token in enumerate(tokens):
        if family(stem(token.word)) != verb or not carries_meaning(token.word):
            continue
        condition = next((span for span in supposed if span[0] <= token.start < span[1]), None)
        modal = _modal(tokens, at)
        if line.speaker and modal is not None and tokens[modal].word not in _WISHING:
            modal = None
        if condition is not None:
            yield line.text[slice(*condition)]
        else:
            yield None if modal is None else line.text[tokens[modal].start : token.end]


def _modal(tokens: Sequence[Token], at: int) -> int | None:
    """The place of the words before a verb that say it is still to come."""
    first = at
    while (
        first
        and at - first < _REACH
        and (
            tokens[first - 1].word in _BEEN
            or tokens[first - 1].word == "n't"
            or lexicon("en").has("skipped", tokens[first - 1].word)
        )
    ):
        first -= 1
    before = [token.word for token in tokens[max(first - 2, 0) : first]]
    if before[-1:] == ["please"]:
        return first - 1
    if before[-1:] == ["to"]:
        asking = next((at for at in range(first - 2, max(first - _ASKED, -1), -1) if tokens[at].word in _ASKING), None)
        return first - 2 if before[0] in _MEANING_TO else asking
    return first - 1 if before and before[-1] in _MODALS else None
