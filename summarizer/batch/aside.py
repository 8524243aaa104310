"""The ledger that `--fresh` replaces, kept until something has taken its place."""

from pathlib import Path


class Aside:
    """The ledger that was there before, out of the way until something is kept in its place: its answers are paid."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._name = name
        self._moved = list(folder.glob(f"{name}*"))
        for path in self._moved:
            path.replace(self._place(path))

    def _place(self, path: Path) -> Path:
        return path.with_name(f"before-{path.name}")

    def forget(self) -> None:
        """Delete the old ledger, which has been replaced."""
        for path in self._moved:
            self._place(path).unlink(missing_ok=True)

    def restore(self) -> None:
        """Put the old ledger back, in place of what is there."""
        for path in self._folder.glob(f"{self._name}*") if self._moved else ():
            path.unlink()
        for path in self._moved:
            if (kept := self._place(path)).exists():
                kept.replace(path)
