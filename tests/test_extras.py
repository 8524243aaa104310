import pytest

from summarizer.extras import how_to_install


@pytest.mark.parametrize(
    ("extra", "packages"),
    [("pdf", ["pypdfium2"]), ("mail", ["lxml", "olefile"]), ("ray", ["fsspec", "pyarrow", "ray[data]"])],
)
def test_the_command_names_packages_that_pip_finds_wherever_this_one_came_from(extra: str, packages: list[str]):
    command = how_to_install(extra)
    assert command.startswith("install it: pip install '")
    assert [word.strip("'").partition(">=")[0] for word in command.split()[4:]] == packages
