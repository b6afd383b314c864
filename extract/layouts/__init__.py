"""A Document becomes entries: one module a layout, each of which says how much of the document it explains."""
