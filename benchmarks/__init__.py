"""Public tests of quality: python -m benchmarks.NAME [--data PATH] [--json]."""
