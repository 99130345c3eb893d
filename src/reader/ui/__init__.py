"""The Textual app: shows what Library gives, holds no logic, knows no files."""
