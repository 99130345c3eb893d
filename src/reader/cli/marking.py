"""`reader tag`, `note`, `status`, `highlight` and `follow-up`: the reader's own words."""

import click

from reader.cli.context import Context, typed
from reader.model import FollowUp, Status


@click.command("tag", context_settings={"ignore_unknown_options": True})
@click.argument("article")
@click.argument("tags", nargs=-1, required=True, type=click.UNPROCESSED, metavar="+TAG|-TAG...")
@click.option("--query", is_flag=True, help="ARTICLE is a query: tag all that match.")
@click.pass_obj
def tag_(context: Context, article: str, tags: tuple[str, ...], query: bool) -> None:
    """Put tags on an ARTICLE (+TAG, or just TAG) and take them off (-TAG).

    \b
    Examples:
      reader tag 3fa9c2 +crypto +follow-up
      reader tag 3fa9c2 -follow-up +done
      reader tag --query "site:example.org before:2026-01-01" +old
    """
    remove = [tag[1:] for tag in tags if tag.startswith("-")]
    add = [tag.removeprefix("+") for tag in tags if not tag.startswith("-")]
    with context.library() as library:
        ids = library.listing(article).ids() if query else [library.resolve(article)]
        library.tag(ids, add, remove)


@click.command("note")
@click.argument("article")
@click.argument("text", required=False)
@click.option("--replace", is_flag=True, help="Write over the note that is there.")
@click.option("--edit", is_flag=True, help="Write in your editor ($VISUAL or $EDITOR).")
@click.pass_obj
def note_(context: Context, article: str, text: str | None, replace: bool, edit: bool) -> None:
    """Add TEXT to the note on an ARTICLE; - reads standard input. Without TEXT, print the note.

    What was written before stays above, unless --replace.

    \b
    Examples:
      reader note 3fa9c2 "Ask the ministry for the decree."
      reader note 3fa9c2 --edit
      reader note 3fa9c2
    """
    with context.library() as library:
        found = library.resolve(article)
        before = library.note(found)
        if edit:
            library.set_note(found, _edited(before))
        elif text is None:
            click.echo(before, nl=bool(before))
        else:
            words = typed() if text == "-" else text
            library.set_note(found, words if replace else f"{before}\n\n{words}")


def _edited(before: str) -> str:
    after = click.edit(before, extension=".md")
    return before if after is None else after


@click.command("status")
@click.argument("article")
@click.argument("status", type=click.Choice([str(one) for one in Status]))
@click.pass_obj
def status_(context: Context, article: str, status: str) -> None:
    """Say how far you are with an ARTICLE.

    \b
    Example:
      reader status 3fa9c2 done
    """
    with context.library() as library:
        library.set_status([library.resolve(article)], Status(status))


@click.command("highlight")
@click.argument("article")
@click.option("--quote", required=True, metavar="TEXT", help="The passage, word for word.")
@click.option("--note", default="", metavar="TEXT", help="What you say of it; - is standard input.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Put TAG on the highlight.")
@click.pass_obj
def highlight_(
    context: Context, article: str, quote: str, note: str, tags: tuple[str, ...]
) -> None:
    """Highlight a passage of an ARTICLE, with or without a note.

    White space, dashes and quotation marks need not be the same as in the article.

    \b
    Example:
      reader highlight 3fa9c2 --quote "over $15 billion" --note "Whose count?" --tag check
    """
    with context.library() as library:
        found = library.resolve(article)
        start, end = library.find_quote(found, quote)
        body = typed() if note == "-" else note
        library.highlight(found, start, end, body, tags)


@click.command("follow-up")
@click.argument("article")
@click.option("--on", "on", metavar="DATE", help="2026-01-31, tomorrow, next friday, in 2 weeks.")
@click.option("--why", default="", metavar="TEXT", help="What to look for then.")
@click.option("--quote", metavar="TEXT", help="A passage to come back to; it is highlighted.")
@click.option("--done", is_flag=True, help="It is done: no longer due.")
@click.pass_obj
def follow_up_(
    context: Context, article: str, on: str | None, why: str, quote: str | None, done: bool
) -> None:
    """Come back to an ARTICLE, or a passage of it, on a day, for a reason.

    --done ends what is due of the article and of its passages, and its own that is to come.

    \b
    Examples:
      reader follow-up 3fa9c2 --on "next friday" --why "Is the decree out?"
      reader follow-up 3fa9c2 --quote "by 1 March" --on 2026-03-01
      reader follow-up 3fa9c2 --done
    """
    from reader.text.days import day

    if done == (on is not None):
        raise click.UsageError("Say --on DATE, or --done.")
    with context.library() as library:
        found = library.resolve(article)
        when = day(on, library.today()) if on else None
        if on and when is None:
            raise click.BadParameter(f"{on!r} is no day; try 2026-01-31.", param_hint="--on")
        if quote and when:
            mark = library.highlight(found, *library.find_quote(found, quote))
            library.set_passage_follow_up(mark.id, FollowUp(when, why))
            return
        if done:
            library.follow_up_done([found])
        library.set_follow_up(found, FollowUp(when, why) if when else None)
