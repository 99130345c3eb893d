"""What leaves: Markdown, W3C JSON-LD, CSV, archive."""
