#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""How fast the whole line is: from a full drop folder or mailbox to answers in the outbox, all of it durable.

    bench/run.py [--orders N] [--only folder|mailbox] [--binary PATH] [--pairs N] [--compare SCRIPT]

Each figure stands beside an anchor measured in turn with it (docs/bench.md). Results: a table, and build/bench.json.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))
import bare_loop  # noqa: E402
import peer  # noqa: E402
import trial  # noqa: E402


def median(rows, value):
    return statistics.median(value(row) for row in rows)


def measure(source, options, room):
    """Trials and bare loops in turn, then one traced trial."""
    pairs = []
    for i in range(options.pairs):
        kept = room / "finished.db"
        # How long sending takes is measured once: it is the longest part by far.
        ours = trial.run(room / f"{source}{i}", options.binary, source, options.orders, keep=kept,
                         until="sent" if i == 0 else "queued")
        bare = bare_loop.run(kept, room, options.orders)
        pairs.append({"besteld": ours, "bare_loop": bare})
        say(f"{source} {i + 1}/{options.pairs}: {ours['wall_s']:.2f} s, bare loop {bare['wall_s']:.2f} s")
        shutil.rmtree(room / f"{source}{i}", ignore_errors=True)
    traced = count_syncs(source, options, room)
    return {"pairs": pairs, "traced": traced, "summary": summary(pairs, traced)}


def count_syncs(source, options, room):
    """A run of its own: strace would slow the others. None where it is missing or not allowed to trace."""
    if not shutil.which("strace"):
        say("no strace: syncs are not measured")
        return None
    few = min(options.orders, options.traced_orders)
    try:
        return trial.run(room / f"{source}-traced", options.binary, source, few, traced=True)
    except RuntimeError as error:
        say(f"syncs are not measured: {str(error)[-300:]}")
        return None


def summary(pairs, traced):
    ours = [pair["besteld"] for pair in pairs]
    figures = {
        "orders_per_s": median(ours, lambda r: r["orders"] / r["wall_s"]),
        "orders_per_cpu_s": median(ours, lambda r: r["orders"] / r["cpu_s"]),
        "orders_per_s_until_sent": ours[0]["orders"] / ours[0]["sent_wall_s"],
        "orders_per_cpu_s_until_sent": ours[0]["orders"] / ours[0]["sent_cpu_s"],
        "bare_loop_orders_per_s": median(pairs, lambda p: p["besteld"]["orders"] / p["bare_loop"]["wall_s"]),
        "wall_ratio_to_bare_loop": median(pairs, lambda p: p["bare_loop"]["wall_s"] / p["besteld"]["wall_s"]),
        "cpu_ratio_to_bare_loop": median(pairs, lambda p: p["bare_loop"]["cpu_s"] / p["besteld"]["cpu_s"]),
        "line_cpu_share": median(ours, lambda r: r["threads"]["line"]["cpu_s"] / r["wall_s"]),
        "line_without_cpu_share": median(ours, lambda r: r["threads"]["line"]["no_cpu_s"] / r["wall_s"]),
        "rss_daemon_mb": median(ours, lambda r: r["rss_daemon"] / 1e6),
        "rss_with_readers_mb": median(ours, lambda r: r["rss_with_readers"] / 1e6),
        "rows_per_order": median(pairs, lambda p: p["bare_loop"]["rows"] / p["besteld"]["orders"]),
    }
    if traced:
        figures |= sync_summary(traced)
    return figures


def sync_summary(traced):
    def calls(part, thread):
        return sum(s["calls"] for name, s in traced[part]["by_thread_and_file"].items() if name.startswith(thread))

    def seconds(thread):
        return sum(s["seconds"] for name, s in traced["syncs"]["by_thread_and_file"].items() if name.startswith(thread))

    return {
        "line_syncs_per_order": calls("syncs", "line:") / traced["orders"],
        "intake_syncs_per_order": calls("syncs", "files:") / traced["orders"],
        "syncs_per_order_until_sent": calls("syncs_until_sent", "") / traced["orders"],
        "line_disk_share": seconds("line:") / traced["syncs"]["wall_s"],
    }


ROWS = [
    ("orders_per_s", "orders/s, answers queued", "{:.0f}"),
    ("orders_per_cpu_s", "orders per CPU second (daemon + readers)", "{:.0f}"),
    ("bare_loop_orders_per_s", "bare SQLite loop, orders/s", "{:.0f}"),
    ("wall_ratio_to_bare_loop", "ratio to the bare loop, wall", "{:.2f}"),
    ("cpu_ratio_to_bare_loop", "ratio to the bare loop, CPU", "{:.2f}"),
    ("line_cpu_share", "line thread: computing", "{:.0%}"),
    ("line_without_cpu_share", "line thread: ready, no CPU free", "{:.0%}"),
    ("line_disk_share", "line thread: waiting for the disk (traced run)", "{:.0%}"),
    ("line_syncs_per_order", "syncs per order, line (traced run)", "{:.3f}"),
    ("intake_syncs_per_order", "syncs per order, intake files (traced run)", "{:.3f}"),
    ("syncs_per_order_until_sent", "syncs per order until all is sent (traced run)", "{:.2f}"),
    ("orders_per_s_until_sent", "orders/s, answers sent", "{:.0f}"),
    ("orders_per_cpu_s_until_sent", "orders per CPU second, answers sent", "{:.0f}"),
    ("rss_daemon_mb", "resident, daemon, MB", "{:.0f}"),
    ("rss_with_readers_mb", "resident, with readers, MB", "{:.0f}"),
    ("rows_per_order", "rows written per order", "{:.1f}"),
]


def table(results):
    sources = list(results)
    lines = [f"{'':50}" + "".join(f"{s:>14}" for s in sources)]
    for key, words, form in ROWS:
        cells = [form.format(results[s]["summary"][key]) if key in results[s]["summary"] else "not measured"
                 for s in sources]
        lines.append(f"{words:50}" + "".join(f"{cell:>14}" for cell in cells))
    return "\n".join(lines)


def say(text):
    print(text, file=sys.stderr, flush=True)


def machine():
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2**30
    return {"processors": os.cpu_count(), "architecture": platform.machine(), "memory_gib": memory,
            "kernel": platform.release().split("-")[0], "load": os.getloadavg()}


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--orders", type=int, default=2000)
    parser.add_argument("--only", choices=["folder", "mailbox"])
    parser.add_argument("--binary", default=ROOT / "build" / "release" / "besteld", type=pathlib.Path)
    parser.add_argument("--pairs", type=int, default=3, help="trials, each followed by its anchor")
    parser.add_argument("--traced-orders", type=int, default=500, help="orders of the run whose syncs are counted")
    parser.add_argument("--compare", type=pathlib.Path, default=ROOT.parent / "shared" / "bench" / "naive_pipeline.py",
                        help="a mailbox script to run in turn with the daemon; left out when there is no such file")
    parser.add_argument("--output", type=pathlib.Path, default=ROOT / "build" / "bench.json")
    return parser.parse_args()


def main():
    options = read_options()
    if not options.binary.exists():
        sys.exit(f"bench: no {options.binary}; run make build, or give --binary")
    room = pathlib.Path(tempfile.mkdtemp(prefix="bsd-bench-"))
    room.chmod(0o755)  # the mail servers' own users go through it
    report = {"date": datetime.datetime.now().isoformat(timespec="seconds"), "machine": machine(),
              "orders": options.orders}
    try:
        results = {s: measure(s, options, room) for s in ("folder", "mailbox") if options.only in (None, s)}
        report["results"] = results
        print(table(results))
        if options.only != "folder" and options.compare.exists():
            report["peer"] = peer.compare(options, room)
            print(peer.table(report["peer"]))
    except (trial.Stuck, RuntimeError) as fault:
        sys.exit(f"bench: {fault}\nThe world is left in {room}")
    options.output.parent.mkdir(parents=True, exist_ok=True)
    options.output.write_text(json.dumps(report, indent=1) + "\n")
    say(f"all figures: {options.output}")
    shutil.rmtree(room, ignore_errors=True)


if __name__ == "__main__":
    main()
