"""Recognise money: "$1.24B", "US$ 5", "2.5 trillion rubles", "Rs 500 crore", "5,000 BTC"."""

from dataclasses import replace
from functools import cache

from reader.model import FigureKind
from reader.text.recognition.figures.digits import Number
from reader.text.recognition.figures.draft import Draft, Page, measured
from reader.text.recognition.figures.numbers import MINUS, read_number
from reader.text.recognition.figures.tables import Lookup, lookup, table, words
from reader.text.recognition.figures.tokens import Tokens

_MONEY = FigureKind.MONEY
_LARGE = 1000  # the least magnitude of which one letter says the currency
_CERTAINLY_MONEY = 1000  # so many of a doubtful name are money: 5,000 won, not the won 5
_BESIDE = 5  # tokens to each side that may say that a name is a coin's


@cache
def _codes() -> dict[str, str]:
    """Return the ISO 4217 codes, and what the market writes for some."""
    aliases: dict[str, str] = table("currencies")["codes"]["aliases"]
    return {code: code for code in words("currencies", "codes", "list")} | aliases


@cache
def _before() -> Lookup:
    """Return the signs, letters and codes that stand before an amount."""
    currencies = table("currencies")
    dollars = {
        f"{letters}{gap}$": currency
        for letters, currency in currencies["dollars"].items()
        for gap in (("",) if letters == "A" else ("", " "))  # "A $5 bill" is an article
    }
    dollars |= {f"${letters}": unit for letters, unit in currencies["dollars"].items()}
    doubtful = words("currencies", "doubtful_codes")
    codes = {code: currency for code, currency in _codes().items() if code not in doubtful}
    exact = {**codes, **currencies["signs"], **currencies["prefixes"], **dollars}
    # "us $5" may be a pronoun and an amount.
    lower = {"us$": "USD", "hk$": "HKD", "hk $": "HKD", "nz$": "NZD", "nz $": "NZD"}
    return lookup({**lower, "cad$": "CAD", "nzd$": "NZD"}, exact)


@cache
def _after() -> Lookup:
    """Return the signs, codes, names and tickers that stand after an amount."""
    currencies, crypto = table("currencies"), table("crypto")
    tickers = {ticker: ticker for ticker in crypto["tickers"].split()}
    signs = {sign: unit for sign, unit in currencies["signs"].items() if sign != "￥"}
    exact = {**_codes(), **tickers, **signs, **currencies["postfixes"]}
    shared = {name: name for name in words("currencies", "shared", "names")}
    names = {**shared, **currencies["names"], **currencies["shared"]["parts"], **crypto["names"]}
    return lookup(names, exact)


def openers() -> frozenset[str]:
    """Return the tokens, in lower case, that may begin an amount before its number."""
    large = frozenset(map(str.lower, table("currencies")["large"]))
    return frozenset(_before().longest) | large


def money(page: Page, at: int) -> Draft | None:
    """Return the amount of money beginning at token `at` with its sign, code or letters."""
    tokens = page.tokens
    said, letter = _before().find(tokens, at), _letter(tokens, at)
    if (found := said or letter) is None:
        return None
    unit, after = found
    if tokens.glued(at) and tokens.raw[at - 1][-1:].isalnum():
        return None
    if unit == "JPY" and page.language == "zh":
        unit = "CNY"  # ¥ is both; a Chinese text means its own
    after += tokens.raw[after] in (".", "=") and tokens.raw[after + 1][:1].isdecimal()  # Rs. 5, Y=5
    signed = tokens.raw[after] in MINUS
    number = read_number(tokens, after, page.language, money=True, inner=not signed)
    if number is None or number.high or not tokens.raw[after + signed][:1].isdecimal():
        return None
    large = number.scale >= _LARGE or "," in tokens.raw[number.first]
    if _is_coin(page, at, number) or not (said or large):
        return None
    if tokens.raw[at - 1] in MINUS and tokens.glued(at) and not tokens.glued(at - 1):
        at, number = at - 1, replace(number, value=-number.value)
    draft = measured(replace(number, first=at), number.last, _MONEY, unit)
    return _settled(tokens, draft)


def _letter(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the currency of a letter that touches digits, to be believed of large amounts."""
    unit = table("currencies")["large"].get(tokens.raw[at])
    touches = tokens.glued(at + 1) and tokens.raw[at + 1][:1].isdecimal()
    return (unit, at + 1) if unit and touches else None


def _is_coin(page: Page, at: int, number: Number) -> bool:
    """Tell a token called after an amount, as USD1 is, where the text says that it is one."""
    tokens = page.tokens
    joined = tokens.raw[at] in _codes() and number.first == at + 1 and tokens.glued(at + 1)
    if not joined or number.last != at + 2 or len(tokens.raw[at + 1]) > 1:
        return False
    name = tokens.raw[at] + tokens.raw[at + 1]
    beside = tokens.low[max(0, at - _BESIDE) : at] + tokens.low[number.last : at + _BESIDE]
    if not words("currencies", "coins").isdisjoint(beside):
        page.coins.add(name)
    return name in page.coins


def _settled(tokens: Tokens, draft: Draft) -> Draft:
    """Take in what follows a signed amount: "$500 US", "$31.20 USD", "€5 euros", "$10 30 cents"."""
    last, unit = draft.last, draft.unit
    if unit == "USD":
        unit = table("currencies")["dollars"].get(tokens.raw[last], unit)
        last += tokens.raw[last] in ("US", "U.S.", "USD", "CAD", "AUD", "NZD")
        if last == draft.last:
            unit = draft.unit
        elif (named := _codes().get(tokens.raw[draft.last])) is not None:
            unit = named
    return replace(draft, last=last, unit=unit)


def amount(page: Page, number: Number) -> Draft | None:
    """Return the amount of money that `number` and the currency after it make."""
    tokens, at = page.tokens, number.last
    if (millions := _codes().get(tokens.raw[at][1:])) and tokens.raw[at][0] == "M":
        return measured(
            replace(number, value=number.value * 1e6, scale=1e6), at + 1, _MONEY, millions
        )
    compound = tokens.raw[at] == "-" and tokens.glued(at)
    at += compound
    if (found := _after().find(tokens, at)) is None:
        return _suffixed(page, number)
    unit, last = found
    if not _is_currency(tokens, number, at, unit) or _before_an_amount(tokens, at, last):
        return None
    if len(tokens.raw[at]) == 1 and tokens.raw[at] in "pc" and not tokens.glued(at):
        return None
    if last < tokens.count and tokens.glued(last) and tokens.raw[last].isdecimal():
        return None  # a sign that belongs to the next amount
    return _with_cents(page, measured(number, last, _MONEY, unit))


def _suffixed(page: Page, number: Number) -> Draft | None:
    """Read a doubtful suffix before a currency: "5m euros", "10b rubles"."""
    tokens = page.tokens
    if number.scale != 1 or tokens.low[number.last] not in ("m", "b", "t"):
        return None
    again = read_number(tokens, number.first, page.language, money=True, inner=True)
    if again is None or again.last == number.last or again.first != number.first:
        return None
    found = _after().find(tokens, again.last)
    if found is None or not _is_currency(tokens, again, again.last, found[0]):
        return None
    return measured(again, found[1], _MONEY, found[0])


def _before_an_amount(tokens: Tokens, at: int, last: int) -> bool:
    """Tell a sign or code that opens the next amount ("rmb 10 usd 20") rather than closing this."""
    if tokens.raw[last][:1].isdecimal() and tokens.glued(last):
        return True
    opens = tokens.raw[at].lower() in openers() and not tokens.glued(at)
    return opens and tokens.raw[last][:1].isdecimal() and not tokens.raw[at].isalpha()


def _is_currency(tokens: Tokens, number: Number, at: int, unit: str) -> bool:
    """Tell a currency from a word that looks like one."""
    low, raw = tokens.low[at], tokens.raw[at]
    if low in table("crypto")["names"] and tokens.raw[at + 1][:1].isupper():
        return False  # 882 Bitcoin ATMs
    if low in words("currencies", "doubtful_names"):
        return number.scale > 1 or number.value >= _CERTAINLY_MONEY
    if low in words("crypto", "doubtful"):
        return number.value > 1 and raw.isupper()
    if low == "penny":
        return not number.spelt
    if len(low) == 1 and unit in ("pence", "cent"):
        return raw == low and tokens.glued(at)
    return True


def _with_cents(page: Page, draft: Draft) -> Draft:
    """Add the small change of "thirteen dollars forty-five cents", "10 dollars and 50 cents"."""
    tokens = page.tokens
    at = draft.last + (tokens.low[draft.last] == "and")
    whole = draft.number is not None and draft.number.scale == 1 and draft.value_to is None
    if draft.unit not in ("USD", "EUR", "CAD", "AUD", "GBP") or not whole:
        return draft
    change = read_number(tokens, at, page.language)
    if change is None or not 0 < change.value < 100 or change.scale != 1:
        return draft
    parts = table("currencies")["shared"]["parts"]
    if tokens.low[change.last] not in parts or not isinstance(draft.value, float):
        return draft
    return replace(draft, last=change.last + 1, value=draft.value + change.value / 100)


def pounds_are_money(page: Page, number: Number, at: int) -> bool:
    """Tell pounds of money from weight: by the text's own £ or pence, or by size."""
    tokens = page.tokens
    if tokens.low[at] not in ("pound", "pounds"):
        return False
    if tokens.low[at + 1] in ("of", "per") or tokens.raw[at] != tokens.low[at]:
        return False
    return "£" in tokens.text or " pence" in tokens.text or number.scale >= 1e6
