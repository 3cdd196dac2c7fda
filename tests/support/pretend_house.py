# SPDX-License-Identifier: Apache-2.0
"""The demo's warehouse: takes each release notice, ships all of it at once and files the signed note, so that the papers of
an order's whole life are seen. It knows only what docs/hand-off.md says."""

import json
import threading

CONFIG = """
[hand_off]
warehouse = "warehouse"

[[feedback]]
name = "wms"
path = "wms-in"
settle = "500ms"
scan = "2s"

[papers]
warehouse = ["magazijn@noordkade.example"]
warehouse_folder = "papers/warehouse"
finance = ["financien@noordkade.example"]
finance_folder = "papers/finance"
warehouse_name = "DC Assen"
"""


class PretendHouse(threading.Thread):
    def __init__(self, folder):
        super().__init__(daemon=True)
        self.notices = folder / "warehouse"
        self.reports = folder / "wms-in"
        self.done = threading.Event()
        for inbox in (self.notices, self.reports):
            inbox.mkdir(exist_ok=True)

    def run(self):
        seen = set()
        while not self.done.wait(2):
            for manifest in sorted(self.notices.glob("*.manifest.json")):
                if manifest.name not in seen:
                    seen.add(manifest.name)
                    self.ship(json.loads((self.notices / json.loads(manifest.read_text())["file"]).read_text()))

    def ship(self, notice):
        lines = [{"line": line["number"], "quantity": line["quantity"]} for line in notice["lines"] if line["quantity"] != "0"]
        if notice["kind"] != "release" or not lines:
            return
        key, order = notice["key"].replace("/", "-"), notice["order"]
        told = [{"key": f"N-{key}", "kind": "answer", "hand_off": notice["key"], "said": "received"},
                {"key": f"P-{key}", "kind": "picked", "order": order},
                {"key": f"W-{key}", "kind": "shipped", "order": order, "shipment": key, "carrier": "Van Dijk", "lines": lines},
                {"key": f"A-{key}", "kind": "delivered", "order": order, "shipment": key},
                {"key": f"S-{key}", "kind": "proof", "order": order, "shipment": key, "signed_by": "J. de Wit"}]
        hidden = self.reports / f".{key}.writing"
        hidden.write_text(json.dumps({"feedback": told}))
        hidden.rename(self.reports / f"{key}.json")
