"""Ties notes, terms and voices to the words they belong to."""
