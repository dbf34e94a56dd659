"""The places of names: marked by hand (resolving alone), and found by ourselves (end to end).

    python -m benchmarks.places [--data PATH] [--json] [--keep] [--limit N] [--only-resolve]

PATH is an XML file in the form of LGL, TR-News or GeoWebNews, or a folder of brat files (.txt with .ann). A name that
is not resolved counts as wrong. The baseline takes the most peopled place of a name. Also scored: hard names of crises
from a list of our own (`benchmarks/hard_places.tsv`), and what resolving costs.
"""

import time
from collections.abc import Iterator, Sequence

import vedette.tagging
from benchmarks import places_hard
from benchmarks.places_reading import Text, read
from benchmarks.places_score import MILES_100, f1, scores
from benchmarks.places_speed import costs
from benchmarks.report import Result, arguments, show
from benchmarks.sample import LIMIT, spread
from vedette.coding.geography import SURE, Meant, meant_by, named_countries
from vedette.coding.layout import lay_out
from vedette.model import Label, Report, Span
from vedette.reading.report import report_of
from vedette.registry import Gazetteer, Registry, Spot, load, load_gazetteer
from vedette.registry.nations import nations_in

PEERS = {
    "LGL": {"CamCoder": {"acc161": 0.76}, "Mordecai3 (trained on it)": {"acc161": 0.827}, "floor": {"acc161": 0.715}},
    "TR-News": {"Mordecai3 (trained on it)": {"acc161": 0.873}, "floor": {"acc161": 0.813}},
    "GeoWebNews": {"Mordecai3 (trained on it)": {"acc161": 0.941}, "floor": {"acc161": 0.608}},
}
ONLY = {"--only-resolve": {"action": "store_true", "help": "leave out the tagger and the costs"}}


def resolved(text: str, spans: Sequence[Span], gazetteer: Gazetteer, registry: Registry) -> list[Meant | None]:
    """Resolve the names at spans of a text, in order."""
    countries = named_countries(text, gazetteer=gazetteer, registry=registry)
    return meant_by(text, spans, countries, gazetteer=gazetteer, registry=registry)


def errors_of(texts: Sequence[Text], gazetteer: Gazetteer, registry: Registry) -> list[tuple[float | None, float]]:
    """Give for each gold name how far (km) we are off, None where unresolved, and the probability that we give."""
    found = []
    for one in texts:
        meant = resolved(one.text, [gold.span for gold in one.toponyms], gazetteer, registry)
        for gold, place in zip(one.toponyms, meant, strict=True):
            away = place.spot.kilometres(gold.lat, gold.lon) if place else None
            found.append((away, place.probability if place else 0.0))
    return found


def most_peopled(texts: Sequence[Text], gazetteer: Gazetteer) -> list[float | None]:
    """Give the errors (km) of taking the most peopled place of each gold name."""
    found: list[float | None] = []
    for gold in (gold for one in texts for gold in one.toponyms):
        spot = max(gazetteer.find(gold.span.text), key=lambda spot: spot.population, default=None)
        found.append(spot.kilometres(gold.lat, gold.lon) if spot else None)
    return found


def names_found(text: str, registry: Registry) -> list[Span]:
    """Find the place names of a text as the program does, and the adjectives of states."""
    report = report_of(text, url="text", raw=text.encode())
    document = lay_out(_whole(report, text), tagger=vedette.tagging.load())
    names = [
        sentence.in_body(name.span)
        for sentence in document.sentences
        for name in sentence.tagged.names
        if name.label in (Label.PLACE, Label.COUNTRY)
    ]
    states = [Span(text=text[start:end], start=start, end=end) for start, end, _ in nations_in(registry.index, text)]
    names += [span for span in states if not any(span.overlaps(name) for name in names)]
    return sorted(names, key=lambda span: span.start)


def _whole(report: Report, text: str) -> Report:
    """Give the report with its text as it was, since gold names are counted there."""
    from dataclasses import replace

    return replace(report, text=text, captions=())


def end_to_end(texts: Sequence[Text], gazetteer: Gazetteer, registry: Registry) -> dict[str, float]:
    """Find and resolve: the share of gold names that are found and right, and F1 of the names that we give."""
    right = given = wanted = 0
    for one in texts:
        spans = names_found(one.text, registry)
        meant = resolved(one.text, spans, gazetteer, registry)
        pairs = [(span, place.spot) for span, place in zip(spans, meant, strict=True) if place]
        given, wanted = given + len(pairs), wanted + len(one.toponyms)
        right += sum(_hit(one, at, pairs) for at in range(len(one.toponyms)))
    return {"end_to_end_acc161": round(right / wanted, 4) if wanted else 0.0, "end_to_end_f1": f1(right, given, wanted)}


def _hit(one: Text, at: int, pairs: Sequence[tuple[Span, Spot]]) -> bool:
    gold = one.toponyms[at]
    return any(span.overlaps(gold.span) and spot.kilometres(gold.lat, gold.lon) <= MILES_100 for span, spot in pairs)


def _halves(texts: Sequence[Text], errors: Sequence[float | None]) -> Iterator[tuple[str, float]]:
    """Give the accuracy of every other text (by which we worked) and of the rest (which we left alone)."""
    owners = [at % 2 for at, one in enumerate(texts) for _ in one.toponyms]
    for half, name in ((0, "acc161_even"), (1, "acc161_odd")):
        yield name, scores([error for error, owner in zip(errors, owners, strict=True) if owner == half])["acc161"]


def measure(texts: Sequence[Text], data: str, *, only_resolve: bool = False) -> Result:
    """Score resolving, and unless `only_resolve` also finding and costs, beside baseline and peers."""
    gazetteer, registry = load_gazetteer(), load()
    start = time.process_time()
    found = errors_of(texts, gazetteer, registry)
    speed = len(found) / (time.process_time() - start)
    errors = [error for error, _ in found]
    sure = [error if chance >= SURE else None for error, chance in found]
    right = sum(error is not None and error <= MILES_100 for error in sure)
    hard, plain, missed = places_hard.measure(gazetteer, registry)
    return Result(
        benchmark="places",
        data=data,
        n=len(errors),
        scores={
            **scores(errors),
            **dict(_halves(texts, errors)),
            "sure": round(sum(error is not None for error in sure) / max(len(sure), 1), 4),
            "right_if_sure": round(right / max(sum(error is not None for error in sure), 1), 4),
            **hard,
            "places_per_second": round(speed),
            **({} if only_resolve else end_to_end(texts, gazetteer, registry) | costs()),
        },
        baseline={**scores(most_peopled(texts, gazetteer)), **plain},
        peers=next((peers for name, peers in PEERS.items() if name.lower().replace("-", "") in _key(data)), {}),
        notes={"hard names missed": missed, "sure": f"probability of at least {SURE}; coding takes no other for sure"},
    )


def _key(data: str) -> str:
    return data.lower().replace("-", "").replace("gwn", "geowebnews")


def main() -> None:
    """Run the benchmark from the command line."""
    options = arguments(__doc__, data="../shared/bench/places/lgl.xml", extra=LIMIT | ONLY)
    texts = spread(read(options.data), options.limit)
    result = measure(texts, options.data.name, only_resolve=options.only_resolve)
    show(result, as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
