#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Base data from the command line: a preview changes nothing, a price in a workbook waits for another person, an import
is taken back, and what is exported is what was imported."""

import re
import shutil
import subprocess
import sys
import zipfile

import system_world as system
from system_world import expect

CONFIG = """[site]
name = "Noordkade"

[storage]
url = "sqlite:besteld.db"

[base_data]
feeds = ["erp"]

[smtp]
host = "localhost"
from_address = "orders@noordkade.example"
"""
REFUSED = 4


def workbook(path, name, rows):
    """One sheet, every cell an inline text or a number."""
    def cell(value):
        if isinstance(value, str):
            return f'<c t="inlineStr"><is><t>{value}</t></is></c>'
        return f"<c><v>{value}</v></c>"

    lines = "".join(f'<row r="{n}">{"".join(cell(v) for v in row)}</row>' for n, row in enumerate(rows, 1))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(path, "w") as out:
        out.writestr("xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="r"><sheets>'
                                        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>')
        out.writestr("xl/_rels/workbook.xml.rels",
                     '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>')
        out.writestr("xl/worksheets/sheet1.xml", f'<worksheet xmlns="{main}"><sheetData>{lines}</sheetData></worksheet>')


class Shop:
    def __init__(self, args, folder):
        self.binary, self.folder = str(args.binary), folder
        folder.mkdir(exist_ok=True)
        (folder / "besteld.toml").write_text(CONFIG)

    def run(self, *words, status=0, stdin=""):
        done = subprocess.run([self.binary, *words, "--config", str(self.folder / "besteld.toml")], input=stdin,
                              capture_output=True, text=True, timeout=120)
        said = done.stdout + done.stderr
        expect(done.returncode == status, f"{words}: status {done.returncode}: {said}")
        return said

    def exported(self, name, *more):
        place = self.folder / name
        self.run("export", *more, str(place))
        return {f.name: f.read_text() for f in sorted(place.iterdir())}


def check_second_person(shop, prices, before):
    said = shop.run("import", "--preview", str(prices), "--as", "anna")
    expect("amount 0.78 -> 0.8" in said and "wait for another person" in said, said)
    expect("nothing was changed" in said, said)
    said = shop.run("import", str(prices), "--as", "anna")
    number = re.search(r"import (\d+) waits", said)
    expect(number, said)
    expect(shop.exported("proposed") == before, "a proposal counts already")
    shop.run("import", "--approve", number[1], "--as", "anna", status=REFUSED)
    shop.run("import", "--approve", number[1], "--as", "bert")
    expect("approved by bert" in shop.run("import", "--list"), "the list does not say who approved")
    expect("amount 0.78 -> 0.8" in shop.run("import", "--show", number[1]), "show does not tell the change")
    return number[1]


def main():
    args = system.arguments(__doc__)
    folder = system.fresh(args.folder)
    shop = Shop(args, folder / "shop")
    said = shop.run("import", str(system.ROOT / "config" / "demo-world"))
    expect("import 1" in said, said)
    for login, role in (("anna", "lead"), ("bert", "second_clerk")):
        shop.run("user", "add", login, "--role", role, stdin="long enough to keep\n")
    before = shop.exported("before")
    prices = folder / "april.xlsx"
    workbook(prices, "Prices", [["scope", "applies_to", "sku", "from_quantity", "amount", "unit", "currency", "valid_from"],
                                ["customer", "C1001", "NK-100", 0, 0.8, "H87", "EUR", "2026-01-01"]])
    number = check_second_person(shop, prices, before)
    said = shop.run("import", "--undo", number, "--as", "erp")
    expect("import" in said and "waits" not in said, f"a feed waits for nobody: {said}")
    expect(shop.exported("after") == before, "taking back does not restore")
    other = Shop(args, folder / "other")
    other.run("import", str(shop.folder / "before"))
    expect(other.exported("again") == before, "what is exported is not what was imported")
    expect("event chain is whole" in shop.run("audit"), "the chain is broken")
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as fault:
        sys.exit(f"FAILED: {fault}")
