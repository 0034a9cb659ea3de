"""Room: minutes. Decisions, votes, ballots and attendance as tables for spreadsheets: CSV and XLSX, row by row.

Read from what was published, as the pages of the portal are; never more than one batch of rows is in memory.
"""

from minutes.tables.choosing import Choice
from minutes.tables.columns import TABLES, Table
from minutes.tables.writing import FORMATS, Format, write

__all__ = ["FORMATS", "TABLES", "Choice", "Format", "Table", "write"]
