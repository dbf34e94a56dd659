"""Time expressions of TimeML texts: which words tell a time, and which time it is.

    python -m benchmarks.times [--data FOLDER] [--json] [--keep] [--by-file] [--only odd|even]

FOLDER holds .tml files (WikiWars, TempEval-3). Counted as TempEval-3's scorer counts (`benchmarks/times_score.py`).
`yearless_year` is the share of days written without a year ("3 March") that get the right one, a day that is not
found being wrong; its baselines give each the last year written before it, or the year of publication.
"""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.report import Result, arguments, show
from benchmarks.timeml import Annotated, Timex, read_folder
from benchmarks.times_score import Counts, compare
from vedette.model import UNPUBLISHED, Basis, Published
from vedette.phrases.calendar import MONTH
from vedette.phrases.timex.text import time_phrases

HEIDELTIME = "HeidelTime 1.8"
PEERS = {
    f"{HEIDELTIME}, WikiWars": {"strict_f1": 0.831, "strict_value_f1": 0.764, "lenient_value_f1": 0.808},
    f"{HEIDELTIME}, TempEval-3": {"value_f1": 0.776},
    "SUTime, TempEval-3": {"value_f1": 0.674},
    "dateparser, dates of TempEval-3": {"value_f1": 0.51},
}
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEARLESS = re.compile(rf"(?:the )?(?:{_DAY}(?: of)? {MONTH}|{MONTH} (?:the )?{_DAY})", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_FULL = re.compile(rf"(?:{_DAY} )?{MONTH} (?:{_DAY},? )?(?:1[0-9]|20)\d\d|(?:1[0-9]|20)\d\d-\d\d-\d\d", re.IGNORECASE)


def found_in(text: str, day: date | None) -> list[Timex]:
    """Give the time expressions that we find in a text made on `day`."""
    published = UNPUBLISHED if day is None else Published(start=day, end=day, precision="day", basis=Basis.GIVEN)
    return [
        Timex(start=one.span.start, end=one.span.end, value=one.value, text=one.span.text)
        for one in time_phrases(text, published)
    ]


def yearless(text: Annotated) -> list[Timex]:
    """Give the gold days that are written without a year and have one."""
    return [one for one in text.times if _YEARLESS.fullmatch(" ".join(one.text.split())) and one.value[:4].isdigit()]


def year_shares(text: Annotated, found: Sequence[Timex]) -> dict[str, int]:
    """Count the yearless days that get the right year: by us, by the last year written, by the publication's."""
    right = {"all": 0, "ours": 0, "last": 0, "published": 0}
    for one in yearless(text):
        years = _YEAR.findall(text.text[: one.start])
        right["all"] += 1
        right["ours"] += any(other.overlaps(one) and other.value[:4] == one.value[:4] for other in found)
        right["last"] += bool(years) and years[-1] == one.value[:4]
        right["published"] += text.day is not None and str(text.day.year) == one.value[:4]
    return right


def baseline(text: Annotated) -> list[Timex]:
    """Take what is written with a year, and nothing else; a year's value is the year, a longer date has none."""
    spans = [(found.start(), found.end()) for found in _FULL.finditer(text.text)]
    years = [
        Timex(start=found.start(), end=found.end(), value=found[0])
        for found in _YEAR.finditer(text.text)
        if not any(start <= found.start() < end for start, end in spans)
    ]
    return sorted([*years, *(Timex(start=s, end=e, value="") for s, e in spans)], key=lambda one: one.start)


def _scores(pairs: Sequence[tuple[Sequence[Timex], Sequence[Timex]]]) -> dict[str, float]:
    counted = [compare(found, gold) for found, gold in pairs]
    return {name: sum((one[name] for one in counted), Counts()).f1 for name in compare([], [])}


def measure(texts: Sequence[Annotated], name: str) -> Result:
    """Score our time expressions and the baselines'."""
    found = [found_in(text.text, text.day) for text in texts]
    shares = [year_shares(text, mine) for text, mine in zip(texts, found, strict=True)]
    years = {key: sum(share[key] for share in shares) for key in ("all", "ours", "last", "published")}
    most = max(years["all"], 1)
    return Result(
        benchmark="times",
        data=name,
        n=sum(len(text.times) for text in texts),
        scores=_scores([(mine, text.times) for mine, text in zip(found, texts, strict=True)])
        | {"yearless_year": years["ours"] / most},
        baseline=_scores([(baseline(text), text.times) for text in texts]) | {"yearless_year": years["last"] / most},
        peers=PEERS | {"publication date": {"yearless_year": years["published"] / most}},
        notes={
            "yearless": f"{years['all']} days are written without a year; the baseline gives the last year written",
            "peers": "HeidelTime on all 22 wars, of which our 16 are the training half",
        },
    )


def main() -> None:
    """Run the benchmark from the command line."""
    extra: dict[str, dict[str, Any]] = {
        "--only": {"choices": ["odd", "even"], "help": "take every other file, from the first or the second on"},
        "--by-file": {"action": "store_true", "help": "print a table a file"},
    }
    options = arguments(__doc__, data="../shared/bench/time/wikiwars_train", extra=extra)
    texts = read_folder(Path(options.data))
    if options.only:
        texts = texts[0 if options.only == "odd" else 1 :: 2]
    for text in texts if options.by_file else ():
        show(measure([text], text.name))
    name = options.data.name + (f", {options.only} files" if options.only else "")
    show(measure(texts, name), as_json=options.json, keep=options.keep)


if __name__ == "__main__":
    main()
