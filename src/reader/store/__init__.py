"""The only floor that touches the library folder: location, originals, notes, index."""
