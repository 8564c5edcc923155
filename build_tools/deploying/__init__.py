"""Whether a built site may be put on the web: the last look before it is.

It reads what was built and believes nothing the build said of itself. To add a check: yield it in
`deployable`, give it a code in `docs/guide/codes.md`, add tests in `tests/unit/test_deploying.py`.
"""

from build_tools.deploying.vetting import deployable

__all__ = ["deployable"]
