"""Data that change while somebody looks at them: new tables, a link put elsewhere, faulty tables, and no work in between."""
import os
import pathlib
import shutil
import tempfile
import unittest

from harness import TABLES, Tables, TestCase, run

OLD = "24,002"


def change(folder, old, new, name="observations.csv"):
    file = pathlib.Path(folder, name)
    text = file.read_text("utf-8")
    if old not in text:
        raise AssertionError(f"{name} does not hold {old!r}")
    file.write_text(text.replace(old, new), "utf-8")


class Live(TestCase):
    def start(self, path, *arguments, **options):
        return super().start("--data", str(path), *arguments, **options)

    def test_a_changed_table_appears_by_itself_and_the_selection_stays(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path)
        session.send("1", "Down", "Down")
        session.wait_for("› 就业")
        session.settle()
        before = session.screen.texts
        change(tables.path, "24002", "24003")
        session.wait_for("24,003")
        session.settle()
        self.assertIn("数据已更新", session.screen.texts[0])
        self.assertEqual(before[1:], [line.replace("24,003", OLD) for line in session.screen.texts[1:]], "nothing else has moved")
        session.send("Esc", "q")
        self.assertEqual(session.wait_gone(5), 0)

    def test_a_link_put_on_another_folder_shows_that_folder(self):
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for number, name in enumerate(["one", "two", "three"]):
            shutil.copytree(TABLES, place / name)
            change(place / name, "24002", f"2400{number}")
        link = place / "now"
        link.symlink_to("one")
        session = self.start(link)
        for number, name in enumerate(["two", "three"], 1):
            (place / "next").symlink_to(name)
            os.rename(place / "next", link)
            session.wait_for(f"24,00{number}")

    def test_faulty_tables_leave_the_old_ones_and_their_problems_are_one_key_away(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path)
        change(tables.path, "24002", "24002a", "observations.csv")
        session.wait_for("没有采用")
        self.assertIn(OLD, session.screen.text)
        session.send("e")
        session.wait_for("observations.csv:")
        session.settle()
        for word in ["发现", "应为", "处理"]:
            self.assertIn(word, session.screen.text, session.picture())
        session.send("Esc")
        session.wait_for(OLD)
        session.wait_for("新数据有误")
        change(tables.path, "24002a", "24002")
        session.wait_for("数据已更新")
        session.settle()
        self.assertNotIn("e 问题", session.screen.texts[-1])

    def test_ctrl_r_reads_again_and_bundled_data_say_that_they_never_change(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path)
        session.send("Ctrl-R")
        session.wait_for("已重新读取")
        bundled = super().start()
        bundled.send("Ctrl-R")
        bundled.wait_for("内置数据不会改变")

    def test_watching_costs_nothing(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path)
        session.settle(0.2)
        before = session.switches()
        session.read(2.0)
        self.assertEqual(session.switches(), before, "woken without a reason")
        change(tables.path, "24002", "24003")
        session.wait_for("24,003")
        session.settle(0.2)
        before = session.switches()
        session.read(1.0)
        self.assertEqual(session.switches(), before, "a timer is left over")

    def test_a_table_that_is_being_written_is_not_read_half(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path)
        whole = (tables.path / "observations.csv").read_bytes().replace(b"24002", b"24003")
        with open(tables.path / "observations.csv", "wb", buffering=0) as file:
            for start in range(0, len(whole), 1 + len(whole) // 20):
                file.write(whole[start : start + 1 + len(whole) // 20])
                session.read(0.05)
        session.wait_for("24,003")
        self.assertNotIn("没有采用".encode(), bytes(session.received))

    def test_plain_lines_tell_of_new_data_when_a_line_is_typed(self):
        tables = self.enterContext(Tables())
        session = self.start(tables.path, "--plain", size=(100, 120))
        change(tables.path, "24002", "24003")
        session.send("1", "Enter")
        session.wait_for("数据已更新")
        session.wait_for("24,003")
        change(tables.path, "24003", "x")
        session.send("e", "Enter")
        session.wait_for("observations.csv:")
        session.send("r", "Enter")
        session.wait_for("没有采用")


if __name__ == "__main__":
    unittest.main()


class SinceTheLastLook(TestCase):
    def test_the_next_start_says_what_changed(self):
        state = self.enterContext(tempfile.TemporaryDirectory())
        tables = self.enterContext(Tables())
        first = self.start("--data", str(tables.path), XDG_STATE_HOME=state)
        first.send("q")
        self.assertEqual(first.wait_gone(5), 0)
        kept = list(pathlib.Path(state, "minsheng/seen").iterdir())
        self.assertEqual(len(kept), 1)
        self.assertEqual(kept[0].stat().st_mode & 0o777, 0o700)
        change(tables.path, "24002", "24003")
        second = self.start("--data", str(tables.path), XDG_STATE_HOME=state)
        second.wait_for("按 d 查看")
        second.send("d")
        second.wait_for("(24,002)")
        second.send("Esc", "q")
        self.assertEqual(second.wait_gone(5), 0)
        third = self.start("--data", str(tables.path), XDG_STATE_HOME=state)
        third.send("d", "d")
        third.wait_for("没有变动")
        third.send("q")
        self.assertEqual(third.wait_gone(5), 0)

    def test_a_guest_leaves_nothing_behind(self):
        state = self.enterContext(tempfile.TemporaryDirectory())
        tables = self.enterContext(Tables())
        session = self.start("--guest", "--data", str(tables.path), XDG_STATE_HOME=state)
        session.send("d", "q")
        self.assertEqual(session.wait_gone(5), 0)
        self.assertEqual(list(pathlib.Path(state).iterdir()), [])

    def test_since_names_another_folder(self):
        old, new = self.enterContext(Tables()), self.enterContext(Tables())
        change(new.path, "24002", "24003")
        session = self.start("--data", str(new.path), "--since", str(old.path))
        session.send("d")
        session.wait_for("(24,002)")
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)


    def test_since_is_refused_where_there_is_no_screen(self):
        for arguments in [["--plain"], []]:
            with self.subTest(arguments=arguments):
                result = run("--since", "/no/such/folder", *arguments)
                self.assertEqual((result.returncode, result.stdout), (64, b""))
                self.assertIn("minsheng attention --since", result.stderr.decode())


class Briefing(TestCase):
    def test_one_page_is_written_and_its_place_said(self):
        place = self.enterContext(tempfile.TemporaryDirectory())
        session = self.start("--data", "@example", folder=place, title="示例")
        session.send("B")
        session.wait_for("已写入 minsheng-briefing-")
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)
        names = sorted(os.listdir(place))
        self.assertEqual([pathlib.Path(name).suffix for name in names], [".html", ".txt"])
        text = pathlib.Path(place, names[1]).read_text("utf-8")
        self.assertLessEqual(len(text.splitlines()), 66)
        for part in ["虚构示例数据", "卫生死角", "欠薪案件", "新增学位", "督办 3 件"]:
            self.assertIn(part, text)
