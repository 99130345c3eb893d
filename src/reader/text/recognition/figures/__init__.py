"""Find the figures of a text: money, percentages, quantities, counts, dates and durations.

A text becomes tokens; at each token that may begin a figure the recognisers are asked in turn,
dates first, then amounts. Each reads ahead only a few tokens, so that time is linear.
"""

from reader.text.recognition.figures.finder import find_figures

__all__ = ["find_figures"]
