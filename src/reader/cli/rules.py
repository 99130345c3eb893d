"""`reader site-rules`: what is always set aside, and where."""

import click

from reader.cli.context import Context, json_option, print_json
from reader.export import rule_object
from reader.model import SiteRule, UsageError


@click.command("site-rules")
@click.option(
    "--remove",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Let rule N hold no longer; several times for several.",
)
@json_option
@click.pass_obj
def site_rules_(context: Context, remove: tuple[int, ...], as_json: bool) -> None:
    """List what you always set aside, site by site, or remove such rules.

    X makes a rule in the app, of the block under the cursor. What reads the same, upper case,
    spaces and numbers apart, is set aside in every article of the site; R puts it back in one.

    \b
    Examples:
      reader site-rules
      reader site-rules --remove 2
    """
    with context.library() as library:
        rules = library.rules()
        if remove:
            library.remove_rules([_rule(rules, number).id for number in remove])
            library.follow_rules()
        elif as_json:
            print_json([rule_object(rule) for rule in rules])
        else:
            for number, rule in enumerate(rules, 1):
                click.echo(f"{number:>3}  {rule.site}: {' '.join(rule.words.split())}")


def _rule(rules: tuple[SiteRule, ...], number: int) -> SiteRule:
    if number > len(rules):
        raise UsageError("there is no such rule; `reader site-rules` numbers them", str(number))
    return rules[number - 1]
