"""Everything that can go wrong with what a user gives us; each says in one line what, where and what to do."""


class VedetteError(Exception):
    """The base of all errors that a user may see; its text is one line."""


class UsageError(VedetteError):
    """The call is wrong: exit code 2."""


class SourceError(VedetteError):
    """A source that cannot be read: empty, not text, too large, another language, dead address ..."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source, self.problem = source, problem


class RegistryError(VedetteError):
    """A registry or codebook file that cannot be used; names file, place and reason."""


class CaseError(VedetteError):
    """A case that cannot be opened or written: missing, locked, not ours, of a newer version ..."""
