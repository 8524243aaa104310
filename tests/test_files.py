"""A file is replaced whole or not at all."""

import os
from pathlib import Path

import pytest

from summarizer.files import replace_file


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path):
    path = tmp_path / "x.json"
    replace_file(path, b"before")

    def broken():
        yield b"half"
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        replace_file(path, broken())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_has_the_rights_that_the_user_wants_for_files(tmp_path: Path):
    before = os.umask(0o027)
    try:
        replace_file(tmp_path / "x", b"")
    finally:
        os.umask(before)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o640
