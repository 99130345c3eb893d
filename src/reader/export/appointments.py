"""Follow-ups as iCalendar (RFC 5545): whole-day events that any calendar can subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event


@dataclass(frozen=True, slots=True)
class Appointment:
    """A day to come back to something; `words` is the passage, "" for the whole article.

    `uid` stays the same from export to export, so that a calendar changes what it has.
    """

    uid: str
    on: date
    why: str
    title: str
    words: str = ""
    link: str | None = None


def calendar(appointments: Iterable[Appointment], now: datetime) -> bytes:
    """A calendar of them, UTF-8, lines folded and ended as the standard asks.

    Events are transparent: a follow-up does not make its reader busy.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Reader//Follow-ups//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", "Reader follow-ups")
    for one in appointments:
        made.add_component(_event(one, now))
    return bytes(made.to_ical())


def _event(one: Appointment, now: datetime) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.uid}@reader")
    event.add("dtstamp", now)
    event.add("dtstart", one.on)
    event.add("dtend", one.on + timedelta(days=1))
    event.add("summary", one.why or one.title)
    said = [one.title, f"“{one.words}”" if one.words else "", one.link or ""]
    event.add("description", "\n\n".join(filter(None, said)))
    if one.link:
        event.add("url", one.link)
    event.add("transp", "TRANSPARENT")
    return event
