"""What somebody may write who means harm, or who has a strange keyboard."""

from hypothesis import strategies as st

MARK = "Zq7x"
"""Stands in everything that people here write, so that it is known again wherever it turns up."""

TRICKS = [
    # turns what stands beside it, or pretends that it ended
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    # is not seen
    *"\u200b\u200c\u200d\u2060\ufeff\xad\u115f\u3164\u034f\ufe0f\U000e0041\U000e007f",
    # ends lines, or is no character at all
    *"\0\x07\x1b\r\n\v\f\x1c\x85\u2028\u2029\ufffe\uffff\ud83d\udc00\U0010ffff",
    # stands for something in the texts of the bot
    *"\U000f0000\U000f0001{}$~\"'",
    # markup, and what a messenger makes of bare words
    *("<b>", "</b>", "</code>", '<a href="https://evil.example/">', "<", "&", "&lt;", "&#60;"),
    *("**", "__", "`", "```", "||", "[x](https://evil.example/)", "\\", "tg://user?id=1004"),
    *(" https://evil.example/x ", " evil.org ", " me@evil.org ", " @diego_sandbox "),
    *(" /start ", "/status@baraza_sandbox_bot ", " #free ", " $USD ", " +15550100 "),
    *("سلام", "שלום", "٣", "12:30", "🎥", "👩\u200d👩\u200d👧", "é", "e" + "\u0301" * 12, "ـ" * 40),
]

_PIECES = st.sampled_from(TRICKS) | st.text(max_size=5)


def words(most: int = 6) -> st.SearchStrategy[str]:
    """A text of up to twice so many pieces with the mark among them."""
    some = st.lists(_PIECES, max_size=most).map("".join)
    return st.builds("{}{}{}".format, some, st.just(MARK), some)
