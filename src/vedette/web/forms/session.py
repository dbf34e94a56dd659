"""The form of who is at the page."""

from typing import Literal

from vedette.web.forms.nouns import Form


class Me(Form):
    """Who is at the page."""

    person: str | None
    role: Literal["reader", "coder", "editor", "admin"] | None
    csrf: str
    case: str
    read_only: bool
    team: bool
    version: str
