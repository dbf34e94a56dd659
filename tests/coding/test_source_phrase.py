"""The whole phrase that names a source."""

import pytest

from vedette.coding.source_phrase import whole_source
from vedette.model import cut


@pytest.mark.parametrize(
    ("text", "given", "whole"),
    [
        ("A spokesman for the group rejected it.", "A spokesman for the", "A spokesman for the group"),
        ("An official who asked not to be named said so.", "An official who", "An official"),
        ("The opposition alleges that police beat him.", "The opposition alleges", "The opposition"),
        ("Rights groups blame the army for it.", "Rights groups blame the army", "Rights groups"),
        ("Two sources close to the cartel said so.", "Two sources close", "Two sources close to the cartel"),
        ("The ministry, citing a nurse, said so.", "The ministry, citing a nurse", "The ministry"),
        ("Kyiv neither confirmed nor denied it.", "Kyiv neither", "Kyiv"),
        ("Arlen's claim that troops fired is false.", "Arlen's claim", "Arlen"),
        ("He was hit, according to medics.", "according to medics", "medics"),
        ("It was quoted by a radio station.", "by a radio station", "a radio station"),
        ("A statement by the ministry said so.", "A statement", "A statement by the ministry"),
        ("The health ministry said so.", "The health ministry", "The health ministry"),
    ],
)
def test_a_source_is_neither_cut_nor_too_long(text: str, given: str, whole: str) -> None:
    start = text.index(given)
    found = whole_source(cut(text, start, start + len(given)), text)
    assert found is not None
    assert found.text == whole
    assert found.stands_in(text)


@pytest.mark.parametrize("given", ["No group", "Nobody", "None of them"])
def test_nobody_is_no_source(given: str) -> None:
    assert whole_source(cut(f"{given} said so.", 0, len(given)), f"{given} said so.") is None
