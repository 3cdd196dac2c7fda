#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pictures of the pages as a clerk sees them.

    web_screenshot.py --serve build/tests/system/web/web_desk_server --to docs
    web_screenshot.py --url http://127.0.0.1:8080 --login anna --password … --to docs
"""

import argparse
import os

from webdriver import Browser, PageServer, case_numbers, log_in

PASSWORD_OF_TEST_WORLD = "een lang wachtwoord"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--serve", help="program that serves the test's world")
    parser.add_argument("--url", help="pages that run already")
    parser.add_argument("--login", default="anna")
    parser.add_argument("--password", default=PASSWORD_OF_TEST_WORLD)
    parser.add_argument("--languages", default="nl")
    parser.add_argument("--themes", default="light")
    parser.add_argument("--case", type=int, default=0, help="which row of the queue to open")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--pages", default="", help="more pages by their address, separated by commas: /orders,/order/1")
    parser.add_argument("--to", default="docs", help="folder of queue.png and case.png")
    parser.add_argument("--chromedriver", default="/usr/bin/chromedriver")
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    asked = parser.parse_args()
    server = PageServer(asked.serve) if asked.serve else None
    url = server.url if server else asked.url
    width, height = (int(n) for n in asked.size.split("x"))
    browser = Browser(asked.chromedriver, asked.chromium, size=(width, height))
    languages, themes = asked.languages.split(","), asked.themes.split(",")
    try:
        browser.open(url + "/login")
        browser.picture(os.path.join(asked.to, "login.png"))
        log_in(browser, url, asked.login, asked.password)
        for language in languages:
            for theme in themes:
                browser.run("document.querySelector('[name=language]').value = arguments[0];"
                            "document.querySelector('[name=theme]').value = arguments[1];"
                            "document.querySelector('.menu form').submit()", language, theme)
                browser.wait(f"return document.documentElement.lang === '{language}' && "
                             f"document.documentElement.dataset.theme === '{theme}' && document.readyState === 'complete'",
                             "the language's page")
                plain = len(languages) == 1 and len(themes) == 1
                suffix = "" if plain else f"-{language}-{theme}"
                browser.open(url + "/queue")
                browser.picture(os.path.join(asked.to, f"queue{suffix}.png"))
                browser.open(f"{url}/case/{case_numbers(browser)[asked.case]}")
                browser.picture(os.path.join(asked.to, f"case{suffix}.png"))
                for page in asked.pages.split(","):
                    if not page:
                        continue
                    browser.open(url + page)
                    browser.picture(os.path.join(asked.to, f"{page.strip('/').replace('/', '-')}{suffix}.png"))
                browser.open(url + "/queue")
    finally:
        browser.close()
        if server:
            server.close()


if __name__ == "__main__":
    main()
