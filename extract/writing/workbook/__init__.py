"""The batch as one Excel workbook, for people: each sheet one table, linked to the others and to the report."""
