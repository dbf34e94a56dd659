"""The coreference scores on cases worked by hand and in the literature."""

import pytest

from benchmarks.coref_score import b_cubed, ceaf_e, clusters_of, conll, muc

# Luo (2005), figure 1 and table 1: truth {1-5} {6,7} {8,9,A,B,C}; answers (a) to (d).
TRUTH = clusters_of(["12345", "67", "89ABC"])
LUO = {
    "two merged, small": (["12345", "6789ABC"], (0.947, 0.865)),
    "two merged, large": (["1234589ABC", "67"], (0.947, 0.737)),
    "all merged": (["123456789ABC"], (0.900, 0.545)),
    "all apart": (list("123456789ABC"), (0.0, 0.400)),
}


@pytest.mark.parametrize(("groups", "wanted"), LUO.values(), ids=LUO)
def test_muc_and_b_cubed_give_the_published_figures(groups: list[str], wanted: tuple[float, float]) -> None:
    answer = clusters_of(groups)
    assert (round(muc(TRUTH, answer).f1, 3), round(b_cubed(TRUTH, answer).f1, 3)) == wanted


def test_ceaf_aligns_each_cluster_once() -> None:
    # {12345} fits fully, {6789ABC} best with {89ABC}: 2 * 5 / 12.
    score = ceaf_e(TRUTH, clusters_of(["12345", "6789ABC"]))
    assert (round(score.precision, 4), round(score.recall, 4)) == (0.9167, 0.6111)


def test_conll_is_the_mean_of_the_three_worked_by_hand() -> None:
    # Truth {ab} {c}, answer {a} {bc}. MUC: the one link is lost, the one answered is wrong: 0. B3: each mention shares
    # (1 + 1/2 + 1/2) / 3 both ways: 2/3. CEAF-e: {ab}-{a} 2/3 with {c}-{bc} 2/3, over two clusters: 2/3.
    truth, answer = clusters_of(["ab", "c"]), clusters_of(["a", "bc"])
    assert conll(truth, answer) == pytest.approx((0 + 2 / 3 + 2 / 3) / 3)


def test_the_truth_scores_one_with_each() -> None:
    assert conll(TRUTH, TRUTH) == pytest.approx(1.0)


def test_singletons_have_no_links() -> None:
    alone = clusters_of(["1", "2"])
    assert (muc(alone, alone).f1, b_cubed(alone, alone).f1, ceaf_e(alone, alone).f1) == (0.0, 1.0, 1.0)


def test_refuses_other_mentions() -> None:
    with pytest.raises(ValueError, match="same"):
        b_cubed({"a": 1}, {"b": 1})
