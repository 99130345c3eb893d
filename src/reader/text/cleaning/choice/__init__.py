"""Which segments are the article's own text: a learned choice over what is seen of each.

Pages and plain text share it: `rows` gives a segment's columns (`words`, `places`, `topics`,
`runs`, `beside`), pages add what their elements say (`html.columns`), and `forest` weighs them with
boosted trees whose weights tools/cleaning/fit.py fits (docs/cleaning.md). Columns are numbers in a
fixed order, so that the weights can be read wherever Python runs.
"""
