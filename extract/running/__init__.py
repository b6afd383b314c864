"""Many inputs become results, each in isolation."""
