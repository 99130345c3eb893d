"""Money in every style the press writes it."""

import pytest

from reader.model import FigureKind
from reader.text.recognition.figures import find_figures


def money(text: str, language: str | None = None):
    found = find_figures(text, None, language)
    return [(f.text, f.value, f.value_to, f.unit) for f in found if f.kind is FigureKind.MONEY]


@pytest.mark.parametrize(
    ("text", "span", "value", "unit"),
    [
        ("They raised $1.24B on Monday.", "$1.24B", 1.24e9, "USD"),
        ("A $151m purchase", "$151m", 151e6, "USD"),
        ("An $800 billion gap", "$800 billion", 800e9, "USD"),
        ("It lost US$ 5 million.", "US$ 5 million", 5e6, "USD"),
        ("It lost US $473 million.", "US $473 million", 473e6, "USD"),
        ("It cost A$20.", "A$20", 20, "AUD"),
        ("It cost C$1.34 a share.", "C$1.34", 1.34, "CAD"),
        ("worth HK$3.5bn now", "HK$3.5bn", 3.5e9, "HKD"),
        ("guidance of $US160 million", "$US160 million", 160e6, "USD"),
        ("posted $500 US bail", "$500 US", 500, "USD"),
        ("paid €4.5bn", "€4.5bn", 4.5e9, "EUR"),
        ("paid £1.2m", "£1.2m", 1.2e6, "GBP"),
        ("paid ¥5,000", "¥5,000", 5000, "JPY"),
        ("EUR50m in revenue", "EUR50m", 50e6, "EUR"),
        ("costs 115.5USD", "115.5USD", 115.5, "USD"),
        ("hold 2.5 trillion rubles", "2.5 trillion rubles", 2.5e12, "RUB"),
        ("fined three hundred million won", "three hundred million won", 3e8, "KRW"),
        ("a Rs 500 crore deal", "Rs 500 crore", 5e9, "INR"),
        ("a loan of 35 lakh rupees", "35 lakh rupees", 3.5e6, "INR"),
        ("a loan of 12,34,567.89 rupees", "12,34,567.89 rupees", 1234567.89, "INR"),
        ("fined 10,000 Swiss francs", "10,000 Swiss francs", 10_000, "CHF"),
        ("8.99 Australian dollars a month", "8.99 Australian dollars", 8.99, "AUD"),
        ("sold 5,000 BTC", "5,000 BTC", 5000, "BTC"),
        ("sold 3 bitcoins", "3 bitcoins", 3, "BTC"),
        ("a million dollars", "a million dollars", 1e6, "USD"),
        ("half a million euros", "half a million euros", 5e5, "EUR"),
        ("twenty MUSD", "twenty MUSD", 20e6, "USD"),
        ("decreased to $-50.8bn", "$-50.8bn", -50.8e9, "USD"),
        ("thirteen dollars forty-five cents", "thirteen dollars forty-five cents", 13.45, "USD"),
        ("down 34 cents", "34 cents", 34, "cent"),
        ("a bid of 470 pence", "470 pence", 470, "pence"),
    ],
)
def test_one_amount(text, span, value, unit):
    assert money(text) == [(span, pytest.approx(value), None, unit)]


@pytest.mark.parametrize(
    ("text", "span", "low", "high"),
    [
        ("between $5 and $7 million", "$5 and $7 million", 5e6, 7e6),
        ("$5 million to $7 million", "$5 million to $7 million", 5e6, 7e6),
        ("a range of $84.75-$90", "$84.75-$90", 84.75, 90),
        ("from $800,000 to $1.3 million", "$800,000 to $1.3 million", 800_000, 1.3e6),
        (
            "between $US140 million and $US150 million",
            "$US140 million and $US150 million",
            140e6,
            150e6,
        ),
    ],
)
def test_a_range(text, span, low, high):
    assert money(text) == [(span, pytest.approx(low), pytest.approx(high), "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "It fell from $5 to $3.",
        "Shares rose from $3 to $5.",
        "The deficit increased by $3 million to $40 million.",
    ],
)
def test_a_change_is_two_amounts_and_no_range(text):
    assert [value_to for _, _, value_to, _ in money(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("528 million francs", "franc"), ("300 pesos", "peso"), ("2 million kroner", "kroner")],
)
def test_a_name_several_currencies_share_is_not_given_a_country(text, unit):
    assert [found[3] for found in money(text)] == [unit]


@pytest.mark.parametrize("text", ["ALL 5 solutions are wrong", "a $", "the won 5 games", "US 5"])
def test_what_only_looks_like_money(text):
    assert money(text) == []


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("de", "rund 1,2 Milliarden Euro Umsatz", 1.2e9, "EUR"),
        ("de", "etwa 2,5 Mio. Euro", 2.5e6, "EUR"),
        ("de", "genau 1.234,56 Euro", 1234.56, "EUR"),
        ("fr", "soit 2,5 milliards d’euros", 2.5e9, "EUR"),
        ("fr", "soit 1 500 euros", 1500, "EUR"),
        ("es", "unos 2 mil millones de dólares", 2e9, "USD"),
        ("it", "oltre 1,5 miliardi di euro", 1.5e9, "EUR"),
        ("pt", "cerca de R$ 2,5 milhões", 2.5e6, "BRL"),
        ("nl", "ruim 1,5 miljard euro", 1.5e9, "EUR"),
        ("ru", "более 2,5 трлн рублей", 2.5e12, "RUB"),
        ("zh", "价值2.5万亿元", 2.5e12, "CNY"),
        ("zh", "约300亿美元", 300e8, "USD"),
    ],
)
def test_other_languages(language, text, value, unit):
    assert [found[1:] for found in money(text, language)] == [(pytest.approx(value), None, unit)]


def test_a_token_called_after_an_amount_is_no_money():
    text = "Most of it is in one token, BRL8. Bonds behind BRL8 fall due. A box costs BRL8 million."
    assert [figure.text for figure in find_figures(text, None, None)] == ["BRL8 million"]


def test_a_code_and_a_digit_are_money_where_no_token_is_near():
    text = "Oil rose by USD5 a barrel, and freight by EUR9."
    assert [figure.text for figure in find_figures(text, None, None)] == ["USD5", "EUR9"]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It lost KSh 4.2 billion.", 4.2e9, "KES"),
        ("They paid N1,200 for it.", 1200, "NGN"),
        ("R4.2 billion was spent.", 4.2e9, "ZAR"),
        ("Tk 300 crore", 3e9, "BDT"),
    ],
)
def test_currencies_of_africa_and_asia_as_their_press_writes_them(text, value, unit):
    assert [(f.value, f.unit) for f in find_figures(text, None, "en")] == [(value, unit)]


def test_a_letter_before_a_small_number_is_no_currency():
    assert find_figures("N95 masks and the R350 grant", None, "en") == ()


@pytest.mark.parametrize(
    ("text", "unit"), [("It costs R$ 500.", "BRL"), ("It costs N$300.", "NAD")]
)
def test_a_letter_of_a_dollar_is_no_letter_alone(text, unit):
    assert [f.unit for f in find_figures(text, None, "en")] == [unit]
