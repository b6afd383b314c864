"""What the program knows, read from ``models/`` into typed, checked data."""
