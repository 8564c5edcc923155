"""Crossread: annotated readers made from op-eds."""
