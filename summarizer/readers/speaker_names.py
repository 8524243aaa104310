"""Whether words can name a speaker: a name, a role or a handle, and not the field of a form."""

import re

from ..scripts import is_unspaced
from .label_words import ADDRESSES, FIELDS, FUNCTION_WORDS, PARTICLES, PRESIDING, SAYING, STAGE

PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
HOLDER = re.compile(r"[Tt]he [A-Z][\w,'’ -]{2,80} \([A-Z][\w.'’ -]+\)")
"""An office and who holds it: `The Secretary of State for Transport (Anna Berg)`."""
WORD = re.compile(r"[^\W_][\w.'’-]*")
_SMALL = PARTICLES | ADDRESSES | PRESIDING
_BESIDE = PARTICLES | ADDRESSES
_LONGEST_UNSPACED = 12  # characters of a name with its office, where no space parts words
_COUNTED = re.compile(
    r"(?:participant|attendee|respondent|interviewee|guest|member|observer)(?:[ _#-]{0,2}\d{1,3}|[ _](?-i:[A-Z]))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[^\W\d_]+[ _#]?\d{1,3}")


def plausible(label: str) -> bool:
    """Whether a label can be a speaker at all: a name, a role or a handle of one to six words, and no field of a form."""
    bare = PARENTHESIS.sub(" ", label).strip()
    if is_nameless(bare) or is_counted(bare) or HOLDER.fullmatch(label):
        return True
    words = WORD.findall(bare)
    if not 0 < len(words) <= 6 or (not bare[:1].isalpha() and bare[:1] != "@"):
        return False
    if any(c.isdigit() for c in bare) and not _NUMBERED.fullmatch(bare):
        return False
    if any(c in bare for c in "!?;/=•") or bare.count(",") > 1:
        return False
    keys = [word.casefold().rstrip(".") for word in words]
    if any(key in FIELDS for key in keys) or keys[0] in STAGE:
        return False
    if any(_is_function_word(word, bare) for word in words[1:]):
        return False
    addressed = len(words) > 1 and keys[1] in ADDRESSES
    if keys[0] in FUNCTION_WORDS and (len(words) == 1 or keys[0] != "the") and not addressed:
        return False
    if is_uncased(bare) and (bare.endswith(SAYING) or (is_unspaced(bare) and len(bare) > _LONGEST_UNSPACED)):
        return False
    lower = [word for word in words if word[:1].islower() and word.casefold() not in _SMALL]
    return not lower or len(lower) == len(words)


def is_name(line: str) -> bool:
    """Whether a line on its own can be the name of a speaker, by its form alone."""
    return plausible(line) and capitalised(line)


def is_nameless(label: str) -> bool:
    """`Q`, `A`, `QUESTION`, and the letters of voices that a transcript leaves without a name."""
    return (len(label) == 1 and label.isupper()) or label.title() in ("Question", "Answer")


def is_counted(label: str) -> bool:
    """`Participant 2`, `Respondent B`: somebody whom a transcript only counts."""
    return _COUNTED.fullmatch(label) is not None


def _is_function_word(word: str, label: str) -> bool:
    """`at` and `AT`, but not the letter of `Grad A` nor, beside lower case, a title such as `AM`."""
    if word.isupper() and (len(word) == 1 or not label.isupper()):
        return False
    return word.casefold() in FUNCTION_WORDS


def capitalised(label: str) -> bool:
    """Whether each word but the small ones of names begins with a capital or a digit."""
    words = [word for word in WORD.findall(PARENTHESIS.sub(" ", label)) if word.casefold().rstrip(".") not in _BESIDE]
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() or word in PRESIDING for word in words)


def is_uncased(label: str) -> bool:
    """Whether it is written in a script that has no capitals."""
    letters = [one for one in label if one.isalpha()]
    return bool(letters) and not any(one.isupper() or one.islower() for one in letters)
