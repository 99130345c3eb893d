"""Questions put to the reader."""
