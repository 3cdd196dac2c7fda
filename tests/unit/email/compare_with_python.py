#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares the leaf parts of real mails with what Python's email package makes of them.

usage: compare_with_python.py MAIL_DUMP FOLDER [--least PERCENT]

Prints each difference and the agreement; fails below the percentage, and when a mail took a second or
more. A difference counts as explained when our reader reported a repair that Python does not make.
"""

import argparse
import base64
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


def with_readable_headers(part):
    """Raw bytes in headers as UTF-8, else windows-1252; compat32 hides them."""
    def readable(value):
        raw = str(value).encode("utf-8", "surrogateescape")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError:
            return raw.decode("cp1252", "replace")
    part._headers = [(name, readable(value)) for name, value in part._headers]


def decoded_name(part):
    name = part.get_filename() or ""
    try:
        name = str(email.header.make_header(email.header.decode_header(name)))
    except Exception:
        pass
    return name.strip()


def enclosed(part):
    """The messages within; Python does not decode base64 message/rfc822."""
    inner = part.get_payload()
    if part.get_content_maintype() == "message" and part.get("content-transfer-encoding", "").strip() == "base64":
        text = inner[0].get_payload()
        if isinstance(text, str):
            return [email.message_from_bytes(base64.b64decode(text), policy=email.policy.compat32)]
    return inner


def leaf_parts(message):
    """Type, name and hash of every leaf, in order, without recursion."""
    stack = [message]
    while stack:
        part = stack.pop()
        with_readable_headers(part)
        kind = part.get_content_type()
        if part.is_multipart() and (kind.startswith("multipart/") or kind in ("message/rfc822", "message/global")):
            stack.extend(reversed(enclosed(part)))
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


# What our reader says of a mail explains why a reader that gives up there sees something else.
REPAIRS = {"mime.boundary", "mime.bad_header_line", "mime.after_close", "mime.encoding_rest", "mime.encoding_fault",
           "mime.limit_boundary", "mime.unclosed"}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("mail_dump")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--least", type=float, default=98.0)
    options = options.parse_args()

    files = [f for f in sorted(options.folder.rglob("*"))
             if f.is_file() and MAIL_FIELD.search(f.read_bytes()[:4000])]
    agreed, repaired, slow = 0, 0, 0
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
        repairs = sorted(REPAIRS & {p["code"] for p in ours["problems"]})
        uncut = any(kind.startswith("multipart/") for kind, _, _ in leaf_parts(message))
        if not repairs and uncut and not any(p["type"].startswith("multipart/") for p in ours["parts"]):
            repairs = ["Python left a multipart uncut"]
        repaired += bool(repairs)
        print(f"{file.relative_to(options.folder)}: {found} [{', '.join(repairs) or 'not explained'}]")
    total = max(1, len(files))
    print(f"{agreed} of {len(files)} files agree ({100 * agreed / total:.1f} %), {repaired} more are broken mails that "
          f"our reader repaired and reported, {slow} took a second")
    return 0 if files and slow == 0 and 100 * (agreed + repaired) / total >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
