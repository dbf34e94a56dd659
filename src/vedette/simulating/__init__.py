"""Simulate a crisis forward from its fitted reactions, change one thing, and compare the two.

Heavy libraries (scipy) are imported by the files that need them, never here.
"""
