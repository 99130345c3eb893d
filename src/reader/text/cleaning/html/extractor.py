"""Bounds for the libraries that read pages."""

LARGEST = 30_000
