"""Measures what readers wait for and what the program spends, each figure beside its budget."""
