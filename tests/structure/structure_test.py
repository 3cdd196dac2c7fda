#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every rule of check_structure.py finds its fault in a small tree that has one, and no other."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEAD = "// SPDX-License-Identifier: Apache-2.0\n"


class Structure(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="besteld-structure-"))
        self.addCleanup(shutil.rmtree, self.folder)
        for place in ("src/base/async", "src/order", "src/store", "src/check", "src/web", "parsers/xml", "docs",
                      "tests/structure"):
            (self.folder / place).mkdir(parents=True)
        shutil.copy(HERE / "layers.txt", self.folder / "tests/structure")
        self.write("src/base/text.hpp", HEAD + "#pragma once\nint cat();\n")
        self.write("src/order/order.hpp", HEAD + '#pragma once\n#include "base/text.hpp"\n#include <vector>\n')
        self.write("src/store/store.hpp", HEAD + '#pragma once\n#include "order/order.hpp"\n#include <sqlite3.h>\n')
        self.write("docs/events.md", "")
        self.write("docs/glossary.md", "| `cat` | x | y | z |\n")

    def write(self, place, words):
        (self.folder / place).write_text(words, encoding="utf-8")

    def run_rule(self, rule):
        command = [sys.executable, str(HERE / "check_structure.py"), rule, "--root", str(self.folder)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        return done.returncode, done.stdout

    def expect(self, rule, place, words, fault):
        self.assertEqual(self.run_rule(rule)[0], 0, self.run_rule(rule)[1])
        self.write(place, words)
        status, said = self.run_rule(rule)
        self.assertEqual(status, 1, said)
        self.assertIn(fault, said)

    def test_an_arrow_that_points_up(self):
        self.expect("layers", "src/order/bad.cpp", HEAD + '#include "store/store.hpp"\n',
                    "src/order/bad.cpp:2: src/order may not use src/store")

    def test_check_and_store_do_not_know_each_other(self):
        self.expect("layers", "src/check/bad.cpp", HEAD + '#include "store/store.hpp"\n', "src/check may not use")

    def test_a_foreign_header_outside_its_room(self):
        self.expect("headers", "src/web/bad.cpp", HEAD + "\n#include <sqlite3.h>\n", "bad.cpp:3: <sqlite3.h> belongs to src/store")

    def test_a_foreign_header_nobody_knows(self):
        self.expect("headers", "src/web/bad.cpp", HEAD + "#include <fmt/core.h>\n", "<fmt/core.h> has no room")

    def test_one_name_for_two_types(self):
        self.write("src/order/one.hpp", HEAD + "#pragma once\nnamespace besteld {\nstruct Moment {\n    int at;\n};\n}\n")
        self.expect("names", "src/web/two.hpp", HEAD + "#pragma once\nnamespace besteld {\nstruct Moment {\n    long at;\n};\n}\n",
                    "src/web/two.hpp:4: Moment is another type in src/order/one.hpp:4")

    def test_a_clock_in_a_pure_room(self):
        self.expect("pure", "parsers/xml/bad.cpp", HEAD + "auto t = std::chrono::system_clock::now();\n", "_clock::now")

    def test_new_without_an_owner(self):
        self.write("src/web/good.cpp", HEAD + 'auto p = std::unique_ptr<X>(new X); // a new day, "new"\n')
        self.expect("ownership", "src/web/bad.cpp", HEAD + "auto* p = new X;\n", "bad.cpp:2: 'new'")

    def test_a_task_without_an_owner(self):
        self.expect("ownership", "src/web/bad.cpp", HEAD + "co_spawn(x, y(), asio::detached);\n", "'detached'")

    def test_a_capture_beside_an_await(self):
        self.write("src/web/good.cpp", HEAD + "void f() { auto a = co_await g(b); }\n")
        self.expect("coroutines", "src/web/bad.cpp", HEAD + "void f() { auto a = co_await g([x](int y) { h(); }); }\n", "a capture")

    def test_two_awaits_in_a_statement(self):
        self.expect("coroutines", "src/web/bad.cpp", HEAD + "void f() { g(co_await a(), co_await b()); }\n", "two co_await")

    def test_a_choice_beside_an_await(self):
        self.expect("coroutines", "src/web/bad.cpp", HEAD + "void f() { x = y ? co_await a() : z; }\n", "?:")

    def test_a_long_file(self):
        self.expect("files", "src/web/bad.cpp", HEAD + "\n" * 600, "500 at most")

    def test_a_header_without_its_guard(self):
        self.expect("files", "src/web/bad.hpp", HEAD, "#pragma once")

    def test_a_file_without_its_licence(self):
        self.expect("files", "src/web/bad.cpp", "int x;\n", "SPDX")

    def test_a_secret(self):
        self.expect("words", "src/web/bad.cpp", HEAD + "// -----BEGIN PRIVATE " + "KEY-----\n", "a secret")

    def test_a_path_of_one_machine(self):
        self.expect("words", "docs/bad.md", "see /ho" + "me/anna/x\n", "a path of one machine")

    def test_a_real_domain(self):
        self.write("docs/good.md", "petra@korenaar.example http://127.0.0.1:8080/\n")
        self.expect("words", "docs/bad.md", "petra@korenaar.n" + "l\n", "a real domain")

    def test_an_event_nobody_documents(self):
        self.expect("events", "src/web/bad.cpp", HEAD + 'log::info("web.odd", {{"x", y}});\n', "'web.odd' does not stand")

    def test_an_event_nobody_writes(self):
        self.expect("events", "docs/events.md", "| `web.gone` | info | was | nothing |\n", "nobody writes the event 'web.gone'")

    def test_a_word_the_code_does_not_know(self):
        self.expect("glossary", "docs/glossary.md", "| `unheard_of` | x | y | z |\n", "knows no 'unheard_of'")


if __name__ == "__main__":
    unittest.main()
