"""Where the rows of a table go on behind one that is broken.

A quotation mark that is not closed takes all into its field up to the next one, be that in the row below or at the end of
the file. So the lines behind it are read again, and what stands there is told by its form: a row has as many fields as the
head, and none of them begins with a space, as a clause of a sentence does behind its comma.
"""

import csv
from collections import deque
from collections.abc import Iterator, Sequence

_SURE = 3  # rows in a row that are no sentences, where none of them stands in quotation marks


class Lines:
    """The lines of a file, which can be gone back in."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.number = 0
        """Number of the last line that was given."""
        self.taken: list[str] = []
        """The lines that were given since `begin`."""
        self._lines = lines
        self._again: deque[str] = deque()

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.number += 1
        self.taken.append(line)
        return line

    def begin(self) -> int:
        """Keep lines in `taken` from here on; returns the number of the next one."""
        self.taken = []
        return self.number + 1

    def back(self) -> None:
        """Go back to behind the first line that was taken."""
        self._again.extendleft(reversed(self.taken[1:]))
        self.number -= len(self.taken) - 1
        del self.taken[1:]

    def ahead(self, number: int) -> list[str]:
        """The next lines, which are still to be given; fewer at the end of the file."""
        while len(self._again) < number and (line := next(self._lines, None)) is not None:
            self._again.append(line)
        return [self._again[at] for at in range(min(number, len(self._again)))]


class Form:
    """What a line that is a row looks like."""

    def __init__(self, head: Sequence[str], delimiter: str) -> None:
        """head: the names of the columns, as they were written."""
        self._columns = len(head)
        self._delimiter = delimiter
        self._is_spaced = _is_spaced(head)

    def resume(self, lines: Lines) -> int:
        """Goes on to the next row; returns the number of the last line before it that is not blank."""
        last = lines.number
        while (following := lines.ahead(_SURE)) and not self._begins(following):
            if next(lines).strip():
                last = lines.number
            lines.taken.clear()
        return last

    def are_rows(self, lines: Sequence[str]) -> bool:
        """Whether these lines, which stand in one field, are more likely rows of their own."""
        return len(lines) >= _SURE and all(map(self._is_row, lines))

    def _begins(self, lines: list[str]) -> bool:
        """Whether the first one of them is the beginning of a row."""
        return self._is_quoted(lines[0]) or all(map(self._is_row, lines))

    def _is_row(self, line: str) -> bool:
        fields = self._fields(line)
        is_whole = self._columns > 1 and len(fields) == self._columns and bool("".join(fields).strip())
        return self._is_quoted(line) or (is_whole and (self._is_spaced or not _is_spaced(fields)))

    def _is_quoted(self, line: str) -> bool:
        """Whether a field stands in quotation marks, or begins with one and goes on in the next line."""
        begins = line.startswith('"') or f'{self._delimiter}"' in line
        fields = self._fields(line)
        is_open = line.count('"') % 2 == 1 and len(fields) <= self._columns
        return begins and (is_open or len(fields) == self._columns)

    def _fields(self, line: str) -> list[str]:
        try:
            return next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error:
            return []


def _is_spaced(fields: Sequence[str]) -> bool:
    return any(field[:1].isspace() for field in fields[1:])
