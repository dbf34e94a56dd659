"""What a finished training run leaves behind: graphs, tokenizer, labels, calibration and figures."""

import json
import logging
import shutil
from dataclasses import asdict
from pathlib import Path

from training.calibrate import calibrated
from training.corpus import Example
from training.export import export
from training.model import Tagging
from training.reading import measure, tagger_of
from training.recipe import Recipe
from vedette.tagging.backend import open_graphs
from vedette.tagging.labels import inventory
from vedette.tagging.tagger import Settings, Tagger
from vedette.tagging.words import load_tokenizer

log = logging.getLogger("training")
LOSS_ALLOWED = 0.01  # of F1, by going to 8 bits


def release(
    model: Tagging,
    dev: list[Example],
    quotations: list[Example],
    out: Path,
    *,
    tokenizer: Path,
    recipe: Recipe,
    data: str,
) -> dict[str, float]:
    """Export the network into `out`, calibrate it on `dev` (and on quotations) and write the figures beside it."""
    export(model, out)
    shutil.copyfile(tokenizer, out / "tokenizer.json")
    open_graphs.cache_clear()
    tagger = Tagger(open_graphs(out), load_tokenizer(out / "tokenizer.json"), Settings())
    settings, errors = calibrated(tagger, dev, quotations)
    figures = measure(Tagger(tagger.backend, tagger.tokenizer, settings), dev)
    compare(figures, measure(tagger_of(model, tagger.tokenizer, settings), dev))
    config = {
        "labels": inventory(),
        "settings": asdict(settings),
        "recipe": asdict(recipe),
        "data": data,
        "figures": {name: round(value, 4) for name, value in {**figures, **errors}.items()},
    }
    (out / "config.json").write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    return figures


def compare(small: dict[str, float], whole: dict[str, float]) -> None:
    """Log what 8 bits cost, loudly if it is more than allowed."""
    for name in ("trigger_type_f1", "role_f1", "status_accuracy", "names_f1"):
        lost = whole[name] - small[name]
        say = log.warning if lost > LOSS_ALLOWED else log.info
        say("%s: %.4f in 8 bits, %.4f in 32 (%+.4f)", name, small[name], whole[name], -lost)
