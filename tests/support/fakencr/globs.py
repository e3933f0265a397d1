# SPDX-License-Identifier: Apache-2.0
"""Patterns of policies: *, ** as a segment of its own, ?, [a-z], [^a], {a,b/c} and \\ before a character."""
import re

from .names import Refusal


def matches(pattern, text):
    """True for the empty pattern, too."""
    return not pattern or any(_segments(one.split("/"), text.split("/")) for one in _expanded(pattern))


def check(pattern):
    """Refuses what is no pattern."""
    for one in _expanded(pattern):
        for segment in one.split("/"):
            _expression(segment)


def _segments(pattern, text):
    if not pattern:
        return not text
    if pattern[0] == "**":
        least = 1 if len(pattern) == 1 else 0
        return any(_segments(pattern[1:], text[skip:]) for skip in range(least, len(text) + 1))
    return bool(text) and bool(_expression(pattern[0]).fullmatch(text[0])) and _segments(pattern[1:], text[1:])


def _expanded(pattern):
    """What a pattern with alternatives stands for."""
    begin = _find(pattern, "{", 0)
    if begin < 0:
        return [pattern]
    parts, depth, start, place = [], 0, begin + 1, begin + 1
    while place < len(pattern):
        letter = pattern[place]
        if letter == "\\":
            place += 1
        elif letter == "{":
            depth += 1
        elif letter == "," and depth == 0:
            parts.append(pattern[start:place])
            start = place + 1
        elif letter == "}":
            if depth == 0:
                parts.append(pattern[start:place])
                return [whole for part in parts for whole in _expanded(pattern[:begin] + part + pattern[place + 1:])]
            depth -= 1
        place += 1
    raise Refusal(400, f"the pattern {pattern} does not close a {{")


def _find(pattern, letter, place):
    while place < len(pattern):
        if pattern[place] == "\\":
            place += 2
        elif pattern[place] == letter:
            return place
        else:
            place += 1
    return -1


def _expression(segment):
    text, place = "", 0
    while place < len(segment):
        letter = segment[place]
        place += 1
        if letter == "*":
            text += ".*"
        elif letter == "?":
            text += "."
        elif letter == "\\":
            if place == len(segment):
                raise Refusal(400, f"the pattern {segment} ends with a \\")
            text += re.escape(segment[place])
            place += 1
        elif letter == "[":
            end = segment.find("]", place + 1)
            if end < 0:
                raise Refusal(400, f"the pattern {segment} does not close a [")
            inside = segment[place:end]
            negates = inside.startswith("^")
            text += "[" + ("^" if negates else "") + inside[negates:].replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^") + "]"
            place = end + 1
        else:
            text += re.escape(letter)
    return re.compile(text, re.DOTALL)
