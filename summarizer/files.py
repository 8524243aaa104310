"""Files: reading YAML, and writing so that nobody ever finds half a file."""

import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def from_yaml(text: str) -> Any:
    """What a YAML text holds; yaml is only imported when something is read. Errors: `yaml.YAMLError`."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where libyaml is there
    return yaml.load(text, Loader=loader)


def replace_file(path: Path, content: bytes | Iterable[bytes], *, mode: int = 0o666) -> None:
    """Put a file in place in one step: whoever kills the run finds the old one or the new one.

    A link stays a link, and what exists and is no file (a pipe, a terminal) is written to. mode: the rights of a new
    file, less what the user's mask takes away. Errors: `OSError`.
    """
    pieces = [content] if isinstance(content, bytes) else content
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            stream.writelines(pieces)
        return
    path = Path(os.path.realpath(path))
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with open(part, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.writelines(pieces)
        if path.exists():
            shutil.copymode(path, part)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
