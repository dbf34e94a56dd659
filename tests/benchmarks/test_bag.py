"""The floor that words give: does it learn what can be learnt, and never from what it is tested on?"""

from benchmarks.bag import cross_predicted, learn

TEXTS = [f"{who} {verb} the {whom}" for who in ("rebels", "troops", "police") for whom in ("town", "camp") for verb in
         ("shelled", "praised")]  # fmt: skip
LABELS = ["ASSAULT" if "shelled" in text else "SUPPORT" for text in TEXTS]


def test_learns_the_telling_word() -> None:
    assert learn(TEXTS, LABELS).predict(["militia shelled a harbour", "she praised them"]) == ["ASSAULT", "SUPPORT"]


def test_the_same_data_give_the_same_weights() -> None:
    assert (learn(TEXTS, LABELS).weights == learn(TEXTS, LABELS).weights).all()


def test_a_fold_is_predicted_from_the_others() -> None:
    ids = [str(number) for number in range(len(TEXTS))]
    assert cross_predicted(ids, TEXTS, LABELS) == LABELS


def test_a_label_that_only_the_tested_item_has_is_never_found() -> None:
    ids = [str(number) for number in range(len(TEXTS))]
    assert "ODD" not in cross_predicted(ids, TEXTS, ["ODD", *LABELS[1:]])[:1]
