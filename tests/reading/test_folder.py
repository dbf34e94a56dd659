from pathlib import Path

import pytest

from vedette.model import SourceError
from vedette.reading.folder import files_in


def test_gives_files_in_order_without_hidden_ones_notes_and_settings(tmp_path: Path) -> None:
    left_out = (".hidden.txt", ".git/x.txt", "README", "NOTES.md", "expected.yaml", "run.py")
    for name in ("b.txt", "a.html", "sub/c.txt", *left_out):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [str(path.relative_to(tmp_path)) for path in files_in(tmp_path)] == ["a.html", "b.txt", "sub/c.txt"]


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="folder without a file"):
        list(files_in(tmp_path))
