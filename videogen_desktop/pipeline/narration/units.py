"""Units of measurement as they are read aloud: ``2 μg/kg/day`` -> ``2 micrograms per kilogram per day``."""

from __future__ import annotations

import re
from typing import Final

from videogen_desktop.pipeline.narration.numerals import NUMBER, lowered, small_in_words
from videogen_desktop.pipeline.narration.wordlists import listed

_PREFIXES = {
    "f": "femto",
    "p": "pico",
    "n": "nano",
    "μ": "micro",
    "u": "micro",
    "m": "milli",
    "c": "centi",
    "d": "deci",
    "k": "kilo",
    "M": "mega",
    "G": "giga",
}
# Symbol: (prefixes it is used with, singular, plural). An empty prefix list means only the bare unit.
_PREFIXED = {
    "m": (" n μ u m c k", "meter", "meters"),
    "g": (" f p n μ u m k", "gram", "grams"),
    "l": (" f p n μ u m c d", "liter", "liters"),
    "L": (" f p n μ u m c d", "liter", "liters"),
    "s": (" f p n μ u m", "second", "seconds"),
    "sec": (" n μ u m", "second", "seconds"),
    "M": (" f p n μ u m", "molar", "molar"),
    "mol": (" f p n μ u m k", "mole", "moles"),
    "V": (" n μ u m k", "volt", "volts"),
    "A": ("f p n μ u m", "ampere", "amperes"),
    "W": (" n μ u m k", "watt", "watts"),
    "Hz": (" m k M G", "hertz", "hertz"),
    "Pa": (" m k M G", "pascal", "pascals"),
    "J": (" n μ u m k", "joule", "joules"),
    "N": ("p n μ u m", "newton", "newtons"),
    "Da": (" k M", "dalton", "daltons"),
    "Gy": (" m c", "gray", "grays"),
    "Sv": (" m μ", "sievert", "sieverts"),
    "Bq": (" k M G", "becquerel", "becquerels"),
    "Ci": ("n μ u m", "curie", "curies"),
    "U": (" n μ u m k", "unit", "units"),
    "IU": (" μ u m k", "-international unit", "-international units"),
    "Eq": ("μ u m", "equivalent", "equivalents"),
    "Osm": ("m", "osmole", "osmoles"),
    "eV": (" m k M G", "electronvolt", "electronvolts"),
    "cal": ("k", "calorie", "calories"),
    "bp": (" k M G", "base pair", "base pairs"),
    "b": ("k M G", "base", "bases"),
    "T": (" m", "tesla", "teslas"),
    "Ω": (" k M G", "ohm", "ohms"),
    "bar": (" m", "bar", "bars"),
}
_SINGLE = {
    "h": ("hour", "hours"),
    "hr": ("hour", "hours"),
    "hrs": ("hours", "hours"),
    "min": ("minute", "minutes"),
    "mins": ("minutes", "minutes"),
    "secs": ("seconds", "seconds"),
    "d": ("day", "days"),
    "wk": ("week", "weeks"),
    "wks": ("weeks", "weeks"),
    "mo": ("month", "months"),
    "mos": ("months", "months"),
    "y": ("year", "years"),
    "yr": ("year", "years"),
    "yrs": ("years", "years"),
    "Ma": ("million years", "million years"),
    "Myr": ("million years", "million years"),
    "Mya": ("million years ago", "million years ago"),
    "KHz": ("kilohertz", "kilohertz"),
    "mmHg": ("millimeter of mercury", "millimeters of mercury"),
    "mm Hg": ("millimeter of mercury", "millimeters of mercury"),
    "cmH₂O": ("centimeter of water", "centimeters of water"),
    "cm H₂O": ("centimeter of water", "centimeters of water"),
    "dB": ("decibel", "decibels"),
    "Å": ("angstrom", "angstroms"),
    "ppm": ("part per million", "parts per million"),
    "ppb": ("part per billion", "parts per billion"),
    "rpm": ("revolution per minute", "revolutions per minute"),
    "bpm": ("beat per minute", "beats per minute"),
    "fps": ("frame per second", "frames per second"),
    "nt": ("nucleotide", "nucleotides"),
    "ha": ("hectare", "hectares"),
    "ft": ("foot", "feet"),
    "lb": ("pound", "pounds"),
    "lbs": ("pounds", "pounds"),
    "kph": ("kilometer per hour", "kilometers per hour"),
    "°C": ("degree Celsius", "degrees Celsius"),
    "°F": ("degree Fahrenheit", "degrees Fahrenheit"),
    "°K": ("kelvin", "kelvin"),
    "°": ("degree", "degrees"),
}


def _table() -> dict[str, tuple[str, str]]:
    table = dict(_SINGLE)
    for symbol, (prefixes, singular, plural) in _PREFIXED.items():
        for prefix in prefixes.split(" "):
            name = _PREFIXES.get(prefix, "")
            table[prefix + symbol] = ((name + singular).lstrip("-"), (name + plural).lstrip("-"))
    return table


UNITS: Final = _table()
_NAMES = {name for names in UNITS.values() for name in names}
_COUNTED = set(
    listed(
        "second minute hour day night week month year person patient participant subject child animal mouse "
        "rat cell pair plate well field colony embryo slide site visit session group arm dose litre liter "
        "kilogram million thousand case woman man individual sample gene genome base"
    )
)
# Single letters that are more often a name (Fig. 5 A, factor V) than a unit: they need a decimal before them.
_DOUBTFUL = {"V", "W", "J", "N", "A", "M", "T", "U", "y"}
_BY_LENGTH = sorted(UNITS, key=len, reverse=True)
_SYMBOL = "|".join(re.escape(symbol) for symbol in _BY_LENGTH)
_POWER = r"(?:⁻?[¹²³⁴]|⁻¹)?"
_MEASURE = re.compile(
    rf"(?P<article>\b(?:an?|the|one|each|every|per|single)\s)?(?<![\w.])(?P<number>{NUMBER})(?P<gap>\s?-?)"
    rf"(?P<unit>{_SYMBOL})(?P<power>{_POWER})(?![\w²³⁴⁺])(?!\.\d)"
)
_FURTHER = re.compile(
    rf"\s?(?P<sign>/|·|\.|\bper\s|\s)\s?(?P<unit>{_SYMBOL}|[a-z]+)(?P<power>{_POWER})(?![\w²³⁴⁺])"
)
_RATE = re.compile(rf"(?<=[A-Za-z]|\d)\s?/\s?(?P<unit>{_SYMBOL}|[a-z]+)(?P<power>{_POWER})(?![\w²³⁴⁺])")
_LONE = re.compile(r"(?<![\w])(μ(?:m|g|l|L|M|s|V|A|mol|W)|k?Da|mmHg|°C|°F|kΩ|MΩ|μm[²³])(?![\w])")
_LONE_RATE = re.compile(
    rf"(?<![\w.])(?P<unit>{'|'.join(re.escape(symbol) for symbol in _BY_LENGTH if len(symbol) > 1)})"
    rf"(?P<power>{_POWER})(?=\s?/\s?(?:{_SYMBOL})(?!\w))"
)
_PER_BEFORE = re.compile(rf"(?<=\bper\s)(?P<unit>{_SYMBOL})(?P<power>{_POWER})(?![\w²³⁴⁺])")
# "5 kb regions" and "24 h incubation", but "16 mg prednisolone" is of prednisolone and stays plural.
_MEASURES_OF_NOUNS = {"bp", "kb", "kbp", "Mb", "Mbp", "nm", "μm", "mm", "cm", "h", "min"}
_NOT_NOUNS = set(
    listed(
        "and or of in on at to by for from with was were is are per each every once twice daily weekly "
        "after before then until than versus when while over above below apart long wide deep high old away "
        "ago later earlier but who that which had has have"
    )
)


def speak_units(text: str) -> str:
    """Replace the symbols of units by their names, in the number that the quantity asks for."""
    out, position = [], 0
    for match in _MEASURE.finditer(text):
        if match.start() < position or _is_name(match):
            continue
        spoken, end = _quantity(text, match)
        out += [text[position : match.start()], spoken]
        position = end
    text = "".join([*out, text[position:]])
    text = _LONE_RATE.sub(lambda match: _named(match["unit"], match["power"], plural=True), text)
    text = _RATE.sub(_rate, text)
    text = _PER_BEFORE.sub(lambda match: _named(match["unit"], match["power"], plural=False), text)
    return _LONE.sub(lambda match: _lone(match[1]), text)


def _is_name(match: re.Match[str]) -> bool:
    attached = not match["gap"]
    after_power = match.string[: match.start("number")].endswith("to the minus ")
    if match["unit"] in _DOUBTFUL and not match["power"] and not after_power:
        return attached or "." not in match["number"]
    # "5d" and "3m" are names of things, "2.5m" and "24h" are quantities
    return (
        attached and match["unit"] in {"m", "d", "b", "l", "L", "Pa", "s", "c"} and "." not in match["number"]
    )


def _quantity(text: str, match: re.Match[str]) -> tuple[str, int]:
    hyphen = match["gap"].endswith("-")
    following = re.match(r"\s([a-z]+)", text[match.end() :])
    of_a_noun = bool(
        (match["article"] or match["unit"] in _MEASURES_OF_NOUNS)
        and following
        and following[1] not in _NOT_NOUNS
        and not following[1].endswith("ly")
    )
    plural = float(match["number"]) != 1 and not hyphen and not of_a_noun
    words = [_named(match["unit"], match["power"], plural=plural)]
    end = match.end()
    while further := _FURTHER.match(text, end):
        name = _next_name(further)
        if not name:
            break
        words.append(name)
        end = further.end()
    return f"{match['article'] or ''}{match['number']} {' '.join(words)}", end


def _next_name(further: re.Match[str]) -> str:
    sign, unit, power = further["sign"].strip(), further["unit"], further["power"]
    per = sign in {"/", "per"} or "⁻" in power
    if unit not in UNITS and not (per and _countable(unit)):
        return ""
    if not per and sign != "·":
        return ""
    name = _named(unit, power.replace("⁻", ""), plural=False)
    return f"per {name}" if per else name


def _rate(match: re.Match[str]) -> str:
    unit = match["unit"]
    before = match.string[match.start() - 1]
    symbol_like = len(unit) > 1 or (before.islower() and unit in {"h", "d", "L", "l", "g", "s"})
    if (unit in UNITS and symbol_like) or (_countable(unit) and _counts(match.string[: match.start()])):
        return f" per {_named(unit, match['power'], plural=False)}"
    return match.group()


def _counts(before: str) -> bool:
    """Whether a text ends in what can be so many per something: beats, grams, a number."""
    last = re.search(r"(\w+)$", before)
    return bool(last and (last[1].endswith("s") or last[1][-1].isdigit() or last[1] in _NAMES - _COUNTED))


def _countable(word: str) -> bool:
    return word in _COUNTED


def _named(unit: str, power: str, *, plural: bool) -> str:
    name = UNITS[unit][plural] if unit in UNITS else unit
    if power.startswith("⁻"):
        rest = power[1:]
        return f"per {_powered(UNITS[unit][0] if unit in UNITS else unit, rest)}"
    return _powered(name, power)


def _powered(name: str, power: str) -> str:
    if power in {"", "¹"}:
        return name
    known = {"²": "square ", "³": "cubic "}.get(power)
    return known + name if known else f"{name} to the {small_in_words(int(lowered(power)))}"


def _lone(symbol: str) -> str:
    power = symbol[-1] if symbol[-1] in "²³" else ""
    return _named(symbol.removesuffix(power), power, plural=True)
