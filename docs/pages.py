"""Write the pages that follow from the code: the commands and the columns.

    python docs/pages.py [--check]

With --check nothing is written, and the exit code says whether a page is out of date. Without it, what the README
shows of a coded report is written too.
"""

import csv
import html
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

DOCS = Path(__file__).parent
README, EXAMPLE = DOCS.parent / "README.md", "examples/crisis/mashtal-strike.txt"
COLUMNS = DOCS.parent / "src/vedette/formats/columns.tsv"


def commands() -> str:
    """Give the page of commands, from the command line's own help."""
    helper = [sys.executable, "-m", "typer", "vedette.cli.app", "utils", "docs"]
    call = [*helper, "--name", "vedette", "--title", "Commands"]
    page = subprocess.run(call, capture_output=True, text=True, check=True).stdout.strip()
    return html.unescape(re.sub(r'<span style="font-weight: bold">(.*?)</span>', r"`\1`", page)) + "\n"


def columns() -> str:
    """Give the page of columns, from the table that the formats are made by."""
    lines = [line for line in COLUMNS.read_text("utf-8").splitlines() if not line.startswith("#")]
    return "\n".join(["# Columns of CSV, Parquet and GeoJSON", *_tables(csv.DictReader(lines, delimiter="\t")), ""])


def _tables(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    record = None
    for row in rows:
        if row["record"] != record:
            record = row["record"]
            yield f"\n## {record}\n\n| column | kind | means |\n|---|---|---|"
        about = row["about"].replace("|", "\\|")
        yield f"| `{row['column']}` | {row['kind']} | {about} |"


def readme() -> str:
    """Give the README with what `vedette code` prints today of its example: the heading and the first claim.

    Not checked for freshness: probabilities differ in the last digit from one processor to another.
    """
    call = [sys.executable, "-m", "vedette", "code", EXAMPLE]
    settings = {**os.environ, "COLUMNS": "100"}
    said = subprocess.run(call, capture_output=True, text=True, check=True, cwd=DOCS.parent, env=settings).stdout
    shown = "\n\n".join(said.split("\n\n")[:2])
    sample = f"\n```\n$ vedette code {EXAMPLE}\n{shown}\n    ...\n```\n"
    before, opening, rest = README.read_text("utf-8").partition("<!--sample: written by docs/pages.py-->")
    return before + opening + sample + "".join(rest.partition("<!--/sample-->")[1:])


def main() -> int:
    """Write both pages, or with --check say which is out of date."""
    stale = [
        DOCS / name
        for name, text in (("commands.md", commands()), ("columns.md", columns()))
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for page in stale:
            print(f"{page.name}: out of date: run python docs/pages.py")
        return int(bool(stale))
    (DOCS / "commands.md").write_text(commands(), "utf-8")
    (DOCS / "columns.md").write_text(columns(), "utf-8")
    README.write_text(readme(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
