"""A file becomes a Document: one module a format, and what they share."""
