"""What a text says of a happening: that it was, is denied, planned, feared, stopped."""

import re
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.model import Mark

SURE = 0.8  # above this the tagger's status stands


def status_of(mark: Mark, sentence: Sentence) -> str:
    """Give the status of a happening: the tagger's, but "denied" where it is not sure and the words before deny it."""
    if mark.status in ("actual", "claimed") and is_stopped(mark, sentence):
        return "thwarted"
    if (
        mark.status_probability < SURE
        and mark.status == "actual"
        and _denied().search(sentence.tagged.text[: mark.trigger.start])
    ):
        return "denied"
    if mark.trigger.text.lower() in _BARE and _IF.search(sentence.tagged.text[: mark.trigger.start]):
        return "hypothetical"
    if mark.status == "actual" and mark.type in _ORDERED and _AHEAD.search(sentence.tagged.text[: mark.trigger.start]):
        return "planned"
    return mark.status


_ORDERED = frozenset(("RETREAT", "MOBILIZE", "AID", "COOPERATE"))
_AHEAD = re.compile(
    r"\b(?:announc|order|promis|plan|pledg|demand)\w*\s+(?:(?:for|of|its|the|an?|their|his|her)\s+)*"
    r"(?:(?:full|immediate|partial|gradual|complete|phased|new|further)\s+)?$",
    re.IGNORECASE,
)
_STOP = r"(?:foil|thwart|repel|repell|repuls|avert|defus|intercept|disrupt)(?:e?s|ed|d|ing|led|ling)?"
_BACK = r"(?:fought|fended|beat(?:en)?|warded)\s+(?:off|back)"
_STOPPED = re.compile(
    r"(?:shot|shoot(?:s|ing)?|shooting|brought)\s+down|downed|(?:intercept|repel|foil|thwart|defus|repuls)\w*", re.I
)
_STOPPING = re.compile(
    rf"\b(?:{_STOP}|{_BACK})\s+(?:(?:an?|the|another|several|this|that|its|their|[\w-]+)\s+){{0,5}}$", re.I
)
_WAS_STOPPED = re.compile(
    rf"(?:\s+(?!(?:and|but|after|which|who)\b)[\w’'-]+){{0,10}}\s+(?:was|were|had\s+been|has\s+been|have\s+been)\s+"
    rf"(?:\w+ly\s+)?(?:{_STOP}|{_BACK})\b",
    re.I,
)
_MANNED = re.compile(
    r"\b(?:jets?|helicopters?|planes?|airliners?|fighter|warplanes?|aircraft|su-\d+|mig-\d+|f-\d+|mq-\d+|reaper|"
    r"surveillance|reconnaissance|spy)\b",
    re.I,
)


def is_stopped(mark: Mark, sentence: Sentence) -> bool:
    """Say whether an attack was stopped: "shot down 12 drones", "foiled a bombing", "the assault was repelled".

    A manned or spying aircraft that is shot down was attacked, not stopped.
    """
    if mark.type != "ASSAULT":
        return False
    text = sentence.tagged.text
    if _STOPPED.fullmatch(mark.trigger.text):
        return _MANNED.search(" ".join(role.span.text for role in mark.roles)) is None
    before, after = text[: mark.trigger.start], text[mark.trigger.end :]
    return _STOPPING.search(before) is not None or _WAS_STOPPED.match(after) is not None


_BARE = frozenset(("attacked", "struck", "hit", "fired upon", "threatened", "provoked"))
_IF = re.compile(r"\b(?:if|when|whenever|unless|in case)\s+$", re.I)


@cache
def _denied() -> re.Pattern[str]:
    words = any_of(table("status.toml")["denied"]).pattern
    return re.compile(
        rf"{words}\s+(?:(?:immediately|yet|directly|ever|even|carrying out|being behind|conduct|"
        rf"conducting|launching|to)\s+){{0,3}}$",
        re.I,
    )
