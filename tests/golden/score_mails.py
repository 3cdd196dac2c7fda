#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Hold what `besteld read --json` makes of our own mails against what a careful clerk reads in them.

usage: score_mails.py BINARY FOLDER [--min-lines PERCENT] [--quiet] [--counts]

FOLDER holds NAME.eml and NAME.json (tests/golden/mails/README.md says what stands in them). Exit status 1 when a wrong value
passes unflagged, when a mail that a person must see is taken without a word, when the program fails on a mail, or when fewer
lines than PERCENT are read completely and above the threshold.
"""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
from decimal import Decimal, InvalidOperation

THRESHOLD = 85  # per cent: below it a person looks (CK-A05)
ACTING = {"order", "order-change", "order-cancellation", "order-status", "complaint"}
NUMERIC = {"quantity", "unit_price", "price_base_quantity", "line_amount", "total", "free_quantity", "quantity_before"}
HEAD = ["order_number", "order_date", "currency", "requested_delivery_date", "total"]
LINE = ["line", "item", "gtin", "buyer_item", "name", "quantity", "unit_code", "unit_price", "price_base_quantity",
        "line_amount", "action"]
TERMS = ["delivery_terms", "delivery_place", "payment_terms", "cost_reference"]


def squeezed(text):
    return re.sub(r"[\s,.;:]+", "", str(text or "")).casefold()


def words(text):
    return [w for w in re.split(r"[\s,;()/]+", str(text or "").casefold()) if w]


def same(name, want, got):
    if name in NUMERIC:
        try:
            return Decimal(str(want)) == Decimal(str(got))
        except InvalidOperation:
            return False
    if name == "gtin" or name == "line":
        return str(want).lstrip("0") == str(got).lstrip("0")
    if name == "name":  # a hint: all the clerk's words, and few of the reader's own
        wanted, found = words(want), words(got)
        if squeezed(want) in squeezed(got) or squeezed(got) in squeezed(want):
            return True
        return all(w in found for w in wanted) and len(found) <= len(wanted) + 3
    return str(want).strip() == str(got).strip()


class Mail:
    """One mail: what was read, what should have been, and the faults between them."""

    def __init__(self, path, report):
        self.name = path.stem
        self.expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        self.report = report
        self.count = collections.Counter(mails=1)
        self.faults = []  # (kind, field, words)
        self.fields = collections.Counter()
        self.compare()

    # What tells of a doubt.

    def problems(self, index):
        return [p for p in self.report.get("problems") or []
                if p["severity"] != "note" and p.get("message") in (None, index)]

    def score_of(self, index, path):
        return (self.messages[index].get("provenance") or {}).get(path, {}).get("score", 100)

    def line_score(self, index, k):
        paths = [f"lines[{k}].{f}" for f in ("quantity", "unit", "seller_item", "buyer_item", "gtin", "name", "unit_price")]
        return min(self.score_of(index, p) for p in paths)

    def span(self, index, paths):
        known = [self.messages[index]["provenance"][p] for p in paths if p in (self.messages[index].get("provenance") or {})]
        known = [p for p in known if "begin" in p]
        if not known:
            return None
        return known[0]["part"], min(p["begin"] for p in known), max(p["end"] for p in known)

    def told(self, index, paths):
        """Whether a problem speaks of this place, or of the document as a whole."""
        where = self.span(index, paths)
        for p in self.problems(index):
            if p.get("end", 0) <= p.get("begin", 0) or p["end"] - p["begin"] > 400:
                return True
            if where is None or (p["part"] == where[0] and p["begin"] < where[2] + 40 and where[1] < p["end"] + 40):
                return True
        return False

    def line_is_told(self, index, k):
        line = self.messages[index]["lines"][k]
        paths = [p for p in (self.messages[index].get("provenance") or {}) if p.startswith(f"lines[{k}].")]
        return bool(line.get("condition")) or self.line_score(index, k) < THRESHOLD or self.told(index, paths)

    def value_is_told(self, index, name):
        return self.score_of(index, name) < THRESHOLD or self.told(index, [name])

    def reaches_a_person(self):
        if not self.messages:
            return False
        for i, m in enumerate(self.messages):
            # A complaint is registered and given to a person whatever stands in it.
            if m["class"] not in ACTING or m["class"] == "complaint" or m.get("unread") or self.problems(i):
                return True
            if m["class"] == "order" and not m["lines"]:
                return True
            if any(self.line_is_told(i, k) for k in range(len(m["lines"]))):
                return True
            # A unit without its code is for the clerk; so is an order that names no item.
            if any(x.get("unit") and not x.get("unit_code") for x in m["lines"]):
                return True
            if any(self.score_of(i, name) < THRESHOLD for name in HEAD):
                return True
        return False

    # The comparison.

    def fault(self, kind, field, text):
        self.count[kind] += 1
        self.faults.append((kind, field, text))
        self.fields[kind, re.sub(r"^messages.\d+.\.?|lines.\d+.\.", "", field) or "message"] += 1

    def judge(self, index, where, name, want, got, is_told):
        got = None if got == "" else got
        if want is None and got is None:
            return True
        self.count["stated"] += 1
        if want is not None and got is not None and same(name, want, got):
            self.count["exact"] += 1
            return True
        if got is None:
            self.fault("missing", where + name, f"stated {want!r}")
        else:
            stated = "not stated" if want is None else f"stated {want!r}"
            self.fault("flagged" if is_told() else "unflagged", where + name, f"got {got!r}, {stated}")
        return False

    def compare(self):
        self.messages = self.report.get("messages") or []
        wanted = self.expected["messages"]
        acting = [i for i, m in enumerate(self.messages) if m["class"] in ACTING]
        person = self.expected["must_reach_a_person"]
        got_classes = sorted(self.messages[i]["class"] for i in acting)
        want_classes = sorted(m["class"] for m in wanted if m["class"] in ACTING)
        handed_over = any(m["class"] in ("mixed", "other", "quote-request", "stock-question") for m in self.messages)
        right = got_classes == want_classes or bool(person and not got_classes and handed_over)
        self.count["intents"] += right
        if not right:
            self.fault("intent", "class", f"got {[m['class'] for m in self.messages]}, wanted {[m['class'] for m in wanted]}")
        left = list(acting)
        for n, want in enumerate(wanted):
            index = self.partner(want, left)
            if index is not None:
                left.remove(index)
            self.compare_message(n, want, index)
        for index in left:  # a document that nobody sent
            m = self.messages[index]
            told = self.told(index, []) or any(self.line_is_told(index, k) for k in range(len(m["lines"])))
            self.fault("flagged" if told else "unflagged", "class", f"got {m['class']!r}, not asked for")
        if person:
            self.count["for_a_person"] += 1
            if self.reaches_a_person():
                self.count["reached"] += 1
            else:
                self.fault("silent", "must_reach_a_person", person)

    def partner(self, want, left):
        same_class = [i for i in left if self.messages[i]["class"] == want["class"]]
        for i in same_class:
            if self.messages[i].get("order_number") == want.get("order_number"):
                return i
        return same_class[0] if same_class else None

    def compare_message(self, n, want, index):
        lines = want.get("lines") or []
        counted = not self.expected["must_reach_a_person"]
        self.count["lines"] += len(lines) if counted else 0
        if index is None:
            if lines:
                self.fault("missing", f"messages[{n}]", f"{want['class']} with {len(lines)} lines")
            return
        got = self.messages[index]
        where = f"messages[{n}]."
        own_dates = any(x.get("requested_delivery_date") for x in lines)
        for name in HEAD:
            found = got.get(name)
            if name == "requested_delivery_date":
                if own_dates:
                    continue
                of_lines = {x.get(name) for x in got["lines"]}
                if not found and len(of_lines) == 1:
                    found = of_lines.pop()
            self.judge(index, where, name, want.get(name), found, lambda: self.value_is_told(index, name))
        self.compare_terms(where, want, got)
        for k, (line, mine) in enumerate(self.pairs(lines, got["lines"])):
            self.compare_line(index, f"{where}lines[{k}].", line, mine, want, own_dates, counted)
        for mine in self.extra:
            told = self.line_is_told(index, mine)
            text = "{quantity} {unit} {seller_item} {name}".format(**got["lines"][mine])
            self.fault("flagged" if told else "unflagged", f"{where}lines", f"got {text!r}, not ordered")

    def compare_terms(self, where, want, got):
        for name in TERMS:
            if want.get(name):
                found = got.get(name) or ""
                if name == "delivery_place":
                    place = got.get("ship_to") or {}
                    found += " ".join([place.get("name") or "", *(place.get("address") or [])])
                self.found(where + name, want[name], found)
        place = got.get("ship_to") or {}
        address = squeezed(" ".join([place.get("name") or "", *(place.get("address") or []), place.get("postcode") or "",
                                     place.get("city") or "", got.get("delivery_place") or ""]))
        for piece in want.get("ship_to") or []:
            self.found(where + "ship_to", piece, address)
        known = [r["value"] for r in got.get("references") or []] + [got.get("cost_reference") or ""]
        for one in want.get("references") or []:
            self.found(where + "references", one, " ".join(known))

    def found(self, field, want, got):
        self.count["stated"] += 1
        if squeezed(want) in squeezed(got):
            self.count["exact"] += 1
        else:
            self.fault("missing", field, f"stated {want!r}" + (f", got {got!r}" if got else ""))

    def pairs(self, wanted, got):
        """Each expected line with the index of the line read, by item first, then in their order."""
        def keys(line):
            return {str(line.get(f)) for f in ("seller_item", "buyer_item", "gtin") if line.get(f)}

        left, of = list(range(len(got))), {}
        for n, line in enumerate(wanted):
            for k in left:
                if keys(line) & keys(got[k]):
                    of[n] = k
                    left.remove(k)
                    break
        for n in range(len(wanted)):
            if n not in of and left and not (keys(wanted[n]) and keys(got[left[0]])):
                of[n] = left.pop(0)
        self.extra = left
        return [(line, of.get(n)) for n, line in enumerate(wanted)]

    def compare_line(self, index, where, line, mine, message, own_dates, counted):
        if mine is None:
            what = line.get("seller_item") or line.get("gtin") or line.get("name")
            quiet = not self.told(index, []) and not self.messages[index].get("unread")
            self.fault("unflagged" if quiet else "flagged", where[:-1], f"{what!r} was not read")
            return
        got = self.messages[index]["lines"][mine]
        told = lambda: self.line_is_told(index, mine)
        complete = True
        for name in LINE:
            want, found = line.get(name), got.get(name)
            if name == "item":
                want = line.get("seller_item")
                found = got.get("seller_item") or (got.get("buyer_item") if not line.get("buyer_item") else None)
            elif name == "buyer_item" and found == line.get("seller_item") and not want:
                continue
            elif name == "name" and (want is None or (line.get("seller_item") or line.get("gtin")) and not found):
                continue
            elif name == "price_base_quantity":
                want, found = want or "1", found or "1"
            elif name == "action" and (want is None or message["class"] != "order-change"):
                continue
            elif name == "line_amount" and want is None:
                continue
            complete &= self.judge(index, where, name, want, found, told)
        if own_dates:
            want = line.get("requested_delivery_date") or message.get("requested_delivery_date")
            found = got.get("requested_delivery_date") or self.messages[index].get("requested_delivery_date")
            complete &= self.judge(index, where, "requested_delivery_date", want, found, told)
        if line.get("condition") and not got.get("condition"):
            complete = False
            self.fault("missing", where + "condition", f"stated {line['condition']!r}")
        if not counted:
            return
        certain = not got.get("condition") and self.line_score(index, mine) >= THRESHOLD
        self.count["complete"] += complete and certain
        if complete and not certain:
            self.fault("below", where[:-1], f"right, but {self.line_score(index, mine)} %")


def read(binary, path):
    try:
        done = subprocess.run([binary, "read", "--json", str(path)], capture_output=True, timeout=30)
        if done.returncode not in (0, 1):
            return {"error": f"exit status {done.returncode}"}
        return json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"error": "timed out after 30 s"}
    except ValueError as error:
        return {"error": f"no JSON: {error}"}


def per_cent(part, whole):
    return 100.0 * part / whole if whole else 100.0


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("binary")
    ask.add_argument("folder", type=pathlib.Path)
    ask.add_argument("--min-lines", type=float, default=0, metavar="PERCENT")
    ask.add_argument("--known-unflagged", type=int, default=0, metavar="N", help="that many are known and still to be mended")
    ask.add_argument("--quiet", action="store_true", help="name only what is unflagged or silent")
    ask.add_argument("--counts", action="store_true", help="name nothing: for the set that is only measured on")
    args = ask.parse_args()

    paths = sorted(args.folder.glob("*.eml"))
    if not paths:
        sys.exit(f"no mails in {args.folder}")
    total, fields, broken = collections.Counter(), collections.Counter(), 0
    by_language = collections.defaultdict(collections.Counter)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(lambda path: read(args.binary, path), paths))
    for path, report in zip(paths, reports):
        if "error" in report:
            broken += 1
            print(f"BROKEN {path.name}: {report['error']}")
        mail = Mail(path, report)
        total.update(mail.count)
        fields.update(mail.fields)
        by_language[mail.expected["language"]].update(mail.count)
        for kind, field, text in mail.faults:
            if not args.counts and (not args.quiet or kind in ("unflagged", "silent")):
                print(f"{kind.upper():9} {mail.name}: {field}: {text}")

    rows = sorted(by_language.items()) + [(args.folder.name, total)]
    for name, c in rows:
        print(f"{name:8} mails {c['mails']:3}  intents right {c['intents']:3}/{c['mails']:<3}  "
              f"fields right {c['exact']:4}/{c['stated']:<4}  lines complete and above {THRESHOLD} % {c['complete']:3}/{c['lines']:<3} "
              f"({per_cent(c['complete'], c['lines']):.1f} %)  wrong: flagged {c['flagged']}, unflagged {c['unflagged']}  "
              f"for a person {c['reached']}/{c['for_a_person']}")
    for kind in ("unflagged", "silent", "flagged", "missing", "intent", "below"):
        named = [f"{field} {n}" for (k, field), n in fields.most_common() if k == kind]
        if named and not args.quiet:
            print(f"{kind}: {', '.join(named)}")
    reached = per_cent(total["complete"], total["lines"])
    if reached < args.min_lines:
        print(f"below the floor: {reached:.1f} % of the lines, at least {args.min_lines} % are wanted")
    return 1 if broken or total["unflagged"] > args.known_unflagged or total["silent"] or reached < args.min_lines else 0


if __name__ == "__main__":
    sys.exit(main())
