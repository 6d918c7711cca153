"""The set-up script's modules, which stand outside every package because they run before there is one."""

import sys

from tests.house.source import ROOT

sys.path.insert(0, str(ROOT / "installer"))
try:
    import dev
    import environment
    import system
finally:
    sys.path.pop(0)

__all__ = ["dev", "environment", "system"]
