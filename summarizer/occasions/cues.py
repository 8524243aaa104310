"""Words by which a text turns to another meeting, comes back to one, speaks of all, or of none that it reports."""

import re

KIND = (
    r"(?:meeting|talks?|round|session|call|conversation|conference|forum|hearing|dinner|lunch|breakfast|round ?table|visit|stop|leg"
    r"|consultations?|summit|reception|audience|encounter|dialogue|workshop)"
)
KINDS = r"(?:meetings|rounds|sessions|calls|conversations|conferences|forums|hearings|visits|stops|legs|summits|encounters|workshops|occasions)"
MEETING = re.compile(rf"\b{KIND}s?\b", re.IGNORECASE)

ALL = re.compile(
    rf"\b(?P<how>both|all|the two|the three|each)\s+(?:(?:of\s+)?(?:the|these|those|his|her|their)\s+)?(?:two\s+|three\s+|four\s+)?(?:{KINDS}|guests|visitors|hosts|interlocutors|(?:towns|cities|capitals|places)\b)",
    re.IGNORECASE,
)
"""It belongs to all of them: "in both meetings", "all three rounds"."""

MEETS = re.compile(
    r"\b(?:met|meets|chaired|received|visited|hosted|held|attended|conferred|convened|gathered|sp(?:oke|oken) (?:with|to|by)|sat down with"
    r"|(?:paid|made) an? |had (?:an? )?(?:\w+ ){0,2}(?:meetings?|talks|calls?|dinner|lunch|breakfast)|travel+ed|went|flew|proceeded|took place|joined (?!by|the (?:call|meeting)))",
    re.IGNORECASE,
)

FURTHER = re.compile(
    rf"(?:(?:another|an? (?:second|third|fourth|further|separate|final|last)) {KIND}\b|separately|meanwhile|at the same time|in a separate|in another|(?:later|afterwards|subsequently)(?:,| (?:in|that|the|on)\b)|(?:earlier|later) (?:today|(?:on )?(?:in the|that|the same) day)|earlier,? (?:on (?:the )?\d|on (?-i:[A-Z]))"
    rf"|(?:earlier,|prior to that,|(?:after|following|before|prior to) (?:the|this|that|these|those|their|his|her) [^,;.]{{0,100}}?\b{KIND}\b[^,;.]{{0,120}},)\s[^,;.]{{0,90}}\b(?:met|received|held (?:talks|a (?:[\w-]+ ){{0,2}}meeting)|had (?:talks|a (?:[\w-]+ ){{0,2}}meeting))\b"
    r"|(?:on |in )?the (?:next|following|same) (?:day|morning|afternoon|evening)|(?:on|in|at) the (?:sidelines|margins|fringes)|on the way|before leaving)",
    re.IGNORECASE,
)
"""At the start of a sentence: another meeting begins."""
ONE_MORE = re.compile(
    rf"(?:another|an? (?:second|third|fourth|further|separate|final|last)) {KIND}\b(?=.*\b(?:\w+ed|was|were|brought|saw|began|dealt|met)\b)",
    re.IGNORECASE,
)
"""At the start of a sentence it opens a meeting by itself: "A second meeting, with the unions, followed"."""

_GO = r"(?:meet|travel|visit|return|receive|host|hold|attend|convene|reconvene|resume|be held|take place|go|fly|come together|have (?:met|visited|travel+ed|held))"
AHEAD = re.compile(
    rf"\b(?:(?:will|would|shall|(?:is|are|was|were) (?:\w+ )?(?:to|due to|expected to|scheduled to|set to)|plan(?:s|ned) to|intends? to)\s+(?:(?:also|then|next|now|again|soon)\s+)*{_GO}\b"
    rf"|(?:next|forthcoming|upcoming|coming) (?:[\w-]+ ){{0,2}}{KIND}s?\b|{KIND}s? (?:[^,;]{{0,40}}?\b(?:was|were|is|are) (?:\w+ )?)?(?:planned|scheduled|foreseen|envisaged|due)\b"
    r"|(?:called off|cancelled|canceled|postponed|put off)\b|(?:which|that) (?:meets|convenes)\b|meets? again (?:on|in|at)\b)",
    re.IGNORECASE,
)
SAYS_SO = re.compile(
    r"\b(?:agreed|decided|undertook|promised|pledged|committed|invited|proposed|suggested|offered|asked|accepted|looked forward|discussed|reviewed|explored|raised)\b",
    re.IGNORECASE,
)
"""Before a meeting to come: it is a subject of the one that is told of."""
_AGO = r"(?:last (?:year|month|week|spring|summer|autumn|fall|winter)|earlier (?:this|that|in the) (?:year|month|spring|summer|autumn|winter|decade)|(?:\w+ )?(?:years?|months?|weeks?) (?:ago|earlier)|in (?:19|20)\d\d|previously)"
BEFORE = re.compile(
    rf"{_AGO}\b|(?:previous|earlier|past) (?:{KINDS}|{KIND})\b|.*\b(?:met|visited|held)\b.{{0,60}}\b{_AGO}\b",
    re.IGNORECASE,
)
"""A meeting before those that are told of."""
HAD_MET = re.compile(
    r"\bhad (?:last |already |also |previously )?(?:met|visited|received|hosted|held)\b", re.IGNORECASE
)

IN_PASSING = re.compile(
    r"\b(?:met|spoke|conferred|talks|meetings?) separately\b|\bseparately (?:met|received|held|spoke|hosted)\b"
    r"|\balso (?:met|received|visited|held (?:talks|meetings|a (?:[\w-]+ ){0,2}meeting)|had a (?:[\w-]+ ){0,2}meeting|spoke (?:with|to|by)|paid an? (?:\w+ )?(?:call|visit))\b"
)
"""Besides the meeting that was told of, another one; what follows may belong to either."""
CARRIES_ON = re.compile(r"(?:they|he|she|it|the two|both|during|in (?:the|that|this)|there)\b", re.IGNORECASE)
REFERS = re.compile(
    rf"(?:(?:back |earlier |already |speaking |also )?(?:in|at|during|throughout|following|after|on|from|asked about|with regard to|as to|regarding|with) "
    rf"|(?=the (?:[\w'’.-]+ ){{0,4}}{KIND}\b))(?P<what>[^,;:]{{3,90}})",
    re.IGNORECASE,
)
"""At the start of a sentence: "At the meeting in Rabat", "In the morning session", "The Rabat talks"."""
WITH = re.compile(r"With (?:the )?(?=[A-ZÀ-Þ])")
"""At the start of a sentence: "With Minister Lee, she also raised ..."."""
ALSO = re.compile(r"The (?P<who>[\w'’-]+(?: [\w'’-]+){0,2}?) (?:had )?also\b")
"""A paragraph that adds to a report: "The mayors also reviewed ..."."""
BOTH_OF = re.compile(r"(?:in|at) both (?:the )?(?P<kind>[a-z]+)s\b", re.IGNORECASE)
SUBJECT = re.compile(r"(?:The |Mrs?\.? |Ms\.? |Dr\.? )?(?:[A-ZÀ-Þ][\w'’-]*\s+(?:(?:and|of|for)\s+(?=[A-ZÀ-Þ]))?){1,8}")
"""The capitalised words with which a sentence starts."""


_RECALLED = re.compile(
    rf"\b(?:before|after|since|prior to|following|until|from|of) (?:the|their|that|his|her) [^,;:]{{0,40}}?\b{KIND}\b",
    re.IGNORECASE,
)
EARLIER = re.compile(rf"the (?:earlier|previous|former|preceding) {KIND}\b", re.IGNORECASE)


def recalls(sentence: str) -> bool:
    """Whether a sentence only looks back to a meeting from another: "returned to the loan, raised before the May meeting"."""
    found = _RECALLED.search(sentence)
    return found is not None and found.start() > 0 and MEETS.search(sentence, 0, found.start()) is None


def elsewhere(sentence: str) -> bool:
    """Whether a sentence speaks of a meeting to come or of one long before."""
    if HAD_MET.search(sentence) and not FURTHER.match(sentence):
        return True
    ahead = AHEAD.search(sentence)
    if ahead and not SAYS_SO.search(sentence, 0, ahead.start()):
        return True
    return BEFORE.match(sentence) is not None
