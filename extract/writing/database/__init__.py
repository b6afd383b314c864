"""What stands in a database beside the rows: its tables, its views and what Datasette shows of both."""
