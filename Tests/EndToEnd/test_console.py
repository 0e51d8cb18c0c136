"""The console as a person meets it: what is seen, what keys do, how it ends."""
import re
import subprocess
import tempfile

from emulator import BLANK
from harness import KEYS, Session, TestCase, environment

TOPICS = ["就业", "养老", "教育双减", "文明创城", "民生实事", "社会保障", "文旅"]


class ConsoleTests(TestCase):
    def assertSound(self, session):
        """Nothing that the terminal did not understand, no wide character torn at the margin."""
        self.assertEqual(session.screen.unknown, [], session.picture())
        self.assertEqual(session.screen.wide_at_margin, 0, session.picture())

    def title_ends_in(self, session, name):
        """Waits until the way in the title line leads to a screen with this name."""
        session.wait_for(lambda screen: re.search(rf"› {re.escape(name)}(\s\s|$)", screen.texts[0]))
        return session.settle()


class Overview(ConsoleTests):
    def test_shows_the_city_and_every_topic(self):
        for size in [(80, 24), (120, 36), (200, 60)]:
            with self.subTest(size=size):
                session = self.start(size=size)
                for topic in TOPICS:
                    self.assertIn(topic, session.screen.text, session.picture())
                self.assertTrue(session.screen.alternate)
                self.assertFalse(session.screen.caret)
                self.assertSound(session)

    def test_headline_figure_of_the_first_topic(self):
        self.assertIn("24,002", self.start().screen.text)


class Keys(ConsoleTests):
    def test_digits_open_topics_and_districts(self):
        session = self.start()
        for digit, topic in enumerate(TOPICS, 1):
            session.send(str(digit))
            self.title_ends_in(session, topic)
        session.send("8")
        self.title_ends_in(session, "县区")
        session.send("0")
        session.wait_for(lambda screen: "›" not in screen.texts[0])
        self.assertSound(session)

    def selected(self, screen):
        """The selected row; empty while a frame is only half there."""
        rows = [line for line in screen.texts[2:] if line.startswith(" ▌")]
        return rows[0] if len(rows) == 1 else ""

    def test_arrows_move_enter_opens_esc_goes_back(self):
        session = self.start()
        session.send("1")
        self.title_ends_in(session, "就业")
        self.assertIn("城镇新增就业", self.selected(session.screen))
        session.send("Down", "Down")
        session.wait_for(lambda screen: "就业困难人员就业" in self.selected(screen))
        session.send("Up")
        session.wait_for(lambda screen: "失业人员再就业" in self.selected(screen))
        session.send("Enter")
        self.title_ends_in(session, "失业人员再就业")
        self.assertIn("2022年1—11月", session.screen.text)
        session.send("Esc")
        self.title_ends_in(session, "就业")
        self.assertIn("失业人员再就业", self.selected(session.screen), "the selection is kept")
        session.send("Esc")
        session.wait_for(lambda screen: "›" not in screen.texts[0])
        self.assertSound(session)

    def test_letters_move_like_arrows(self):
        session = self.start()
        session.send("1")
        self.title_ends_in(session, "就业")
        session.send("j", "j", "k")
        session.wait_for(lambda screen: "失业人员再就业" in self.selected(screen))

    def test_esc_alone_is_known_at_once(self):
        session = self.start()
        session.send("1")
        self.title_ends_in(session, "就业")
        session.send("Esc")
        session.wait_for(lambda screen: "›" not in screen.texts[0], 0.5)

    def test_cursor_keys_of_both_kinds(self):
        for introducer in (b"\x1b[", b"\x1bO"):
            with self.subTest(introducer=introducer):
                session = self.start()
                session.send("1")
                self.title_ends_in(session, "就业")
                session.write(introducer + b"B")
                session.wait_for(lambda screen: "失业人员再就业" in self.selected(screen))

    def test_help_opens_and_closes(self):
        session = self.start()
        session.send("?")
        self.title_ends_in(session, "帮助")
        self.assertIn("↑↓←→", session.screen.text)
        before = session.screen.texts
        session.send("PgDn")
        session.wait_for_change(before)
        session.send("?")
        session.wait_for(lambda screen: "›" not in screen.texts[0])
        self.assertSound(session)

    def test_search_finds_chinese_and_english_and_opens(self):
        for words, found in [("口袋", "建成口袋公园"), ("pocket", "建成口袋公园"), ("养老", "连续获省级居家社区养老试点")]:
            with self.subTest(words=words):
                session = self.start()
                session.send("/")
                self.title_ends_in(session, "搜索")
                self.assertTrue(session.screen.caret)
                session.send(words)
                session.wait_for(found)
                session.wait_for(words)
        session = self.start()
        session.send("/", "口袋公园")
        session.wait_for(lambda screen: "建成口袋公园" in self.selected(screen))
        session.settle()
        self.assertEqual(session.screen.texts[session.screen.cursor.y][: len(" 搜索 / 口袋公园")], " 搜索 / 口袋公园")
        session.send("Enter")
        self.title_ends_in(session, "建成口袋公园")
        self.assertFalse(session.screen.caret)
        self.assertSound(session)

    def test_search_takes_letters_that_are_commands_elsewhere(self):
        session = self.start()
        session.send("/", "q?s1")
        session.wait_for("/ q?s1")
        session.send("Backspace", "Backspace")
        session.wait_for(lambda screen: "/ q?" in screen.text and "q?s" not in screen.text)
        session.send("Esc")
        session.wait_for(lambda screen: "›" not in screen.texts[0])

    def test_search_takes_a_character_that_arrives_in_two_pieces(self):
        session = self.start()
        session.send("/")
        self.title_ends_in(session, "搜索")
        first, rest = "养".encode()[:1], "养".encode()[1:]
        session.write(first)
        session.settle()
        session.write(rest + "老".encode())
        session.wait_for("/ 养老", 2)

    def test_source_names_print_place_and_author(self):
        session = self.start()
        session.send("1")
        self.title_ends_in(session, "就业")
        session.send("s")
        self.title_ends_in(session, "来源")
        for words in ["「城镇新增就业24002人」", "「稳住就业“底盘”做实最大民生」第7段", "刘立彬", "未载明"]:
            self.assertIn(words, session.screen.text)
        self.assertSound(session)

    def test_raw_figures_and_the_other_language(self):
        session = self.start()
        session.send("4")
        self.title_ends_in(session, "文明创城")
        self.assertIn("14.04万", session.screen.text)
        session.send("r")
        session.wait_for("140,400")
        session.send("r", "L")
        session.wait_for("Questionnaires")
        session.send("L")
        session.wait_for("收到问卷")

    def test_unknown_keys_and_broken_sequences_do_nothing(self):
        session = self.start()
        session.send("0")
        session.wait_for(lambda screen: "● 好" not in screen.texts[-2])
        before = session.screen.texts
        session.write(b"\x00\x1c\x1d\x1e\x1f\x1b[250~\x1b[99;99Z\x1b[<0;5;5M\x1b]11;rgb:0000/0000/0000\x07\xff\xfe\xc3(")
        session.settle(0.2)
        session.send("0")
        session.settle()
        session.send("1")
        self.title_ends_in(session, "就业")
        session.send("0")
        session.wait_for(lambda screen: screen.texts == before)


class Themes(ConsoleTests):
    def test_t_changes_the_theme_and_the_next_start_remembers_it(self):
        with tempfile.TemporaryDirectory() as state:
            session = self.start(XDG_STATE_HOME=state)
            dark = set(session.screen.colours_used)
            session.send("t")
            session.wait_for(lambda screen: screen.colours_used != dark)
            session.send("q")
            self.assertEqual(session.wait_gone(2), 0)
            with open(f"{state}/minsheng/theme", encoding="utf-8") as file:
                self.assertEqual(file.read(), "light\n")
            again = self.start(XDG_STATE_HOME=state)
            self.assertFalse(again.screen.colours_used & {233}, "the dark ground is gone")
            self.assertEqual(self.start("--theme", "mono", XDG_STATE_HOME=state).screen.colours_used, set())
            with open(f"{state}/minsheng/theme", encoding="utf-8") as file:
                self.assertEqual(file.read(), "light\n", "an option is not remembered")

    def test_a_theme_that_cannot_be_remembered_is_no_trouble(self):
        for place in ["/proc/nowhere", "relative", ""]:
            with self.subTest(place=place):
                session = self.start(XDG_STATE_HOME=place, HOME="/nonexistent")
                session.send("t", "q")
                self.assertEqual(session.wait_gone(2), 0)


class Areas(ConsoleTests):
    def test_an_area_filters_every_screen_and_the_title_says_so(self):
        session = self.start("--data", "@example", title="示例市")
        session.send("a")
        self.title_ends_in(session, "选择地区")
        session.send("Down", "Enter")
        session.wait_for(lambda screen: "甲区" in screen.texts[0])
        session.send("1")
        self.title_ends_in(session, "就业")
        self.assertIn("8,120", session.screen.text)
        session.send("Enter")
        self.title_ends_in(session, "城镇新增就业")
        self.assertIn("8,120", session.screen.text)
        session.send("Esc", "Esc")
        session.wait_for(lambda screen: "›" not in screen.texts[0] and "甲区" in screen.texts[0])
        session.send("Esc")
        session.wait_for(lambda screen: "全市" in screen.texts[0])
        self.assertSound(session)

    def ranks(self, session):
        return [line.split("│")[1].split()[:2] for line in session.screen.texts if re.match(r"\s*│\s+\d+ \S", line)]

    def test_compare_ranks_where_all_report_and_ties_share_a_place(self):
        session = self.start("--data", "@example", "--indicator", "inclusive-kindergartens", title="示例市", size=(120, 36))
        session.send("c")
        self.title_ends_in(session, "对比")
        self.assertNotIn("不排名", session.screen.text)
        places = ["1", "2", "3", "4", "5", "6", "7", "8", "8", "10", "11", "12"]
        areas = ["甲区", "乙区", "丙区", "子区", "辛区", "壬区", "丁县", "戊县", "己县", "庚县", "癸县", "丑县"]
        self.assertEqual(self.ranks(session), [list(pair) for pair in zip(places, areas)])
        self.assertSound(session)

    def test_compare_sets_areas_side_by_side(self):
        session = self.start("--data", "@example", title="示例市", size=(120, 36))
        session.send("1")
        self.title_ends_in(session, "就业")
        session.send("c")
        self.title_ends_in(session, "对比")
        for words in ["2024年1—11月", "2026年1—11月", "8,120", "6,204"]:
            self.assertIn(words, session.screen.text)
        self.assertIn("不排名：不是各地区都报了同一时期的数", session.screen.text)
        self.assertEqual(self.ranks(session), [])
        session.send("Down", "Enter")
        self.title_ends_in(session, "城镇新增就业 · 甲区")
        self.assertSound(session)

    def test_unlike_periods_are_not_ranked(self):
        session = self.start(size=(120, 36))
        session.send("6")
        self.title_ends_in(session, "社会保障")
        session.send("Down", "Down", "Down", "Down", "c")
        self.title_ends_in(session, "对比")
        self.assertIn("不排名", session.screen.text)


class Drawing(ConsoleTests):
    def test_frames_are_the_same_when_sent_whole(self):
        """What curses left standing of former frames is what a full repaint would draw."""
        for size in [(80, 24), (120, 40), (40, 12)]:
            with self.subTest(size=size):
                session = self.start(size=size)
                walk = ["1", "Down", "Down", "Enter", "PgDn", "s", "Esc", "]", "]", "Esc", "4", "End", "Up", "8", "Down",
                        "Enter", "?", "PgDn", "?", "/", "养", "老", "Down", "Ctrl-C"]  # fmt: skip
                for key in walk[:-1]:
                    session.send(key)
                    kept = session.settle(0.06).texts
                    session.resize(size[0] + 1, size[1])
                    session.settle(0.06)
                    session.resize(*size)
                    session.wait_for(lambda screen, kept=kept: screen.texts == kept, 2)
                session.send("Ctrl-C")
                self.assertEqual(session.wait_gone(2), 0)

    def test_a_resized_screen_is_that_of_a_fresh_start(self):
        session = self.start(size=(80, 24))
        for size in [(120, 40), (40, 12), (20, 5), (10, 3), (1, 1), (300, 100), (80, 24)]:
            with self.subTest(size=size):
                session.resize(*size)
                fresh = self.enterContext(Session(size=size))
                fresh.wait_for(lambda screen: screen.text.strip())
                wanted = fresh.settle().texts
                session.wait_for(lambda screen, wanted=wanted: screen.texts == wanted)
                self.assertTrue(session.screen.text.strip())
                self.assertSound(session)

    def test_a_storm_of_resizes(self):
        session = self.start(size=(80, 24))
        before = session.screen.texts
        for step in range(60):
            session.resize(20 + step * 3 % 180, 5 + step % 50)
        session.resize(80, 24)
        session.wait_for(lambda screen: screen.texts == before)

    def test_a_terminal_that_does_not_know_its_size(self):
        session = self.enterContext(Session(size=(80, 24)))
        session.wait_for("盘锦")
        session._set_size(0, 0)
        session.settle(0.1)
        session.send("1")
        session.wait_for("就业")
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)

    def test_no_colour(self):
        for arguments, changes in [((), {"NO_COLOR": "1"}), (("--color", "never"), {}), (("--theme", "mono"), {})]:
            with self.subTest(arguments=arguments, **changes):
                session = self.start(*arguments, **changes)
                session.send("1")
                self.title_ends_in(session, "就业")
                self.assertEqual(session.screen.colours_used, set())
        self.assertNotEqual(self.start().screen.colours_used, set())

    def test_ascii_pictures(self):
        session = self.start("--glyphs", "ascii", "--lang", "en", title="Panjin", size=(120, 40))
        for key in "12345678":
            session.send(key)
            session.settle(0.06)
            # Signs of the figures themselves, such as m², are not pictures.
            pictures = re.findall(r"[\u2500-\u28ff●◐○◇✓▴▾]", session.screen.text)
            self.assertEqual(pictures, [], session.picture())


class Floods(ConsoleTests):
    def test_a_held_key(self):
        session = self.start()
        session.send("1")
        self.title_ends_in(session, "就业")
        session.write(b"j" * 20_000 + b"q")
        self.assertEqual(session.wait_gone(5), 0)

    def test_a_paste_into_the_search(self):
        session = self.start()
        session.send("/")
        self.title_ends_in(session, "搜索")
        session.write("盘锦民生".encode() * 10_000 + KEYS["Ctrl-C"])
        self.assertEqual(session.wait_gone(10), 0)
        self.assertSound(session)


class Idle(ConsoleTests):
    def test_asleep_where_nothing_moves(self):
        for key, name in [("0", None), ("/", "搜索"), ("1", "就业")]:
            with self.subTest(key=key):
                session = self.start()
                session.send(key)
                if name:
                    self.title_ends_in(session, name)
                session.settle(0.3)
                switches, seconds = session.switches(), session.processor_seconds()
                self.assertEqual(session.read(2.0), 0, "bytes written while idle")
                self.assertEqual(session.switches() - switches, 0, "wake-ups while idle")
                self.assertEqual(session.processor_seconds(), seconds)


class Terminals(ConsoleTests):
    def use(self, session):
        session.send("1")
        session.wait_for("城镇新增就业")
        session.wait_for("24,002")
        session.send("Down")
        session.settle(0.06)
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertFalse(session.screen.alternate)
        self.assertTrue(session.screen.caret)
        self.assertEqual(session.screen.cursor.attrs, BLANK)
        self.assertEqual(session.attributes, session.attributes_before)
        self.assertSound(session)

    def test_known_terminals(self):
        for terminal in ["linux", "vt100", "vt220", "xterm", "xterm-256color", "screen-256color", "tmux-256color", "ansi",
                         "rxvt-unicode"]:  # fmt: skip
            with self.subTest(terminal=terminal):
                self.use(self.start(TERM=terminal))

    def test_unknown_terminal_is_said_and_replaced(self):
        for terminal in ["nonsense", None, "", "../../etc/passwd"]:
            with self.subTest(terminal=terminal):
                session = self.start(TERM=terminal)
                session.wait_for("TERM")
                self.use(session)

    def test_locales(self):
        for variables in [{"LANG": "C"}, {"LANG": "POSIX"}, {"LANG": None}, {"LC_ALL": "C"}, {"LANG": "zh_CN.UTF-8"},
                          {"LANG": "zh_CN.GB18030"}, {"LC_ALL": "no_SUCH.locale"}]:  # fmt: skip
            with self.subTest(**variables):
                self.use(self.start(**variables))

    def test_english_locale(self):
        session = self.enterContext(Session(LANG="en_GB.UTF-8"))
        session.wait_for("Panjin")
        session.wait_for("Jobs")

    def test_keys_come_from_the_terminal_where_input_is_elsewhere(self):
        for stdin in (subprocess.DEVNULL, "closed"):
            with self.subTest(stdin=stdin):
                self.use(self.start(stdin=stdin))

    def test_no_terminal_to_read_from(self):
        session = self.enterContext(Session(stdin=subprocess.DEVNULL, controlling=False))
        self.assertEqual(session.wait_gone(5), 2)
        self.assertIn("minsheng show", session.screen.text)
        self.assertNotIn(b"\x1b", session.received)
        self.assertEqual(session.attributes, session.attributes_before)

    def test_the_environment_of_the_tests_is_small(self):
        self.assertEqual(set(environment()), {"PATH", "HOME", "TERM", "LANG", "XDG_STATE_HOME"})
