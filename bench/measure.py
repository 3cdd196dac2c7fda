# SPDX-License-Identifier: Apache-2.0
"""What /proc and strace say about the daemon and its readers."""

import os
import pathlib
import re

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


def stat(pid):
    """proc(5): user and system ticks, own and of the children waited for; resident pages. None when gone."""
    try:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    return [int(fields[i]) for i in (11, 12, 13, 14)], int(fields[21]) * PAGE


def children(pid):
    try:
        tasks = os.listdir(f"/proc/{pid}/task")
        lists = [pathlib.Path(f"/proc/{pid}/task/{t}/children").read_text() for t in tasks]
    except OSError:
        return []
    return [int(child) for text in lists for child in text.split()]


def usage(pid):
    """CPU seconds so far and resident bytes now, of a process and its children living and dead."""
    ticks, resident = 0, {}
    for one in [pid, *children(pid)]:
        found = stat(one)
        if found:
            ticks += sum(found[0])
            resident[one] = found[1]
    return ticks / TICKS, resident.get(pid, 0), sum(resident.values())


def threads(pid):
    """Per thread name: (CPU seconds, seconds ready but without a CPU), from schedstat."""
    times = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        base = pathlib.Path(f"/proc/{pid}/task/{task}")
        try:
            name = base.joinpath("comm").read_text().strip()
            ran, waited = [int(n) / 1e9 for n in base.joinpath("schedstat").read_text().split()[:2]]
        except OSError:
            continue
        before = times.get(name, (0.0, 0.0))
        times[name] = (before[0] + ran, before[1] + waited)
    return times


def since(before, after):
    return {name: tuple(b - a for a, b in zip(before.get(name, (0.0, 0.0)), now)) for name, now in after.items()}


# ── strace ───────────────────────────────────────────────────────────────────────────────────────
SYNC = re.compile(r"^(\d+) +(\d+\.\d+) (f(?:data)?sync)\(\d+<(.*?)>.* = 0 <(\d+\.\d+)>")
RESUMED = re.compile(r"^(\d+) +(\d+\.\d+) <\.\.\. (f(?:data)?sync) resumed>.* = 0 <(\d+\.\d+)>")
BEGUN = re.compile(r"^(\d+) +\d+\.\d+ f(?:data)?sync\(\d+<(.*?)> <unfinished")


def kind_of(path):
    name = pathlib.Path(path).name
    if "edi-out" in path:
        return "answer file or folder"
    if "edi-in" in path:
        return "drop folder"
    return "database log (WAL)" if name.endswith("-wal") else f"database ({name})" if ".db" in name else "other"


def syncs(trace, begin, end):
    """From a trace of `strace -f -ttt -T -y`: per thread id and kind of file (count, seconds), between two moments."""
    found, open_calls = {}, {}
    for line in pathlib.Path(trace).read_text(errors="replace").splitlines():
        begun = BEGUN.match(line)
        if begun:
            open_calls[begun[1]] = begun[2]
            continue
        whole, resumed = SYNC.match(line), RESUMED.match(line)
        match = whole or resumed
        if not match or not begin <= float(match[2]) <= end:
            continue
        path = whole[4] if whole else open_calls.get(resumed[1], "")
        key = (int(match[1]), kind_of(path))
        count, seconds = found.get(key, (0, 0.0))
        found[key] = (count + 1, seconds + float(match[whole.lastindex if whole else resumed.lastindex]))
    return found
