"""Folders: every file in them that may hold reports, in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path

from vedette.model import SourceError

# What stands beside reports in a folder and is about them: notes, settings, code.
_LEFT_OUT = frozenset(
    ".md .markdown .rst .yaml .yml .toml .ini .cfg .py .sh .css .js .tsv .csv .sqlite .case .log .license".split()
)
_NAMES = frozenset(("readme", "license", "licence", "makefile", "changelog", "notice", "copying"))


def files_in(folder: Path) -> Iterator[Path]:
    """Give the readable files of `folder` and the folders in it; raises SourceError where there is none.

    Hidden ones, notes (README, .md), settings (.yaml, .toml) and code are left out; links to folders are not followed.
    """
    found = False
    for path in _walk(folder):
        found = True
        yield path
    if not found:
        raise SourceError(
            str(folder),
            "is a folder without a file that can be read (.txt, .html, .xml, .jsonl, .warc.gz ...): check the name",
        )


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(root) / name for name in sorted(names) if _is_source(name))


def _is_source(name: str) -> bool:
    path = Path(name.casefold())
    return not name.startswith(".") and path.suffix not in _LEFT_OUT and path.stem not in _NAMES
