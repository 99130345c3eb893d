"""One small export of each application, written for these tests."""

import io
import json
import zipfile
from datetime import UTC, datetime

JUNE = datetime(2026, 6, 1, 9, 30, tzinfo=UTC)
SECONDS = int(JUNE.timestamp())
ISO = "2026-06-01T09:30:00.000Z"


def packed(entries: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these entries."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return written.getvalue()


def dumped(value: object) -> bytes:
    """A value as JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False).encode()


OMNIVORE_ITEM = {
    "id": "11",
    "slug": "harbour-plan",
    "title": "The harbour\nplan",
    "description": "A port grows.",
    "author": "Ada Berg",
    "url": "https://news.example/harbour",
    "state": "Active",
    "readingProgress": 40,
    "thumbnail": None,
    "labels": ["ports", "trade"],
    "savedAt": ISO,
    "updatedAt": ISO,
    "publishedAt": "2026-05-30T00:00:00.000Z",
}
# Only the first line of a quote and its empty lines have the sign, as Omnivore writes them.
OMNIVORE_MARKS = """A note on all of it.

> The port will double
its quays.
>\x20
Perhaps.\x20

#money #open question

Who pays?

And when?

> Nothing was signed.\x20

> Not yet.\x20

# Heading of a note
"""
OMNIVORE = packed(
    {
        "metadata_0_to_20.json": dumped([OMNIVORE_ITEM]),
        "metadata_20_to_40.json": dumped(
            [
                OMNIVORE_ITEM | {"slug": "b", "state": "Archived", "url": "https://news.example/b"},
                OMNIVORE_ITEM | {"slug": "c", "readingProgress": 100, "url": "javascript:void(0)"},
            ]
        ),
        "content/harbour-plan.html": "<p>The port will double its quays – soon.</p>".encode(),
        "content/c.pdf": b"%PDF-1.4",
        "highlights/harbour-plan.md": OMNIVORE_MARKS.encode(),
    }
)

WALLABAG_ENTRY = {
    "id": 7,
    "title": "Grain prices fall",
    "url": "https://news.example/grain",
    "is_archived": 1,
    "is_starred": 0,
    "content": "<p>Prices fell by 4 percent.</p>",
    "created_at": "2026-06-01T11:30:00+0200",
    "published_at": "2026-05-31T08:15:00+00:00",
    "published_by": ["Ivo Lang", None],
    "tags": ["grain", "markets"],
    "annotations": [{"id": 3, "text": "By how much?", "quote": "fell by 4 percent", "ranges": []}],
    "domain_name": "news.example",
}
WALLABAG = dumped([WALLABAG_ENTRY])
WALLABAG_CSV = (
    b"Title;URL;Content;Tags;MIME Type;Language;Creation date\n"
    b'"Grain; prices";https://news.example/grain;"<p>""Down"" again</p>";"grain, markets";'
    b"text/html;en;2026-06-01 09:30:00\n"
)

POCKET = (
    "title,url,time_added,tags,status\n"
    f"Rail strike, https://news.example/rail ,{SECONDS},labour|rail,unread\n"
    f"https://news.example/old,https://news.example/old,{SECONDS},,archive\n"
).encode()
POCKET_ZIP = packed(
    {
        "part_000000.csv": POCKET,
        "part_000001.csv": b"title,url,time_added,tags,status\nC,https://news.example/c,0,,unread\n",
        "annotations/part_000000.json": dumped(
            [
                {
                    "url": "https://news.example/rail",
                    "title": "Rail strike",
                    "highlights": [{"quote": "No trains ran.", "created_at": SECONDS}],
                }
            ]
        ),
    }
)
POCKET_HTML = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Pocket Export</title></head><body>
<h1>Unread</h1><ul>
<li><a href="https://news.example/rail" time_added="{SECONDS}" tags="labour,rail">Rail strike</a>
</ul><h1>Read Archive</h1><ul>
<li><a href="https://news.example/old" time_added="{SECONDS}" tags="">Old &amp; read</a></li>
</ul></body></html>""".encode()

INSTAPAPER = (
    "URL,Title,Selection,Folder,Timestamp,Tags\n"
    f'https://news.example/a,First,"A passage, marked",Unread,{SECONDS},"[""x"",""y""]"\n'
    f"https://news.example/b,Second,,Archive,{SECONDS},[]\n"
    f"https://news.example/c,Third,,Starred,{SECONDS},\n"
    f"https://news.example/d,Fourth,,Harbours,{SECONDS},\n"
    f',Fifth,"A text without\nan address",Unread,{SECONDS},\n'
).encode()

READWISE = (
    b"Highlight,Book Title,Book Author,Note,Color,Tags,Highlighted at,Document tags\n"
    b'"The tide ""turned"".",Tides,Mia Voss,.sea .law Look this up,pink,,'
    b"2026-06-01 09:30:00+00:00,books\n"
    b"Salt was money.,Tides,Mia Voss,,,salt,2026-06-01 09:30:00+00:00,books\n"
)
READWISE_SIMPLE = (
    b"Highlight,Title,Author,URL,Note,Location\n"
    b"Salt was money.,Tides,Mia Voss,https://news.example/tides,,12\n"
)
READER = (
    b"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n"
    b'One,https://news.example/1,01,"[\'sea\', \'it\\\'s\', ""a, b""]",'
    b"2026-06-01 09:30:00+00:00,0.4,later,True\n"
    b"Two,https://news.example/2,02,[],2026-06-01 09:30:00+00:00,1,archive,True\n"
    b"Three,https://news.example/3,03,[],2026-06-01 09:30:00+00:00,0,feed,False\n"
)

ANNOTATION = {
    "id": "Ab-1",
    "created": "2026-06-01T09:30:00.000000+00:00",
    "updated": "2026-06-01T09:30:00.000000+00:00",
    "uri": "https://news.example/dam",
    "text": "Check the *height*.",
    "tags": ["dam"],
    "target": [
        {
            "source": "https://news.example/dam",
            "selector": [
                {"type": "TextPositionSelector", "start": 10, "end": 20},
                {
                    "type": "TextQuoteSelector",
                    "exact": "ninety metres",
                    "prefix": "It is ",
                    "suffix": " high",
                },
            ],
        }
    ],
    "document": {"title": ["The dam"]},
}
HYPOTHESIS = dumped(
    {
        "export_date": ISO,
        "export_userid": "acct:me@hypothes.is",
        "client_version": "1.0",
        "annotations": [
            ANNOTATION,
            ANNOTATION
            | {"id": "Ab-2", "target": [{"source": "x"}], "document": {"title": "The dam"}},
            ANNOTATION | {"id": "Ab-3", "references": ["Ab-1"]},
        ],
    }
)

KINDLE = (
    "\ufeffTides (a history) (Mia Voss;Jon Dahl)\r\n"
    "- Your Highlight on page 7 | Location 100-102 | Added on Monday, 1 June 2026 09:30:00\r\n"
    "\r\nSalt was money.\r\n==========\r\n"
    "Tides (a history) (Mia Voss;Jon Dahl)\r\n"
    "- Your Note on page 7 | Location 102 | Added on Monday, June 1, 2026 9:30:00 AM\r\n"
    "\r\nWhere?\r\n==========\r\n"
    "Tides (a history) (Mia Voss;Jon Dahl)\r\n"
    "- Your Note on Location 500 | Added on Monday, June 1, 2026 9:30:00 AM\r\n"
    "\r\nA thought of its own.\r\n==========\r\n"
    "Tides (a history) (Mia Voss;Jon Dahl)\r\n"
    "- Your Bookmark on Location 600 | Added on Monday, June 1, 2026 9:30:00 AM\r\n"
    "\r\n\r\n==========\r\n"
).encode()

KOREADER_BOOK = {
    "title": "Tides",
    "author": "Mia Voss\nJon Dahl",
    "file": "/books/tides.epub",
    "number_of_pages": 300,
    "entries": [
        {
            "sort": "highlight",
            "page": 7,
            "time": SECONDS,
            "text": "Salt was money.",
            "note": "Where?",
            "chapter": "One",
            "drawer": "lighten",
            "color": "purple",
        },
        {"sort": "bookmark", "page": 9, "time": SECONDS},
    ],
}
KOREADER = dumped(KOREADER_BOOK | {"created_on": SECONDS, "version": "json/1.0.0"})
KOREADER_ALL = dumped(
    {"created_on": SECONDS, "version": "json/1.0.0", "documents": [KOREADER_BOOK, KOREADER_BOOK]}
)

CLIPPER_PIECE = {
    "id": str(SECONDS * 1000),
    "type": "text",
    "xpath": "/html/body/p",
    "content": "The <em>bridge</em> &amp; the road",
    "notes": ["Which one?"],
    "startOffset": 0,
    "endOffset": 9,
    "textQuote": {"prefix": "before ", "suffix": " after"},
}
CLIPPER = dumped(
    [
        {
            "url": "https://news.example/bridge",
            "title": "The bridge",
            "highlights": [{"text": "The bridge & the road", "timestamp": ISO}],
            "data": [CLIPPER_PIECE],
        },
        {
            "url": "https://news.example/old-format",
            "highlights": [{"text": "Only words", "timestamp": ISO, "notes": ["So"]}],
        },
    ]
)

KARAKEEP = dumped(
    {
        "bookmarks": [
            {
                "createdAt": SECONDS,
                "title": "A link",
                "tags": ["one"],
                "lists": ["l1", "gone"],
                "content": {"type": "link", "url": "https://news.example/link"},
                "note": "Read twice.",
                "archived": True,
                "highlights": [
                    {"id": "h", "text": "A quay", "note": "n", "color": "red", "createdAt": ISO}
                ],
            },
            {
                "createdAt": SECONDS,
                "title": None,
                "tags": [],
                "content": {"type": "text", "text": "First line\nand more"},
                "note": None,
            },
            {"createdAt": SECONDS, "title": "x", "tags": [], "content": None, "note": None},
        ],
        "lists": [{"id": "l1", "name": "Harbours", "parentId": None}],
    }
)

LINKWARDEN = dumped(
    {
        "name": "me",
        "collections": [
            {
                "id": 1,
                "name": "Unorganized",
                "parentId": None,
                "links": [
                    {
                        "name": "A link",
                        "url": "https://news.example/link",
                        "tags": [{"name": "one"}],
                        "createdAt": ISO,
                        "description": "Said there",
                    },
                    {"name": "upload.pdf", "url": None, "tags": []},
                ],
            },
            {
                "id": 2,
                "name": "Harbours",
                "links": [{"name": "", "url": "https://news.example/2", "createdAt": ISO}],
            },
        ],
    }
)

NETSCAPE = f"""<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE><H1>Bookmarks</H1>
<DL><p>
  <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
  <DL><p>
    <DT><A HREF="https://news.example/1" ADD_DATE="{SECONDS}" TAGS="x,y">One &amp; only</A>
    <DD>What it says
    <DT><H3>News</H3>
    <DL><p>
      <DT><H3>Ports</H3>
      <DL><p><DT><A HREF="https://news.example/2">Två</A></DL><p>
      <DT><A HREF="https://news.example/3"></A>
    </DL><p>
    <DT><A HREF="javascript:alert(1)">A script</A>
  </DL><p>
</DL>""".encode()

MATTER = (
    b"Title,Author,Publisher,URL,Tags,Word Count,In Queue,Favorited,Read,Highlight_Count,"
    b"Last Interaction Date,File Id\n"
    b"One,Ada Berg,The Post,https://news.example/1,a;b,900,True,True,False,2,"
    b"2026-06-01 09:30:00,\n"
    b"Two,,,https://news.example/2,,900,False,False,True,0,,\n"
    b"Three,,,https://news.example/3,,900,False,False,False,0,,\n"
)

EXPORTS = {
    "omnivore.zip": OMNIVORE,
    "metadata_0_to_20.json": dumped([OMNIVORE_ITEM]),
    "wallabag.json": WALLABAG,
    "wallabag.csv": WALLABAG_CSV,
    "part_000000.csv": POCKET,
    "pocket.zip": POCKET_ZIP,
    "ril_export.html": POCKET_HTML,
    "instapaper.csv": INSTAPAPER,
    "readwise.csv": READWISE,
    "readwise-simple.csv": READWISE_SIMPLE,
    "reader.csv": READER,
    "hypothesis.json": HYPOTHESIS,
    "My Clippings.txt": KINDLE,
    "koreader.json": KOREADER,
    "koreader-all.json": KOREADER_ALL,
    "clipper.json": CLIPPER,
    "karakeep.json": KARAKEEP,
    "linkwarden.json": LINKWARDEN,
    "bookmarks.html": NETSCAPE,
    "matter.csv": MATTER,
}
