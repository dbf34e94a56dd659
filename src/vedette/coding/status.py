"""What a text says of a happening: that it was, is denied, planned, feared, stopped."""

import re
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.coding.reservation import Decided, reservation
from vedette.model import Mark, Span, cut

SURE = 0.8  # above this the tagger's status stands
BY_TAGGER = "the tagger's status head"


def status_of(mark: Mark, sentence: Sentence) -> str:
    """Give the status of a happening: the tagger's, but for what the words around it settle."""
    return decided(mark, sentence).status


def decided(mark: Mark, sentence: Sentence) -> Decided:
    """Decide the status of a happening, and say by what."""
    text = sentence.tagged.text
    before = text[: mark.trigger.start]
    if mark.status in ("actual", "claimed") and (stopped := stopping(mark, sentence)):
        return Decided(status="thwarted", rule="the words say that it was stopped", words=stopped)
    if mark.status in _TOLD and mark.type in _DEEDS and (open_ := reservation(mark, text)):
        return open_
    if mark.status_probability < SURE and mark.status == "actual" and (denied := _denied().search(before)):
        return Decided(status="denied", rule="the words before it deny it", words=_found(denied))
    if mark.status == "actual" and _NOT_PAST.fullmatch(mark.trigger.text) and (each := _EACH_TIME.search(before)):
        return Decided(status="hypothetical", rule="told of every time that it may happen", words=_found(each))
    if mark.status == "actual" and _FIGHT.fullmatch(mark.trigger.text) and (aim := _AIM.search(before)):
        return Decided(status="hypothetical", rule="what it is meant for", words=_found(aim))
    if mark.status == "actual" and (until := _UNTIL.search(before)):
        return Decided(status="hypothetical", rule="to be ended, as a condition", words=_found(until))
    if mark.trigger.text.lower() in _BARE and (given := _IF.search(before)):
        return Decided(status="hypothetical", rule="a bare condition", words=_found(given))
    if mark.status == "actual" and mark.type in _ORDERED and (ahead := _AHEAD.search(before)):
        return Decided(status="planned", rule="announced or ordered, not done yet", words=_found(ahead))
    return Decided(status=mark.status, rule=BY_TAGGER)


def _found(match: re.Match[str]) -> Span:
    return cut(match.string, match.start(), len(match.string[: match.end()].rstrip()))


_TOLD = frozenset(("actual", "claimed", "denied"))
_DEEDS = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "AID", "RETREAT"))
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
_CAME_TO_NOTHING = re.compile(
    rf"[^.;]*?,?\s+but\s+(?:(?:the|this|that|their|its)\s+(?:attempt|attack|assault|raid|bid|plot|infiltration|incursion|advance|"
    rf"ambush)\s+|(?:they|it)\s+)?(?:(?:was|were|had\s+been)\s+(?:\w+ly\s+)?(?:{_STOP}|{_BACK}|(?:driven|pushed)\s+back)|failed)\b",
    re.I,
)
_MANNED = re.compile(
    r"\b(?:jets?|helicopters?|planes?|airliners?|fighter|warplanes?|aircraft|su-\d+|mig-\d+|f-\d+|mq-\d+|reaper|"
    r"surveillance|reconnaissance|spy)\b",
    re.I,
)


def stopping(mark: Mark, sentence: Sentence) -> Span | None:
    """Give the words that say that an attack was stopped: "shot down 12 drones", "foiled a bombing", "was repelled".

    A manned or spying aircraft that is shot down was attacked, not stopped.
    """
    if mark.type != "ASSAULT":
        return None
    text = sentence.tagged.text
    if _STOPPED.fullmatch(mark.trigger.text):
        return mark.trigger if _MANNED.search(" ".join(role.span.text for role in mark.roles)) is None else None
    if found := _STOPPING.search(text[: mark.trigger.start]):
        return _found(found)
    after = _WAS_STOPPED.match(text, mark.trigger.end) or _CAME_TO_NOTHING.match(text, mark.trigger.end)
    return cut(text, mark.trigger.end, after.end()) if after else None


_BARE = frozenset(("attacked", "struck", "hit", "fired upon", "threatened", "provoked"))
_IF = re.compile(r"\b(?:if|when|whenever|unless|in case)\s+$", re.I)
_UNTIL = re.compile(
    r"\b(?:until|unless|if|before)\b[^.;]{0,60}\b(?:stops?|ends?|halts?|ceases?|renounces?)\s+(?:all|its|their|the|any|further)\s+"
    r"(?:\w+\s+)?$",
    re.I,
)
_FIGHT = re.compile(r"fight|combat|battle|confront|counter|repel|attack|strike", re.I)
_AIM = re.compile(
    r"\b(?:set\s+up|created|formed|founded|established|deployed|sent|meant|mandated|trained|armed|recruited|tasked|mission|mandate|"
    r"designed|intended|ability|capable|helps?|helped|helping)\b[^.;:“”\"]{0,70}\bto\s+(?:help\s+)?$",
    re.I,
)
_EACH_TIME = re.compile(
    r"\b(?:when|whenever|every\s+time|each\s+time)\s+(?:they|we|you|he|she|people|someone)\s+$", re.I
)
_NOT_PAST = re.compile(
    r"(?:(?!\w*ed$)(?!struck|shot|fought|hit|fell|came|took|blew|broke|held|went|sent|began)\w+)", re.I
)


@cache
def _denied() -> re.Pattern[str]:
    words = any_of(table("status.toml")["denied"]).pattern
    return re.compile(
        rf"{words}\s+(?:(?:immediately|yet|directly|ever|even|carrying out|being behind|conduct|"
        rf"conducting|launching|to)\s+){{0,3}}$",
        re.I,
    )
