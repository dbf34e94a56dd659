"""Numbers in words and digits: what one quantity phrase says, as low, best and high.

Rules for what English leaves open (all kept in this file):
- "at least n": n, n, open; "more than n": n+1, n+1, open; "fewer than n": 0, n-1, n-1;
- "up to n", "as many as n": 1, n, n; "nearly n": 90 % of n, n, n; "about n": n plus or minus 10 %;
- "dozens" 24..99, "scores" 40..99, "tens" 20..99, "hundreds" 200..999, "thousands" 2,000..9,999, best = lowest;
- "several", "a few", "some", "many": 2, 3, open; "several dozen": 24, 36, open.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

UNITS = {
    word: n
    for n, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * n
    for n, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2)
}
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ORDINALS = {
    word: n
    for n, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
        ],
        start=1,
    )
}
CROWDS = {
    "dozens": (24, 99),
    "scores": (40, 99),
    "tens": (20, 99),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "millions": (2 * 10**6, 10**7 - 1),
    "tens of thousands": (20000, 99999),
    "hundreds of thousands": (200000, 999999),
    "tens of millions": (2 * 10**7, 10**8 - 1),
}
VAGUE = (
    "several",
    "a few",
    "few",
    "some",
    "many",
    "a number of",
    "a handful of",
    "numerous",
    "multiple",
    "various",
    "a series of",
    "series of",
    "a string of",
    "a wave of",
    "wave of",
    "waves of",
    "a spate of",
    "a succession of",
    "a barrage of",
    "a large number of",
    "large numbers of",
    "high numbers of",
    "scattered",
    "repeated",
    "a handful",
    "countless",
    "a lot of",
)
PAIRS = ("both", "a pair of", "a couple of", "a pair", "twin", "a couple")

_SMALL = "|".join(sorted([*UNITS, *TENS], key=len, reverse=True))
_DIGITS = r"(?<!\d:)(?:\d{1,3}(?:[,  ]\d{3})+(?!\d)|\d+(?:\.\d+)?)(?!\d*:\d)"  # no hours or minutes
_WORD = rf"(?:{_SMALL}|hundred|thousand|million|billion)"
_SCALE = r"(?:dozen|score|hundred|thousand|million|billion)"
_CARDINAL = (
    rf"(?:(?:{_DIGITS})(?:[ -]?{_SCALE}\b)*|half[ -]a[ -]dozen|half[ -]dozen|(?:{_SMALL})(?:(?:[ -]|"
    rf"[ -]and[ -]){_WORD})*"
    rf"(?:[ -]dozen)?|an?[ -]{_SCALE}(?:[ -]and[ -]{_WORD})*(?:[ -]{_SCALE})*)"
)
_CROWD = "|".join(sorted(CROWDS, key=len, reverse=True))
_SEVERAL = rf"(?:several|a few|many|few)[ -]{_SCALE}s?"
_LOOSE = "|".join(sorted([*VAGUE, *PAIRS], key=len, reverse=True))
_FLOOR = (
    r"at least|no fewer than|no less than|not fewer than|not less than|a minimum of|as few as|"
    r"at the very least|at a minimum"
)
_ABOVE = r"more than|over|above|past|upwards? of|in excess of|exceeding|well over|far more than|greater than"
_BELOW = r"fewer than|less than|under|below"
_CEILING = r"up to|as many as|at most|no more than|not more than|a maximum of"
_ALMOST = r"nearly|almost|close to|just under|nearing"
_ROUGH = r"about|around|roughly|approximately|some|an estimated|approx\.?|circa|ca\.|somewhere around|estimated"
_NUMBER = rf"(?:{_CARDINAL}|{_SEVERAL})"
QUANTITY = re.compile(
    rf"\b(?:(?:(?P<floor>{_FLOOR})|(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<ceiling>{_CEILING})"
    rf"|(?P<almost>{_ALMOST})|(?P<rough>{_ROUGH})) )?"
    rf"(?:about |around |some |another |a further |a total of )*"
    rf"(?:(?:somewhere )?(?P<between>between|from) (?P<from>{_CARDINAL}) (?:and|to) (?P<until>{_CARDINAL})"
    rf"|(?P<left>{_CARDINAL})(?: to | or |(?<=\d)[-–—](?=\d))(?P<right>{_CARDINAL})(?![- ]year)"
    rf"|(?P<crowd>{_CROWD})|(?P<several>{_SEVERAL})|(?P<number>{_CARDINAL})|(?P<loose>{_LOOSE}))\b"
    rf"(?P<odd>-odd)?(?P<ormore> or more)?(?P<orso> or so)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number phrase: low <= best <= high (None: open upwards), at `start`..`end` of its text."""

    low: int
    best: int
    high: int | None
    start: int
    end: int


_DAY = re.compile(r"[12]?\d|3[01]")


def quantities(text: str) -> Iterator[Quantity]:
    """Give each number phrase of `text` in order, read by the rules above; a day ("Jan. 20 five men") is none."""
    for found in QUANTITY.finditer(text):
        if _DAY.fullmatch(found[0]) and (after := QUANTITY.match(text, found.end() + 1)) and after[0][0].isalpha():
            continue
        low, best, high = _read(found)
        yield Quantity(low=low, best=best, high=high, start=found.start(), end=found.end())


def cardinal(phrase: str) -> int | None:
    """Read one exact number: "1,200", "two dozen", "one hundred and twenty", "1.5 million"; None if it is none."""
    words = re.sub(r"(?<=\d)[,  ](?=\d{3})", "", phrase.lower()).replace("-", " ").split()
    if not words or words == ["and"]:
        return None
    if "half" in words:
        return 6 if words[-1] == "dozen" else None
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in ("and", "a", "an"):
            continue
        value = _value(word)
        if value is None:
            return None
        if word in SCALES:
            current = (current or 1) * value
            if value >= 1000:
                total, current = total + current, 0.0
        else:
            current += value
        seen = True
    return round(total + current) if seen else None


def _value(word: str) -> float | None:
    if re.fullmatch(r"\d+(\.\d+)?", word):
        return float(word)
    return next((table[word] for table in (UNITS, TENS, SCALES) if word in table), None)


def _read(found: re.Match[str]) -> tuple[int, int, int | None]:
    low, best, high = _core(found)
    if found["floor"] or found["ormore"]:
        return low, best, None
    if found["above"]:
        return low + 1, best + 1, None
    if found["below"]:
        return 0, max(best - 1, 0), max(best - 1, 0)
    if found["ceiling"]:
        return min(1, best), best, high if high is not None else best
    if found["almost"]:
        return -(-best * 9 // 10), best, best
    if found["rough"] or found["odd"] or found["orso"]:
        return low * 9 // 10, best, None if high is None else -(-high * 11 // 10)
    return low, best, high


def _core(found: re.Match[str]) -> tuple[int, int, int | None]:
    if found["crowd"]:
        low, high = CROWDS[re.sub(r"\s+", " ", found["crowd"].lower())]
        return low, low, high
    if found["several"]:
        scale = SCALES[re.split(r"[ -]", found["several"].lower())[-1].rstrip("s")]
        return 2 * scale, 3 * scale, None
    if found["loose"]:
        return (2, 2, 2) if found["loose"].lower() in PAIRS else (2, 3, None)
    if found["number"]:
        exact = cardinal(found["number"]) or 0
        return exact, exact, exact
    return _range(found["from"] or found["left"], found["until"] or found["right"])


def _range(left: str, right: str) -> tuple[int, int, int | None]:
    low, high = sorted((cardinal(left) or 0, cardinal(right) or 0))
    return low, (low + high) // 2, high
