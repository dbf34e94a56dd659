"""The coder: a report in, a coding out, as from `vedette.code`."""

from collections.abc import Iterator

from vedette.coding.code import coding_of
from vedette.coding.layout import lay_out
from vedette.coding.tally import swallowed
from vedette.llm.answer import Told, parse
from vedette.llm.checked import checked
from vedette.llm.claims import claim_of_happening
from vedette.llm.client import Client
from vedette.llm.dropped import Dropped
from vedette.llm.errors import BadAnswerError, NoAnswerError
from vedette.llm.marking import marked, unmarked
from vedette.llm.pieces import Piece, halved, pieces
from vedette.llm.prompt import Message, asking, asking_again
from vedette.llm.settings import URL, Settings, from_environment
from vedette.model import Coding, Report, SourceError, UsageError
from vedette.registry import Gazetteer, Registry, load, load_gazetteer
from vedette.tagging import Tagger
from vedette.tagging import load as load_tagger

IN_A_ROW = 3  # reports left without an answer before the service is taken for dead


class LlmCoder:
    """Codes reports with a language model; call it with a report. Give it to `Case.add` as `coder`."""

    def __init__(
        self,
        settings: Settings,
        *,
        tagger: Tagger | None = None,
        registry: Registry | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        self.client, self.dropped = Client(settings), Dropped()
        self._tagger, self._registry, self._gazetteer = tagger, registry, gazetteer
        self._silent = 0

    def __call__(self, report: Report) -> Coding:
        """Code a report; the text is sent to the model's address.

        Raises SourceError where the model does not answer or not usably, UsageError where no report could be coded
        (key refused, no such model, no answer for several reports in a row).
        """
        try:
            coding = self._coded(report)
        except BadAnswerError as error:
            self._silent = 0
            raise SourceError(report.url, f"the model's answer cannot be used: {error}") from error
        except NoAnswerError as error:
            self._silent += 1
            if self._silent >= IN_A_ROW:
                raise UsageError(
                    f"{URL}: no answer for {IN_A_ROW} reports in a row: {error}; run it again later"
                ) from error
            raise SourceError(report.url, f"not coded: {error}") from error
        self._silent = 0
        return coding

    def told(self) -> tuple[str, ...]:
        """Give lines that say what was used and dropped so far; none if the model was never heard."""
        usage = self.client.usage
        return (usage.line(self.client.settings), self.dropped.line()) if usage.answers else ()

    def _coded(self, report: Report) -> Coding:
        registry, gazetteer = self._registry or load(), self._gazetteer or load_gazetteer()
        document = unmarked(lay_out(report, tagger=self._tagger or load_tagger()), registry=registry)
        dropped = Dropped()
        happenings = [
            one
            for piece in pieces(document, size=self.client.settings.piece)
            for part, told in self._told(piece, report.title)
            for one in checked(told, part, dropped)
        ]
        document = marked(document, happenings)
        claims = [
            claim_of_happening(one, document, registry=registry, gazetteer=gazetteer)
            for one in happenings
            if not swallowed(one.mark, document.sentences[one.at])
        ]
        self.dropped.add(dropped)
        claims.sort(key=lambda claim: claim.trigger.start)
        return coding_of(document, tuple(claims), registry=registry, gazetteer=gazetteer)

    def _told(self, piece: Piece, title: str | None) -> Iterator[tuple[Piece, tuple[Told, ...]]]:
        """Give what the model tells of a piece; of its halves where there was no room for it as a whole."""
        told = self._answered(asking(piece, title=title))
        if told is not None:
            yield piece, told
            return
        halves = halved(piece)
        if not halves:
            raise BadAnswerError(f"it is cut off even for one sentence ({piece[0].span.text[:40]!r}...)")
        for half in halves:
            yield from self._told(half, title)

    def _answered(self, messages: list[Message], *, last: bool = False) -> tuple[Told, ...] | None:
        """Ask, and once more where the answer cannot be read; None where it was cut off."""
        answer = self.client.ask(messages)
        try:
            if answer.withheld:
                raise BadAnswerError("the model declined, or a filter held the answer back")
            return parse(answer.text)
        except BadAnswerError as error:
            if answer.cut_off:
                return None
            if last:
                raise
            return self._answered(asking_again(messages, answer.text, str(error)), last=True)


def llm_coder() -> LlmCoder:
    """Make a coder with the settings of the environment; raises UsageError that names what is missing."""
    return LlmCoder(from_environment())
