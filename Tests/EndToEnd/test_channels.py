"""Figures out of the console's way: formats, exit statuses, and each figure against a second, independent reader."""
import csv
import json
import unittest

from harness import PROGRAM, TABLES, Session, Tables, run


def text(*arguments, **changes):
    return run(*arguments, **changes).stdout.decode()


class Figures(unittest.TestCase):
    """Python's csv module reads the tables by other rules of its own; nothing of it is shared with the program."""

    FIELDS = {
        "area": "REF_AREA", "indicator": "INDICATOR", "period": "TIME_PERIOD", "periodBasis": "PERIOD_BASIS",
        "value": "OBS_VALUE", "valueHigh": "VALUE_HIGH", "qualifier": "QUALIFIER", "status": "OBS_STATUS",
        "revision": "REVISION", "source": "SOURCE", "place": "PLACE", "printed": "PRINTED",
    }  # fmt: skip

    def rows(self, name):
        with open(TABLES / name, encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def test_json_equals_the_table_field_by_field(self):
        rows = self.rows("observations.csv")
        shown = json.loads(text("show", "--format", "json"))["observations"]
        self.assertEqual((len(rows), len(shown)), (121, 121))
        expected = sorted(tuple(row[column] for column in self.FIELDS.values()) + (row["UNIT_MULT"],) for row in rows)
        found = sorted(tuple(one[name] or "" for name in self.FIELDS) + (str(one["unitMultiplier"]),) for one in shown)
        self.assertEqual(found, expected)

    def test_csv_equals_the_table(self):
        shown = list(csv.DictReader(text("show", "--format", "csv").splitlines()))
        order = lambda row: sorted(row.items())
        self.assertEqual(sorted(shown, key=order), sorted(self.rows("observations.csv"), key=order))

    def test_briefs_equal_the_table(self):
        rows, shown = self.rows("briefs.csv"), json.loads(text("show", "--format", "json"))["briefs"]
        self.assertEqual(len(rows), 26)
        self.assertEqual([one["code"] for one in shown], [row["code"] for row in rows])

    def test_every_value_is_in_the_plain_text(self):
        shown = text("show")
        for row in self.rows("indicators.csv"):
            self.assertIn(row["name_zh"], shown)


class Statuses(unittest.TestCase):
    def assertEnds(self, status, *arguments, **changes):
        result = run(*arguments, **changes)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return result.stdout.decode(), result.stderr.decode()

    def test_help_of_every_command(self):
        for command in [[], ["show"], ["check"], ["keys"]]:
            with self.subTest(command=command):
                output, _ = self.assertEnds(0, *command, "--help")
                self.assertIn("USAGE: minsheng", output)

    def test_version(self):
        output, _ = self.assertEnds(0, "--version")
        self.assertRegex(output, r"^minsheng \d+\.\d+\.\d+\n$")

    def test_completions(self):
        for shell in ("bash", "zsh", "fish"):
            output, _ = self.assertEnds(0, "--generate-completion-script", shell)
            self.assertIn("minsheng", output)

    def test_wrong_use(self):
        for arguments in [["--nonsense"], ["show", "nonsense"], ["show", "--format", "nonsense"], ["check", "a", "b"],
                          ["--lang", "fr"], ["--indicator", "nonsense"]]:  # fmt: skip
            with self.subTest(arguments=arguments):
                output, errors = self.assertEnds(64, *arguments)
                self.assertEqual(output, "")
                self.assertTrue(errors)

    def test_what_is_not_there(self):
        _, errors = self.assertEnds(66, "check", "/no/such/folder")
        self.assertIn("/no/such/folder", errors)
        self.assertEnds(66, "--data", "/no/such/folder")
        self.assertEnds(66, "--data", "@nonsense")

    def test_the_bundled_tables_are_sound(self):
        self.assertEnds(0, "check")

    def test_a_broken_set(self):
        with Tables() as tables:
            tables.replace("observations.csv", ",24002,", ",2400二,")
            output, _ = self.assertEnds(1, "check", str(tables.path))
            self.assertIn("observations.csv:2:47", output)
            _, errors = self.assertEnds(2, "--data", str(tables.path))
            self.assertIn("observations.csv:2:47", errors)
            with Session("--data", str(tables.path)) as session:
                self.assertEqual(session.wait_gone(5), 2)
                self.assertFalse(session.screen.alternate)
                self.assertIn("observations.csv:2:47", session.screen.text)

    def test_a_folder_of_ones_own(self):
        with Tables() as tables:
            tables.replace("observations.csv", ",24002,", ",24003,")
            output, _ = self.assertEnds(0, "show", "new-urban-jobs", "--data", str(tables.path))
            self.assertIn("24,003", output)

    def test_a_pipe_gets_plain_text(self):
        output, _ = self.assertEnds(0)
        self.assertIn("24,002人", output)
        self.assertNotIn("\x1b", output)

    def test_a_reader_that_leaves_early_is_no_crash(self):
        with Session(command=["/bin/bash", "-o", "pipefail", "-c", '"$0" show --format json | head -c 1 >/dev/null; echo "status $?"', PROGRAM]) as session:
            session.wait_for("status")
            self.assertRegex(session.screen.text, r"status (0|2|141)")


if __name__ == "__main__":
    unittest.main()
