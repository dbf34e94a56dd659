"""The files of a benchmark's data: where they lie in a folder, and one line where they do not or cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vedette.model.errors import UsageError


def files(folder: Path, *names: str) -> list[Path]:
    """Give the files of these names (with * and ?) in the folder or, where it has none, at any depth; a file as it is.

    Of a file that stands there both packed and not, the first of the names goes first.
    """
    if folder.is_file():
        return [folder]
    flat = [path for name in names for path in sorted(folder.glob(name)) if path.is_file()]
    return flat or [path for name in names for path in sorted(folder.rglob(name)) if path.is_file()]


def file(folder: Path, *names: str) -> Path:
    """Give the first of `files`; SystemExit where there is none."""
    found = files(folder, *names)
    if not found:
        raise SystemExit(f"{folder}: no {' or '.join(names)} there; give the folder of the data with --data")
    return found[0]


@contextmanager
def readable(path: Path, form: str) -> Iterator[None]:
    """End with one line where a file is not of the form that the benchmark reads."""
    try:
        yield
    except UsageError as error:
        raise SystemExit(f"{path}: {error}") from error
    except (ValueError, KeyError, IndexError, OSError, EOFError) as error:
        raise SystemExit(f"{path}: cannot be read as {form} ({type(error).__name__}: {error})") from error
