"""The whole phrase that names a source."""

from collections.abc import Callable

import pytest

from vedette.coding.document import Sentence
from vedette.coding.source_phrase import speaks_not, whole_source
from vedette.model import Mark, cut


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


@pytest.mark.parametrize(
    "case",
    [
        ("Minsk called the raid “a wanton act”.", "a wanton act", "raid", True),
        ("The shelling alleged by Riga stopped.", "The shelling", "shelling", True),
        ("The exiled cabinet cut ties with Oslo, it said.", "exiled cabinet cut ties", "cut", True),
        ("Survivors of the raid said so.", "Survivors of the raid", "raid", False),
        ("The minister said the raid failed.", "The minister", "raid", False),
    ],
)
def test_quoted_words_acts_and_clauses_do_not_speak(
    case: tuple[str, str, str, bool], sentence: Callable[..., Sentence], mark: Callable[..., Mark]
) -> None:
    text, who, trigger, nobody = case
    span = cut(text, text.index(who), text.index(who) + len(who))
    assert speaks_not(span, sentence(text, mark(text, trigger, "ASSAULT"))) is nobody
