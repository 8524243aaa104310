"""By when something is to be done, in the words of the text. What day that is, is computed elsewhere."""

import re

DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?-i:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
DATE = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,? \d{{4}})?|{MONTH} \d{{4}}|Q[1-4](?: \d{{4}})?|20\d\d)"
_EVENT = "meeting|call|session|sprint|retro(?:spective)?|planning|review|workshop|conference|summit|release"
PERIOD = rf"(?:day|week|month|quarter|year|summer|spring|autumn|winter|{_EVENT})"
_HOUR = r"(?:(?:the )?(?:end|close) of (?:the )?(?:day|business|play)|noon|midday|lunch(?:time)?|cob|eod|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?)"
_SPAN = r"(?:the )?(?:first|second|third|fourth|last) (?:half|quarter|week) of"
WHEN = rf"(?:{_HOUR},? (?:on )?(?:tomorrow|today|{DAY}(?:,? {DATE})?|{DATE})|{_SPAN} (?:{MONTH}(?: \d{{4}})?|20\d\d|(?:the|next) year)|(?:the )?week (?:of|beginning|commencing) {DATE}|{DATE}|(?:(?:this|next|coming|following) )?{DAY}(?:,? {DATE})?(?! (?:before|after)\b)|(?:mid|early|late)[- ]{MONTH}(?: \d{{4}})?|{MONTH}(?: (?:[\w-]+ ){{0,2}}(?:{_EVENT})\b)?|(?:the )?(?:(?:next|following|coming|end of(?: the)?|this|beginning of(?: the)?|middle of(?: the)?) )+{PERIOD}s?|tomorrow|today|tonight|noon|close of business|cob|eod|eow|eom|eoq|eoy|(?:the )?end of {MONTH}(?: \d{{4}})?|(?:the )?end of \d{{4}})"
FULL_DATE = re.compile(
    rf"(?:(?:{DAY}|(?:mon|tue|wed|thu|fri|sat|sun)),? )?(?:the )?(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:,? \d{{4}})?)",
    re.IGNORECASE,
)
"""A day, with or without its year."""
DUE = re.compile(
    rf"\b(?:by|before|until|no later than|not later than|on|due(?: on| by)?|in time for|ahead of|within)\s+(?:the\s+)?{WHEN}"
    r"|\b(?:by|before|until) (?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\b"
    rf"|\b(?:at|to|for) the (?:{MONTH}(?: \d{{1,2}})?(?: \d{{4}})?|next) (?:[\w-]+ )?(?:meeting|session)\b"
    rf"|\bwithin (?:the next )?(?:\d+|a|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety) (?:working |business )?{PERIOD}s?"
    rf"|(?<!from )(?<!of )(?<!since )\b(?:next|this|later this|early next|coming) {PERIOD}\b|\bnext {DAY}\b|\btomorrow\b|\b(?:today|tonight|this (?:afternoon|evening))\b(?!['’])|\bas soon as possible\b|\bin the coming (?:days|weeks|months)\b"
    rf"|\bin {_SPAN} (?:{MONTH}(?: \d{{4}})?|20\d\d|(?:the|next) year)\b|\b(?:in|for) {MONTH}(?: \d{{4}})?\b|\bin (?:the )?(?:next|coming) {PERIOD}s?\b|\bat (?:the|our) next {PERIOD}\b|\b(?:eod|eow|eom|eoq|eoy)\b",
    re.IGNORECASE,
)


COLUMN = re.compile(
    rf"(?:\s[-–—|→📅⏳]\s|\s\()\s*@?(?P<when>(?:(?:due|by)\b:?[ \t]*)?{WHEN}|asap|as soon as possible)\)?[\s.;]*$",
    re.IGNORECASE,
)
"""The last column of an entry in a list of actions: "Ann - ring the mill - 14 March"."""


_IN_BRACKET = re.compile(rf"(?P<who>\([^()]{{2,40}}?),\s+(?P<when>{WHEN})\)[\s.;]*$", re.IGNORECASE)
"""The same behind somebody: "ring the mill (Ann, 14 March)"."""


def due_column(text: str) -> tuple[str, str | None]:
    """An entry without the day that stands behind its last dash or in brackets at its end, and the day."""
    if (beside := _IN_BRACKET.search(text)) is not None:
        return text[: beside.end("who")] + ")", beside["when"]
    found = COLUMN.search(text)
    return (text[: found.start()], found["when"]) if found else (text, None)


def due_words(text: str) -> str | None:
    """The first words of a text that say by when, or None."""
    match = DUE.search(text)
    return match[0] if match else None
