"""Tables of an OpenDocument text (.odt) as grids, as those of a Word document."""

import zipfile

from dhr_desktop.base.progress import UNWATCHED, Progress
from dhr_desktop.importing import problems
from dhr_desktop.importing.grid import Grid, rectangular


def read_odt(name: str, _suffix: str, data: bytes, progress: Progress = UNWATCHED) -> list[Grid]:
    """Every table of the text, numbered '1', '2', ... as they stand. Raises `NoTable` when there is none."""
    from lxml import etree  # noqa: PLC0415 - slow to import

    from dhr_desktop.importing.odf_xml import text_tables  # noqa: PLC0415 - it imports lxml

    progress.step(0, 1, "Reading tables")
    try:
        tables = list(text_tables(data))
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError):
        raise problems.not_this_kind(name, "an OpenDocument text") from None
    grids = [
        Grid(
            name=str(number),
            rows=rectangular([[cell or None for cell in row] for row in table.rows]),
            spans=table.spans,
            context=table.context,
        )
        for number, table in enumerate(tables, 1)
        if table.rows
    ]
    if not grids:
        raise problems.no_table(name)
    return grids
