import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.cleaning.language import detect_language, small_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The council said on Monday that it would not pay for the bridge because it was old.",
            "en",
        ),
        (
            "Der Rat sagte am Montag, dass er die Brücke nicht bezahlen will, weil sie alt ist.",
            "de",
        ),
        ("Le conseil a dit lundi qu'il ne paierait pas pour le pont, car il est trop vieux.", "fr"),
        (
            "El consejo dijo el lunes que no pagaría por el puente porque es muy viejo para ello.",
            "es",
        ),
        (
            "Il consiglio ha detto che non pagherà per il ponte perché è troppo vecchio.",
            "it",
        ),
        (
            "O conselho disse que não vai pagar pela ponte porque ela é muito velha para a cidade.",
            "pt",
        ),
        ("De raad zei maandag dat hij niet voor de brug zal betalen omdat die te oud is.", "nl"),
        (
            "Rada powiedziała w poniedziałek, że nie zapłaci za most, bo jest on już bardzo stary.",
            "pl",
        ),
        (
            "Rådet sade på måndagen att det inte ska betala för bron för att den är för gammal.",
            "sv",
        ),
        (
            "Совет сообщил в понедельник, что не будет платить за мост, так как он очень старый.",
            "ru",
        ),
        (
            "Рада повідомила в понеділок, що не буде платити за міст, бо він дуже старий і малий.",
            "uk",
        ),
        ("市议会周一表示不会支付修桥的费用因为这座桥已经太旧了无法再修理了", "zh"),
        ("市議会は月曜日に、橋が古すぎるため修理の費用を支払わないと発表しました。", "ja"),
        ("시의회는 월요일에 다리가 너무 오래되어 수리비를 지불하지 않겠다고 밝혔다.", "ko"),
        ("قال المجلس يوم الاثنين إنه لن يدفع ثمن الجسر لأنه قديم جدا", "ar"),
        ("המועצה הודיעה ביום שני כי לא תשלם עבור הגשר משום שהוא ישן מדי", "he"),
    ],
)
def test_a_sentence_or_two_settle_it(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "12 345", "Home", "Sport Politik Video Wetter Home", "…" * 90]
)
def test_too_little_gives_none(text: str) -> None:
    assert detect_language(text) is None


def test_no_small_words_for_an_unknown_language() -> None:
    assert small_words(None) == small_words("xx") == frozenset()
    assert "the" in small_words("en")


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    language = detect_language(text)
    assert language is None or len(language) == 2
