"""The rights guard: no public page or download copies more of an op-ed than its record allows."""

from build_tools.rights.guard import Guarded, guard, guarded
from build_tools.rights.passages import is_published

__all__ = ["Guarded", "guard", "guarded", "is_published"]
