"""The settings of a training run, kept with its figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How to train. Rates are peaks after the warm-up; `decay` is the factor from a layer to the one below it."""

    epochs: int = 4
    seed: int = 13
    rate: float = 2e-4
    head_rate: float = 1e-3
    decay: float = 0.9
    weight_decay: float = 0.01
    warm_up: float = 0.08
    dropout: float = 0.1
    tokens: int = 512  # of a batch, padding included
    average: float = 0.997  # of the moving average of the weights; 0 is none
    swap: float = 0.5  # share of sentences whose names are swapped
    synonyms: float = 0.25  # share of triggers that become another word of the same type
    light: float = 0.7  # share of the sentences without roles that an epoch takes
    masked: float = 0.06  # share of pieces that are hidden from the network
    quotes: int = 1000  # sentences of the attribution corpus an epoch
    frozen: int = 0  # lowest layers that keep their pretrained weights
    events: bool = True  # False: the branch of roles, status and mode is not trained
    inner: int = 768  # units left in each layer: all, or fewer for a slimmer network
    retold: int = 1  # epochs in which the slimmer network learns from the whole one
    unlabelled: int = 5_000  # sentences that it learns from besides those of training
