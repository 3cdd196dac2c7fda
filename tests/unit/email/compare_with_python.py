#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the leaf parts of real mails with what Python's email package makes of them.

usage: compare_with_python.py MAIL_DUMP FOLDER [--least PERCENT] [--explained FILE]

Prints each difference and the agreement; fails below the percentage, and when a mail took a second or
more. A file of explanations (name, tab, reason) counts the named files as looked at, not as agreeing.
"""

import argparse
import email
import email.header
import email.policy
import hashlib
import json
import pathlib
import re
import subprocess
import sys

MAIL_FIELD = re.compile(
    rb"^(from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|x-[\w-]+):",
    re.I | re.M)


def decoded_name(part):
    name = part.get_filename() or ""
    try:
        name = str(email.header.make_header(email.header.decode_header(name)))
    except Exception:
        pass
    return name.strip()


def leaf_parts(message):
    """Type, name and hash of every leaf, in order, without recursion."""
    stack = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        if part.is_multipart() and (kind.startswith("multipart/") or kind in ("message/rfc822", "message/global")):
            stack.extend(reversed(part.get_payload()))
            continue
        if part.is_multipart():  # message/delivery-status and its kind: one leaf for us
            body = "".join(p.as_string() for p in part.get_payload()).encode("utf-8", "surrogateescape")
        else:
            body = part.get_payload(decode=True) or b""
        yield kind, decoded_name(part), body


def strip_envelope(data):
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    while re.match(rb">?From ", data):
        data = data.split(b"\n", 1)[1] if b"\n" in data else b""
    return data


def same(ours, kind, name, body):
    if ours["type"] != kind or ours["name"] != name:
        return False
    if kind.startswith("message/"):
        return True  # Python has taken it apart; the bytes cannot be had back exactly
    digests = {hashlib.sha256(b).hexdigest() for b in (body, body.rstrip(b" \t"))}
    return ours["sha256"] in digests


def difference(ours, message):
    theirs = list(leaf_parts(message))
    if len(ours) != len(theirs):
        return (f"{len(ours)} parts, Python {len(theirs)}: {[p['type'] for p in ours]} "
                f"against {[t[0] for t in theirs]}")
    for number, (mine, (kind, name, body)) in enumerate(zip(ours, theirs), 1):
        if not same(mine, kind, name, body):
            return (f"part {number}: {mine['type']} {mine['name']!r} {mine['size']} bytes, "
                    f"Python {kind} {name!r} {len(body)} bytes")
    return None


def main():
    options = argparse.ArgumentParser()
    options.add_argument("mail_dump")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--least", type=float, default=98.0)
    options.add_argument("--explained", type=pathlib.Path)
    options = options.parse_args()
    explained = {}
    if options.explained:
        explained = dict(line.split("\t", 1) for line in options.explained.read_text().splitlines() if "\t" in line)

    files = [f for f in sorted(options.folder.rglob("*"))
             if f.is_file() and MAIL_FIELD.search(f.read_bytes()[:4000])]
    agreed, known, slow = 0, 0, 0
    for file in files:
        run = subprocess.run([options.mail_dump, file], capture_output=True, text=True, timeout=60)
        if run.returncode != 0:
            sys.exit(f"{file}: mail_dump failed\n{run.stderr}")
        ours = json.loads(run.stdout)
        slow += ours["seconds"] >= 1
        message = email.message_from_bytes(strip_envelope(file.read_bytes()), policy=email.policy.compat32)
        found = difference(ours["parts"], message)
        if not found:
            agreed += 1
            continue
        relative = str(file.relative_to(options.folder))
        known += relative in explained
        print(f"{relative}: {found} [{explained.get(relative, 'not explained')}]")
    share = 100.0 * agreed / max(1, len(files))
    print(f"{agreed} of {len(files)} files agree ({share:.1f} %), {known} more are explained, {slow} took a second")
    return 0 if files and slow == 0 and share + 100.0 * known / len(files) >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
