"""Reports cut into pieces."""

from vedette.coding.document import Document, Sentence
from vedette.llm.pieces import halved, pieces
from vedette.model import Report, Span, Tagged


def document(report: Report, *paragraphs: tuple[int, ...]) -> Document:
    """A document of sentences of these lengths."""
    lengths = [(number, length) for number, lengths in enumerate(paragraphs) for length in lengths]
    sentences = tuple(
        Sentence(
            index=index,
            paragraph=paragraph,
            span=Span(text="x" * length, start=0, end=length),
            tagged=Tagged(text="x" * length),
        )
        for index, (paragraph, length) in enumerate(lengths)
    )
    return Document(report=report, sentences=sentences)


def numbers(found: object) -> list[list[int]]:
    return [[sentence.index for sentence in piece] for piece in found]  # type: ignore[attr-defined]


def test_a_short_report_is_one_piece(report: Report) -> None:
    assert numbers(pieces(document(report, (50, 50), (50,)), size=1000)) == [[0, 1, 2]]


def test_a_long_report_is_cut_between_paragraphs(report: Report) -> None:
    assert numbers(pieces(document(report, (60, 60), (60,), (90, 90)), size=200)) == [[0, 1, 2], [3, 4]]


def test_a_long_paragraph_is_cut_between_sentences(report: Report) -> None:
    assert numbers(pieces(document(report, (90, 90, 90)), size=200)) == [[0, 1], [2]]


def test_a_long_sentence_stays_whole(report: Report) -> None:
    assert numbers(pieces(document(report, (500, 20)), size=100)) == [[0], [1]]


def test_a_report_without_a_sentence_is_no_piece(report: Report) -> None:
    assert pieces(document(report), size=100) == []


def test_a_half_ends_where_a_paragraph_does(report: Report) -> None:
    (piece,) = pieces(document(report, (50,), (50, 50), (50,)), size=1000)
    assert numbers(halved(piece)) in ([[0], [1, 2, 3]], [[0, 1, 2], [3]])


def test_a_paragraph_is_halved_between_sentences_and_a_sentence_never(report: Report) -> None:
    (piece,) = pieces(document(report, (50, 50)), size=1000)
    assert numbers(halved(piece)) == [[0], [1]]
    assert halved(piece[:1]) == ()
