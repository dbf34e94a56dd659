"""The coding of one report: its claims, tallies, outlooks and affiliations."""

from collections.abc import Iterator

from vedette.coding.affiliation import affiliations_of
from vedette.coding.claims import claim_of
from vedette.coding.document import Document, Sentence
from vedette.coding.layout import lay_out
from vedette.coding.mending import mended
from vedette.coding.outlook import outlooks_of
from vedette.coding.tally import swallowed, tallies_of
from vedette.model import Claim, Coding, Mark, Report
from vedette.registry import Gazetteer, Registry, load, load_gazetteer
from vedette.tagging import Tagger
from vedette.tagging import load as load_tagger


def code(
    report: Report,
    *,
    tagger: Tagger | None = None,
    registry: Registry | None = None,
    gazetteer: Gazetteer | None = None,
) -> Coding:
    """Code a report: who did what to whom, where, when, at what cost, according to whom; each with its quote.

    Tagger, registry and gazetteer default to those that the package brings. The same report gives the same coding.
    Raises UsageError when the tagger's weights are missing, RegistryError when a data file cannot be used.
    """
    document = lay_out(report, tagger=tagger or load_tagger())
    return code_document(document, registry=registry or load(), gazetteer=gazetteer or load_gazetteer())


def code_document(document: Document, *, registry: Registry, gazetteer: Gazetteer) -> Coding:
    """Code a report whose sentences have their marks already."""
    ready = mended(document, registry=registry)
    claims = _claims(ready, registry=registry, gazetteer=gazetteer)
    return coding_of(ready, claims, registry=registry, gazetteer=gazetteer)


def coding_of(document: Document, claims: tuple[Claim, ...], *, registry: Registry, gazetteer: Gazetteer) -> Coding:
    """Put beside the claims of a mended document the tallies, outlooks and affiliations that it tells of."""
    return Coding(
        report_id=document.report.id,
        claims=claims,
        tallies=tuple(
            tally
            for sentence in document.sentences
            for tally in tallies_of(sentence, document, registry=registry, gazetteer=gazetteer)
        ),
        outlooks=outlooks_of(document, registry=registry),
        affiliations=affiliations_of(document, registry=registry),
    )


def happenings(document: Document) -> Iterator[tuple[Mark, Sentence]]:
    """Give the marks of a mended document that become claims, each with its sentence."""
    for sentence in document.sentences:
        yield from ((mark, sentence) for mark in sentence.tagged.marks if not swallowed(mark, sentence))


def _claims(document: Document, *, registry: Registry, gazetteer: Gazetteer) -> tuple[Claim, ...]:
    return tuple(
        claim_of(mark, sentence, document, registry=registry, gazetteer=gazetteer)
        for mark, sentence in happenings(document)
    )
