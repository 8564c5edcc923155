"""What each template sees: one value a page, everything decided, nothing left to look up.

To add a kind of page: define its view here, build it in a module of its own, write the template
of the same name, list it in `build_tools.pages`, add tests in `tests/unit/views`.
"""
