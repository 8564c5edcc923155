"""The rights guard: no public page or download copies more of an op-ed than its record allows."""

from build_tools.rights.guard import Guard, Guarded, guard, guarded
from build_tools.rights.memory import Memory, Read
from build_tools.rights.passages import is_published
from build_tools.rights.quoting import Quotes

__all__ = ["Guard", "Guarded", "Memory", "Quotes", "Read", "guard", "guarded", "is_published"]
