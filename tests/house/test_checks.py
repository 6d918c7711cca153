"""The checks that a change must pass: style, types and the layers of the house."""

import subprocess
import sys

import pytest

from tests.house.installer import dev, environment
from tests.house.source import ROOT


@pytest.mark.parametrize("name", dev.CHECKS)
def test_the_project_passes_the_check_of(name):
    tool, *words = dev.CHECKS[name]

    done = subprocess.run(
        [environment.tool(sys.executable, tool), *words], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
