"""What speakers take on or refuse in another order of words: "The fourth we will not pay", "I promise that the road will open"."""

import re
from collections.abc import Iterator

from ....ladder.readings import read
from ....mood.asserted import is_asserted
from ....schemas import Quote, Strength
from ..layout.page import Sentence
from ..sentences.spoken import LEAD, told, trail
from .bound import Bound
from .first_person import HANGS, Act, bound

_NO_THING = (
    r"(?!(?:in|on|at|if|when|while|so|and|but|then|now|today|tomorrow|tonight|yesterday|what|which|who|how|where|why|because|as|for|from|to|with|without|by|after|before|until|since"
    r"|unless|once|though|although|well|look|see|again|still|also|maybe|perhaps|honestly|frankly|personally|sometimes|usually|even|next|i|we|you|he|she|it|they|there|yes|no|not|right|here|of|or|(?:that|this|those|these|it|them)(?=,? (?:I|we)\b))\b)"
)
FRONTED = re.compile(
    rf"{LEAD}(?P<thing>(?i:{_NO_THING})[^\W_][\w’'-]*(?: (?!(?:is|are|was|were|be|has|have|had|will|not|that|which|what|who)\b)[\w’'-]+){{0,5}}?),? (?P<who>I|we) "
    r"(?:will not|won['’]t|cannot|can['’]t|can not|shall not|(?:['’]m|am|['’]re|are) not (?:going|in a position) to)(?: now| ever)? (?P<verb>(?!be\b|have\b|need\b|say\b|tell\b|know\b|see\b|think\b|remember\b|imagine\b|understand\b|find\b|hear\b|speak\b|comment\b|judge\b|answer\b)[a-z]+)"
    r"(?: (?P<to>you|them|him|her))?(?P<rest>(?: (?:for|until|till|before|from|by|on|unless|if|at|in|with|without|this|next|every|again|today|tomorrow|tonight|either)\b[^;!?]*)?)[.!]*"
)
"""A refusal whose object stands in front; after the verb nothing follows but circumstances."""
ASSURED = re.compile(
    r"\bI (?:can |will |also |hereby )*(?:give (?:[\w ]{1,24}? )?(?:an? |my |this |that |every )?(?:personal |firm |absolute |solemn )?(?:assurance|commitment|word|guarantee|undertaking)"
    r"|promise(?: you)?|guarantee(?: you)?|assure (?:you|(?:the )?[\w ]{2,30}?)|undertake)(?:, [^;:]{2,60},)?(?:,? that|:) (?P<act>(?!(?:I|we|he|she|it|they|this|that|these|those|if|there)\b)[^.;!?]*?\b(?:will|shall)\b(?! not\b)[^.;!?]+)"
)
"""What one answers for; who acts is left open."""
_LEAST = 4
"""Words of what is answered for."""


def turned_round(sentence: Sentence, who: tuple[str, str | None], quotes: tuple[Quote, ...]) -> Iterator[Bound]:
    """What a sentence refuses or answers for. who: the speaker's name, and the body that "we" is, if it is known."""
    text = sentence.text
    if text.rstrip().endswith("?"):
        return
    speaker, body = who
    if (found := FRONTED.fullmatch(text)) is not None:
        by = speaker if found["who"] == "I" else body
        thing = found["thing"]
        words = [found["verb"], found["to"] or "", thing[:1].lower() + thing[1:], found["rest"].strip(" .!")]
        reading = read(text)
        if by is not None and reading.strength in (Strength.DENIED, Strength.CONDITIONAL):
            negated = "" if reading.strength is Strength.DENIED else "not "
            act = Act(
                found.start("thing"),
                negated + " ".join(filter(None, words)),
                (found.start("thing"), len(text.rstrip(" ."))),
                reading,
            )
            yield _by(sentence, act, by, speaker, quotes)
    for given in ASSURED.finditer(text):
        end = trail(text, given.start("act"))
        words_, reading = told(text[given.start("act") : end]), read(text[given.start() : end])
        if (
            HANGS.search(text, 0, given.start())
            or not is_asserted(text, given.start(), None)
            or len(words_.split()) < _LEAST
        ):
            continue
        if reading.strength is Strength.UNDERTOOK:
            yield _by(sentence, Act(given.start(), words_, (given.start(), end), reading), None, speaker, quotes)


def _by(sentence: Sentence, act: Act, by: str | None, speaker: str, quotes: tuple[Quote, ...]) -> Bound:
    one = bound(sentence, act, by, quotes)
    return one if by == speaker else one.said(speaker)
