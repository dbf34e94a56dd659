"""Whether the clause around a time phrase looks back or ahead."""

import re

_VERB = re.compile(
    r"\b(?P<ahead>(?:will|shall|would|wo(?=n[’']t)|(?:is|are|be|was|were) (?:due|set|expected|"
    r"scheduled|slated|going|"
    r"planned|about|poised|to)|plans?|planned|planning|intends?|hopes?|vow(?:s|ed)|pledge[sd]?|promise[sd]?|due|"
    r"scheduled|expected|upcoming|threaten(?:s|ed) to|must|should|may|might|could|can)\b(?: "
    r"(?:not|be|also|soon|to|have|"
    r"\w+ly))*(?: \w+)?|[’']ll \w+)|"
    r"\b(?P<back>was|were|had|did|has|have|said|told|fell|took|began|broke|struck|hit|killed|left|led|met|won|lost|"
    r"went|came|fled|shot|made|gave|held|saw|sent|set|\w{3,}ed)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?;]\s|\n")
_REACH = 160


def tense_at(text: str, start: int, end: int) -> str | None:
    """Give "past" or "future" by the verb nearest before the phrase, else by the first after it; None without one."""
    before = text[max(0, start - _REACH) : start]
    stops = [found.end() for found in _STOP.finditer(before)]
    verbs = list(_VERB.finditer(before, stops[-1] if stops else 0))
    if verbs:
        return "future" if verbs[-1]["ahead"] else "past"
    after = text[end : end + _REACH]
    stop = _STOP.search(after)
    verb = _VERB.search(after, 0, stop.start() if stop else len(after))
    return None if verb is None else "future" if verb["ahead"] else "past"
