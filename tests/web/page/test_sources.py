"""What the page is made of: types that say what the server says, styles that stay within their view."""

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from vedette.web.openapi import described

UI = Path(__file__).parents[3] / "src" / "vedette" / "web" / "ui"
_RULE, _COMMENT, _CLASS = re.compile(r"([^{}]+)\{"), re.compile(r"/\*.*?\*/", re.DOTALL), re.compile(r"\.([\w-]+)")


def test_the_types_of_the_page_say_what_the_server_says(tmp_path: Path) -> None:
    tool = UI / "node_modules" / "openapi-typescript" / "bin" / "cli.js"
    if not tool.exists():
        pytest.skip("needs openapi-typescript, which make ui installs")
    (tmp_path / "openapi.json").write_text(json.dumps(described(), sort_keys=True), "utf-8")
    made = tmp_path / "api.d.ts"
    names = ["--root-types", "--root-types-no-schema-prefix"]
    subprocess.run(["node", tool, tmp_path / "openapi.json", "-o", made, *names], capture_output=True, check=True)
    said = "the page's types are old: make types"
    assert made.read_text("utf-8") == (UI / "src" / "data" / "api.d.ts").read_text("utf-8"), said


def test_no_two_views_give_rules_to_one_class() -> None:
    """A view's styles stay when the reader goes on to another: one name in two files is drawn differently then."""
    files = defaultdict(set)
    for path in (UI / "src").rglob("*.css"):
        if path.parent.name == "styles":
            continue
        for selectors in _RULE.findall(_COMMENT.sub("", path.read_text("utf-8"))):
            heads = (_CLASS.match(one.strip()) for one in selectors.split(","))
            for head in filter(None, heads):
                files[head[1]].add(path.name)
    assert {name: sorted(held) for name, held in files.items() if len(held) > 1} == {}
