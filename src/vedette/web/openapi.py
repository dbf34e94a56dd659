"""The description of the API as a file, for the page's types.

python -m vedette.web.openapi > openapi.json

`make types` makes the types of the page from it. Titles are left out: they say no more than the names.
"""

import json
import tempfile
from pathlib import Path
from typing import Any

from vedette.store import open_case
from vedette.web.app import make_app
from vedette.web.settings import Settings


def untitled(form: Any) -> Any:
    """Take the titles of schemas out; a property that is named title stays, being an object."""
    if isinstance(form, list):
        return [untitled(one) for one in form]
    if not isinstance(form, dict):
        return form
    return {name: untitled(one) for name, one in form.items() if name != "title" or not isinstance(one, str)}


def described() -> Any:
    """Give the description as the page's types are made from it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.case"
        open_case(path, create=True).close()
        app = make_app(Settings(case=str(path), person="", beside=Path(folder) / "jobs"))
        app.state.case.close()
        return untitled(app.openapi())


def main() -> None:
    """Print the description."""
    print(json.dumps(described(), indent=1, sort_keys=True))


if __name__ == "__main__":
    main()
