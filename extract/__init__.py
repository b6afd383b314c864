"""Scrutiny review responses as data."""

__version__ = "0.1.0"
