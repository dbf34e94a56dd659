"""Public tests and our own, each run as `python -m benchmarks.NAME`."""
