"""Commands that keep a library in order."""

from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Run


def titles(run: Run, *query: str) -> list[str]:
    return [row["title"] for row in run("list", "--json", *query).json]


def test_a_star_is_put_on_and_taken_off(run: Run, story: str) -> None:
    assert run("star", story).code == 0
    assert [row["id"] for row in run("list", "is:starred", "--json").json] == [story]
    assert "★" in run("list", "is:starred").out
    run("star", story, "--off")
    assert titles(run, "is:starred") == []


def test_the_bin_gives_back_what_was_deleted_in_another_run(run: Run, story: str) -> None:
    run("tag", story, "+keep")
    run("delete", story)
    assert story not in [row["id"] for row in run("list", "--json").json]
    assert [row["id"] for row in run("list", "is:deleted", "--json").json] == [story]
    assert run("show", story).code == 1
    assert run("restore", story).code == 0
    assert [row["tags"] for row in run("list", "tag:keep", "--json").json] == [["keep"]]


def test_tags_are_put_on_what_a_query_finds(run: Run, story: str) -> None:
    run("tag", "--query", "stablecoins or Nairobi", "+both")
    assert len(titles(run, "tag:both")) == 2


def test_a_tag_is_renamed_into_another(run: Run, story: str) -> None:
    run("tag", story, "+cryptos", "+crypto")
    run("highlight", story, "--quote", "stablecoin", "--tag", "cryptos")
    ran = run("rename-tag", "cryptos", "crypto")
    assert ran.code == 0
    assert titles(run, "tag:cryptos") == []
    assert run("list", "tag:crypto", "--json").json[0]["tags"] == ["crypto"]
    assert run("rename-tag", "cryptos", "crypto").code == 1


def test_searches_are_kept_and_deleted(run: Run, story: str) -> None:
    run("searches", "--save", "To check", "tag:check is:unread")
    run("searches", "--save", "to check", "tag:check")
    assert run("searches", "--json").json == [{"name": "to check", "query": "tag:check"}]
    assert run("searches", "--save", "bad", "is:sideways").code == 2
    assert run("searches", "--delete", "To check").code == 0
    assert run("searches").out == ""


def passage(run: Run, story: str) -> str:
    """Words that stand in the article once."""
    text = run("show", story).out
    words = text.split("\n\n")[3].split()
    return " ".join(words[:9])


def test_a_passage_is_due_beside_its_article(run: Run, story: str) -> None:
    words = passage(run, story)
    run("follow-up", story, "--on", "2026-01-02", "--why", "Is it out?")
    assert (
        run("follow-up", story, "--quote", words, "--on", "2026-01-01", "--why", "True?").code == 0
    )
    found = run("due", "--json").json
    assert [one["follow_up"] for one in found] == [
        {"on": "2026-01-01", "why": "True?"},
        {"on": "2026-01-02", "why": "Is it out?"},
    ]
    assert [one["passage"] is not None for one in found] == [True, False]
    assert run("due").out.startswith("2026-01-01")


def test_what_is_due_is_put_off_and_ended(run: Run, story: str) -> None:
    words = passage(run, story)
    run("follow-up", story, "--on", "2026-01-02")
    run("follow-up", story, "--quote", words, "--on", "2026-01-01")
    assert run("snooze", story, "--until", "2999-01-01").code == 0
    assert run("due").out == ""
    assert [one["follow_up"]["on"] for one in run("due", "--all", "--json").json] == [
        "2999-01-01"
    ] * 2
    run("snooze", story, "--until", "2026-01-03")
    assert "nothing of it is due" in run("snooze", story, "--until", "2999-01-01").err
    run("follow-up", story, "--done")
    assert len(run("due", "--all", "--json").json) == 1


def test_a_calendar_holds_what_is_to_come(run: Run, story: str) -> None:
    run("follow-up", story, "--on", "2999-01-02", "--why", "Out; or not, yet?\\n")
    [event] = Calendar.from_ical(run("due", "--all", "--ics").out).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Out; or not, yet?\\n"
    assert event["DTSTART"].dt.isoformat() == "2999-01-02"
    assert str(event["UID"]) == f"{story}@reader"


def test_a_newer_version_is_said_to_be_and_compared(run: Run, tmp_path: Path) -> None:
    page = (
        '<html><head><title>Decree</title><link rel="canonical" href="https://e.com/d"></head>'
        "<body><article><h1>Decree</h1><p>The ministry published the decree on Monday evening and"
        " named {} banks that may trade from the first of March.</p><p>Analysts expect fifteen"
        " billion dollars of trade in the first year, a person familiar said.</p></article>"
    )
    for name, number in (("old", "three"), ("new", "four")):
        (tmp_path / f"{name}.html").write_text(page.format(number))
    run("import", tmp_path / "old.html")
    said = run("import", tmp_path / "new.html").out
    assert "newer version" in said
    told = run("diff", said.split()[0])
    assert "1 changed" in told.out
    assert "[-three-]{+four+}" in told.out
    assert run("diff", said.split()[0], "--json").json["counts"]["changed"] == 1


def test_an_article_without_versions_is_not_compared(run: Run, story: str) -> None:
    assert run("diff", story).code == 1
