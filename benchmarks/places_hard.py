"""Hard names of places in crises: a list of our own, each in a sentence, with the point it means."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.places_score import scores
from vedette.coding.geography import meant_by, named_countries
from vedette.coding.toponyms import toponyms
from vedette.model import Span
from vedette.registry import Gazetteer, Registry, Spot

HARD = Path(__file__).with_name("hard_places.tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """A name in a sentence, where it lies (degrees), and how far off (km) an answer may be."""

    name: str
    sentence: str
    lat: float
    lon: float
    tolerance: float


def read(path: Path = HARD) -> list[Hard]:
    """Read the list; raises ValueError naming the line of a row that is wrong."""
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            cells = line.split("\t")
            if len(cells) != 5 or cells[0] not in cells[4]:
                raise ValueError(f"{path.name} line {number}: needs name, latitude, longitude, km, a sentence with it")
            lat, lon, tolerance = map(float, cells[1:4])
            found.append(Hard(name=cells[0], lat=lat, lon=lon, tolerance=tolerance, sentence=cells[4]))
    return found


def resolve(hard: Hard, gazetteer: Gazetteer, registry: Registry) -> Spot | None:
    """Resolve a name by its sentence alone."""
    text, start = hard.sentence, hard.sentence.index(hard.name)
    own = Span(text=hard.name, start=start, end=start + len(hard.name))
    others = [one.span for one in toponyms(text, gazetteer=gazetteer, registry=registry, names=(own,))]
    spans = sorted([own, *(span for span in others if not span.overlaps(own))], key=lambda span: span.start)
    countries = named_countries(text, gazetteer=gazetteer, registry=registry)
    meant = meant_by(text, spans, countries, gazetteer=gazetteer, registry=registry)[spans.index(own)]
    return meant.spot if meant else None


def measure(gazetteer: Gazetteer, registry: Registry) -> tuple[dict[str, float], dict[str, float], list[str]]:
    """Give our scores, those of the most peopled place of a name, and the names that we miss."""
    rows = read()
    ours = [resolve(row, gazetteer, registry) for row in rows]
    theirs = [max(gazetteer.find(row.name), key=lambda spot: spot.population, default=None) for row in rows]
    missed = [
        f"{row.name} -> {f'{spot.name}, {spot.country}, {_away(row, spot):.0f} km' if spot else 'unknown'}"
        for row, spot in zip(rows, ours, strict=True)
        if spot is None or _away(row, spot) > row.tolerance
    ]
    return _scores(rows, ours), _scores(rows, theirs), missed


def _scores(rows: list[Hard], spots: list[Spot | None]) -> dict[str, float]:
    pairs = list(zip(rows, spots, strict=True))
    near = sum(spot is not None and _away(row, spot) <= row.tolerance for row, spot in pairs)
    errors = [None if spot is None else _away(row, spot) for row, spot in pairs]
    return {"hard_names": round(near / len(rows), 4), "hard_names_acc161": scores(errors)["acc161"]}


def _away(row: Hard, spot: Spot) -> float:
    return spot.kilometres(row.lat, row.lon)
