"""Pure functions, text in, values out: no disk, no clock, no network."""
