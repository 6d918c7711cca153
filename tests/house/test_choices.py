"""Every box of choices in the window is one that the wheel leaves alone."""

import ast

from tests.house.source import modules


def test_no_page_makes_a_box_that_the_wheel_changes():
    made = [
        f"{path}:{node.lineno}"
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QComboBox"
    ]

    assert made == []
