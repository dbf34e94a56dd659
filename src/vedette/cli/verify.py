"""`vedette verify`: does every quote stand?"""

from vedette.cli import options, words
from vedette.cli.cases import opened
from vedette.cli.exits import Exit


def verify(case: options.CasePath) -> int:
    """Check that every quote of a case stands.

    And that every incident is what its claims give. Gives 0 if all stands; else 1, with a line for each that does not.

    Example: [bold]vedette verify crisis.case[/]
    """
    with opened(case) as open_:
        problems, claims, reports = open_.verify(), open_.claims(), open_.reports()
    for problem in problems:
        print(" ".join(problem.split()))
    held = f"{words.counted(len(claims), 'claim')} in {words.counted(len(reports), 'report')}"
    print(
        f"{words.counted(len(problems), 'problem')} in {held}" if problems else f"all stands: {held}, every quote found"
    )
    return Exit.PARTLY if problems else Exit.DONE
