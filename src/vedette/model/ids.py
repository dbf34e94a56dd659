"""Ids that are content hashes: the same content has the same id on every machine."""

import hashlib


def content_id(prefix: str, *parts: object) -> str:
    """Give `prefix` and 16 hex digits of the SHA-256 of `parts`, which must print the same for the same content."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"
