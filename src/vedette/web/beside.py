"""Where the server keeps what is not part of the case: a team's accounts, reports waiting to be added."""

from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_path

from vedette.store.engine import on_server


def accounts_of(case: str) -> Path:
    """Give the file of the accounts of a case: beside its file, or in the user's data folder."""
    return _beside(case, "team")


def jobs_of(case: str) -> Path:
    """Give the folder of the reports that wait to be added to a case."""
    return _beside(case, "jobs")


def _beside(case: str, what: str) -> Path:
    if not on_server(case):
        return Path(f"{Path(case).absolute()}.{what}")
    folder = user_data_path("vedette", ensure_exists=True)
    return folder / f"{sha256(case.encode()).hexdigest()[:16]}.{what}"
