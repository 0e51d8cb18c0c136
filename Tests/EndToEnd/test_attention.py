"""`minsheng attention`: what needs attention, for a person and for a digest by cron."""
import json
import pathlib
import tempfile
import unittest

from harness import Tables, run

NAMES = {"kind", "indicator", "area", "period", "value", "target", "gap", "unit", "department", "since", "followUp"}


class Attention(unittest.TestCase):
    def items(self, *arguments, status=1):
        result = run("attention", "--format", "json", *arguments)
        self.assertEqual(result.returncode, status, result.stderr.decode())
        return json.loads(result.stdout)["items"]

    def test_the_example_city_and_its_parts(self):
        items = self.items("--data", "@example")
        self.assertTrue(all(set(item) == NAMES for item in items))
        bad = [item["indicator"] for item in items if item["kind"] in ("behind", "broken") and item["area"] == "990100"]
        self.assertEqual(bad, ["litter-blackspots", "wage-arrears-cases", "school-places"])
        self.assertEqual([item["indicator"] for item in self.items("--data", "@example", "--area", "子区")], ["new-urban-jobs"])
        education = self.items("--data", "@example", "--unit", "教育局")
        self.assertEqual([(item["value"], item["target"], item["gap"]) for item in education], [("3150", "4200", "-16.7")])
        self.assertEqual(self.items("--data", "@example", "--area", "甲区", status=0), [])

    def test_text_and_markdown_in_both_languages(self):
        for language, words in (("zh", "3 项不好"), ("en", "3 are bad")):
            for form in ("text", "md"):
                result = run("attention", "--data", "@example", "--lang", language, "--format", form)
                self.assertEqual(result.returncode, 1)
                self.assertIn(words, result.stdout.decode())

    def test_nothing_in_panjin_and_what_does_not_exist(self):
        self.assertEqual(self.items(status=0), [])
        for wrong in (["--unit", "不存在"], ["--area", "月球"], ["--since", "3"], ["--format", "yaml"]):
            self.assertEqual(run("attention", "--data", "@example", *wrong).returncode, 64, wrong)
        self.assertEqual(run("attention", "--data", "/nowhere").returncode, 66)

    def test_what_changed_since_a_published_version(self):
        with Tables() as tables, tempfile.TemporaryDirectory() as place:
            target = str(pathlib.Path(place) / "city")
            publish = ("publish", str(tables.path), "--to", target, "--reason", "测试")
            self.assertEqual(run(*publish).returncode, 0)
            for name in ("observations.csv", "datapackage.json"):
                file = tables.path / name
                file.write_text(file.read_text("utf-8").replace("24002", "24102"), "utf-8")
            self.assertEqual(run(*publish).returncode, 0)
            items = self.items("--data", target, "--since", "1")
            self.assertEqual([(item["kind"], item["indicator"], item["value"], item["gap"]) for item in items],
                             [("revised", "new-urban-jobs", "24102", "100")])
            result = run("attention", "--data", target, "--since", "000001", "--lang", "zh")
            self.assertIn("改动 1 个数", result.stdout.decode())
            self.assertEqual(run("attention", "--data", target, "--since", "7").returncode, 66)


if __name__ == "__main__":
    unittest.main()
