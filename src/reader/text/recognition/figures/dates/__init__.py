"""Recognise dates, absolute and relative to the day of publication."""
