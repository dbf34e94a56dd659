"""The benchmark of calibration: what it reads of a table, and how it counts coverage."""

import gzip
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from benchmarks.calibration import _judged, table

UCDP = (
    "id,type_of_violence,side_a,side_b,country,date_prec,date_start,date_end,low,best,high\n"
    ",,#group+name+first,#group+name+second,,,#date+start,#date+end,,#affected+killed,\n"
    "1,1,Government of Arvand,Belisar Front,Arvand,1,2017-03-01,2017-03-01,0,4,6\n"
    "2,1,Government of Arvand,Belisar Front,Arvand,2,2017-03-04,2017-03-06,1,1,1\n"
)
SIGACTS = (
    "time,event_type,target,city\n"
    "2005-01-01 00:20:00,IED,Coalition Forces,Arda\n"
    "time,event_type,target,city\n"
    ",Attack Type,Target,City\n"
    "2005-01-03 10:00:00,RPG,Police,\n"
)


def _packed(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_bytes(gzip.compress(text.encode()))
    return path


def test_reads_tables_with_tags_and_headers_inside(tmp_path: Path) -> None:
    ucdp = table(_packed(tmp_path, "ucdp_ged_arvand.csv.gz", UCDP))
    assert (len(ucdp.act), ucdp.killed[0].tolist()) == (2, [0, 4, 6])
    assert date.fromordinal(ucdp.end) == date(2017, 3, 6)
    assert ucdp.attack == {"ASSAULT"}
    sigacts = table(_packed(tmp_path, "sigacts_arvand.csv.gz", SIGACTS))
    assert (sigacts.actor, sigacts.target) == (("insurgents",) * 2, ("Coalition Forces", "Police"))


def test_counts_coverage_in_two_ways() -> None:
    draws = np.zeros((1, 4, 10))
    told = _judged("quiet_total", [(draws, np.array([[0.0, 0.0, 0.0, 3.0]]))])
    assert told["cover80_quiet_total"] == pytest.approx(0.6)  # three quiet cells, each covered with chance 0.8
    assert told["closed80_quiet_total"] == 0.75
    assert told["brier_quiet_total"] == 0.25
