"""What a document remembers beside its words, so that copies of it can be merged by time.

An article's document has in `times` when each field was last changed, of tags each put on (`+tag`)
or taken off (`-tag`) by itself. Any other document has in `saved` when it was last written, an
annotation also in `earlier` what its words were before, as short hashes: of two copies, the one
whose words the other had before is the older, whatever the clocks say.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from reader.store.notes.values import EPOCH, time

Fields = Mapping[str, Any]

TIMES, SAVED, EARLIER = "times", "saved", "earlier"
STATE_FIELDS = ("status", "follow_up", "position", "blocks", "deleted", "starred", "newer")
_TICK = timedelta(microseconds=1)
MOST = 50  # earlier words remembered of one annotation


def stamped_state(fields: dict[str, Any], before: Fields, now: datetime) -> dict[str, Any]:
    """The fields of an article with the times of what is other than `before`.

    A clock that was set back makes no change older than the one before it.
    """
    times = dict(times_of(before))
    changed = {
        name: name
        for name in STATE_FIELDS
        if name in fields and fields[name] != before.get(name, _DEFAULTS[name])
    }
    old, new = set(_tags(before)), set(_tags(fields))
    changed |= {f"+{tag}": f"-{tag}" for tag in new - old}
    changed |= {f"-{tag}": f"+{tag}" for tag in old - new}
    for name, opposite in changed.items():
        last = max(time(times.get(one)) or EPOCH for one in (name, opposite))
        times.pop(opposite, None)
        times[name] = after(now, last).isoformat()
    return {**fields, TIMES: times, "modified": now.isoformat()}


def stamped(
    fields: dict[str, Any], before: Fields, now: datetime, gone: datetime = EPOCH
) -> dict[str, Any]:
    """The fields of an annotation or a rule with the time they were written and earlier words.

    `gone` is when it was deleted, if it was.
    """
    last = max(gone, time(before.get(SAVED)) or EPOCH)
    fields = {**fields, SAVED: after(now, last).isoformat()}
    words = before.get("body")
    if isinstance(words, str) and words and words != fields.get("body"):
        fields[EARLIER] = [*earlier(before), hash_of(words)][-MOST:]
    return fields


def after(now: datetime, last: datetime) -> datetime:
    """Now or, where the clock was set back or stands still, just after `last`."""
    return now if now > last else last + _TICK


def times_of(fields: Fields) -> Mapping[str, Any]:
    """When what was changed in an article's document."""
    times = fields.get(TIMES)
    return times if isinstance(times, dict) else {}


def earlier(fields: Fields) -> list[str]:
    """The hashes of what an annotation's words were before."""
    found = fields.get(EARLIER)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def hash_of(words: str) -> str:
    """A short hash of some words: enough to tell fifty apart."""
    from hashlib import sha256  # only paid for when used

    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def saved_at(fields: Fields) -> datetime:
    """When a document was last written, as far as it says."""
    found = (time(fields.get(name)) for name in (SAVED, "modified", "created"))
    return next(filter(None, found), EPOCH)


def removed_at(fields: Fields) -> datetime:
    """When a tombstone was set."""
    return time(fields.get("removed")) or EPOCH


def _tags(fields: Fields) -> list[str]:
    found = fields.get("tags")
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


_DEFAULTS: dict[str, Any] = {
    "status": "unread",
    "follow_up": None,
    "position": 0,
    "blocks": [],
    "deleted": False,
    "starred": False,
    "newer": None,
}
