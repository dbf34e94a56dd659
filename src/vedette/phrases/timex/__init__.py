"""Every time phrase of a text with its TIMEX3 value: what stands where, and what it says."""
