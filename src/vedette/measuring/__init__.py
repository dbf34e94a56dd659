"""Measure a crisis from its record: reactions (Hawkes), reciprocity (Granger), change points, directed series.

Heavy libraries (scipy, statsmodels) are imported by the files that need them, never here.
"""
