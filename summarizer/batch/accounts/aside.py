"""The ledger that `--fresh` replaces, kept until something has taken its place."""

from pathlib import Path


class Aside:
    """The ledger that was there before, out of the way until something is kept in its place: its answers are paid. Where a
    run was killed before that, the next one finds it here."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name

    @property
    def is_there(self) -> bool:
        """Whether a ledger is out of the way."""
        return self._place(self._folder / self._name).exists()

    def put(self) -> None:
        """Put the ledger out of the way, if there is one: the file itself last, behind its journals."""
        for path in sorted(self._folder.glob(f"{self._name}*"), reverse=True):
            path.replace(self._place(path))

    def settle(self, *, is_replaced: bool) -> None:
        """Delete the old ledger, where it has been replaced; else put it, if there is one, back in place of what is there."""
        if not (is_replaced or self.is_there):
            return
        for path in self._folder.glob(f"{_MARK if is_replaced else ''}{self._name}*"):
            path.unlink()
        for path in sorted(self._folder.glob(f"{_MARK}{self._name}*"), reverse=True):
            path.replace(path.with_name(path.name.removeprefix(_MARK)))

    def _place(self, path: Path) -> Path:
        return path.with_name(f"{_MARK}{path.name}")


_MARK = "before-"
