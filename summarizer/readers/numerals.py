"""Numbers of lists, in the forms in which word processors show them."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
)  # fmt: skip
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LARGEST = 5_000
"""Beyond it a number is shown in digits, whatever its form."""


def numeral(number: int, form: str) -> str:
    """form: `decimal`, `lowerLetter`, `upperLetter`, `lowerRoman` or `upperRoman`, or OpenDocument's `a`, `A`, `i`, `I`."""
    form = _FORMS.get(form, form)
    if form == "decimalZero":
        return f"{number:02}"
    if 0 < number < _LARGEST and form.endswith(("Letter", "Roman")):
        shown = _letters(number) if form.endswith("Letter") else _roman(number)
        return shown.upper() if form.startswith("upper") else shown
    return str(number)


def _letters(number: int) -> str:
    """a to z, then aa, bb, as Word counts on."""
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    shown = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        shown += sign * times
    return shown
