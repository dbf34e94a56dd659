"""Places that tell where somebody speaks, works or comes from, not where something happened."""

import re

from vedette.model import Mark, Role, Span

_SAID = re.compile(
    r"\b(?:said|says|told|stated|announced|reported|reporters|conference|statement|interview|speaking|spoke)\b[^,.;]*$",
    re.IGNORECASE,
)
_CALLING = re.compile(
    r",\s+(?:an?\s|the\s|who\s|whose\s|his\s|her\s|its\s)?[^,;.]*?\b(?:analyst|researcher|professor|lecturer|scholar|"
    r"academic|expert|scientist|sociologist|historian|economist|director|fellow|spokes(?:man|woman|person)|governor|"
    r"mayor|minister|ambassador|envoy|correspondent|reporter|journalist|diplomat|resident|native|activist|"
    r"coordinator|founder|head|chief|chairman|chairwoman|president|officials?|teacher|teach(?:es)?|student|stud(?:y|ies)|"
    r"lawyer|doctor|surgeon|adviser|advisor|consultant|commander|colonel|general|bishop|imam|priest|"
    r"(?:runs?|heads?|leads?|works?|lives?|covers?|monitors?|tracks?|advise[sd]?|specialis\w+|specializ\w+))\b[^,;.]*$|"
    r"\b(?:said|says|told|according to)\b[^.;]*\b(?:analysts?|researchers?|professor|lecturer|scholar|expert|"
    r"(?:political )?scientist|think[- ]tank|university|institute|cent(?:er|re) for|college)\b[^,;.]*$",
    re.IGNORECASE,
)
_HOME = re.compile(
    r"\b(?:born|raised|based|living|lived|(?<!the )(?<!their )lives(?! of\b)|grew up|educated|"
    r"exiled|headquartered|buried|trained|originally|"
    r"a native|a resident|hails?|hailing|comes?)\s+(?:near\s+|in\s+|at\s+|from\s+|of\s+)?(?:the\s+)?"
    r"(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_WAY = re.compile(
    r"\b(?:(?:sail\w*|travel\w*|fl(?:ew|ies|ying)|driv\w+|drove|voyage|journey|return\w*|coming|came)\s+(?:\w+\s+)?from\s+"
    r"(?:[A-Z][\w’'-]*\s+(?:[A-Z][\w’'-]*\s+)?(?:to|for|towards?)\s+)?|"
    r"(?:bound|en route|on (?:its|his|her|their|the) way|heading|headed|destined)\s+(?:for|to|towards?)\s+)"
    r"(?:the\s+)?(?:[a-z]+\s+){0,2}$"
)
_TIME_OF = re.compile(r"\s+(?:local\s+|summer\s+|standard\s+)?time\b")
_SENT_FROM = re.compile(
    r"\b(?:fired|launched|sent|flown|shot|took\s+off|taken\s+off|set\s+off)\s+from\s+(?:[\w’'-]+\s+){0,5}?"
    r"(?:(?:at|in|near|outside|of|inside)\s+)?(?:the\s+)?$"
)
_STILL = re.compile(
    r"\b(?:still|already|which\s+was|where\s+it\s+was)\s+(?:early\s+|late\s+)?(?:on\s+)?(?:\w+day|midnight|noon|dawn|\d[\d:.]*\s*[ap]\.?m\.?)"
    r"(?:\s+(?:morning|afternoon|evening|night))?\s+in\s+$"
)
_HOUR = re.compile(r"\b\d[\d:.]*\s*(?:[ap]\.?m\.?|o['’]clock)\s+in\s+$|\b(?:midnight|noon)\s+in\s+$")
_WAS = re.compile(r",?\s+(?:which\s+was|\(\d|or\s+\d|time\b)")
_BASED = re.compile(r"[-‑–](?:based|born|trained|installed|appointed|brokered|registered|flagged|educated)\b")
_SPEAKER_IN = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|officials?|analysts?|diplomats?|experts?|researchers?|ministers?|officers?|"
    r"sources?|monitors?|activists?|negotiators?|envoys?|ambassadors?|reporters?|lawyers?|judges?|prosecutors?)\s+"
    r"(?:[\w-]+\s+){0,3}(?:in|from|at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(r"[^.;,]{0,30}?\b(?:said|says|told|warned|reported|announced|confirmed|added|believes?)\b")
_BORDER = re.compile(r"\b(?:border|frontier|boundary)\s+with\s+(?:the\s+)?$|\bbordering\s+(?:the\s+)?$", re.IGNORECASE)
_VICTIMS = (Role.TARGET, Role.KILLED, Role.INJURED)


def is_home(text: str, name: Span) -> bool:
    """Say whether a place is where somebody comes from or sits: "born in Homs", "the Nairobi-based group"."""
    return _BASED.match(text[name.end :]) is not None or _HOME.search(text[: name.start]) is not None


def is_a_clock(text: str, name: Span) -> bool:
    """Say whether a place only tells whose hour or day is meant: "still Tuesday in Washington", "4 p.m. in Paris, which
    was midnight in Beirut"."""
    before, after = text[: name.start], text[name.end :]
    if _TIME_OF.match(after) is not None:
        return True
    return _STILL.search(before) is not None or (_HOUR.search(before) is not None and _WAS.match(after) is not None)


def is_over_the_border(before: str) -> bool:
    """Say whether the name that follows is the neighbour's, in which the scene is not: "on the border with | Chad"."""
    return _BORDER.search(before) is not None


def is_on_the_way(text: str, name: Span) -> bool:
    """Say whether a place is where somebody or something came from or was going: "sailing from Basra to | Karachi",
    "rockets fired from a lorry at | Zummar"."""
    before = text[: name.start]
    return _WAY.search(before) is not None or _SENT_FROM.search(before) is not None


def is_of_the_speaker(text: str, name: Span, mark: Mark) -> bool:
    """Say whether a place belongs to whoever speaks or is called by an office: "a security analyst in Lahore".

    A person whom the act befalls has the act's place: "killed a teacher in Mopti".
    """
    before = text[: name.start]
    if _SAID.search(before) or is_home(text, name):
        return True
    if _SPEAKS.match(text, name.end) and _SPEAKER_IN.search(before):
        return True
    called = _CALLING.search(before)
    befallen = [span for role in _VICTIMS for span in mark.of(role)]
    return called is not None and not any(
        span.start < name.start and called.start() < span.end + 1 and span.end > called.start() for span in befallen
    )
