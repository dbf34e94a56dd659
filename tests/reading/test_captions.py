import tomllib
from importlib.resources import files

import pytest

from vedette.reading.captions import is_caption

DATA = tomllib.loads(files("vedette.reading").joinpath("captions.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", DATA["example"])
def test_knows_a_caption(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize("text", DATA["keep"])
def test_does_not_take_reporting_for_a_caption(text: str) -> None:
    assert not is_caption(text)
