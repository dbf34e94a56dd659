import pytest

from vedette.registry import load
from vedette.registry.unions import members


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Russian and Ukrainian forces", ("Russian forces", "Ukrainian forces")),
        ("US, British and French warplanes", ("US warplanes", "British warplanes", "French warplanes")),
        ("Hamas and Islamic Jihad", ("Hamas", "Islamic Jihad")),
        ("Justice and Equality Movement", ("Justice and Equality Movement",)),
        ("the army and the police", ("the army and the police",)),
        ("seven to ten gunmen", ("seven to ten gunmen",)),
    ],
)
def test_takes_a_union_apart_but_no_name(name: str, parts: tuple[str, ...]) -> None:
    assert members(load(), name) == parts
