"""The document that the rules read: the tagger's names and sayings, with the model's marks in place of the tagger's."""

from collections.abc import Iterable
from dataclasses import replace

from vedette.coding.document import Document, Sentence
from vedette.coding.naming import with_names
from vedette.llm.checked import Happening
from vedette.model import Mark
from vedette.registry import Registry


def unmarked(document: Document, *, registry: Registry) -> Document:
    """Leave out the tagger's marks; its names and sayings stay, since resolving who and where needs them."""
    return replace(document, sentences=tuple(_unmarked(sentence, registry) for sentence in document.sentences))


def marked(document: Document, happenings: Iterable[Happening]) -> Document:
    """Set the marks of all happenings, in the order in which each sentence tells them."""
    marks: dict[int, list[Mark]] = {}
    for one in happenings:
        marks.setdefault(one.at, []).append(one.mark)
    return replace(
        document, sentences=tuple(_with(sentence, marks.get(sentence.index, [])) for sentence in document.sentences)
    )


def _unmarked(sentence: Sentence, registry: Registry) -> Sentence:
    names = with_names(sentence.tagged, registry=registry)
    return replace(sentence, tagged=replace(sentence.tagged, names=names, marks=()))


def _with(sentence: Sentence, marks: list[Mark]) -> Sentence:
    ordered = tuple(sorted(marks, key=lambda mark: mark.trigger.start))
    return replace(sentence, tagged=replace(sentence.tagged, marks=ordered))
