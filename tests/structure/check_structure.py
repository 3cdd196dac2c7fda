#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the tree against what it says of itself: check_structure.py RULE [--binary BESTELD].

Rules: layers headers names pure ownership coroutines files words events settings glossary report all.
Prints FILE:LINE: fault and ends with 1 when there is one.
"""
import argparse
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST_LINES = 500
CODE = ("src", "parsers")
SOURCES = ("src", "parsers", "tests", "bench")
SKIPPED = {".git", "build", "__pycache__"}
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


# ── the tree ─────────────────────────────────────────────────────────────────────────────────────
def files(*folders: str, endings: tuple[str, ...] = (".cpp", ".hpp")) -> list[Path]:
    found = []
    for folder in folders:
        for path, names, entries in os.walk(ROOT / folder):
            names[:] = sorted(n for n in names if n not in SKIPPED)
            found += [Path(path) / e for e in sorted(entries) if e.endswith(endings)]
    return found


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def without_comments(source: str, keep_strings: bool = True) -> str:
    """Comments become blanks, line ends stay, so that offsets and line numbers hold."""
    pieces = re.compile(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\'', re.S)

    def blank(match: re.Match) -> str:
        piece = match.group(0)
        is_comment = piece.startswith(("//", "/*"))
        return re.sub(r"[^\n]", " ", piece) if is_comment or not keep_strings else piece

    return pieces.sub(blank, source)


def line_of(source: str, offset: int) -> int:
    return source.count("\n", 0, offset) + 1


# ── layers.txt ───────────────────────────────────────────────────────────────────────────────────
@dataclass
class Layers:
    rooms: dict[str, set[str]] = field(default_factory=dict)
    headers: dict[str, list[str]] = field(default_factory=dict)
    pure: list[str] = field(default_factory=list)
    exceptions: dict[tuple[str, str], str] = field(default_factory=dict)
    domains: set[str] = field(default_factory=set)

    def room_of(self, path: str) -> str | None:
        """The longest room that holds the path; `parsers/*` stands for each format."""
        parts = path.split("/")
        for size in range(len(parts) - 1, 0, -1):
            folder = "/".join(parts[:size])
            if folder in self.rooms or (parts[0] == "parsers" and size == 2):
                return folder
        return None

    def allowed(self, room: str) -> set[str]:
        return self.rooms.get(room) or self.rooms.get("parsers/*" if room.startswith("parsers/") else room, set())

    def may_use(self, room: str, other: str) -> bool:
        allowed = self.allowed(room)
        any_format = other.startswith("parsers/") and room == "parsers" and "parsers/*" in allowed
        return room == other or other in allowed or any_format or (room, f"uses {other}") in self.exceptions


def read_layers() -> Layers:
    layers = Layers()
    for number, line in enumerate(text(ROOT / "tests/structure/layers.txt").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        word, _, rest = line.partition(" ")
        head, _, tail = (p.strip() for p in rest.partition(":"))
        if word == "room":
            layers.rooms[head] = set(tail.split())
        elif word == "header":
            layers.headers[head] = tail.split()
        elif word == "pure":
            layers.pure.append(head)
        elif word == "except" and tail:
            first, _, second = head.partition(" ")
            layers.exceptions[(first, second)] = tail
        elif word == "domain" and tail:
            layers.domains.add(head)
        else:
            sys.exit(f"tests/structure/layers.txt:{number}: nobody understands '{line}' (a reason is needed)")
    return layers


# ── includes ─────────────────────────────────────────────────────────────────────────────────────
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def included_path(path: Path, header: str) -> str | None:
    """A header of ours as a path from the root, or None."""
    for folder in (ROOT / "src", ROOT, path.parent):
        if (folder / header).is_file():
            return name(folder / header)
    return None


def check_layers(layers: Layers) -> list[str]:
    faults = []
    for path in files(*CODE):
        room = layers.room_of(name(path))
        source = text(path)
        if room is None:
            faults.append(f"{name(path)}:1: stands in no room of layers.txt")
            continue
        for match in INCLUDE.finditer(source):
            if match[1] != '"':
                continue
            where = f"{name(path)}:{line_of(source, match.start(2))}"
            other = included_path(path, match[2])
            if other is None:
                faults.append(f'{where}: "{match[2]}" is no header of ours; foreign ones stand in < >')
            elif (target := layers.room_of(other)) and not layers.may_use(room, target):
                faults.append(f"{where}: {room} may not use {target} ({other})")
    return faults


STANDARD = re.compile(r"^[a-z_0-9]+$")  # <vector>, <cstdint>
C_STANDARD = {"assert.h", "errno.h", "signal.h", "stdint.h", "stdlib.h", "string.h", "time.h"}


def check_headers(layers: Layers) -> list[str]:
    faults = []
    for path in files(*CODE):
        source = text(path)
        for match in INCLUDE.finditer(source):
            header = match[2]
            if match[1] == '"' or STANDARD.match(header) or header in C_STANDARD:
                continue
            where = f"{name(path)}:{line_of(source, match.start(2))}"
            known = [p for p in layers.headers if header.startswith(p)]
            if not known:
                faults.append(f"{where}: <{header}> has no room in layers.txt")
                continue
            homes = layers.headers[max(known, key=len)]
            if not any(name(path).startswith((home + "/", home + ".")) for home in homes):
                faults.append(f"{where}: <{header}> belongs to {', '.join(homes)} only")
    return faults


DEFINED = re.compile(r"^(?:struct|class|enum class) (\w+)(?: final)?(?: :[^{;]*)?\s*\{", re.M)


def check_names(_: Layers) -> list[str]:
    """One name, one type: two of them in one namespace are each other's code after linking, and no linker says so."""
    first: dict[tuple[str, str], str] = {}
    faults = []
    for path in files(*CODE, endings=(".hpp",)):
        source = without_comments(text(path), keep_strings=False)
        spaces = [(m.start(), m[1]) for m in re.finditer(r"^namespace ([\w:]+) \{", source, re.M)]
        for match in DEFINED.finditer(source):
            where = f"{name(path)}:{line_of(source, match.start())}"
            space = max((s for s in spaces if s[0] < match.start()), default=(0, ""))[1]
            other = first.setdefault((space, match[1]), where)
            if other != where:
                faults.append(f"{where}: {match[1]} is another type in {other}")
    return faults


# Clock, environment, disk, threads and chance: what a pure function does not know.
IMPURE = re.compile(r"_clock::now|\bgetenv\b|\bstd::time\(|\brand\(|\brandom_device\b|\brandom_hex\b|"
                    r'<(?:filesystem|fstream|iostream|thread|mutex|future|random)>|"base/(?:durable_file|log)\.hpp"')


def check_pure(layers: Layers) -> list[str]:
    faults = []
    for path in files(*layers.pure):
        source = without_comments(text(path))
        for match in IMPURE.finditer(source):
            if ("pure", name(path)) not in layers.exceptions:
                faults.append(f"{name(path)}:{line_of(source, match.start())}: '{match[0]}' in a pure room")
    return faults


# ── habits of the code ───────────────────────────────────────────────────────────────────────────
def check_ownership(layers: Layers) -> list[str]:
    """No `new` outside unique_ptr<T>(new T…), which private constructors need; no task without an owner."""
    faults = []
    for path in files(*SOURCES):
        source = without_comments(text(path), keep_strings=False)
        owned = re.sub(r"unique_ptr<[^;=]*?>(?:\s*\w+)?\s*[({]\s*new\b", lambda m: " " * len(m[0]), source)
        for match in re.finditer(r"\bnew\b|\bdelete\s+\w|\bdetached\b", owned):
            rule = "detached" if match[0] == "detached" else "new"
            if (rule, name(path)) not in layers.exceptions:
                faults.append(f"{name(path)}:{line_of(source, match.start())}: '{match[0]}'")
    return faults


def check_coroutines(layers: Layers) -> list[str]:
    """One co_await per statement, without captures, ?: or a second one beside it (style.md 7)."""
    faults = []
    for path in files("src"):
        source = without_comments(text(path), keep_strings=False)
        for match in re.finditer(r"[^;{}]+", source):
            statement = match[0]
            if "co_await" not in statement:
                continue
            wrong = ("two co_await" if statement.count("co_await") > 1 else
                     "a capture" if re.search(r"\[[&=\w, ]*\]\s*\(", statement) else
                     "?:" if re.search(r"\?[^:]*:(?!:)", statement) else "")
            if wrong and ("coroutines", name(path)) not in layers.exceptions:
                at = match.start() + statement.index("co_await")
                faults.append(f"{name(path)}:{line_of(source, at)}: co_await in a statement with {wrong}")
    return faults


def check_files(layers: Layers) -> list[str]:
    faults = []
    for path in files(*SOURCES):
        source = text(path)
        if not source.startswith("// SPDX-License-Identifier: Apache-2.0\n"):
            faults.append(f"{name(path)}:1: the first line is the SPDX line")
        if path.suffix == ".hpp" and "\n#pragma once\n" not in source:
            faults.append(f"{name(path)}:1: a header says #pragma once")
    for path in files(*SOURCES, "cmake", "systemd", endings=(".cpp", ".hpp", ".py", ".cmake", ".txt", ".sh")):
        lines = text(path).count("\n")
        if lines > MOST_LINES and ("size", name(path)) not in layers.exceptions:
            faults.append(f"{name(path)}:{MOST_LINES}: {lines} lines; {MOST_LINES} at most")
    return faults


# ── words that must not stand in the project ─────────────────────────────────────────────────────
SECRET = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abp]-\w{10,}")
MACHINE = re.compile(r"(?<![\w.$}])/(?:home|Users|root|work|mnt|media)/\w")
ADDRESS = re.compile(r"(?:[A-Za-z0-9._%+-]+@|https?://)([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)")
OURS = re.compile(r"(?:^|\.)(?:example|invalid|test|localhost|localdomain)$|^\d+(?:\.\d+){3}$", re.I)
TEXTS = (".cpp", ".hpp", ".py", ".cmake", ".txt", ".md", ".sh", ".toml", ".csv", ".tpl", ".json", ".service", ".css",
         ".js", ".yml", ".yaml", ".eml", ".edi", ".xml", ".expect", "Makefile", "LICENSE")


def check_words(layers: Layers) -> list[str]:
    faults = []
    for path in files(".", endings=TEXTS):
        if name(path).startswith("tests/structure/"):
            continue
        source = text(path)
        for pattern, what in ((SECRET, "a secret"), (MACHINE, "a path of one machine")):
            for match in pattern.finditer(source):
                faults.append(f"{name(path)}:{line_of(source, match.start())}: {what}: {match[0]}")
        for match in ADDRESS.finditer(source):
            if not OURS.search(match[1]) and match[1].lower() not in layers.domains and "systemd" not in match[0]:
                faults.append(f"{name(path)}:{line_of(source, match.start())}: a real domain: {match[0]}")
    return faults


# ── the documents ────────────────────────────────────────────────────────────────────────────────
def table_rows(document: str) -> dict[str, list[str]]:
    """First column (in backticks) → the other columns, of every table row."""
    rows = {}
    for line in text(ROOT / "docs" / document).splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if line.startswith("| `") and len(cells) > 1:
            rows[cells[0].strip("`")] = cells[1:]
    return rows


def logged_events() -> dict[str, str]:
    """Event name → where it is written: the literals before the first brace of a log call, and the names
    that steps of the life cycle carry into the log."""
    events = {}
    for path in files("src"):
        source = without_comments(text(path))
        calls = [source[m.end():source.find("{", m.end())].split(");")[0]
                 for m in re.finditer(r"\b(?:log::(?:info|warning|error|write)|message_step)\(", source)]
        steps = re.findall(r'\.event = [^;{}]*?(?=[,}])', source)
        if name(path) == "src/order/state.cpp":
            steps += re.findall(r'"T\d+b?",\s*\w+,\s*"[a-z_.]+"', source)
            steps += re.findall(r'"[a-z_]+\.[a-z_]+"', source)
        for piece in calls + steps:
            for literal in LITERAL.findall(piece):
                if re.fullmatch(r"[a-z_]+(?:\.[a-z_]+)?", literal):
                    events.setdefault(literal, name(path))
    return events


def check_events(_: Layers) -> list[str]:
    documented = table_rows("events.md")
    written = logged_events()
    faults = [f"{where}:1: event '{event}' does not stand in docs/events.md"
              for event, where in sorted(written.items()) if event not in documented]
    faults += [f"docs/events.md:1: nobody writes the event '{event}'" for event in sorted(documented) if event not in written]
    faults += [f"docs/events.md:1: '{event}' needs a level, a meaning and a remedy" for event, cells in documented.items()
               if len(cells) < 3 or not all(cells)]
    return faults


def check_settings(_: Layers, binary: str) -> list[str]:
    out = subprocess.run([binary, "settings"], capture_output=True, text=True, timeout=60, check=True).stdout
    document = text(ROOT / "docs/settings.md")
    return [f"docs/settings.md:1: this line of `besteld settings` is missing: {line}"
            for line in out.splitlines() if line not in document.splitlines()] + \
           [f"docs/settings.md:1: `besteld settings` does not say: {line}"
            for line in document.splitlines() if line.startswith("| `") and line not in out.splitlines()]


def check_glossary(_: Layers) -> list[str]:
    code = "\n".join(without_comments(text(p)) for p in files(*CODE))
    return [f"docs/glossary.md:1: the code knows no '{word}'" for word in table_rows("glossary.md")
            if not re.search(rf"\b{re.escape(word)}\b", code)]


def check_report(_: Layers) -> list[str]:
    """Every member that `besteld read --json` writes is explained."""
    source = text(ROOT / "src/app/read_report.cpp")
    document = set(re.findall(r'[`"](\w+)[`"]', text(ROOT / "docs/read-json.md")))
    members = set(re.findall(r'[{]"(\w+)", |out\["(\w+)"\]', source))
    return [f"docs/read-json.md:1: the member '{m}' is not explained" for m in sorted({a or b for a, b in members} - document)]


RULES = {"layers": check_layers, "headers": check_headers, "names": check_names, "pure": check_pure, "ownership": check_ownership,
         "coroutines": check_coroutines, "files": check_files, "words": check_words, "events": check_events,
         "glossary": check_glossary, "report": check_report}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rule", choices=[*RULES, "settings", "all"])
    arguments.add_argument("--binary", help="the program, for `settings`")
    arguments.add_argument("--root", type=Path, help="another tree, for testing the rules")
    given = arguments.parse_args()
    global ROOT
    ROOT = given.root or ROOT
    layers = read_layers()
    faults = []
    for rule, check in RULES.items():
        if given.rule in (rule, "all"):
            faults += check(layers)
    if given.rule == "settings" or (given.rule == "all" and given.binary):
        if not given.binary:
            print("no --binary: skipped")
            return 77
        faults += check_settings(layers, given.binary)
    print("\n".join(faults) or f"{given.rule}: as it should be")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
