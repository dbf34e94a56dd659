"""The project's own annotated sentences."""

import pytest

from training.own import MarkupError, own_examples, parse_line


def test_every_line_can_be_read() -> None:
    assert len(own_examples()) > 200


def test_no_sentence_stands_twice() -> None:
    texts = [example.text for example in own_examples()]
    assert len(texts) == len(set(texts))


def test_reads_markup() -> None:
    made = parse_line("[Troops in [Gao|p1]|a1] {left|RETREAT//planned} for {talks|CONSULT}.", 1)
    assert made.text == "Troops in Gao left for talks."
    first, second = made.events or ()
    assert (first.trigger, first.type, first.mode, first.status) == ((14, 18), "RETREAT", None, "planned")
    assert first.roles == (("place", (10, 13)), ("actor", (0, 13)))
    assert made.text[slice(*second.trigger)] == "talks"


@pytest.mark.parametrize(
    "line", ["{hit|STRIKE}", "{hit|ASSAULT/air}", "[x|a1] y", "{hit|ASSAULT", "[x|z1] {hit|ASSAULT}"]
)
def test_wrong_markup_is_refused(line: str) -> None:
    with pytest.raises(MarkupError, match="line 7"):
        parse_line(line, 7)
