"""The description of the API as a file, for the page's types.

python -m vedette.web.openapi > src/vedette/web/ui/openapi.json
"""

import json
import tempfile
from pathlib import Path

from vedette.store import open_case
from vedette.web.app import make_app
from vedette.web.settings import Settings


def main() -> None:
    """Print the description."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "empty.case"
        open_case(path, create=True).close()
        app = make_app(Settings(case=str(path), person="", beside=Path(folder) / "jobs"))
        print(json.dumps(app.openapi(), indent=1, sort_keys=True))
        app.state.case.close()


if __name__ == "__main__":
    main()
