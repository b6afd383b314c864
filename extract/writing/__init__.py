"""Results become files: one module a format."""
