#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every screen, in both themes, held against the rules of axe-core: WCAG 2.2 A and AA, and what its authors call best practice."""

import pathlib
import sys
import unittest

from webdriver import Browser, PageServer, case_numbers, log_in

PROGRAM, CHROMEDRIVER, CHROMIUM, PACKAGES = sys.argv[1:5]
AXE = (pathlib.Path(PACKAGES) / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PASSWORD = "een lang wachtwoord"
COMPLAINT = "KL-26-0001"
EVERY_RULE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast"]}  # all that a theme changes
CHECK = """
const done = arguments[arguments.length - 1];
document.documentElement.dataset.theme = arguments[0];
for (const closed of document.querySelectorAll('details:not(.person)')) closed.open = true;
axe.run(document, {runOnly: arguments[1]}).then((found) => done({
  passes: found.passes.length,
  faults: found.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target.join(' ') + ': ' + node.failureSummary)),
}), (fault) => done({passes: 0, faults: [String(fault)]}));
"""


class Accessibility(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = PageServer(PROGRAM)
        cls.addClassCleanup(cls.server.close)
        cls.browser = Browser(CHROMEDRIVER, CHROMIUM)
        cls.addClassCleanup(cls.browser.close)

    def hold(self, path):
        self.browser.open(self.server.url + path)
        self.hold_shown(path)

    def hold_shown(self, what):
        """The page that is shown."""
        self.browser.wait("return document.readyState === 'complete'", "the page")
        self.browser.run(AXE + "; window.axe = axe;")
        for theme, rules in (("light", EVERY_RULE), ("dark", COLOURS), ("contrast", COLOURS)):
            with self.subTest(page=what, theme=theme):
                result = self.browser.run_until_done(CHECK, theme, rules)
                self.assertEqual(result["faults"], [])
                self.assertGreaterEqual(result["passes"], 10 if rules == EVERY_RULE else 1, "the rules were not applied")

    def test_a_fault_is_found(self):
        self.browser.command("cookie", method="DELETE")  # whoever is in is shown the queue instead
        self.browser.open(self.server.url + "/login")
        self.browser.run(AXE + "; window.axe = axe; document.querySelector('main').append(document.createElement('button'));"
                         "document.querySelector('button').style.color = 'gray'; document.querySelector('button').style.background = 'silver';")
        found = self.browser.run_until_done(CHECK, "light", EVERY_RULE)["faults"]
        self.assertEqual(sorted(fault.split(":")[0] for fault in found), ["button-name", "color-contrast"])

    def come_in(self, login="anna"):
        self.browser.command("cookie", method="DELETE")
        log_in(self.browser, self.server.url, login, PASSWORD)

    def test_the_door(self):
        self.browser.command("cookie", method="DELETE")
        self.hold("/login")

    def test_the_queue(self):
        self.come_in()
        for path in ("/queue", "/queue?text=4500017", "/queue?text=nothing-like-it", "/queue/end"):
            self.hold(path)

    def test_every_case_and_its_order(self):
        self.come_in()
        self.browser.open(self.server.url + "/queue")
        cases = case_numbers(self.browser)
        self.assertGreaterEqual(len(cases), 6)
        for case in cases:
            self.hold(f"/case/{case}")
            self.hold(f"/order/{case}")

    def test_what_is_alike(self):
        self.come_in()
        self.browser.open(self.server.url + "/queue?text=45001525")
        self.browser.click("a.tag[href^='/alike/']")
        self.hold_shown("/alike")

    def test_what_a_lead_sees(self):
        self.come_in("lotte")
        self.browser.open(self.server.url + "/queue")
        self.hold(f"/case/{case_numbers(self.browser)[0]}")

    def test_orders(self):
        self.come_in()
        self.hold("/orders")
        self.hold("/orders?text=4500017")

    def test_reports(self):
        self.come_in("lotte")
        self.hold("/reports")
        for report in ("orders?by=day", "turnover", "discrepancies", "kpi", "touchless?by=week"):
            self.hold(f"/reports/{report}")

    def test_taking_an_order(self):
        self.come_in()
        self.hold("/typed")
        self.hold("/typed?customer=C1001")
        self.browser.type("[name=item]", "NK-100")
        self.browser.type("[name=quantity]", "x")
        self.browser.click("button[formaction='/typed/check'][formnovalidate]:not([name])")
        self.hold_shown("/typed/check")

    def test_ones_own_access(self):
        self.come_in()
        self.hold("/account")
        self.browser.click("form[action='/account/begin'] button")
        self.hold_shown("/account/begin")

    def test_the_overview_and_a_customer(self):
        self.come_in()
        for path in ("/home", "/customer/C1001", "/customer/C1002"):
            self.hold(path)

    def test_base_data(self):
        self.come_in()
        self.hold("/base-data")
        self.browser.type("[name=rows]", "no;name;language;country;phone\nC1001;Bakkerij De Korenaar B.V.;nl;NL;+31 38 555 0199")
        self.browser.click("button[data-key=v]")
        self.hold_shown("/base-data/preview")
        self.browser.click("button[formaction='/base-data/import']")
        self.hold_shown("/base-data/1")

    def test_a_column_is_taught(self):
        self.come_in()
        self.browser.open(self.server.url + "/case/1")
        self.browser.press("w")
        self.hold_shown("/case/1")
        self.browser.type("[name=heading]", "Uw sleutel")
        self.browser.click("#teach button")
        self.browser.wait("return location.pathname === '/teach/1'", "what was taught")
        self.browser.click("button[data-key=z]")  # while it is being tried the page looks again by itself
        self.browser.wait("return document.querySelector('[data-again]') === null", "taken back")
        self.hold_shown("/teach/1")

    def test_who_looked_at_what(self):
        self.come_in("olga")
        self.hold("/access")

    def test_complaints(self):
        self.come_in()
        self.hold("/complaints")
        self.hold(f"/complaint/{COMPLAINT}")

    def test_what_is_not_there_and_not_allowed(self):
        self.come_in()
        self.hold("/case/999999")
        self.hold("/no-such-page")

    def test_the_menu(self):
        self.come_in()
        self.browser.open(self.server.url + "/queue/end")
        self.browser.click(".person summary")
        self.hold_shown("menu")

    def test_the_keys(self):
        self.come_in()
        self.browser.open(self.server.url + "/queue")
        self.browser.press("?")
        self.browser.wait("return document.getElementById('help').open", "help")
        self.hold_shown("help")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
