"""The mouse, and what is asked of a terminal: answers late, in pieces, wrong or never."""
import os
import re
import tempfile
import termios
import time
import unittest

from emulator import wcswidth
from harness import Session, TestCase


class Pointing(TestCase):
    def press(self, session, column, row):
        """Presses and lets go, columns and rows from 0."""
        session.write(f"\x1b[<0;{column + 1};{row + 1}M\x1b[<0;{column + 1};{row + 1}m".encode())

    def place(self, session, text, after=0):
        for row, line in enumerate(session.screen.texts):
            if row >= after and text in line:
                return wcswidth(line[: line.index(text)]), row
        raise AssertionError(f"{text} is not on the screen\n{session.picture()}")

    def test_tabs_rows_and_footer_words(self):
        session = self.start()
        self.assertLessEqual({1000, 1006}, session.screen.modes)
        self.press(session, *self.place(session, "养老"))
        session.wait_for(lambda screen: "› 养老" in screen.texts[0])
        session.settle()
        self.press(session, *self.place(session, "养老机构", after=3))
        session.wait_for(lambda screen: "› 养老机构" in screen.texts[0])
        session.settle()
        self.press(session, *self.place(session, "返回"))
        session.wait_for(lambda screen: re.search("› 养老(  |$)", screen.texts[0]))
        session.settle()
        column, row = self.place(session, "帮助")
        self.press(session, column + 3, row)
        session.wait_for(lambda screen: "› 帮助" in screen.texts[0])
        session.settle()
        before = session.screen.texts
        session.write(b"\x1b[<65;10;10M")
        session.wait_for_change(before)
        self.press(session, *self.place(session, "盘锦市民生看板"))
        session.wait_for(lambda screen: "›" not in screen.texts[0])

    def test_far_to_the_right_and_the_old_form(self):
        session = self.start(size=(300, 60))
        column, row = self.place(session, "县区", after=3)
        self.press(session, 290, row + 2)
        session.wait_for(lambda screen: "›" in screen.texts[0])
        session.send("0")
        session.wait_for(lambda screen: "›" not in screen.texts[0])
        session.settle()
        column, row = self.place(session, "养老")
        session.write(b"\x1b[M " + bytes([column + 33, row + 33]))
        session.wait_for(lambda screen: "› 养老" in screen.texts[0])

    def test_no_mouse(self):
        session = self.start("--no-mouse")
        self.assertFalse({1000, 1006} & session.screen.modes)

    def test_the_mouse_is_given_back(self):
        session = self.start()
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertFalse({1000, 1006} & session.screen.modes)

    def test_presses_between_keys_lose_nothing(self):
        session = self.start()
        session.write(b"1\x1b[<0;3;6Mj\x1b[<3;3;6Mj\x1b[<0;3;")
        session.settle()
        session.write(b"99Mj")
        session.settle()
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)


class Asking(TestCase):
    def replies(self, session, light):
        """What a terminal answers that draws no sign wide."""
        return [b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\" if light else b"\x1b]11;rgb:1111/1111/1111\x07", *session.screen.replies]

    def test_a_light_background_is_followed(self):
        session = self.start()
        self.assertIn("11;?", session.screen.commands)
        before = set(session.screen.colours_used)
        session.write(b"".join(self.replies(session, light=True)))
        session.wait_for(lambda screen: screen.colours_used - before)
        self.assertIn(231, session.screen.colours_used)

    def test_a_terminal_that_has_answered_gets_one_page_in_its_colours(self):
        def quiet(attributes):
            attributes[3] &= ~(termios.ECHO | termios.ICANON)

        session = self.enterContext(Session(settings=quiet))
        # Before anything was asked, so that the answer is there in time on any machine.
        session.write(self.replies(session, light=True)[0])
        session.wait_for("盘锦")
        session.settle()
        self.assertEqual(session.received.count(b"\x1b[2J"), 1)
        self.assertIn(231, session.screen.colours_used)
        self.assertNotIn(233, session.screen.colours_used, "the dark page")

    def test_what_the_terminal_says_is_not_remembered(self):
        with tempfile.TemporaryDirectory() as folder:
            session = self.start(XDG_STATE_HOME=folder)
            session.write(b"".join(self.replies(session, light=True)))
            session.wait_for(lambda screen: 231 in screen.colours_used)
            session.send("q")
            self.assertEqual(session.wait_gone(2), 0)
            self.assertEqual(os.listdir(folder), [])

    def test_late_and_byte_by_byte(self):
        session = self.start()
        before = session.screen.texts
        time.sleep(0.3)
        for byte in b"".join(self.replies(session, light=False)):
            session.write(bytes([byte]))
        session.settle()
        self.assertEqual(session.screen.texts, before, "no answer is taken for a key")
        session.send("1")
        session.wait_for("› 就业")

    def test_wrong_answers_and_too_many(self):
        session = self.start()
        before = session.screen.texts
        session.write(b"\x1b]11;rgb:zz/zz/zz\x07\x1b[5;9999R\x1b[;R\x1b[1R" + b"\x1b[24;2R" * 200 + b"\x1b]11;\x1b\\")
        session.settle()
        self.assertEqual(session.screen.texts, before)
        session.send("1")
        session.wait_for("› 就业")

    def test_keys_typed_while_answers_come(self):
        session = self.start()
        answers = self.replies(session, light=False)
        session.write(answers[0] + b"1" + b"".join(answers[1:]) + b"j")
        session.wait_for(lambda screen: any(line.startswith(" ▌失业人员再就业") for line in screen.texts))

    def test_signs_that_are_drawn_wide_are_replaced(self):
        session = self.start(size=(120, 40))
        session.wait_for("·")
        first = self.replies(session, light=False)
        self.assertGreater(len(first), 2, "one question about the background, then one about each sign")
        # The first sign is the middle dot; after a sign that takes two columns the cursor stands in the third.
        session.write(first[0] + re.sub(rb";\d+R", b";3R", first[1]) + b"".join(first[2:]))
        session.wait_for(lambda screen: "·" not in screen.text and "全市 . 2022年" in screen.texts[0])

    def test_a_terminal_that_never_answers(self):
        session = self.start()
        session.send("1")
        session.wait_for("› 就业")
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)

    def test_an_old_console_is_not_asked(self):
        session = self.start(TERM="linux")
        self.assertEqual(session.screen.replies, [])
        self.assertNotIn("11;?", session.screen.commands)


if __name__ == "__main__":
    unittest.main()
