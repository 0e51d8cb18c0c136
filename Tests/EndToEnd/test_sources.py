"""Named sources: what a command gives is shown, asked again, and kept while it fails; nothing beside the data can name a command."""
import json
import os
import pathlib
import shutil
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer

from harness import TABLES, TestCase, run

TABLE = "INDICATOR,TIME_PERIOD,OBS_VALUE\n就业人数,2025,{}\n就业人数,2024,4321\n"


class Sources(TestCase):
    def setUp(self):
        self.place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.list = self.place / "sources.json"
        self.table = self.place / "table.csv"
        self.table.write_text(TABLE.format(7654), "utf-8")

    def write(self, **sources):
        self.list.write_text(json.dumps(sources, ensure_ascii=False), "utf-8")
        self.list.chmod(0o600)

    def ask(self, *arguments, **changes):
        return run(*arguments, MINSHENG_SOURCES=str(self.list), **changes)

    def show(self, name, **changes):
        return self.ask("show", "--data", f"source:{name}", "--format", "csv", **changes)

    def test_a_command_is_asked_again_and_its_last_data_stay_while_it_fails(self):
        script = self.place / "give"
        script.write_text(f"#!/bin/sh\n[ -e {self.place}/broken ] && {{ echo 网络不通 >&2; exit 9; }}\nexec cat {self.table}\n", "utf-8")
        script.chmod(0o755)
        self.write(jobs={"command": [str(script)], "every": 5})
        session = self.start("--data", "source:jobs", title="jobs", MINSHENG_SOURCES=str(self.list))
        # The list of the topic has the figure as text; the overview draws it in large digits.
        session.send("1")
        session.wait_for("7,654")
        self.table.write_text(TABLE.format(8765), "utf-8")
        session.wait_for("8,765", 12)
        (self.place / "broken").touch()
        session.wait_for("连不上数据源", 12)
        self.assertIn("8,765", session.screen.text)
        session.send("e")
        session.wait_for("网络不通")
        self.assertRegex(session.screen.text.replace("\n", ""), r"现为\d+ 秒前")
        session.send("Esc")
        (self.place / "broken").unlink()
        self.table.write_text(TABLE.format(9876), "utf-8")
        session.wait_for("9,876", 12)
        self.assertNotIn("连不上数据源", session.screen.text)
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)

    def test_tables_of_a_folder_come_from_elsewhere_and_one_that_fails_is_the_folders(self):
        observations = self.place / "o.csv"
        observations.write_text((TABLES / "observations.csv").read_text("utf-8").replace("24002", "24003"), "utf-8")
        given = {"observations": {"command": ["cat", str(observations)]}, "targets": {"command": ["false"]}}
        self.write(hall={"folder": str(TABLES), "tables": given})
        session = self.start("--data", "source:hall", MINSHENG_SOURCES=str(self.list))
        session.wait_for("24,003")
        session.wait_for("连不上数据源")
        session.send("e")
        session.wait_for("source:hall targets")
        result = self.ask("show", "new-urban-jobs", "--data", "source:hall")
        self.assertEqual(result.returncode, 0)
        self.assertIn("24,003", result.stdout.decode())
        self.assertIn("source:hall targets: false", result.stderr.decode())

    def test_a_kiosk_shows_what_is_new_while_another_part_fails(self):
        observations = self.place / "o.csv"
        text = (TABLES / "observations.csv").read_text("utf-8")
        observations.write_text(text, "utf-8")
        given = {"observations": {"command": ["cat", str(observations)]}, "targets": {"command": ["false"]}}
        self.write(hall={"folder": str(TABLES), "tables": given, "every": 5})
        # From 120x40 on the bands of all topics have their values in text.
        session = self.start(
            "kiosk", "--data", "source:hall", title="24,002", size=(120, 40), MINSHENG_SOURCES=str(self.list))
        observations.write_text(text.replace("24002", "24003"), "utf-8")
        session.wait_for("24,003", 12)

    def test_an_address_is_fetched(self):
        table = self.table.read_bytes()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                found = self.path == "/jobs.csv"
                self.send_response(200 if found else 404)
                self.end_headers()
                self.wfile.write(table if found else b"<html>no</html>")

            def log_message(self, *_):
                pass

        server = HTTPServer(("127.0.0.1", 0), Handler)
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        self.write(jobs={"url": address + "/jobs.csv"}, gone={"url": address + "/gone.csv"}, large={"url": address + "/jobs.csv", "largest": 1})
        if not shutil.which("curl"):
            self.skipTest("no curl")
        result = self.show("jobs")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.assertIn("7654", result.stdout.decode())
        result = self.show("gone")
        self.assertEqual(result.returncode, 2)
        self.assertIn("404", result.stderr.decode())

    def test_is_bounded_and_says_what_was_wrong(self):
        self.write(
            slow={"command": ["sleep", "60"], "timeout": 1}, large={"command": ["yes"], "largest": 1}, none={"command": ["no-such-program-here"]},
            empty={"command": ["true"]}, folder={"folder": "/no/such/folder"},
        )  # fmt: skip
        for name, words in [("slow", "1 秒内"), ("large", "超过 1 MiB"), ("none", "启动不了"), ("empty", "什么也没有"), ("folder", "打不开文件夹")]:
            result = self.show(name)
            self.assertEqual(result.returncode, 2, name)
            self.assertIn(words, result.stderr.decode())
        result = self.show("other")
        self.assertEqual(result.returncode, 66)
        self.assertIn("slow", result.stderr.decode())
        self.list.write_text('{"jobs": {"command": "cat x"}}', "utf-8")
        result = self.show("jobs")
        self.assertEqual(result.returncode, 1)
        self.assertIn("sources.json:1:22", result.stderr.decode())

    def test_nobody_else_names_commands(self):
        witness = self.place / "ran"
        self.write(jobs={"command": ["touch", str(witness)]})
        self.list.chmod(0o666)
        result = self.show("jobs")
        self.assertEqual(result.returncode, 2)
        self.assertIn("chmod go-w", result.stderr.decode())
        # Beside the tables it is a file like any other.
        folder = self.place / "city"
        shutil.copytree(TABLES, folder)
        shutil.copy(self.list, folder / "sources.json")
        (folder / "sources.json").chmod(0o600)
        self.assertEqual(run("show", "--data", str(folder)).returncode, 0)
        self.assertEqual(run("show", "--data", "source:jobs", HOME=str(self.place)).returncode, 66)
        # A guest starts no programs.
        self.list.chmod(0o600)
        result = self.ask("--guest", "--data", "source:jobs")
        self.assertEqual(result.returncode, 2)
        self.assertNotIn("jobs", result.stderr.decode())
        self.assertFalse(witness.exists())

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a file to another user")
    def test_a_list_of_another_user_is_refused(self):
        self.write(jobs={"command": ["cat", str(self.table)]})
        self.assertEqual(self.show("jobs").returncode, 0)
        os.chown(self.list, 1, -1)
        self.assertEqual(self.show("jobs").returncode, 2)


if __name__ == "__main__":
    unittest.main()
