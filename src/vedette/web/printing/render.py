"""Templates filled in; every text that goes in is escaped."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

import vedette
from vedette.web.printing import words


def page(name: str, **values: Any) -> str:
    """Give a page of a template."""
    return _templates().get_template(f"{name}.html").render(version=vedette.__version__, **values)


def style() -> str:
    """Give the style sheet of all pages."""
    source, _, _ = PackageLoader("vedette.web.printing").get_source(_templates(), "print.css")
    return source


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("vedette.web.printing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for name in ("day", "days", "figure", "names", "where", "value"):
        made.filters[name] = getattr(words, name)
    return made
