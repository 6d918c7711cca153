"""Numbers of things in sentences."""


def counted(number: int, one: str, several: str) -> str:
    """'1 entry', '1,204 entries'."""
    return f"1 {one}" if number == 1 else f"{number:,} {several}"
