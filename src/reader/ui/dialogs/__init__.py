"""Questions put to the reader."""

from typing import TYPE_CHECKING

from reader.lazily import names_of

_WHERE = {
    "choice": ("Option", "options"),
    "export": ("Export", "ExportDialog"),
    "follow_up": ("FollowUpAnswer", "FollowUpDialog"),
    "import_": ("Came", "ImportDialog"),
    "naming": ("NamingAnswer", "NamingDialog"),
    "note": ("Draft", "NoteDialog"),
    "pick": ("NameDialog", "PickDialog"),
    "repeats": ("RepeatsDialog",),
    "tags": ("TagDialog", "TagEdit"),
}

if TYPE_CHECKING:
    from reader.ui.dialogs.choice import Option, options
    from reader.ui.dialogs.export import Export, ExportDialog
    from reader.ui.dialogs.follow_up import FollowUpAnswer, FollowUpDialog
    from reader.ui.dialogs.import_ import Came, ImportDialog
    from reader.ui.dialogs.naming import NamingAnswer, NamingDialog
    from reader.ui.dialogs.note import Draft, NoteDialog
    from reader.ui.dialogs.pick import NameDialog, PickDialog
    from reader.ui.dialogs.repeats import RepeatsDialog
    from reader.ui.dialogs.tags import TagDialog, TagEdit
else:
    __getattr__ = names_of(__name__, _WHERE)

__all__ = [
    "Came",
    "Draft",
    "Export",
    "ExportDialog",
    "FollowUpAnswer",
    "FollowUpDialog",
    "ImportDialog",
    "NameDialog",
    "NamingAnswer",
    "NamingDialog",
    "NoteDialog",
    "Option",
    "PickDialog",
    "RepeatsDialog",
    "TagDialog",
    "TagEdit",
    "options",
]
