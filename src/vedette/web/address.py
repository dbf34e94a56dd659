"""Addresses of reports as they may leave the server."""

import re


def shown(url: str) -> str:
    """Give a report's address as it may leave the server and stand in a page: of a file, or what is no address of the
    web, the last part alone."""
    return url if url.startswith(("http://", "https://")) else re.split("[/:]", url)[-1]
