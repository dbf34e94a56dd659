"""Many reports coded one after the other, the next ones tagged meanwhile."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

from vedette.coding.code import code_document
from vedette.coding.document import Document
from vedette.coding.layout import lay_out
from vedette.model import Coding, Report
from vedette.registry import load, load_gazetteer
from vedette.tagging import load as load_tagger

Item = TypeVar("Item")
Coded = tuple[Item, Callable[[], Coding] | None]
AHEAD = 2  # reports that are tagged while one is coded: enough to keep the tagger's threads at work


def code_all(reports: Iterable[Report]) -> Iterator[Coding]:
    """Code reports in their order, as `code` does each of them; raises what `code` raises, at the report's turn."""
    return (coding() for _, coding in coded_ahead(reports, wanted=lambda report: report) if coding)


def coded_ahead(items: Iterable[Item], *, wanted: Callable[[Item], Report | None]) -> Iterator[Coded[Item]]:
    """Give each item with a call that gives its coding; None for those of which `wanted` gives no report.

    Items are taken AHEAD of the one that is worked on, so that their tagging runs beside its coding.
    """
    waiting: deque[tuple[Item, Future[Document] | None]] = deque()
    pool = ThreadPoolExecutor(AHEAD)
    try:
        for item in items:
            report = wanted(item)
            task = pool.submit(lay_out, report, tagger=load_tagger()) if report is not None else None
            waiting.append((item, task))
            if len(waiting) > AHEAD:
                yield _ready(*waiting.popleft())
        while waiting:
            yield _ready(*waiting.popleft())
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _ready(item: Item, document: Future[Document] | None) -> Coded[Item]:
    return item, partial(_code, document) if document is not None else None


def _code(document: Future[Document]) -> Coding:
    return code_document(document.result(), registry=load(), gazetteer=load_gazetteer())
