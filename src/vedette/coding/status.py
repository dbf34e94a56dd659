"""What a text says of a happening: that it was, is denied, planned, feared, stopped."""

import re
from functools import cache

from vedette.coding.cues import any_of, table
from vedette.coding.document import Sentence
from vedette.model import Mark

SURE = 0.8  # above this the tagger's status stands


def status_of(mark: Mark, sentence: Sentence) -> str:
    """Give the status of a happening: the tagger's, but "denied" where it is not sure and the words before deny it."""
    if (
        mark.status_probability < SURE
        and mark.status == "actual"
        and _denied().search(sentence.tagged.text[: mark.trigger.start])
    ):
        return "denied"
    if mark.trigger.text.lower() in _BARE and _IF.search(sentence.tagged.text[: mark.trigger.start]):
        return "hypothetical"
    return mark.status


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
