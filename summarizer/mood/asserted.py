"""Whether a sentence tells what one of its clauses says as so: not where it denies, doubts or supposes it."""

import re

_SAY = r"(?:sa(?:y|id|ys|ying)|think\w*|thought|believ\w+|claim\w*|mean\w*|meant|suggest\w*|confirm\w*|accept\w*|admit\w*|know\w*|knew|show\w*|prove\w*|report\w*|stat(?:e|ed|es|ing)|true|truth|guarantee\w*|assurance|so|sure|certain|clear|likely|(?:the )?case|fact|word)"
_NOT = r"(?:not(?! (?:only|just|merely|simply)\b)|\w+n['’]t|cannot|never|no)"
_NOBODY = r"(?:nobody|no[- ]one|none|neither|nor|(?<!\ba )few|hardly|scarcely|barely)"
_DISOWNED = re.compile(
    r"\b(?:(?:untrue|(?:false|wrong|incorrect|mistaken|erroneous)(?:ly)?|a lie|lies|a myth|nonsense|fiction)\b"
    r"|(?<!\bno )(?<!\bnot )(?<!\bnever )(?<!\bnobody )(?<!\bone )(?:den(?:y|ies|ied|ying|ial)|doubt(?:s|ed|ing|ful)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?"
    r"|disbelie(?:ve|ves|ved|f)|contradict(?:s|ed|ing)?|unlikely|pretend(?:s|ed|ing)?|imagin(?:e|es|ed|ing))\b"
    r"|(?:rumou?r(?:s|ed)?|alleg(?:e|es|ed|ation|ations)|wish(?:es|ed)?(?=\sthat))\b"
    rf"|(?:{_NOT}\b(?: (?!that\b)[\w’'-]+){{0,2}}?|{_NOBODY}\b(?: (?!that\b)[\w’'-]+){{0,5}}?) {_SAY}\b)"
    r"[^;:]*\b(?:that|if|whether)\b",
    re.IGNORECASE,
)
"""Words that take back the clause behind their "that"."""
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|doubt(?:s|ed)?)\s(?:[^\W\d_a-z]|(?:the|he|she|they|it|we)\s)(?:(?!\s(?:and|but)\s)[^,;:])*$"
)
"""The same without "that": "denied Ann Lee agreed"."""
_INVERTED = re.compile(
    r"(?:^|[,;:—]\s|\b(?:and|but|that)\s)(?:at no|on no|in no|under no|by no|not (?:once|until|at any)|nor|neither|never|hardly|scarcely|barely|rarely|seldom)\b"
    r"[^,;:]*?\b(?:had|have|has|did|do|does|was|were|is|are|will|would|shall|should|can|could)\s[^,;:]+$"
    r"|(?:^|;\s)(?:(?:and|but)\s)?(?:had|were|should)\s[^,;:]+$",
    re.IGNORECASE,
)
"""The verb before its subject: "At no point had Ann Lee agreed", "Had Ann Lee agreed, ..."."""
_SUPPOSED = re.compile(
    r"\b(?:(?:would|could|might|should|may|must|cannot|\w+n['’]t)(?:\snot)?(?:\s\w+ly)?|allegedly|supposedly|purportedly|reportedly|(?:said|reported|thought|believed|alleged|claimed|rumou?red|supposed|expected)\sto)\s+$",
    re.IGNORECASE,
)
"""Before what would have been agreed, or is said to have been."""
_NEXT = re.compile(r"(?:;|,\s(?:and|but|while|whereas|yet)\b(?! that\b)|—)", re.IGNORECASE)
_HARDLY = re.compile(
    r"(?:hardly|scarcely|barely|almost no|nearly no|next to no|virtually no|not (?:all|every\w*|many|much|one|a single|any\w*|both|each|enough|the)|few(?:er)?|none|nobody|no[- ]one|no|neither)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:(?:only|at most|no more than|some|several|many|certain|individual|various|a (?:few|couple|handful|number|minority|third|quarter))\b"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|half|\d+)\s(?!sides\b|parties\b|governments\b|countries\b|leaders\b|ministers\b))",
    re.IGNORECASE,
)


def is_asserted(sentence: str, verb: int, subject: tuple[int, int] | None) -> bool:
    """Whether the clause whose verb begins at `verb` is told as so, of its whole subject.

    subject: where its words stand, None where they cannot be told.
    """
    return _SUPPOSED.search(sentence[:verb]) is None and not is_disowned(sentence, verb, subject)


def is_disowned(sentence: str, verb: int, subject: tuple[int, int] | None) -> bool:
    """Whether the sentence denies or doubts that clause, or tells it of hardly anybody."""
    start = subject[0] if subject and subject[1] <= verb else verb
    if subject and _HARDLY.match(sentence, *subject):
        return True
    lead = sentence[_after_last(_NEXT, sentence, start) : start]
    before = sentence[:verb]
    return bool(_DISOWNED.search(lead) or _DENIED.search(before) or _INVERTED.search(before))


def is_part(subject: str) -> bool:
    """Whether a subject is only some of those concerned, whose word is none of the meeting: "some trustees"."""
    return _PART.match(subject.strip()) is not None


def _after_last(border: re.Pattern[str], sentence: str, end: int) -> int:
    return max((match.end() for match in border.finditer(sentence, 0, end)), default=0)
