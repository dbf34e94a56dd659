"""How fast the workbench answers: a list of 100 incidents out of 20,000, for 16 who ask at once.

    python -m benchmarks.web [--data CASE] [--json] [--keep]

Without --data a case is made first (`benchmarks.web_case`). The server runs as `vedette serve` does, in a process of
its own; 16 clients keep a connection each and ask one list after the other, with other filters, orders and pages every
time, right after the start (`at_start`, while the server makes ready what may be asked) and when it has come to rest.
Times in ms by the clock, so that they hold for a machine that does nothing else; `load` is what else it did.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from statistics import quantiles

from benchmarks.report import Result, show
from benchmarks.web_case import make

CLIENTS, EACH = 16, 40
PORT = 18765
PAUSE = 3.0  # seconds between looks at whether the server has come to rest
COUNTRIES, MODES = ("SO", "ML", "YE", "UA", "MM"), ("aerial", "drone", "heavy-weapons", "firearms", "explosives")
SORTS = ("when", "-when", "-killed", "-confidence", "place", "grade")


def main() -> None:
    """Serve a case, ask, and report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a case to serve; one is made unless given")
    parser.add_argument("--incidents", type=int, default=20_000, help="how many incidents to make")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--keep", action="store_true", help="also write it to benchmarks/results")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.data or Path(folder) / "made.case"
        if options.data is None:
            make(path, options.incidents)
        scores = measured(path)
    count = int(scores.pop("incidents"))
    result = Result(benchmark="web", data="made from templates", n=count, scores=scores)
    show(result, as_json=options.json, keep=options.keep)


def measured(path: Path) -> dict[str, float]:
    """Start a server for a case, and give what was measured in ms (and seconds where a name says so)."""
    command = [sys.executable, "-m", "vedette", "serve", str(path), "--port", str(PORT), "--no-open"]
    begun = time.perf_counter()
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        return asyncio.run(_measured(begun, server.pid))
    finally:
        server.terminate()
        server.wait(20)


async def _measured(begun: float, server: int) -> dict[str, float]:
    first = await _first()
    ready = time.perf_counter() - begun
    columns = [await _timed("/incidents/columns.json") for _ in range(2)]
    overview = [await _timed("/overview.json") for _ in range(2)]
    early = sorted(await _ask(CLIENTS, EACH, seed=1))
    settled = await _settled(server)
    times = sorted(await _ask(CLIENTS, EACH, seed=2))
    alone = sorted(await _ask(1, 60, seed=3))
    return {
        "incidents": float(first),
        "start_seconds": round(ready, 2),
        "list_100_p50": _at(times, 50),
        "list_100_p95": _at(times, 95),
        "list_100_p95_one_client": _at(alone, 95),
        "list_100_p95_at_start": _at(early, 95),
        "settled_seconds": settled,
        "columns_first": columns[0],
        "columns_again": columns[1],
        "overview_first": overview[0],
        "overview_again": overview[1],
        "load": round(os.getloadavg()[0], 2),
    }


async def _first() -> int:
    """Wait for the server; give how many incidents it holds."""
    import json

    for _ in range(1200):
        try:
            _, body = await _get("/incidents.json?limit=1")
            return int(json.loads(body)["total"])
        except OSError:
            await asyncio.sleep(0.1)
    raise SystemExit("the server does not answer")


async def _settled(server: int) -> float:
    """Wait until the server has made ready what it makes ready ahead (at most five minutes); give how long it took."""
    begun, worked = time.perf_counter(), -1.0
    while time.perf_counter() - begun < 300 and (now := _worked(server)) - worked > 0.1 * PAUSE:
        worked = now
        await asyncio.sleep(PAUSE)
    return round(time.perf_counter() - begun, 1)


def _worked(server: int) -> float:
    """Give the seconds that a process has worked so far (Linux)."""
    fields = Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _ask(clients: int, each: int, *, seed: int) -> list[float]:
    found = await asyncio.gather(*(_client(Random(seed * 100 + number), each) for number in range(clients)))
    return [one for times in found for one in times]


async def _client(rng: Random, count: int) -> list[float]:
    """Ask one list after the other over one connection; give how long each took."""
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    times = []
    for _ in range(count):
        begun = time.perf_counter()
        await _exchange(reader, writer, _address(rng))
        times.append((time.perf_counter() - begun) * 1000)
    writer.close()
    return times


def _address(rng: Random) -> str:
    query = [f"limit=100&sort={rng.choice(SORTS)}"]
    if rng.random() < 0.6:
        query.append(f"country={rng.choice(COUNTRIES)}")
    if rng.random() < 0.4:
        query.append(f"mode={rng.choice(MODES)}")
    if rng.random() < 0.5:
        query.append(f"from=2021-{rng.randint(1, 6):02d}-{rng.randint(1, 28):02d}")
    if rng.random() < 0.2:
        query.append(f"killed_min={rng.randint(1, 20)}")
    if rng.random() < 0.2:
        query.append(f"place=town{rng.randint(1, 59)}")
    return "/incidents.json?" + "&".join(query)


async def _timed(address: str) -> float:
    begun = time.perf_counter()
    await _get(address)
    return round((time.perf_counter() - begun) * 1000, 1)


async def _get(address: str) -> tuple[int, bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    try:
        return await _exchange(reader, writer, address, gzip=False)
    finally:
        writer.close()


async def _exchange(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, address: str, *, gzip: bool = True
) -> tuple[int, bytes]:
    pressed = "Accept-Encoding: gzip\r\n" if gzip else ""
    writer.write(f"GET {address} HTTP/1.1\r\nHost: localhost:{PORT}\r\n{pressed}\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").casefold()
    status, length = int(head.split()[1]), int(head.partition("content-length:")[2].split()[0])
    body = await reader.readexactly(length)
    if status != 200:
        raise SystemExit(f"{address}: {status} {body[:200]!r}")
    return status, body


def _at(times: list[float], percent: int) -> float:
    return round(quantiles(times, n=100)[percent - 1], 1)


if __name__ == "__main__":
    main()
