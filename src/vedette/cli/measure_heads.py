"""The columns in which measures are printed; those of higher rank go first where a terminal is narrow."""

from vedette.cli.table import Head

SERIES = (
    Head(name="When", least=10),
    Head(name="Who → whom", least=20),
    Head(name="Type", least=8),
    Head(name="Acts", least=10, right=True),
    Head(name="Intensity", least=10, right=True, rank=1),
    Head(name="Killed", least=10, right=True),
    Head(name="Coverage", least=8, rank=2),
)
TENSION = (
    Head(name="Unit", least=20),
    Head(name="Day", least=10),
    Head(name="Tension", least=7, right=True),
    Head(name="Interval", least=14, right=True),
    Head(name="30 days before", least=8, right=True),
    Head(name="Highest", least=22, rank=1),
    Head(name="Coverage", least=8, rank=2),
)
ACTS = (
    Head(name="Unit", least=16),
    Head(name="Adds", least=7, right=True),
    Head(name="When", least=10),
    Head(name="Type", least=8),
    Head(name="Killed", least=6, right=True),
    Head(name="What", least=24),
    Head(name="Id", least=10, rank=1),
)
EPISODES = (
    Head(name="Unit", least=20),
    Head(name="State", least=6),
    Head(name="From", least=10),
    Head(name="To", least=10),
    Head(name="Began between", least=14, rank=2),
    Head(name="Acts", least=6, right=True),
    Head(name="A day", least=6, right=True),
    Head(name="Killed", least=6, right=True, rank=1),
    Head(name="Sure", least=5, right=True),
    Head(name="Note", least=14, rank=1),
)
REACTIONS = (
    Head(name="Acts", least=18),
    Head(name="that follow", least=18),
    Head(name="An act sets off", least=16, right=True),
    Head(name="Share", least=6, right=True),
    Head(name="After days", least=10, right=True, rank=1),
    Head(name="Verdict", least=24),
)
RECIPROCITY = (
    Head(name="Counted", least=9),
    Head(name="The past of", least=18),
    Head(name="foresees", least=18),
    Head(name="F", least=6, right=True),
    Head(name="p", least=6, right=True),
    Head(name="Lag", least=3, right=True, rank=1),
    Head(name="Verdict", least=20),
    Head(name="Outcomes agree", least=8, rank=1),
)
RESPONSES = (
    Head(name="A shock of", least=18),
    Head(name="moves", least=18),
    Head(name="Periods after", least=8, right=True),
    Head(name="By", least=16, right=True),
    Head(name="Verdict", least=20),
)
TRIANGLE = (
    Head(name="Acts of", least=18),
    Head(name="answered by", least=18),
    Head(name="p", least=6, right=True),
    Head(name="Shown in", least=8, right=True, rank=1),
    Head(name="Response", least=16, right=True),
    Head(name="Answer", least=20),
)
BREAKS = (
    Head(name="Unit", least=18),
    Head(name="Counted", least=9),
    Head(name="Changes", least=10),
    Head(name="Between", least=14),
    Head(name="Chance", least=6, right=True),
    Head(name="Before", least=7, right=True),
    Head(name="After", least=7, right=True),
    Head(name="So do", least=9, rank=1),
    Head(name="Note", least=14, rank=1),
)
PAIRS = (
    Head(name="Who → whom", least=24),
    Head(name="Acts", least=6, right=True),
    Head(name="Killed", least=10, right=True),
    Head(name="Toll not told", least=8, right=True, rank=1),
    Head(name="First", least=10, rank=1),
    Head(name="Last", least=10, rank=1),
    Head(name="Most of type", least=10, rank=2),
)
