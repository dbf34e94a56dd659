"""A long report cut where paragraphs end, so that each piece fits."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from vedette.coding.document import Document, Sentence

Piece = tuple[Sentence, ...]


def pieces(document: Document, *, size: int) -> list[Piece]:
    """Cut a report into pieces of at most `size` characters: whole paragraphs if they fit, else whole sentences."""
    parts = [part for paragraph in _paragraphs(document.sentences) for part in _fitting(paragraph, size)]
    return list(_packed(parts, size))


def halved(piece: Piece) -> tuple[Piece, ...]:
    """Give a piece as two, cut at the paragraph (else the sentence) nearest its middle; none for a single sentence."""
    cuts = [at for at in range(1, len(piece)) if piece[at].paragraph != piece[at - 1].paragraph]
    cuts = cuts or list(range(1, len(piece)))
    if not cuts:
        return ()
    at = min(cuts, key=lambda at: abs(_length(piece[:at]) - _length(piece[at:])))
    return piece[:at], piece[at:]


def _paragraphs(sentences: Iterable[Sentence]) -> Iterator[Piece]:
    return (tuple(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph))


def _fitting(paragraph: Piece, size: int) -> Iterator[Piece]:
    if _length(paragraph) <= size:
        yield paragraph
    else:
        yield from _packed(((sentence,) for sentence in paragraph), size)


def _packed(parts: Iterable[Piece], size: int) -> Iterator[Piece]:
    """Put neighbours together while they fit; a part larger than `size` stays alone."""
    held: Piece = ()
    for part in parts:
        if held and _length(held) + _length(part) > size:
            yield held
            held = ()
        held += part
    if held:
        yield held


def _length(piece: Piece) -> int:
    return sum(len(sentence.tagged.text) + 1 for sentence in piece)
