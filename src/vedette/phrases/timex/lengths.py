"""Lengths of time, sets of times, and dates so many units away: "three days", "weekly", "two weeks later"."""

import re

from vedette.phrases.calendar import add_months, weekday_of
from vedette.phrases.numbers import cardinal
from vedette.phrases.timex.phrase import Kind, Said, dated, length
from vedette.phrases.timex.rules import Match, Rule, rule, words
from vedette.phrases.timex.story import Moment, Story, of_day, of_month, shifted
from vedette.phrases.timex.words import ABOUT, ANY_UNIT, COUNT, NUMBER, UNIT, UNITS_

CODES = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "WE",
    "fortnight": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
    "millennium": "ML",
}  # fmt: skip
_EVERY = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
          "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "everyday": "P1D"}  # fmt: skip
_NO_EVENT = (
    r"(?! (?:the|an?|his|her|its|their|this|these|those|being|what|when|who|he|she|they|"
    r"it|we|I|you|(?-i:[A-Z])\\w+)\\b| \\w+ing\\b)"
)
_AWAY = (
    r"(?P<way>ago|earlier|previously|later|from now|hence|thereafter|afterwards|(?:before|"
    rf"after|on){_NO_EVENT})"
)


_BLANK = {"month": "-XX", "quarter": "-QX", "week": "-WXX", "fortnight": "-WXX", "day": "-XX-XX", "night": "-XX-XX"}


def one_of(unit: str) -> str:
    """Give the singular of a unit."""
    return "century" if unit in ("centuries", "century") else unit.removesuffix("s")


def lasting(count: str, unit: str) -> str:
    """Give the TIMEX3 value of a length: ("three", "days") is P3D, ("several", "hours") is PTXH."""
    code = CODES[one_of(unit)]
    number = amount(count)
    if unit.startswith("fortnight") and number is not None:
        number *= 2
    text = "X" if number is None else f"{number:g}"
    return f"PT{text}{code[1:]}" if code.startswith("T") else f"P{text}{code}"


def amount(count: str) -> float | None:
    """Read a count: "three", "a", "two and a half"; None where it is open ("several")."""
    plain = count.lower().replace("-", " ").strip()
    if plain in ("a", "an", "the", "one", "each", "every", ""):
        return 1.0
    if plain.startswith("half"):
        return 0.5
    if plain.startswith("a couple"):
        return 2.0
    if plain == "a dozen":
        return 12.0
    if plain.endswith(" and a half"):
        whole = amount(plain.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if re.fullmatch(r"[\d.,]+", plain):
        return float(plain.replace(",", ""))
    number = cardinal(plain)
    return None if number is None else float(number)


def _length(match: Match, story: Story) -> Said | None:
    count, unit = words(match, "n", "unit")
    if unit == "night" and count in ("a", "an", "one"):
        return None
    return length(lasting(count, unit))


def _bare(match: Match, story: Story) -> Said | None:
    return length(lasting("several", words(match, "unit")[0]))


def _away(match: Match, story: Story) -> Said | None:
    """Read "three weeks ago", "two days later": from the publication, or from the date told last."""
    count, unit, way = words(match, "n", "unit", "way")
    back = way in ("ago", "earlier", "before", "previously")
    told = way not in ("ago", "from now") and (story.last is not None)
    moment = story.last if told or story.narrative else (of_day(story.published) if story.published else None)
    number, one = amount(count) if count else None, one_of(unit)
    if number is None or number > 3000:
        return dated("PAST_REF" if back else "FUTURE_REF")
    if moment is None:
        return dated(f"XXXX{_BLANK.get(one, '')}")
    if one in ("day", "night") and moment.day is None and story.last_day and moment.year == story.last_day.year:
        moment = of_day(story.last_day)
    return _shifted(moment, -number if back else number, one, back=back)


def _shifted(moment: Moment, number: float, unit: str, *, back: bool) -> Said:
    if unit in ("hour", "minute", "second"):
        return dated("PAST_REF" if back else "FUTURE_REF") if moment.full is None else dated(moment.value)
    if number != round(number) and unit == "year" and moment.first:
        return dated(of_month(add_months(moment.first, round(12 * number))))
    value = shifted(moment, round(number), unit)
    return dated(value or f"{Moment(year=moment.year).value}{_BLANK.get(unit, '')}")


def _each(match: Match, story: Story) -> Said | None:
    held = match.groupdict()
    if adverb := held.get("adverb"):
        return Said(kind=Kind.SET, value=_EVERY[adverb.lower()])
    if weekday := held.get("w"):
        return Said(kind=Kind.SET, value=f"XXXX-WXX-{weekday_of(weekday.removesuffix('s')) + 1}")
    count, unit = words(match, "n", "unit")
    return Said(kind=Kind.SET, value=lasting(count, unit))


_FRONT = (
    r"(?:the )?(?:(?:whole|entire|full|first|last|next|past|previous|following|preceding|"
    r"final|initial|other|remaining|intervening|early|opening|closing|subsequent) )"
)
RULES: tuple[Rule, ...] = (
    rule(rf"(?:{ABOUT})?(?P<n>{COUNT}) (?:short |long )?(?P<unit>{ANY_UNIT}) {_AWAY}", _away),
    rule(
        r"(?:(?:just|only|not long|some) )?(?P<n>)(?P<unit>moments|minutes|hours|days|weeks|"
        r"months|years|decades) (?P<way>ago|earlier|later|afterwards?)",
        _away,
    ),
    rule(rf"every (?:other )?(?:(?P<n>{COUNT}) )?(?P<unit>{ANY_UNIT})", _each),
    rule(rf"(?:each|per) (?P<n>)(?P<unit>{UNIT})", _each),
    rule(rf"(?P<adverb>{'|'.join(_EVERY)})", _each),
    rule(r"(?:every |each )(?P<w>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?", _each),
    rule(r"(?P<w>(?:mon|tues|wednes|thurs|fri|satur|sun)days)", _each),
    rule(
        rf"(?:{_FRONT}(?:{ABOUT})?|{ABOUT})?(?P<n>{COUNT})(?: (?:more|full|brutal|whole|entire|"
        r"straight|consecutive|long|short|additional|further|successive|bloody|intense|terrible)"
        rf")*(?: |-)(?P<unit>{ANY_UNIT})(?: long)?(?! (?:old|veteran)|-old|-long|-\w)",
        _length,
    ),
    rule(
        rf"the (?P<n>{NUMBER}|few) (?:previous|past|last|next|following|preceding|coming) (?P<unit>{UNITS_})", _length
    ),
    rule(rf"{_FRONT}(?P<unit>{UNITS_})", _bare),
    rule(
        r"(?:(?<=for\s)|(?<=in\s)|(?<=after\s)|(?<=within\s)|(?<=over\s)|(?<=took\s)|(?<=lasted\s)"
        r")(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes)",
        _bare,
    ),
    rule(r"(?P<unit>days|weeks|months|years|decades|hours)(?= of\b)", _bare),
    rule(rf"(?P<n>{NUMBER}|half)(?:-| )(?P<unit>{UNIT})(?:-| )long", _length),
    rule(r"(?P<n>)(?P<unit>day|week|month|year|decade|century|hour)(?:-| )long", _length),
)
