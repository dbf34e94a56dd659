import pytest

from vedette.reading.layout import paragraphs
from vedette.reading.tidy import one_line

WRAPPED = """Rebels fired mortars at the harbour on Monday, and a port official
said that two warehouses had burned down before the fire brigade could
reach them.
Nobody was hurt, the official said, because the night shift had left
half an hour before the first shell came down.

The navy sent two boats to look for the crew that had fired, but found
nothing."""


def texts(raw: str) -> list[str]:
    return [one_line(raw[start:end]) for start, end in paragraphs(raw)]


def test_blank_lines_part_paragraphs() -> None:
    assert texts("One.\n\n\n  \nTwo.\n") == ["One.", "Two."]


def test_single_breaks_part_paragraphs_of_an_unwrapped_text() -> None:
    long = "Rebels fired mortars at the harbour on Monday, and a port official said that two warehouses burned. " * 2
    assert len(texts(f"4 mins read\n{long}\n{long}")) == 3


def test_hard_wrapped_lines_are_joined_and_short_ones_end_a_paragraph() -> None:
    assert [text.split()[0] for text in texts(WRAPPED)] == ["Rebels", "Nobody", "The"]


def test_short_paragraphs_of_one_length_stay_apart() -> None:
    raw = "\n".join(
        f"The army said on Monday that it had retaken the {town} and the road to the border."
        for town in ("bridge", "harbour", "airport", "station", "market")
    )
    assert len(texts(raw)) == 5


def test_a_sentence_that_runs_on_is_joined() -> None:
    assert texts("The army said the\nnorthern front was quiet.") == ["The army said the northern front was quiet."]


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\u2028", "\x0c"])
def test_any_line_break_counts(line_break: str) -> None:
    assert texts(f"One.{line_break}{line_break}Two.") == ["One.", "Two."]


def test_a_headline_and_a_byline_of_two_lines_stay_apart() -> None:
    assert len(texts("Gunmen kill five in northern village attack, officials say\nBy Our Correspondent")) == 2
