"""What each template sees: one value a page, everything decided, nothing left to look up.

To add a kind of page: define its view here, build it in a module of its own, write the template
of the same name, name the page in `model/outline.py`, give it a job in `pages/planning.py`, add
tests in `tests/unit/views`.
"""
