"""The rights guard: no public page or download copies more of an op-ed than its record allows."""

from build_tools.rights.guard import Guarded, guard, guarded

__all__ = ["Guarded", "guard", "guarded"]
