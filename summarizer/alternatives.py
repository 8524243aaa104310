"""Long alternations of words, in the order in which `re` is quick to turn them down."""


def any_of(pattern: str) -> str:
    """A group of these alternatives, by the letter they begin with, for patterns that begin at the border of a word.

    It matches what `(?:pattern)` matches there. But `re` tries every alternative at every word where case is
    ignored, while of these it tries those of one letter.
    """
    by_letter: dict[str, list[str]] = {}
    for one in _split(pattern):
        for letter in sorted(_first_letters(one)):
            by_letter.setdefault(letter, []).append(one)
    groups = (f"(?=[{letter}])(?:{'|'.join(those)})" for letter, those in sorted(by_letter.items()))
    return rf"(?=\w)(?:{'|'.join(groups)})"


def _split(pattern: str) -> list[str]:
    """The alternatives at the top level of a pattern."""
    found, start = [], 0
    for at, mark, depth in _marks(pattern):
        if mark == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
    return [*found, pattern[start:]]


def _marks(pattern: str) -> list[tuple[int, str, int]]:
    """Each character that is no part of a class or an escape, with the number of groups that it stands in."""
    found, depth, at = [], 0, 0
    while at < len(pattern):
        mark = pattern[at]
        if mark == "\\":
            at += 1
        elif mark == "[":
            at = pattern.index("]", at + 2)
        else:
            depth -= mark == ")"
            found.append((at, mark, depth))
            depth += mark == "("
        at += 1
    return found


def _first_letters(pattern: str) -> set[str]:
    """The small letters that what it matches may begin with."""
    if pattern.startswith("(?:"):
        end = next(at for at, mark, depth in _marks(pattern) if mark == ")" and depth == 0)
        letters = {letter for one in _split(pattern[3:end]) for letter in _first_letters(one)}
    elif pattern[:1].isalpha():
        end = 0
        letters = {pattern[0].lower()}
    else:
        raise ValueError(f"the alternative {pattern!r} begins with no letter: leave it out of the group")
    if pattern[end + 1 : end + 2] in ("?", "*") or pattern[end + 1 :].startswith("{0"):
        rest = pattern[end + 1 :].lstrip("?*")
        return letters | _first_letters(rest.partition("}")[2] if rest.startswith("{0") else rest)
    return letters
