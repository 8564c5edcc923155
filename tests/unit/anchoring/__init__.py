"""Tests of build_tools.anchoring."""
