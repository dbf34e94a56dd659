"""Where "here" is: the place that a report was written in."""

import re
from dataclasses import replace

from vedette.coding.clauses import quoted
from vedette.coding.document import Document, Sentence
from vedette.coding.geography import surroundings
from vedette.coding.layout import dateline_end
from vedette.coding.locating import locate
from vedette.model import NOWHERE, Mark, Place, Role, Span
from vedette.registry import Gazetteer, Registry

_HERE = re.compile(r"\bhere\b")
_NEAR_BY = 70  # characters after the act's word
_TOWN = re.compile(r"[A-Z][\w’'-]+(?:[ -][A-Z][\w’'-]+)*")


def here(mark: Mark, sentence: Sentence, document: Document, *, gazetteer: Gazetteer, registry: Registry) -> Place:
    """Give the town of the dateline for an act that the reporter tells to have been "here"; a place phrase that names
    another goes first, and in somebody's quotation "here" is where that one was."""
    text, named = sentence.tagged.text, [span for span in mark.of(Role.PLACE) if span.text != "here"]
    found = _HERE.search(text, mark.trigger.start, mark.trigger.end + _NEAR_BY)
    if found is None or named or quoted(text, found.start()):
        return NOWHERE
    town = _TOWN.match(document.report.text[: dateline_end(document.report.text)])
    if town is None:
        return NOWHERE
    name = Span(text=town[0].title() if town[0].isupper() else town[0], start=0, end=town.end())
    around = surroundings(document, gazetteer=gazetteer, registry=registry)
    place = locate(name, (name,), around, gazetteer=gazetteer, registry=registry)
    return replace(place, basis=f"{place.basis}, where the report was written") if place.known else NOWHERE
