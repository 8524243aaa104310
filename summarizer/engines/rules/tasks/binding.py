"""The words by which a party binds itself, and who can be such a party."""

import re

from ..naming.tokens import tokenize
from ..people.roster import name_key
from ..sentences.clauses import TELLS
from ..sentences.encounters import REPORTS
from ..words import words

# The verb that binds and the small word after it; what follows is what is to be done.
BINDING = re.compile(
    r"\b(?P<verb>(?:(?:have|has|had) )?(?:(?:also|further|jointly|formally) )?(?:"
    r"agreed (?:in principle )?(?:to|on|upon)|concurred (?:to|on|upon)|decided to|resolved to|undertook to|undertake to|pledged(?: to)?|promised(?: to)?|vowed to|guaranteed(?: to)?|"
    r"(?:(?:is|are|remains?) )?(?:firmly |deeply |fully )?committed(?: (?:itself|themselves|himself|herself))? to|offered to|volunteered to|"
    r"refused to|declined to(?! (?:say|comment|answer|speculate|discuss|disclose|confirm|elaborate|be drawn)\b)|ruled out|signed|"
    r"agreed (?:in principle )?that,? (?:[^,;]{3,60}, )?(?P<who>they|it|he|she|both|(?:the|each|both|their|its) (?:two )?[\w ]{2,30}|(?:experts|officials|representatives)(?: of [\w ]{3,40}?)?) (?:would|will|shall)(?: not)?)|(?<!no )(?:an? |the )?(?:preliminary |provisional |tentative |general )?agreement (?:was|has been|had been) reached (?:to|on|upon))\s+(?=\w)",
    re.IGNORECASE,
)
PRESENT = re.compile(
    r"\b(?P<verb>(?:(?:also|further|jointly|formally|fully) )?(?:(?:intends?|intended|plans?|agrees?|undertakes?|pledges?|promises?) to"
    r"|commits?(?: (?:itself|themselves|himself|herself))? to|(?:is|are|was|were) (?:not )?going to))\s+(?=[a-z])(?!be\b|have\b|need\b|remain\b|become\b)"
)
"""The same as a communiqué states it, and what is only meant: "Norland commits to", "the two sides intend to"; of a party only."""
_BINDS = re.compile(
    r"\b(?:agreed|concurred|agreement|decided|resolved|undertook|undertake|pledged|promised|vowed|guaranteed|committed|offered|volunteered|refused|declined|ruled|signed)\b",
    re.IGNORECASE,
)
"""One of these words stands in all that `BINDING` finds."""
GIVES = ("guaranteed", "guaranteed to", "pledged", "pledged to", "promised", "promised to")
DESCRIBED = re.compile(
    r"\b(?:includ(?:e|es|ed|ing)|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|need(?:s|ed)?|requir(?:e|es|ed|ing)|means?|is|are|was|were|been|be|of|for|with|without|from|on|"
    r"as|by|through|to|the|an?|no|any|all)\s+$",
    re.IGNORECASE,
)
"""Before such a word where it says of what kind something is, or what somebody was given: "options include guaranteed access"."""
BARELY_HAVE = r"have\b(?! (?:an?|the|your|my|our|that|it|this|every|all|everything|something|\w+s)\b[^,;]*\b(?:ready|done|up for|sorted|finished|over to|out to|with you|for you|fixed|sent|\w{3,}ed|by|before)\b)"
"""What one has is no act, unless one has it ready, or done."""
WILL = re.compile(
    r"\b(?:(?:will|shall)(?: not| also| now| then| jointly)?|won['’]t)\s+(?=[a-z])(?!(?:not|also|now|then|jointly|soon|be|need|remain|become|help|allow)\b)"
    rf"(?!{BARELY_HAVE})"
)
_NO_ACT = rf"(?!not\b|be\b|like\b|need\b|remain\b|become\b|welcome\b|prefer\b|want\b|help\b|allow\b|mean\b|get an?\b|receive\b|benefit\b|{BARELY_HAVE})"
"""What stands behind "would" where it opens no act."""
WOULD = re.compile(rf"\bwould(?: not| also| now| then)?\s+(?=[a-z]){_NO_ACT}")
"""The same as minutes tell what was said: "The firm would pay for the fence"."""
SAYING = (
    r"said|says|stated|announced|confirmed|added|noted|declared|indicated|explained|replied|stressed|reiterated|underlined|emphasi[sz]ed|promised|pledged|guaranteed|vowed|swore"
    r"|(?:told|assured|informed|reminded|promised) [^,.;]{2,60}?"
    r"|(?:gave|given) (?:[^,.;]{2,40} )?(?:an? assurance|assurances|(?:his|her|their|its) (?:word|assurance|promise))"
)
REPORTED = re.compile(
    rf"\b(?P<saying>{SAYING})(?:(?:, [^,;.]{{2,40}},)? that|, that)? (?P<who>(?:(?:the|his|her|its|their|our|both) )?\w[\w'’-]*(?: (?:& )?\w[\w'’-]*){{0,6}}?) "
    r"(?P<modal>(?:would|will|shall)(?P<no> not)?|(?:was|were) (?:prepared|ready) to)\s+(?=[a-z])" + _NO_ACT
)
"""What somebody says that a party will do: "said the council would pay"."""
ALSO_REPORTED = re.compile(
    rf"\b(?P<saying>{SAYING}),? that [^.;]{{5,160}}?,? (?:and|but) that (?P<who>(?:(?:the|his|her|its|their|our|both) )?\w[\w'’-]*(?: \w[\w'’-]*){{0,4}}?) "
    rf"(?P<modal>(?:would|will|shall)(?P<no> not)?)\s+(?=[a-z]){_NO_ACT}"
)
"""The same behind something else that was said: "said that he was sorry and that the council would pay"."""
FURTHER = re.compile(
    r"[,;]?\s(?:and|but)\s(?:(?:also|then)\s)?(?:that\s)?(?:(?P<who>he|she|it|they|(?:(?:the|his|her|its|their|our) )?\w[\w'’-]*(?: \w[\w'’-]*){0,4}?)\s)?"
    rf"(?P<modal>(?:would|will|shall)(?P<no> not)?)(?: also| then)?\s+(?=[a-z]){_NO_ACT}"
)
"""A second act of the same words: "said she would look at it and would ring him"."""
ASSURED = re.compile(
    r"(?<!had )(?<!has )(?<!have )\b(?P<saying>promised|pledged|guaranteed|vowed|undertook|(?:assured|promised) [^,.;]{2,60}?"
    r"|gave (?:[^,.;]{2,40} )?(?:an? (?:firm |clear )?assurance|assurances|(?:his|her|their|its) (?:word|assurance|promise)))(?:,? that) "
    r"(?P<who>\w[\w'’-]*(?: \w[\w'’-]*){0,9}?) (?P<modal>(?:would|will|shall)(?P<no> not)?)\s+(?=[a-z])(?!have\b|need\b|like\b|mean\b)"
)
"""What somebody answers for, whoever acts: "gave an assurance that the path would stay open"."""
TOLD = (REPORTED, ALSO_REPORTED, ASSURED)
SAID_THAT = re.compile(rf"\b(?:{REPORTS}|reminded|told)\b[^.;]*\b(?:that|how)\b\s*$|\b(?:{TELLS})\s*$", re.IGNORECASE)
THAT = re.compile(r"that\s", re.IGNORECASE)
MOVES = re.compile(
    r"(?:also )?(?:attend|travel|visit|return|depart|arrive|leave|fly|go(?! (?:on|ahead)\b)|meet|take place|look into|consider|think|try|see)\b"
)
"""After "will": where somebody is going to be, or nothing that could be held against them."""
WAITS = re.compile(
    r"(?:wait|depend|take (?:a |some |a long |more )?(?:time|while)|know|understand|feel|find it|hold (?:its|his|her|their) )\b"
)
"""After "will" or "would": nothing that one does for anybody."""
PARTIES = re.compile(
    r"(?:(?:the|both|our|its|all|his|her|their) )?(?:(?:two|three|four) )?(?:[\w-]+ ){0,3}(?:delegations?|sides?|parties|leaders|governments?|ministers?|ministry|minist(?:ry|er) of [\w ]+|department|company|companies|committee|"
    r"board|council|commission|union|agency|authority|team|secretariat|administration|partners|members|participants|officials|countries|country|states|bank|city|municipality|mayor|president|secretary|director|office|"
    r"town|village|district|borough|group|association|federation|organi[sz]ation|mission|firm|university|school|hospital|foundation|institute|embassy|interlocutors|suppliers?|contractors?|landlords?|auditors?|developers?|applicants?|experts|engineers|operators?|insurers?|crew|staff|trust|cooperative|club|battalion|inspectorates?|laborator(?:y|ies))",
    re.IGNORECASE,
)
FORETOLD = re.compile(
    r"(?:also )?(?:probably|eventually|likely|perhaps|possibly|surely|undoubtedly|inevitably|doubtless|presumably|hopefully|wish|like|prefer|want)\b",
    re.IGNORECASE,
)
"""After "will" or "would": what is expected of somebody or wished, and binds nobody."""
ALONE = frozenset({"he", "she"})
"""One person, whom words before these name."""
CUT_OFF = re.compile(r"\s(?:for|of|with|to|on|about|from|in|at|by|upon)$")
"""The end of words whose object stands before them: "which they agreed to answer for"."""
NO_ACTION = re.compile(
    r"(?:[^,.;]{2,40}? that (?:\S+ ){1,4}(?:would|will|shall)\b|(?:\S+ ){1,3}(?:he|she|it|they|we) (?:would|will|shall)\b|to\b|alone\b|(?:disagree|differ|speak(?! (?:to|with)\b))\b|(?:a|an|the|this|that|these|many|most|several) (?:question|matter|need|importance|necessity|urgency|value|point|issue)s?\b|(?:how|what|whether|many|much|most|all)\b"
    r"|(?:that|this|it|them|these|those)(?:\W*$|[,;]|\s(?:and|but|as|because|when|so)\b))",
    re.IGNORECASE,
)
NEEDS_MATTER = re.compile(
    r"(?:do|does) (?:so|it|that|this|them|one)\b|(?:take (?:the )?)?action\W*$|vote (?:no|yes|for|against)\b|\w+ (?:it|them|him|her|this|that|one)(?:,? (?:in|out|up|on|off|over|back|away|down|\w+ly))?\W*$",
    re.IGNORECASE,
)
"""An act whose matter stands elsewhere, or a vote: "do so this week", "throw them in"."""
WITHDRAWN = re.compile(
    r"\b(?:took (?:it|that|this|the offer) (?:back|off)|withdrew|did not take up|turned (?:it|this|him|her|them) down|was declined|declined (?:it|this|with)|"
    r"(?:it|that) was left|too early|dropped|scrap that|no longer)\b|^\W*dropped\b",
    re.IGNORECASE,
)
"""After an offer that came to nothing."""
EARLIER = re.compile(
    r"\b(?:recalled|reminded)\b|\b(?:in|of|since) (?P<year>(?:19|20)\d\d)\b|\bby which\b", re.IGNORECASE
)
"""Before or within words of what was bound long ago."""
HAPPENINGS = frozenset(
    "summit conference forum strategy programme program project initiative bill protocol convention day week games fair exhibition election elections round phase talks visit process team-building".split()
)
"""Last words of names that act for nobody."""
SMALL = frozenset("the of and for de la al da do du der van von both two his her its their our a an & ,".split())


def names_no_act(action: str) -> bool:
    """Whether the words after a verb that binds leave open what is to be done."""
    return any(
        each is not None for each in (NO_ACTION.match(action), NEEDS_MATTER.match(action), CUT_OFF.search(action))
    )


def bindings(text: str) -> list[re.Match[str]]:
    """All places where a text binds somebody or says that somebody will act, in their order."""
    bound = BINDING.finditer(text) if _BINDS.search(text) else ()

    def place(match: re.Match[str]) -> int:
        if match.re in TOLD:
            return match.start("who")
        told = THAT.match(text, match.end())  # "pledged that Norland would": it binds Norland, if that is a party
        return told.end() + 1 if told else match.start()

    said = (*REPORTED.finditer(text), *ALSO_REPORTED.finditer(text), *ASSURED.finditer(text))
    return sorted([*bound, *PRESENT.finditer(text), *WILL.finditer(text), *WOULD.finditer(text), *said], key=place)


def is_party(subject: str, people: frozenset[str], proper: frozenset[str]) -> bool:
    """Whether a subject is somebody who can bind: a known person, a country, a body, "the two sides", a proper name.

    people: words of known names. proper: words that the text writes with a capital inside a sentence.
    """
    subject = subject.strip(" ,")
    key = name_key(subject)
    if not key or len(key) > 10:
        return False
    if subject.lower() in ("they", "both"):
        return True
    if PARTIES.fullmatch(subject):
        return True
    tokens = tokenize(subject)
    if not all(t.text in SMALL or t.particle or t.text[0].isupper() or t.office for t in tokens):
        return False
    if key[-1] in words().countries or (any(word in people for word in key) and _names(subject)):
        return True
    return _is_proper(subject, proper)


def _names(subject: str) -> bool:
    return any(word[0].isupper() for word in subject.split()[-2:])


def _is_proper(subject: str, proper: frozenset[str]) -> bool:
    """Whether it is the name of a body or a place: "the Faroe Islands", "Kestrel"."""
    named = [word for word in subject.removeprefix("The ").removeprefix("the ").split() if word not in SMALL]
    if not named or len(named) > 5 or not all(word[0].isupper() for word in named):
        return False
    last = named[-1].lower().strip(",.")
    if last in words().stops or last in HAPPENINGS or named[0].lower() in words().stops:
        return False
    return len(named) > 1 or (name_key(named[0])[:1] != () and name_key(named[0])[0] in proper)
