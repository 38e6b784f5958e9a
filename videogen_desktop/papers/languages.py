"""Languages as the two letters of ISO 639-1, from those and from the three letters that PubMed uses."""

from __future__ import annotations

_THREE_LETTERS = {
    "ara": "ar", "bul": "bg", "cat": "ca", "chi": "zh", "cze": "cs", "dan": "da", "dut": "nl", "eng": "en",
    "est": "et", "fin": "fi", "fre": "fr", "ger": "de", "gre": "el", "heb": "he", "hrv": "hr", "hun": "hu",
    "ice": "is", "ita": "it", "jpn": "ja", "kor": "ko", "lav": "lv", "lit": "lt", "nor": "no", "per": "fa",
    "pol": "pl", "por": "pt", "rum": "ro", "rus": "ru", "slo": "sk", "slv": "sl", "spa": "es", "srp": "sr",
    "swe": "sv", "tur": "tr", "ukr": "uk", "vie": "vi",
}  # fmt: skip


def language_code(name: str) -> str:
    """Return ``en`` for ``EN``, ``en-US`` and ``eng``; English where nothing is said.

    PubMed's codes are those of MARC (https://www.loc.gov/marc/languages/); one that is not known stays.
    """
    code = name.strip().lower().replace("_", "-").partition("-")[0]
    return _THREE_LETTERS.get(code, code) or "en"
