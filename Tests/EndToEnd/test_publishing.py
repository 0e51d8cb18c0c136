"""Publishing: all of a new version or all of the old one, whenever it is stopped and whoever reads meanwhile."""
import csv
import fcntl
import os
import pathlib
import re
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest

from harness import PROGRAM, Session, Tables, environment, run

STATING = ["observations.csv", "datapackage.json", "map.txt"]


def change(tables, old, new):
    """Another number of new jobs, wherever the set states it."""
    for name in STATING:
        file = tables.path / name
        file.write_text(file.read_text("utf-8").replace(str(old), str(new)), "utf-8")


class PublishingTests(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.target = self.place / "city"
        self.tables = self.enterContext(Tables())
        self.tables.replace("datapackage.json", '"version": "1.1.0"', '"version": "24002"')
        file = self.tables.path / "map.txt"
        file.write_text("# 24002\n" + file.read_text("utf-8"), "utf-8")

    def publish(self, *arguments, reason="测试", **changes):
        return run("publish", str(self.tables.path), "--to", str(self.target), "--reason", reason, *arguments, **changes)

    def shown(self):
        """The headline figure that a reader of the link sees, and that all of the set is sound."""
        result = run("show", "new-urban-jobs", "--data", str(self.target), "--format", "csv")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return int(next(csv.DictReader(result.stdout.decode().splitlines()))["OBS_VALUE"])


class Publishing(PublishingTests):
    def test_publishes_revises_and_rolls_back(self):
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        change(self.tables, 24002, 24102)
        self.assertIn("修订", run("publish", "--help").stdout.decode())
        self.assertEqual(self.publish("--kind", "new").returncode, 1)
        self.assertEqual(self.shown(), 24002)
        result = self.publish("--kind", "更正", reason="重复计入")
        self.assertIn("记下原值 1 个", result.stdout.decode())
        self.assertEqual(self.shown(), 24102)
        with open(self.target / "revisions.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([(row["FORMER_VALUE"], row["KIND"], row["REASON"]) for row in rows], [("24002", "corrected", "重复计入")])
        self.assertIn("不必发布", self.publish().stdout.decode())
        result = run("rollback", str(self.target), "--list")
        self.assertRegex(result.stdout.decode(), r"\* 现在  000002 .*更正  重复计入\n +000001 ")
        self.assertEqual((run("rollback", str(self.target)).returncode, self.shown()), (0, 24002))
        self.assertEqual(run("rollback", str(self.target)).returncode, 2)
        self.assertEqual((run("rollback", str(self.target), "--to", "2").returncode, self.shown()), (0, 24102))
        self.assertEqual(run("rollback", str(self.target), "--to", "7").returncode, 66)
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            self.assertEqual([row["ACTION"] for row in csv.DictReader(file)], ["publish", "publish", "rollback", "rollback"])

    def test_refuses_what_is_faulty_or_in_the_way(self):
        self.publish()
        change(self.tables, 24002, "24o02")
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (1, 24002))
        self.assertIn(b"observations.csv:2:", result.stderr)
        self.assertEqual(os.listdir(f"{self.target}.generations").count("000002"), 0)
        folder = self.place / "folder"
        folder.mkdir()
        for target, status in [(folder, 2), (self.place / "no/city", 66)]:
            self.assertEqual(run("publish", "@panjin", "--to", str(target), "--reason", "x").returncode, status)
        self.assertEqual(list(folder.iterdir()), [])
        for arguments in [["--reason", " "], ["--reason", "a\nb"], ["--reason", "x", "--keep", "1"], []]:
            self.assertEqual(run("publish", "@panjin", "--to", str(self.target), *arguments).returncode, 64)
        self.assertEqual(run("rollback", str(self.place / "nothing")).returncode, 66)
        result = run("rollback", str(self.tables.path))
        self.assertEqual(result.returncode, 66)
        self.assertIn("没有发布过", result.stderr.decode())

    def test_a_trial_leaves_nothing_behind(self):
        result = self.publish("--dry-run")
        self.assertEqual((result.returncode, list(self.place.iterdir())), (0, []))
        self.assertIn("没有发布", result.stdout.decode())

    def test_a_person_is_asked_about_what_is_suspicious(self):
        self.publish()
        change(self.tables, 24002, 240020)
        session = self.enterContext(Session("publish", str(self.tables.path), "--to", str(self.target), "--reason", "x", size=(120, 30)))
        session.wait_for("相差约 10 倍")
        session.wait_for("仍要发布吗")
        session.send("n", "Enter")
        self.assertEqual((session.wait_gone(5), self.shown()), (3, 24002))
        session = self.enterContext(Session("publish", str(self.tables.path), "--to", str(self.target), "--reason", "x", size=(120, 30)))
        session.wait_for("仍要发布吗")
        session.send("是", "Enter")
        self.assertEqual((session.wait_gone(5), self.shown()), (0, 240020))

    def test_without_a_terminal_what_is_suspicious_is_accepted_by_name_or_not_published(self):
        self.publish()
        change(self.tables, 24002, 240020)
        result = self.publish()
        self.assertEqual((result.returncode, self.shown()), (3, 24002))
        name = "new-urban-jobs/211100/2022-01-01/P11M"
        self.assertIn("可疑之处 1 个", result.stderr.decode())
        self.assertIn("--accept " + name, result.stderr.decode())
        self.assertEqual(os.listdir(f"{self.target}.generations").count("000002"), 0)
        result = self.publish("--accept", "new-urban-jobs/211100/2022")
        self.assertEqual((result.returncode, self.shown()), (3, 24002))
        self.assertIn("看看是否写错", result.stderr.decode())
        self.assertEqual((self.publish("--accept", name).returncode, self.shown()), (0, 240020))
        change(self.tables, 240020, 24002)
        self.assertEqual(self.publish().returncode, 3)
        self.assertEqual((self.publish("--accept-suspicious").returncode, self.shown()), (0, 24002))

    def test_a_table_without_rows_is_refused(self):
        self.publish()
        file = self.tables.path / "observations.csv"
        text = file.read_text("utf-8")
        for name in ["links.csv", "derived.csv", "observations.csv"]:
            table = self.tables.path / name
            table.write_text(table.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")
        for arguments in [[], ["-y"], ["--accept-suspicious"]]:
            result = self.publish(*arguments)
            self.assertEqual((result.returncode, self.shown()), (3, 24002), result.stderr.decode())
        self.assertIn("--accept-loss", result.stderr.decode())
        self.assertEqual(self.publish("--accept-loss").returncode, 3, "the loss alone, not what else is suspicious")
        self.assertEqual(self.publish("--accept-loss", "-y").returncode, 0)
        file.write_text(text, "utf-8")
        self.assertEqual((self.publish("-y").returncode, self.shown()), (0, 24002), "what is added is no loss")

    def test_names_of_any_script(self):
        for name in ["市屏", "👨‍👩‍👧‍👦", "e\u0301", "长" * 81]:
            target = self.place / name
            publish = ["publish", str(self.tables.path), "--to", str(target), "--reason", "一"]
            self.assertEqual(run(*publish).returncode, 0, name)
            change(self.tables, 24002, 24003)
            self.assertEqual(run(*publish).returncode, 0, name)
            self.assertEqual(run("rollback", str(target)).returncode, 0, name)
            self.assertTrue(os.readlink(target).endswith("/000001"))
            work = self.place / (name[:80] + "w")
            self.assertEqual(run("new", str(work), "--from", str(target)).returncode, 0, name)
            change(self.tables, 24003, 24002)

    def test_a_full_disk_loses_nothing(self):
        """A limit on the size of files stands for a disk that has no room: some file of the set is cut short."""
        self.publish()
        change(self.tables, 24002, 24102)
        for limit in [0, 1, 500, 4096, 30000]:
            def full(limit=limit):
                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

            command = [PROGRAM, "publish", str(self.tables.path), "--to", str(self.target), "--reason", "x"]
            result = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=full, stdin=subprocess.DEVNULL)
            self.assertEqual(result.returncode, 2, result)
            self.assertEqual(self.shown(), 24002)
            self.assertEqual(sorted(os.listdir(f"{self.target}.generations")), [".lock", "000001", "published.csv"])
        self.assertEqual((self.publish().returncode, self.shown()), (0, 24102))

    def test_a_rollback_needs_no_room(self):
        self.publish()
        change(self.tables, 24002, 24102)
        self.publish()

        def full():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

        # Its output is a file's too where tests collect it, so it goes to a pipe.
        command = [PROGRAM, "rollback", str(self.target), "--reason", "撤回"]
        result = subprocess.run(command, capture_output=True, env=environment(), preexec_fn=full, stdin=subprocess.DEVNULL)
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        self.assertIn("下一次命令会补上", result.stderr.decode())
        listed = run("rollback", str(self.target), "--list").stdout.decode()
        self.assertRegex(listed, r"\* 现在  000001")
        change(self.tables, 24102, 24103)
        self.assertEqual(self.publish("--base", "current").returncode, 0)
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            rows = [(row["ACTION"], row["GENERATION"], row["FORMER"]) for row in csv.DictReader(file)]
        self.assertEqual(rows[2:], [("rollback", "000001", "000002"), ("publish", "000003", "000001")])

    def test_listing_waits_for_nobody(self):
        self.publish()
        lock = os.open(f"{self.target}.generations/.lock", os.O_RDONLY)
        self.addCleanup(os.close, lock)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.assertEqual(run("rollback", str(self.target), "--list").returncode, 0)

    def test_two_clerks_cannot_publish_at_once(self):
        self.publish()
        lock = os.open(f"{self.target}.generations/.lock", os.O_RDONLY)
        self.addCleanup(os.close, lock)
        fcntl.flock(lock, fcntl.LOCK_EX)
        self.assertIn("不必发布", self.publish().stdout.decode(), "what changes nothing waits for nobody")
        change(self.tables, 24002, 24102)
        result = self.publish()
        self.assertEqual(result.returncode, 2)
        self.assertIn("另一个人正在发布", result.stderr.decode())


class TwoClerks(PublishingTests):
    """Two folders made from one version: what either has changed is published once, or named as a conflict."""

    def work(self, name):
        folder = self.place / name
        self.assertEqual(run("new", str(folder), "--from", str(self.target)).returncode, 0)
        return folder

    def edit(self, folder, old, new, name="observations.csv"):
        file = folder / name
        text = file.read_text("utf-8")
        self.assertIn(old, text)
        file.write_text(text.replace(old, new), "utf-8")

    def send(self, folder, reason, *arguments, **changes):
        return run("publish", str(folder), "--to", str(self.target), "--reason", reason, *arguments, **changes)

    def values(self):
        with open(self.target / "observations.csv", encoding="utf-8", newline="") as file:
            return {row["INDICATOR"]: row["OBS_VALUE"] for row in csv.DictReader(file) if row["TIME_PERIOD"] == "2022-01-01/P11M"}

    def log(self):
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def setUp(self):
        super().setUp()
        self.publish()
        self.one, self.two = self.work("one"), self.work("two")

    def test_a_stale_folder_undoes_nothing(self):
        for first, second in [(self.one, self.two), (self.two, self.one)]:
            self.edit(first, ",24002,", ",24050,")
            self.edit(first, "城镇新增就业24002人", "城镇新增就业24050人")
            self.edit(second, ",18409,", ",18410,")
            self.edit(second, "失业人员再就业18409人", "失业人员再就业18410人")
            self.assertEqual(self.send(first, "更正就业").returncode, 0)
            result = self.send(second, "改再就业")
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            self.assertIn("别人此后改的", result.stdout.decode())
            values = self.values()
            self.assertEqual((values["new-urban-jobs"], values["reemployed"]), ("24050", "18410"))
            with open(self.target / "revisions.csv", encoding="utf-8", newline="") as file:
                found = sorted((row["FORMER_VALUE"], row["REASON"]) for row in csv.DictReader(file))
            self.assertEqual(found, [("18409", "改再就业"), ("24002", "更正就业")])
            # Neither folder has what the other did, and publishing again from either changes nothing.
            for folder in (first, second):
                self.assertIn("不必发布", self.send(folder, "再来").stdout.decode())
            for name in ["one", "two"]:
                shutil.rmtree(self.place / name)
            shutil.rmtree(f"{self.target}.generations")
            self.target.unlink()
            self.publish("--base", "current")
            self.work("one"), self.work("two")

    def test_what_both_have_changed_is_shown_side_by_side_and_not_published(self):
        for folder, value in [(self.one, "24050"), (self.two, "24060")]:
            self.edit(folder, ",24002,", f",{value},")
            self.edit(folder, "城镇新增就业24002人", f"城镇新增就业{value}人")
        self.assertEqual(self.send(self.one, "补录").returncode, 0)
        before = sorted(os.listdir(f"{self.target}.generations"))
        result = self.send(self.two, "重复计入", "-y")
        self.assertEqual((result.returncode, self.values()["new-urban-jobs"]), (3, "24050"))
        text = result.stderr.decode()
        for part in ["new-urban-jobs", "OBS_VALUE 24002", "OBS_VALUE 24060", "OBS_VALUE 24050", "补录", "重复计入"]:
            self.assertIn(part, text)
        self.assertEqual(sorted(os.listdir(f"{self.target}.generations")), before)
        self.assertRegex(text, r"现有  OBS_VALUE 24050.*（000002 .*补录）")
        self.assertIn("--mine new-urban-jobs/211100/2022-01-01/P11M", text)
        # Settled: the folder agrees with what is shown, and its other changes go through.
        self.edit(self.two, "24060", "24050")
        self.edit(self.two, ",18409,", ",18410,")
        self.edit(self.two, "失业人员再就业18409人", "失业人员再就业18410人")
        self.assertEqual(self.send(self.two, "改再就业").returncode, 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("24050", "18410"))

    def in_conflict(self):
        """Both clerks change the jobs; the first also another figure, which is no business of the second."""
        self.edit(self.one, ",18409,", ",18410,")
        self.edit(self.one, "失业人员再就业18409人", "失业人员再就业18410人")
        for folder, value in [(self.one, "24050"), (self.two, "24060")]:
            self.edit(folder, ",24002,", f",{value},")
            self.edit(folder, "城镇新增就业24002人", f"城镇新增就业{value}人")
        self.assertEqual(self.send(self.one, "补录").returncode, 0)
        result = self.send(self.two, "重复计入")
        self.assertEqual(result.returncode, 3)
        return result.stderr.decode()

    def test_a_conflict_is_decided_for_the_second_as_the_message_says(self):
        for lang in ["zh", "en"]:
            name = re.search(r"--mine (\S+)", self.in_conflict())[1]
            self.assertEqual(self.send(self.two, "商定", "--mine", name + "x").returncode, 3, "a name that is mistyped decides nothing")
            result = self.send(self.two, "商定", "--mine", name, "--lang", lang)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
            values = self.values()
            self.assertEqual((values["new-urban-jobs"], values["reemployed"]), ("24060", "18410"), "nothing else is undone")
            if lang == "zh":
                for name, folder in [("one", self.one), ("two", self.two)]:
                    shutil.rmtree(folder)
                shutil.rmtree(f"{self.target}.generations")
                self.target.unlink()
                self.publish("--base", "current")
                self.one, self.two = self.work("one"), self.work("two")

    def test_a_folder_that_agrees_again_is_a_folder_of_the_version_shown(self):
        self.in_conflict()
        self.edit(self.two, "24060", "24050")
        self.assertIn("不必发布", self.send(self.two, "照对方").stdout.decode())
        # The other was wrong after all: this is now a change of what is shown.
        self.edit(self.two, "24050", "24060")
        result = self.send(self.two, "商定后改")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        values = self.values()
        self.assertEqual((values["new-urban-jobs"], values["reemployed"]), ("24060", "18410"))

    def test_a_base_that_is_named_undoes_nobody_unasked(self):
        self.in_conflict()
        for base in ["2", "current"]:
            result = self.send(self.two, "全部用我的", "--base", base)
            self.assertEqual((result.returncode, self.values()["reemployed"]), (3, "18410"))
            text = result.stdout.decode() + result.stderr.decode()
            self.assertIn("可疑 1", text)
            self.assertRegex(text, "别人此后改的（000002 .*补录）")
        name = re.search(r"--accept (reemployed\S+)", text)[1]
        self.assertEqual(self.send(self.two, "全部用我的", "--base", "2", "--accept", name).returncode, 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("24060", "18409"))

    def test_who_changed_a_row_is_known_however_often_was_published_since(self):
        self.edit(self.one, ",24002,", ",24050,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业24050人")
        self.assertEqual(self.send(self.one, "补录").returncode, 0)
        self.edit(self.two, ",18409,", ",18410,")
        self.edit(self.two, "失业人员再就业18409人", "失业人员再就业18410人")
        result = self.send(self.two, "改再就业")
        self.assertRegex(result.stdout.decode(), "留着：\n  observations  211100 new-urban-jobs .*000002 .*补录\n")
        # The folder is now of version 3, and the row that it has not taken over is of version 2.
        self.edit(self.two, ",24002,", ",24060,")
        self.edit(self.two, "城镇新增就业24002人", "城镇新增就业24060人")
        result = self.send(self.two, "改就业")
        self.assertEqual(result.returncode, 3)
        self.assertRegex(result.stderr.decode(), "现有  OBS_VALUE 24050.*（000002 .*补录）")
        self.edit(self.two, "24060", "24002")
        self.edit(self.two, ",18410,", ",18411,")
        self.edit(self.two, "失业人员再就业18410人", "失业人员再就业18411人")
        self.assertRegex(self.send(self.two, "再改").stdout.decode(), "留着：\n  observations  211100 new-urban-jobs .*000002 .*补录\n")

    def test_a_description_that_both_have_changed_is_shown_by_its_members(self):
        for folder, title in [(self.one, "甲题"), (self.two, "乙题")]:
            self.edit(folder, '"title_zh": "盘锦市民生看板"', f'"title_zh": "{title}"', "datapackage.json")
        self.assertEqual(self.send(self.one, "改题").returncode, 0)
        result = self.send(self.two, "也改题")
        self.assertEqual(result.returncode, 3)
        text = result.stderr.decode()
        self.assertRegex(text, "原来  minsheng.title_zh 盘锦市民生看板\n  你的  minsheng.title_zh 乙题 .*\n  现有  minsheng.title_zh 甲题 .*改题")
        self.assertEqual(self.send(self.two, "也改题", "--mine", "datapackage.json").returncode, 0)
        self.assertIn("乙题", (self.target / "datapackage.json").read_text("utf-8"))

    def test_a_map_that_was_forgotten_is_asked_about(self):
        (self.one / "map.txt").unlink()
        result = self.send(self.one, "改")
        self.assertEqual((result.returncode, (self.target / "map.txt").exists()), (3, True))
        self.assertIn("map.txt", result.stderr.decode())
        self.assertIn("原来有地图", run("diff", str(self.target), str(self.one)).stdout.decode())
        self.assertEqual(self.send(self.one, "改", "-y").returncode, 3, "like a table that became empty")
        self.assertEqual(self.send(self.one, "不要地图", "--accept-loss", "--accept", "map/map.txt").returncode, 0)
        self.assertFalse((self.target / "map.txt").exists())
        # A remark changes no screen, and is said all the same.
        (self.two / "map.txt").write_text("# 备注\n" + (self.two / "map.txt").read_text("utf-8"), "utf-8")
        run("rollback", str(self.target))
        result = self.send(self.two, "备注")
        self.assertRegex(result.stdout.decode(), "数据没有不同；map.txt 有改动")

    def test_rows_of_other_tables_are_merged_too(self):
        self.edit(self.one, "城镇新增就业,", "城镇新增就业人数,", "indicators.csv")
        self.edit(self.two, "未载明", "2022-12-30", "sources.csv")
        self.assertEqual(self.send(self.one, "改名").returncode, 0)
        self.assertEqual(self.send(self.two, "补日期").returncode, 0)
        self.assertIn("城镇新增就业人数,", (self.target / "indicators.csv").read_text("utf-8"))
        self.assertIn("2022-12-30", (self.target / "sources.csv").read_text("utf-8"))

    def test_a_copy_made_by_other_means_knows_its_version(self):
        copy = self.place / "copy"
        shutil.copytree(f"{self.target}.generations/000001", copy)
        for name in copy.rglob("*"):
            name.chmod(0o755 if name.is_dir() else 0o644)
        self.edit(self.one, ",24002,", ",24050,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业24050人")
        self.assertEqual(self.send(self.one, "补录").returncode, 0)
        self.edit(copy, ",18409,", ",18410,")
        self.edit(copy, "失业人员再就业18409人", "失业人员再就业18410人")
        self.assertEqual(self.send(copy, "改再就业").returncode, 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("24050", "18410"))

    def test_a_folder_that_does_not_know_its_version_asks(self):
        self.edit(self.one, ",24002,", ",24050,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业24050人")
        (self.one / ".minsheng-base").unlink()
        result = self.send(self.one, "补录")
        self.assertEqual((result.returncode, self.values()["new-urban-jobs"]), (3, "24002"))
        self.assertIn("没有记下是照哪一版改的", result.stderr.decode())
        self.assertEqual(self.send(self.one, "补录", "--base", "7").returncode, 66)
        self.assertEqual(self.send(self.one, "补录", "--base", "1").returncode, 0)
        self.assertEqual(self.values()["new-urban-jobs"], "24050")

    def test_what_was_rolled_back_is_not_half_published_again(self):
        self.edit(self.one, ",24002,", ",24050,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业24050人")
        self.assertEqual(self.send(self.one, "补录").returncode, 0)
        self.assertEqual(run("rollback", str(self.target), "--reason", "看错了").returncode, 0)
        self.edit(self.one, ",18409,", ",18410,")
        self.edit(self.one, "失业人员再就业18409人", "失业人员再就业18410人")
        result = self.send(self.one, "改再就业")
        self.assertEqual((result.returncode, self.values()["reemployed"]), (3, "18409"))
        self.assertIn("看错了", result.stderr.decode())
        # Another folder, made from the old version, does not bring it back either.
        self.edit(self.two, ",18409,", ",18411,")
        self.edit(self.two, "失业人员再就业18409人", "失业人员再就业18411人")
        self.assertEqual(self.send(self.two, "改再就业").returncode, 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("24002", "18411"))
        self.assertEqual(self.send(self.one, "全部", "--base", "current").returncode, 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("24050", "18410"))

    def test_a_question_locks_nobody_out(self):
        self.edit(self.one, ",24002,", ",240020,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业240020人")
        session = self.enterContext(Session("publish", str(self.one), "--to", str(self.target), "--reason", "x", size=(120, 40)))
        session.wait_for("仍要发布吗")
        self.edit(self.two, ",18409,", ",18410,")
        self.edit(self.two, "失业人员再就业18409人", "失业人员再就业18410人")
        self.assertEqual(self.send(self.two, "改再就业").returncode, 0)
        self.assertEqual(run("rollback", str(self.target), "--list").returncode, 0)
        session.send("是", "Enter")
        # Somebody was quicker: it is worked out again and asked again.
        session.wait_for("重新比较")
        session.wait_for(lambda screen: screen.text.count("仍要发布吗") == 2 or "别人此后改的" in screen.text)
        session.wait_for("仍要发布吗")
        session.settle()
        session.send("是", "Enter")
        self.assertEqual(session.wait_gone(5), 0)
        self.assertEqual((self.values()["new-urban-jobs"], self.values()["reemployed"]), ("240020", "18410"))

    def test_what_changes_is_shown_before(self):
        self.edit(self.one, ",24002,", ",24050,")
        self.edit(self.one, "城镇新增就业24002人", "城镇新增就业24050人")
        result = self.send(self.one, "补录", "--dry-run")
        self.assertEqual((result.returncode, self.values()["new-urban-jobs"]), (0, "24002"))
        self.assertIn("24,002人 → 24,050人", result.stdout.decode().replace(" 人", "人"))
        result = self.send(self.one, "补录")
        self.assertLess(result.stdout.index("24,050".encode()), result.stdout.index("已发布".encode()))


class Accounts(PublishingTests):
    """Two users of one group: both publish and roll back, and each is named as who he is."""

    GROUP = 54321

    def setUp(self):
        super().setUp()
        if os.geteuid() != 0 or not shutil.which("setpriv"):
            self.skipTest("only root can become two users")
        self.place.chmod(0o755)
        self.shared = self.place / "shared"
        self.shared.mkdir()
        os.chown(self.shared, 0, self.GROUP)
        self.shared.chmod(0o2775)
        self.target = self.shared / "city"
        self.program = self.place / "minsheng"
        shutil.copy(PROGRAM, self.program)
        libraries = pathlib.Path(PROGRAM).resolve().parent
        if self.run_as(1, "--version").returncode != 0:
            self.skipTest(f"another user cannot run the program beside {libraries}")

    def run_as(self, user, *arguments, **changes):
        command = ["setpriv", f"--reuid={user}", f"--regid={self.GROUP}", "--clear-groups", str(self.program), *arguments]
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, env=environment(**changes), timeout=30, umask=0o077)

    def test_each_publishes_and_is_named(self):
        folders = {}
        for user in (1, 2):
            folder = self.place / f"work{user}"
            shutil.copytree(self.tables.path, folder)
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, user, self.GROUP)
            folders[user] = folder
        publish = lambda user, *arguments, **changes: self.run_as(
            user, "publish", str(folders[user]), "--to", str(self.target), "--reason", f"第{user}人", "--base", "current", *arguments, **changes)
        self.assertEqual(publish(1).returncode, 0)
        for round, user in enumerate([2, 1, 2, 1, 2, 2]):
            for name in STATING:
                file = folders[user] / name
                file.write_text(re.sub(r"24\d\d\d", f"2410{round}", file.read_text("utf-8")), "utf-8")
            result = publish(user, "--keep", "2", SUDO_USER="boss" if round == 0 else None)
            self.assertEqual(result.returncode, 0, result.stderr.decode())
        result = self.run_as(1, "rollback", str(self.target))
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["WHO"] for row in rows], ["daemon", "bin", "daemon", "bin", "daemon", "bin", "bin", "daemon"])
        self.assertEqual([row["REMARK"] for row in rows], ["", "SUDO_USER=boss", "", "", "", "", "", ""])
        self.assertEqual(len([name for name in os.listdir(f"{self.target}.generations") if name.isdigit()]), 2)


class Month(PublishingTests):
    def test_from_a_blank_folder_and_from_last_month(self):
        folder = self.place / "work"
        self.assertEqual(run("new", str(folder)).returncode, 0)
        self.assertEqual(run("check", "--strict", str(folder)).returncode, 0)
        self.assertEqual(run("new", str(folder)).returncode, 2)
        self.assertEqual(run("new", str(self.place / "no/work")).returncode, 66)
        self.assertEqual(run("new", str(self.place / "x"), "--month", "2026-12").returncode, 64)
        copy = self.place / "copy"
        self.assertEqual(run("new", str(copy), "--from", "@panjin").returncode, 0)
        self.assertEqual(run("diff", "@panjin", str(copy)).stdout.decode(), "两套数据没有不同\n")
        month = self.place / "month"
        month.mkdir()
        self.assertEqual(run("new", str(month), "--from", "@example", "--month", "2026-12").returncode, 0)
        self.assertEqual(run("check", "--strict", str(month)).returncode, 0)
        with open(month / "observations.csv", encoding="utf-8", newline="") as file:
            new = [row for row in csv.DictReader(file) if row["TIME_PERIOD"] in ("2026-12", "2026-01-01/P12M")]
        self.assertGreater(len(new), 100)
        self.assertEqual({(row["OBS_VALUE"], row["OBS_STATUS"]) for row in new}, {("", "O")})
        self.assertEqual(sorted(os.listdir(self.place)), ["copy", "month", "work"], "no draft is left")


class Unattended(PublishingTests):
    """What a script is told: one table of states, arguments and exit statuses."""

    def faulty(self):
        change(self.tables, 24002, "24o02")

    def changed(self):
        change(self.tables, 24002, 24102)

    def tenfold(self):
        change(self.tables, 24002, 240020)

    def emptied(self):
        for name in ["links.csv", "derived.csv", "observations.csv"]:
            table = self.tables.path / name
            table.write_text(table.read_text("utf-8").partition("\n")[0] + "\n", "utf-8")

    def baseless(self):
        self.changed()
        (self.tables.path / ".minsheng-base").unlink()

    def conflict(self):
        other = self.place / "other"
        shutil.rmtree(other, ignore_errors=True)
        shutil.copytree(self.tables.path, other)
        self.changed()
        file = other / "observations.csv"
        file.write_text(file.read_text("utf-8").replace("24002", "24202"), "utf-8")
        self.assertEqual(run("publish", str(other), "--to", str(self.target), "--reason", "b").returncode, 0)

    def withdrawn(self):
        self.changed()
        self.assertEqual(self.publish().returncode, 0)
        self.assertEqual(run("rollback", str(self.target)).returncode, 0)
        change(self.tables, 24102, 24103)

    def two_persons(self):
        self.changed()
        self.tables.replace("datapackage.json", '"minsheng": {', '"minsheng": {\n    "approval": true,')

    def submitted(self):
        self.two_persons()
        self.assertEqual(run("submit", str(self.tables.path), "--to", str(self.target), "--reason", "a").returncode, 0)

    def published_by_two(self):
        """Two versions, of which the newer asks for a second person: so does going back."""
        self.changed()
        self.assertEqual(self.publish().returncode, 0)
        self.tables.replace("datapackage.json", '"minsheng": {', '"minsheng": {\n    "approval": true,')
        generations = pathlib.Path(f"{self.target}.generations")
        package = generations / "000002" / "datapackage.json"
        package.chmod(0o644)
        package.write_text((self.tables.path / "datapackage.json").read_text("utf-8"), "utf-8")

    def busy(self):
        self.changed()
        self.lock = os.open(f"{self.target}.generations/.lock", os.O_RDONLY)
        fcntl.flock(self.lock, fcntl.LOCK_EX)

    def test_the_table(self):
        name, publish = "new-urban-jobs/211100/2022-01-01/P11M", ["publish", "FOLDER", "--to", "TARGET", "--reason", "x"]
        nothing, submit, approve, rollback = lambda: None, ["submit", *publish[1:]], ["approve", "--to", "TARGET"], ["rollback", "TARGET"]
        cases = [
            (nothing, publish, 0), (self.changed, publish, 0), (self.changed, [*publish, "--dry-run"], 0), (self.faulty, publish, 1),
            (self.changed, [*publish, "--kind", "new"], 1), (self.tenfold, publish, 3), (self.tenfold, [*publish, "--dry-run"], 3), (self.tenfold, [*publish, "--dry-run", "-y"], 0),
            (self.tenfold, [*publish, "--accept", name], 0), (self.tenfold, [*publish, "--accept", name + "x"], 3),
            (self.tenfold, [*publish, "-y"], 0), (self.tenfold, [*publish, "--accept-suspicious"], 0), (self.tenfold, [*publish, "--accept-loss"], 3),
            (self.emptied, publish, 3), (self.emptied, [*publish, "-y"], 3), (self.emptied, [*publish, "--accept-loss"], 3),
            (self.emptied, [*publish, "--accept-loss", "-y"], 0), (self.baseless, publish, 3), (self.baseless, [*publish, "--accept", "base"], 0),
            (self.baseless, [*publish, "--base", "current"], 0), (self.baseless, [*publish, "--base", "1"], 0),
            (self.baseless, [*publish, "--base", "7"], 66), (self.conflict, publish, 3), (self.conflict, [*publish, "-y"], 3),
            (self.withdrawn, publish, 3), (self.withdrawn, [*publish, "--base", "current"], 0), (self.busy, publish, 2),
            (self.two_persons, publish, 3), (self.two_persons, [*publish, "-y"], 3), (self.two_persons, submit, 0),
            (self.faulty, submit, 1), (self.tenfold, submit, 3), (self.conflict, submit, 3), (nothing, approve, 0),
            (nothing, ["approve", "1", *approve[1:]], 66), (self.submitted, ["approve", "1", *approve[1:]], 3),
            (nothing, rollback, 2), (nothing, [*rollback, "--list"], 0), (nothing, [*rollback, "--to", "7"], 66), (nothing, ["rollback", "NONE"], 66), (self.submitted, rollback, 2),
            (self.published_by_two, rollback, 3), (self.submitted, submit, 3), (self.submitted, [*submit, "--accept", "draft"], 0),
            (nothing, [*publish[:-2]], 64), (nothing, [*publish, "--keep", "1"], 64), (nothing, ["publish", "NONE", *publish[2:]], 66),
            (nothing, ["publish", "FOLDER", "--to", "NONE/city", "--reason", "x"], 66), (nothing, ["publish", "FOLDER", "--to", "PLACE", "--reason", "x"], 2),
        ]  # fmt: skip
        kept = self.place / "kept"
        shutil.copytree(self.tables.path, kept)
        for number, (prepare, arguments, status) in enumerate(cases):
            with self.subTest(f"{number}: {getattr(prepare, '__name__', '')} {' '.join(arguments)}"):
                shutil.rmtree(self.tables.path)
                shutil.copytree(kept, self.tables.path)
                shutil.rmtree(f"{self.target}.generations", ignore_errors=True)
                self.target.unlink(missing_ok=True)
                self.assertEqual(self.publish().returncode, 0)
                prepare()
                before = os.readlink(self.target)
                places = {"FOLDER": self.tables.path, "TARGET": self.target, "PLACE": self.place}
                words = [str(places.get(word, word)).replace("NONE", str(self.place / "none")) for word in arguments]
                result = run(*words)
                self.assertEqual(result.returncode, status, result.stderr.decode())
                if status:
                    self.assertEqual(os.readlink(self.target), before)
                    self.assertTrue(result.stderr, "a refusal says why")
                    self.assertEqual(self.left_over(), [])
        if hasattr(self, "lock"):
            os.close(self.lock)

    def left_over(self):
        return [name for name in os.listdir(f"{self.target}.generations") if name.startswith((".draft", ".old", ".pending"))]


class Approval(PublishingTests):
    """Where the package asks for it one person submits and another approves; nothing else changes the screens."""

    def setUp(self):
        super().setUp()
        self.publish()
        self.tables.replace("datapackage.json", '"minsheng": {', '"minsheng": {\n    "approval": true,')
        change(self.tables, 24002, 24102)
        self.files = sorted(name for name in os.listdir(self.tables.path) if not name.startswith("."))

    def submit(self, *arguments):
        return run("submit", str(self.tables.path), "--to", str(self.target), "--reason", "提交", *arguments)

    def approve(self, *arguments):
        return run("approve", *arguments, "--to", str(self.target))

    def give(self, user):
        """The draft is another user's, as if he had submitted it."""
        folder = next(pathlib.Path(f"{self.target}.generations").glob("submitted-*"))
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, user, -1)
        return folder

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_the_second_person_can_say_no(self):
        change(self.tables, 24102, 240020)
        self.assertEqual(self.submit("-y").returncode, 0)
        self.give(1)
        # Without a terminal nothing suspicious goes out, and looking changes nothing.
        result = self.approve("1", "--lang", "en")
        self.assertEqual((result.returncode, self.shown()), (3, 24002))
        self.assertIn("24,002 people → 240,020", result.stdout.decode(), "in the language of the person who looks")
        self.assertIn("--accept new-urban-jobs", result.stderr.decode())
        result = self.approve("1", "--show")
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        self.assertIn("相差约 10 倍", result.stdout.decode() + result.stderr.decode())
        for answer, status, shown in [("n", 3, 24002), ("y", 0, 240020)]:
            session = self.enterContext(Session("approve", "1", "--to", str(self.target), size=(140, 40)))
            session.wait_for("批准并发布吗")
            self.assertIn("相差约 10 倍", session.screen.text)
            session.send(answer, "Enter")
            self.assertEqual((session.wait_gone(5), self.shown()), (status, shown))
            if status:
                self.assertRegex(self.approve().stdout.decode(), "^submitted-000001 .*修订", "it still waits")

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_doing_without_the_second_person_is_asked_about(self):
        self.submit()
        self.give(1)
        self.assertEqual(self.approve("1").returncode, 0)
        self.tables.replace("datapackage.json", '"approval": true', '"approval": false')
        result = self.submit()
        self.assertEqual(result.returncode, 3)
        self.assertIn("以后一个人就能发布", result.stderr.decode())
        self.assertIn("没有提交", result.stderr.decode())
        self.assertEqual(self.submit("--accept", "datapackage").returncode, 0)
        self.give(1)
        self.assertRegex(self.approve().stdout.decode(), "^submitted-000002 .* 改动 ")
        result = self.approve("2")
        self.assertEqual(result.returncode, 3)
        self.assertIn("以后一个人就能发布", result.stderr.decode())
        self.assertEqual(self.approve("2", "--accept", "datapackage").returncode, 0)

    def test_one_person_alone_changes_nothing(self):
        for command in [self.publish, self.submit]:
            command()
            self.assertEqual(self.shown(), 24002)
        self.assertEqual(self.publish().returncode, 3)
        self.assertIn("minsheng submit", self.publish().stderr.decode())
        self.assertRegex(self.approve().stdout.decode(), "submitted-000001 .*提交")
        result = self.approve("1")
        self.assertEqual((result.returncode, self.shown()), (3, 24002))
        self.assertIn("另一个人", result.stderr.decode())
        self.assertIn("24,002", result.stdout.decode())
        self.assertEqual(self.approve("7").returncode, 66)

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_another_person_publishes_exactly_what_was_submitted(self):
        result = self.submit()
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        hash = re.search(r"SHA-256 ([0-9a-f]{64})", result.stdout.decode())[1]
        draft = self.give(1)
        submitted = {path.name: path.read_bytes() for path in draft.iterdir() if not path.name.startswith(".")}
        change(self.tables, 24102, 24999)
        result = self.approve("1")
        self.assertEqual((result.returncode, self.shown()), (0, 24102), result.stderr.decode())
        self.assertIn(hash, result.stdout.decode())
        self.assertEqual({name: (self.target / name).read_bytes() for name in submitted}, submitted)
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            row = list(csv.DictReader(file))[-1]
        self.assertEqual((row["WHO"], row["APPROVED_BY"], row["REASON"], row["GENERATION"]), ("daemon", "root", "提交", "000002"))
        self.assertEqual(self.approve().stdout.decode(), "没有等待批准的草稿。\n")
        # The folder knows what became of its draft: the next change is a change of that version.
        result = self.submit("-y")
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        self.give(1)
        self.assertEqual((self.approve("2", "-y").returncode, self.shown()), (0, 24999))
        # Doing without the second person takes a second person.
        self.tables.replace("datapackage.json", '"approval": true', '"approval": false')
        self.assertEqual(self.publish().returncode, 3)

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_going_back_needs_another_person_too(self):
        self.submit()
        self.give(1)
        self.assertEqual((self.approve("1").returncode, self.shown()), (0, 24102))
        result = run("rollback", str(self.target), "--reason", "撤回")
        self.assertEqual((result.returncode, self.shown()), (3, 24102))
        self.assertIn(f"minsheng approve 2 --to {self.target}", result.stderr.decode())
        self.assertRegex(self.approve().stdout.decode(), "submitted-000002 .*退回第 000001 版.*撤回")
        result = self.approve("2")
        self.assertEqual((result.returncode, self.shown()), (3, 24102), "not by the same person")
        self.assertIn("→ 24,002人  (−100)", result.stdout.decode(), "the second person sees what going back changes")
        self.give(1)
        result = self.approve("2")
        self.assertEqual((result.returncode, self.shown()), (3, 24002 + 100), "what goes back is suspicious")
        result = self.approve("2", "-y")
        self.assertEqual((result.returncode, self.shown()), (0, 24002), result.stderr.decode())
        with open(f"{self.target}.generations/published.csv", encoding="utf-8", newline="") as file:
            row = list(csv.DictReader(file))[-1]
        self.assertEqual((row["ACTION"], row["GENERATION"], row["WHO"], row["APPROVED_BY"]), ("rollback", "000001", "daemon", "root"))

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_going_back_removes_no_draft_unasked(self):
        self.submit()
        self.give(1)
        self.assertEqual((self.approve("1").returncode, self.shown()), (0, 24102))
        change(self.tables, 24102, 24999)
        self.assertEqual(self.submit("-y").returncode, 0)
        draft = pathlib.Path(f"{self.target}.generations/submitted-000002")
        result = run("rollback", str(self.target), "--reason", "撤回")
        self.assertEqual((result.returncode, self.shown()), (3, 24102))
        self.assertRegex(result.stderr.decode(), "草稿 2（.*提交）.*--accept draft")
        self.assertRegex(self.approve().stdout.decode(), "^submitted-000002 .*提交\n$", "no other draft waits")
        self.assertTrue(draft.is_dir())
        result = run("rollback", str(self.target), "--reason", "撤回", "--accept", "draft")
        self.assertEqual((result.returncode, draft.exists()), (3, False), result.stderr.decode())
        self.assertRegex(self.approve().stdout.decode(), "^submitted-000003 .*退回第 000001 版.*撤回\n$")
        self.assertEqual(run("rollback", str(self.target), "--accept", "base").returncode, 64)

    @unittest.skipUnless(os.geteuid() == 0, "only root can give a draft to another user")
    def test_a_draft_that_is_out_of_date_or_touched_is_not_published(self):
        self.submit()
        draft = self.give(1)
        table = draft / "observations.csv"
        text = table.read_bytes()
        table.chmod(0o644)
        table.write_bytes(text.replace(b"24102", b"24103"))
        result = self.approve("1")
        self.assertEqual((result.returncode, self.shown()), (3, 24002))
        self.assertIn("SHA-256", result.stderr.decode())
        table.write_bytes(text)
        generations = pathlib.Path(f"{self.target}.generations")
        shutil.copytree(generations / "000001", generations / "000002")
        self.target.unlink()
        self.target.symlink_to("city.generations/000002")
        self.assertEqual(self.approve("1").returncode, 3)


    def test_a_second_draft_does_not_replace_the_first_in_silence(self):
        self.assertEqual(self.submit().returncode, 0)
        change(self.tables, 24102, 24103)
        result = self.submit()
        self.assertEqual(result.returncode, 3)
        self.assertIn("草稿 1", result.stderr.decode())
        self.assertRegex(self.approve().stdout.decode(), "^submitted-000001 ")
        self.assertEqual(self.submit("--accept", "draft").returncode, 0)
        self.assertRegex(self.approve().stdout.decode(), "^submitted-000002 ")


class Readers(PublishingTests):
    def test_never_see_a_mixture(self):
        """Three tables state one number; whoever opens the link once reads one and the same number in all of them."""
        self.publish()
        done, seen, faults = threading.Event(), set(), []

        def read():
            while not done.is_set():
                folder = os.open(self.target, os.O_RDONLY | os.O_DIRECTORY)
                try:
                    numbers = set()
                    for name in STATING:
                        file = os.open(name, os.O_RDONLY, dir_fd=folder)
                        with os.fdopen(file, encoding="utf-8") as text:
                            numbers.update(re.findall(r"2400\d", text.read()))
                    if len(numbers) != 1:
                        faults.append(numbers)
                    seen.update(numbers)
                except OSError as error:
                    faults.append(error)
                finally:
                    os.close(folder)

        reader = threading.Thread(target=read)
        reader.start()
        try:
            for number in range(20):
                change(self.tables, 24002 + number % 5, 24002 + (number + 1) % 5)
                result = self.publish()
                self.assertEqual(result.returncode, 0, result.stderr.decode())
        finally:
            done.set()
            reader.join()
        self.assertEqual(faults, [])
        self.assertGreaterEqual(len(seen), 4)

    def test_an_open_dashboard_shows_the_new_version_and_after_a_rollback_the_old(self):
        self.publish()
        session = self.enterContext(Session("--data", str(self.target)))
        session.wait_for("24,002")
        session.settle()
        change(self.tables, 24002, 24102)
        self.publish()
        session.wait_for("24,102")
        run("rollback", str(self.target))
        session.wait_for("24,002")


if __name__ == "__main__":
    unittest.main()
