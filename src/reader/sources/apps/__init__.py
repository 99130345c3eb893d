"""What other reading applications export, recognised and read: nothing here writes or fetches."""

from reader.sources.apps.recognising import recognise_export

__all__ = ["recognise_export"]
