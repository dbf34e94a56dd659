"""Variants of annotated sentences."""

import random
from dataclasses import replace

from training.augment import drop_stop, edit, swap_names, swap_triggers, turn_quotes
from training.corpus import Event, Example
from training.lexicon import Lexicon

TEXT = "Iraq condemned Turkish shelling of Zakho."


def example() -> Example:
    events = (
        Event(
            trigger=(5, 14),
            type="ACCUSE",
            mode="condemn",
            status="actual",
            roles=(("actor", (0, 4)), ("target", (15, 40))),
        ),
        Event(trigger=(23, 31), type="ASSAULT", mode="heavy-weapons", status="actual", roles=(("place", (35, 40)),)),
    )
    names = (("COUNTRY", (0, 4)), ("COUNTRY", (15, 22)), ("PLACE", (35, 40)))
    return Example(id="1", doc="1", set="x", text=TEXT, events=events, names=names)


def quotes(one: Example) -> list[str]:
    events = [at for event in one.events or () for at in (event.trigger, *(span for _, span in event.roles))]
    return [one.text[start:end] for start, end in [*events, *(at for _, at in one.names or ())]]


def test_an_edit_moves_every_stretch_along() -> None:
    made = edit(example(), [((0, 4), "South Sudan"), ((35, 40), "Goma")])
    assert made.text == "South Sudan condemned Turkish shelling of Goma."
    assert quotes(made) == [
        "condemned", "South Sudan", "Turkish shelling of Goma", "shelling", "Goma", "South Sudan", "Turkish", "Goma",
    ]  # fmt: skip


def test_names_are_swapped_for_names_of_their_kind() -> None:
    lexicon = Lexicon([("COUNTRY", "Chad"), ("COUNTRY", "Sudanese"), ("PLACE", "Kidal")])
    made = swap_names(example(), rng=random.Random(1), lexicon=lexicon)
    assert set(made.text.replace(".", "").split()) <= {
        "Iraq", "Chad", "condemned", "Turkish", "Sudanese", "shelling", "of", "Zakho", "Kidal",
    }  # fmt: skip
    assert made.text != TEXT


def test_a_name_that_holds_a_border_of_another_stretch_stays() -> None:
    torn = replace(example(), names=(("PLACE", (23, 40)),))
    lexicon = Lexicon([("PLACE", "Kidal")])
    assert swap_names(torn, rng=random.Random(1), lexicon=lexicon).text == TEXT


def test_triggers_become_words_of_the_same_type_and_form() -> None:
    made = swap_triggers(example(), rng=random.Random(2), share=1.0)
    assert made.events is not None
    first = made.text[slice(*made.events[0].trigger)]
    assert first != "condemned"
    assert first.endswith(("ed", "t"))
    assert quotes(made)[1] == "Iraq"


def test_quotation_marks_turn_without_moving_anything() -> None:
    assert turn_quotes("“Iraq’s”") == '"Iraq\'s"'
    assert turn_quotes("Iraq's") == "Iraq’s"


def test_the_full_stop_goes_unless_it_is_annotated() -> None:
    assert drop_stop(example()).text == TEXT[:-1]
    held = replace(example(), names=(("COUNTRY", (35, 41)),))
    assert drop_stop(held).text == TEXT
