#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The desk in a real browser: a clerk works by keyboard alone, and what strangers wrote never runs."""

import sys
import time
import unittest

from webdriver import Browser, PageServer, case_numbers, log_in

PROGRAM, CHROMEDRIVER, CHROMIUM = sys.argv[1:4]
PASSWORD = "een lang wachtwoord"


class Desk(unittest.TestCase):
    def setUp(self):
        self.server = PageServer(PROGRAM)
        self.addCleanup(self.server.close)
        self.browser = Browser(CHROMEDRIVER, CHROMIUM)
        self.addCleanup(self.browser.close)

    def come_in(self, login="anna"):
        log_in(self.browser, self.server.url, login, PASSWORD)

    def open_order(self, number):
        self.browser.open(f"{self.server.url}/queue?text={number}")
        self.browser.press("j")
        self.browser.press("Enter")
        self.browser.wait("return location.pathname.startsWith('/case/') && document.readyState === 'complete'",
                          "opening the case with Enter")

    def open_count(self):
        return self.browser.run("return document.querySelectorAll('[data-status=open]').length")

    def test_a_clerk_decides_and_releases_by_keys_alone(self):
        self.come_in()
        self.open_order("4500017")
        case = self.browser.url()
        self.assertIn("0.71", self.browser.run("return document.querySelector('mark.current').textContent"),
                      "the open deviation's value is lit in the source")
        open_before = self.open_count()
        self.browser.press("c")
        self.browser.wait(f"return document.querySelectorAll('[data-status=open]').length === {open_before - 1}", "the decision by c")
        self.browser.press("z")
        self.browser.wait(f"return document.querySelectorAll('[data-status=open]').length === {open_before}", "taking it back by z")
        self.browser.press("c")
        self.browser.wait("return document.querySelectorAll('[data-status=open]').length === 0", "the decision by c")
        self.browser.press("Enter")
        self.browser.wait(f"return location.pathname !== '{case.split('?')[0][len(self.server.url):]}'", "the release by Enter")
        self.assertTrue(self.browser.url()[len(self.server.url):].startswith(("/case/", "/queue/end")))

    def decide_and_release(self, number):
        """An order with one deviation; its case's id."""
        self.open_order(number)
        case = self.browser.url().split("?")[0].rsplit("/", 1)[1]
        self.browser.press("c")
        self.browser.wait("return document.querySelectorAll('[data-status=open]').length === 0", "the decision by c")
        self.browser.press("Enter")
        self.browser.wait(f"return location.pathname !== '/case/{case}'", "the release by Enter")
        return case

    def test_a_decision_is_taken_back_by_one_key_from_the_next_case(self):
        self.come_in()
        case = self.decide_and_release("4500017")
        self.browser.wait("return document.querySelector('form.held') !== null", "the next case, with what was decided")
        self.browser.open(f"{self.server.url}/queue?text=4500017")
        self.assertFalse(self.browser.run(f"return document.querySelector('table.queue a[href^=\"/case/{case}?\"]') !== null"), "it is out of the queue")
        self.browser.press("z")
        self.browser.wait(f"return location.pathname === '/case/{case}' && document.querySelector('form.held') === null",
                          "back at the case by z")
        self.browser.press("Enter")
        self.browser.wait(f"return location.pathname !== '/case/{case}'", "released again by Enter")
        self.server.let_go()
        self.browser.open(f"{self.server.url}/order/{case}")
        self.browser.wait("return document.querySelector('form.held') === null", "it has left")

    def test_an_order_is_taken_down_by_keys_alone(self):
        self.come_in()
        self.browser.press("g")
        self.browser.press("n")
        self.arrive("/typed", "the grid by g n")
        self.browser.press("c")
        self.browser.write("korenaar")
        self.browser.press("Enter")
        self.browser.wait("return document.getElementById('whose').textContent.includes('De Korenaar')", "whose order it is")
        self.browser.write("NK-100\t500\tstuks\t0,70")
        self.browser.press("Enter")
        self.browser.wait("return document.querySelector('.seen').textContent.includes('0,74')", "what was agreed, while typing")
        self.assertEqual(self.browser.run("return document.activeElement.ariaLabel"), "Prijs 2", "Enter goes down")
        self.browser.run("const pasted = new DataTransfer();"
                         "pasted.setData('text', '96\\trollen\\n9521000000018\\t25\\tstuks\\r\\n');"
                         "const cell = document.querySelector('[aria-label=\"Aantal 2\"]');"
                         "document.querySelector('[aria-label=\"Artikel 2\"]').value = 'NK-210';"
                         "document.querySelector('[aria-label=\"Artikel 3\"]').value = '';"
                         "cell.dispatchEvent(new ClipboardEvent('paste', {clipboardData: pasted, bubbles: true, cancelable: true}))")
        self.assertEqual(self.browser.run("return document.querySelector('[aria-label=\"Aantal 2\"]').value"), "96")
        self.assertEqual(self.browser.run("return document.querySelector('[aria-label=\"Eenheid 2\"]').value"), "rollen")
        self.assertEqual(self.browser.run("return document.querySelector('[aria-label=\"Aantal 3\"]').value"), "9521000000018",
                         "columns go on from where one stands")
        self.browser.run("for (const cell of document.querySelectorAll('[data-line]')[2].querySelectorAll('input')) cell.value = ''")
        self.browser.wait("return [...document.querySelectorAll('.seen')][1].textContent.includes('NK-210')", "the pasted line is read")
        self.browser.press("Enter", held="Control")
        self.browser.wait("return location.pathname.startsWith('/case/') && document.readyState === 'complete'", "the order's case")
        self.assertIn("Bakkerij De Korenaar", self.browser.text())
        self.assertEqual(self.browser.console(), [])

    def test_orders_that_deviate_alike_are_decided_together_by_keys_alone(self):
        self.come_in()
        self.open_order("45001525")
        self.browser.press("l")
        self.arrive("/alike/", "what is alike by l")
        self.assertEqual(self.browser.run("return document.querySelectorAll('[name=case]:checked').length"), 3)
        self.browser.press("j")
        self.browser.press("x")
        self.assertEqual(self.browser.run("return document.querySelectorAll('[name=case]:checked').length"), 2)
        self.browser.run("document.activeElement.blur()")
        self.browser.press("Enter")
        self.browser.wait("return document.querySelector('.headline .count')?.textContent === '2 van 2 vrijgegeven'", "both are released by Enter")
        self.browser.press("r")
        self.arrive("/queue", "taken back by r")
        self.browser.open(f"{self.server.url}/queue?text=45001")
        self.assertEqual(self.browser.run("return document.querySelectorAll('table.queue [data-row]').length"), 3)

    def arrive(self, path, what):
        self.browser.wait(f"return location.pathname.startsWith('{path}') && document.readyState === 'complete'", what)

    def test_an_orders_life_is_found_and_followed_by_keys_alone(self):
        self.come_in()
        self.browser.press("g")
        self.browser.press("o")
        self.arrive("/orders", "the orders by g o")
        self.browser.press("/")
        self.browser.type("input:focus", "4500017")
        self.browser.press("Enter")
        self.browser.wait("return location.search.includes('4500017') && document.readyState === 'complete'", "the search")
        self.browser.press("j")
        self.browser.press("Enter")
        self.arrive("/order/", "the order by Enter")
        self.browser.press("t")
        self.browser.type("input:focus", "klant belde")
        self.browser.press("Enter")
        self.browser.wait("return document.querySelector('.timeline').textContent.includes('klant belde')", "the note in the timeline")
        self.browser.press("o")
        self.arrive("/case/", "the case by o")
        self.browser.press("t")
        self.arrive("/order/", "back to its life by t")
        self.browser.press("u")
        self.arrive("/orders", "all orders by u")

    def test_an_answer_goes_again_and_is_taken_back_by_keys(self):
        self.come_in()
        case = self.decide_and_release("4500017")
        self.server.let_go()
        self.browser.open(f"{self.server.url}/order/{case}")
        self.browser.press("s")
        self.browser.wait("return document.querySelector('.message h1') !== null", "refused: it has not left yet")
        self.browser.press("Enter")
        self.arrive("/order/", "back to the order")
        self.browser.press("w")
        self.browser.wait("return document.querySelector('[data-key=z]') !== null", "the status mail waits")
        self.browser.press("z")
        self.browser.wait("return document.querySelector('[data-key=z]') === null && document.querySelector('.timeline') !== null", "taken back")
        self.browser.press("j")
        self.browser.press("Enter")
        self.browser.wait("return location.pathname.includes('/answer/')", "the answer by j Enter")

    def test_a_complaint_is_worked_on_by_keys_alone(self):
        self.come_in()
        self.browser.press("g")
        self.browser.press("c")
        self.arrive("/complaints", "the complaints by g c")
        self.browser.press("j")
        self.browser.press("Enter")
        self.arrive("/complaint/", "the complaint by Enter")
        self.browser.press("i")
        self.browser.type("input:focus", "klachten@noordkade.example")
        self.browser.press("Enter")
        self.browser.wait("return document.querySelector('[name=owner]').value === 'klachten@noordkade.example' && "
                          "document.body.textContent.includes('doorgegeven')", "passing it on")
        self.browser.press("d")
        self.browser.type("input:focus", "creditnota")
        self.browser.press("Enter")
        self.browser.wait("return document.querySelector('[name=outcome]') === null && document.body.textContent.includes('creditnota')", "closing it")

    def test_the_overview_leads_to_a_silent_customer_by_keys_alone(self):
        self.come_in()
        self.browser.press("g")
        self.browser.press("h")
        self.arrive("/home", "the overview by g h")
        self.browser.wait("return document.querySelector('.told a[href=\"/customer/C1002\"]') !== null", "who is silent")
        for _ in range(20):
            self.browser.press("j")
            if self.browser.run("return document.querySelector('.told [aria-current] a[href=\"/customer/C1002\"]') !== null"):
                break
        self.browser.press("Enter")
        self.arrive("/customer/C1002", "the customer by Enter")
        self.browser.press("o")
        self.arrive("/orders", "his orders by o")

    def test_base_data_is_brought_in_and_approved_by_keys_alone(self):
        self.come_in()
        self.browser.press("g")
        self.browser.press("b")
        self.arrive("/base-data", "base data by g b")
        self.browser.press("f")
        self.browser.press("Tab")
        self.browser.run("document.querySelector('[name=table]').value = 'customers'")
        self.browser.press("Escape")
        self.browser.press("e")
        self.browser.type("[name=rows]", "no;name;language;country;phone\nC1001;Bakkerij De Korenaar B.V.;nl;NL;+31 38 555 0199")
        self.browser.press("Escape")
        self.browser.press("v")
        self.arrive("/base-data/preview", "the preview by v")
        self.browser.press("a")
        self.browser.wait("return /^\\/base-data\\/\\d+$/.test(location.pathname) && document.readyState === 'complete'", "brought in by a")
        proposed = self.browser.url()
        self.browser.command("cookie", method="DELETE")
        self.come_in("bram")
        self.browser.open(proposed)
        self.browser.press("a")
        self.browser.wait("return document.readyState === 'complete' && !document.querySelector('.tag.warn')", "approved by a")

    def test_a_column_is_taught_by_keys_and_a_click_in_the_source(self):
        self.come_in()
        self.browser.open(self.server.url + "/case/1")
        self.browser.press("w")
        self.browser.wait("return document.activeElement.name === 'heading'", "the heading's field by w")
        self.browser.click("section.left mark")
        self.browser.wait("return document.querySelector('[name=heading]').value !== ''", "a click on a word fills the heading")
        self.browser.run("document.querySelector('[name=heading]').value = ''")
        self.browser.type("[name=heading]", "Uw sleutel")
        self.browser.press("Enter")
        self.arrive("/teach/1", "what was taught by Enter")
        self.browser.wait("return document.querySelector('[data-again]') !== null", "it is being tried")
        # The page looks again by itself every two seconds: a key may come while it does.
        for _ in range(10):
            self.browser.press("z")
            time.sleep(0.5)
            if self.browser.run("return document.readyState === 'complete' && document.querySelector('[data-again]') === null"):
                break
        self.browser.wait("return document.querySelector('[data-again]') === null", "taken back by z")
        self.browser.press("u")
        self.arrive("/customer/C1001", "the customer by u")
        self.browser.wait("return document.querySelector('a[href=\"/teach/1\"]') !== null", "what he taught us stands at the customer")

    def test_figures_are_found_and_looked_at_by_keys_alone(self):
        self.come_in("lotte")
        self.browser.press("g")
        self.browser.press("r")
        self.arrive("/reports", "the reports by g r")
        self.browser.press("j")
        self.browser.press("Enter")
        self.arrive("/reports/orders", "the first report by j Enter")
        self.browser.press("f")
        self.assertEqual(self.browser.run("return document.activeElement.name"), "from")
        self.browser.press("Escape")
        self.browser.press("u")
        self.browser.wait("return location.pathname === '/reports' && document.readyState === 'complete'", "all reports by u")

    def test_a_click_in_the_source_fills_the_field_that_waits(self):
        self.come_in()
        self.open_order("4500018")
        lit = self.browser.run("return document.querySelector('mark.current').textContent")
        value = "return [...document.querySelectorAll('[name=value]')].map((field) => field.value).join('|')"
        before = self.browser.run(value)
        self.browser.click("mark.current")
        self.assertEqual(self.browser.run(value), before, "nothing waits yet")
        self.browser.run("document.querySelector('details.more form[action$=\"/correct\"]').closest('details').open = true")
        self.browser.click("details.more form[action$='/correct'] [name=value]")
        self.browser.click("mark.current")
        self.assertEqual(self.browser.run("return [document.activeElement.name, document.activeElement.value]"), ["value", lit])

    def test_accepting_as_ordered_asks_why_first(self):
        self.come_in("lotte")
        self.open_order("4500017")
        open_before = self.open_count()
        self.browser.press("a")
        self.assertEqual(self.browser.run("return document.activeElement.name"), "reason")
        self.assertEqual(self.open_count(), open_before, "nothing is decided yet")
        self.browser.type("input:focus", "ok")
        self.browser.press("c")  # typed, not a key
        self.browser.press("Enter")
        self.browser.wait(f"return document.querySelectorAll('[data-status=open]').length === {open_before - 1}", "the decision")
        self.assertIn("okc", self.browser.source())

    def test_keys_do_nothing_when_they_are_switched_off(self):
        self.come_in()
        self.browser.run("document.querySelector('[name=keys]').checked = false; document.querySelector('.menu form').submit()")
        self.browser.wait("return document.body.dataset.keys === 'off'", "switching off")
        self.browser.open(f"{self.server.url}/queue?text=4500017")
        self.browser.press("j")
        self.assertIsNone(self.browser.run("return document.querySelector('[data-row][aria-current]')"))

    def choose(self, **choices):
        self.browser.run("for (const [name, value] of Object.entries(arguments[0])) document.querySelector(`.menu [name=${name}]`).value = value;"
                         "document.querySelector('.menu form').submit()", choices)
        wanted = " && ".join(f"document.querySelector('.menu [name={name}]').value === '{value}'" for name, value in choices.items())
        self.browser.wait(f"return document.readyState === 'complete' && {wanted}", "the choice")

    def test_the_text_can_be_larger(self):
        self.come_in()
        usual = self.browser.run("return parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
        self.choose(size="largest", theme="contrast")
        larger = self.browser.run("return parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)")
        self.assertAlmostEqual(larger / usual, 1.35, places=2)
        self.assertEqual(self.browser.run("return getComputedStyle(document.documentElement).color"), "rgb(0, 0, 0)")
        self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"), 0)

    def test_who_wants_it_is_reminded_of_a_rest(self):
        self.come_in()
        hidden = "return document.getElementById('rest').hidden"
        self.browser.run("localStorage.setItem('besteld.work', JSON.stringify({since: Date.now() - 40 * 60e3, seen: Date.now()}))")
        self.browser.open(self.server.url + "/queue")
        self.assertTrue(self.browser.run(hidden), "nobody is reminded who did not ask for it")
        self.choose(rest="30")
        self.browser.wait("return !document.getElementById('rest').hidden", "the reminder")
        self.browser.click("#rest button")
        self.assertTrue(self.browser.run(hidden), "it goes when it is done")
        # A quarter of an hour away is a rest too.
        self.browser.run("localStorage.setItem('besteld.work', JSON.stringify({since: Date.now() - 60 * 60e3, seen: Date.now() - 15 * 60e3}))")
        self.browser.open(self.server.url + "/orders")
        self.assertTrue(self.browser.run(hidden), "who was away has rested")

    def test_help_tells_the_keys(self):
        self.come_in()
        self.browser.press("?")
        self.browser.wait("return document.getElementById('help').open", "help")
        self.browser.press("Escape")
        self.browser.wait("return !document.getElementById('help').open", "closing help")

    def test_what_strangers_wrote_never_runs(self):
        self.come_in()
        cases = case_numbers(self.browser)
        self.assertGreaterEqual(len(cases), 6)
        seen = ""
        for case in cases:
            for page in ("case", "order"):
                self.browser.open(f"{self.server.url}/{page}/{case}")
                self.browser.wait("return document.readyState === 'complete'", "the page")
                self.assertIsNone(self.browser.run("return window.hacked || null"))
                foreign = self.browser.run("return document.querySelectorAll('script:not([src^=\"/static/\"]), img, svg, iframe, object, embed, "
                                           "[onerror], [onload], style, [style]').length")
                self.assertEqual(foreign, 0, "an element that no page of ours has")
                seen += self.browser.source()
        self.assertIn("window.hacked=3", seen, "the attack was shown as text")
        self.assertEqual([m for m in self.browser.console() if "favicon" not in m], [], "the content policy had nothing to stop")

    def test_nothing_sticks_out_on_a_narrow_screen(self):
        self.come_in()
        self.open_order("4500017")
        self.browser.command("goog/cdp/execute", {"cmd": "Emulation.setDeviceMetricsOverride", "params": {
            "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": False}})
        for page in (self.browser.url(), self.browser.url().split("?")[0].replace("/case/", "/order/"), self.server.url + "/orders",
                     self.server.url + "/complaints", self.server.url + "/complaint/KL-26-0001", self.server.url + "/reports",
                     self.server.url + "/reports/discrepancies", self.server.url + "/home", self.server.url + "/customer/C1001",
                     self.server.url + "/base-data"):
            self.browser.open(page)
            wide = self.browser.run("return document.documentElement.scrollWidth")
            self.assertLessEqual(wide, 320, f"WCAG 1.4.10: no sideways scrolling at 320 px: {page}")

    def test_every_field_has_a_name_and_every_target_is_large_enough(self):
        self.come_in()
        self.open_order("4500018")
        self.check_fields_and_targets()
        self.browser.open(self.server.url + "/complaint/KL-26-0001")
        self.check_fields_and_targets()
        self.browser.open(self.server.url + "/orders")
        self.check_fields_and_targets()
        self.browser.press("j")
        self.browser.press("Enter")
        self.arrive("/order/", "the order by Enter")
        self.check_fields_and_targets()

    def check_fields_and_targets(self):
        nameless = self.browser.run("return [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]"
                                    ".filter(f => !f.labels.length || !f.labels[0].textContent.trim()).map(f => f.outerHTML)")
        self.assertEqual(nameless, [])
        small = self.browser.run("return [...document.querySelectorAll('button, select, input:not([type=hidden]):not([type=checkbox])')]"
                                 ".filter(f => f.getClientRects().length && f.getBoundingClientRect().height < 24).map(f => f.outerHTML)")
        self.assertEqual(small, [])

    def test_colours_keep_their_contrast(self):
        self.come_in()
        self.open_order("4500018")
        for theme in ("light", "dark", "contrast"):
            poor = self.browser.run(CONTRAST, theme)
            self.assertEqual(poor, [], theme)


# Every pair of words and ground that the style sheet uses, by the formula of WCAG 2.2.
CONTRAST = """
document.documentElement.dataset.theme = arguments[0];
const style = getComputedStyle(document.documentElement);
const light = (name) => {
  const hex = style.getPropertyValue(name).trim().slice(1);
  const part = [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
};
const pairs = [['--on-main', '--main']];
for (const words of ['--text', '--soft', '--link', '--agreed', '--ordered', '--warn'])
  for (const ground of ['--ground', '--panel', '--chosen']) pairs.push([words, ground]);
pairs.push(['--text', '--mark'], ['--text', '--mark-now']);
return pairs.map(([a, b]) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return [a, b, (x + 0.05) / (y + 0.05)]; })
  .filter(([, , ratio]) => !(ratio >= 4.5)).map(String);
"""

if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], "-v"])
