"""The coding of a report with its reasons, gathered only where they are asked for."""

from vedette.coding.claims import claim_of
from vedette.coding.code import coding_of, happenings
from vedette.coding.document import Document
from vedette.coding.layout import lay_out
from vedette.coding.mending import mended
from vedette.coding.trace import Trace
from vedette.coding.why import Asked, why
from vedette.model import Coding, Mark, Report, Why
from vedette.registry import Gazetteer, Registry, load, load_gazetteer
from vedette.tagging import Tagger
from vedette.tagging import load as load_tagger
from vedette.tagging.weighing import Weighed, weigh


def explain(
    report: Report,
    *,
    tagger: Tagger | None = None,
    registry: Registry | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[Coding, tuple[Why, ...]]:
    """Code a report as `code` does, and give beside it why each claim says what it says, in the order of the claims.

    Takes about twice as long as `code`. Raises what `code` raises.
    """
    tagger, registry = tagger or load_tagger(), registry or load()
    document = lay_out(report, tagger=tagger)
    weighed = weigh(tagger, [sentence.tagged.text for sentence in document.sentences])
    return explain_document(document, weighed, registry=registry, gazetteer=gazetteer or load_gazetteer())


def explain_document(
    document: Document, weighed: list[tuple[Weighed, ...]], *, registry: Registry, gazetteer: Gazetteer
) -> tuple[Coding, tuple[Why, ...]]:
    """Explain a report whose sentences have their marks already; `weighed` tells what the tagger weighed in each."""
    trace = Trace()
    ready = mended(document, registry=registry, trace=trace)
    asked = [
        Asked(
            claim=claim_of(mark, sentence, ready, registry=registry, gazetteer=gazetteer),
            mark=mark,
            sentence=sentence,
            document=ready,
            changes=trace.of(mark, sentence),
            weighed=_of(mark, weighed[sentence.index]),
            registry=registry,
            gazetteer=gazetteer,
        )
        for mark, sentence in happenings(ready)
    ]
    coding = coding_of(ready, tuple(one.claim for one in asked), registry=registry, gazetteer=gazetteer)
    return coding, tuple(why(one) for one in asked)


def _of(mark: Mark, weighed: tuple[Weighed, ...]) -> Weighed | None:
    """Find what was weighed for a mark: on its trigger, of its type if there are several."""
    on = [one for one in weighed if one.trigger.overlaps(mark.trigger)]
    return next((one for one in on if one.type == mark.type), on[0] if on else None)
