"""The offline bundle: the site, an EPUB and a PDF in one folder that opens with a double click.

To put another file into it: yield it in `contents` (`bundling/contents.py`), say in `crate.py`
what it is, add tests in `tests/unit/test_bundling.py`.
"""

from build_tools.bundling.making import bundle

__all__ = ["bundle"]
