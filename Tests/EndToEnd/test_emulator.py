"""What was added to pyte: a mistake in it would pass for one in the program."""
import unittest

from emulator import BLANK, MARKER, Emulator, differences, has


def shown(text, columns=10, rows=3, **options):
    screen = Emulator(columns, rows, **options)
    # In two halves wherever that may be: the same must come of it.
    data = text.encode()
    screen.feed(data[: len(data) // 2])
    screen.feed(data[len(data) // 2 :])
    return screen


class EmulatorTests(unittest.TestCase):
    def test_wide_characters(self):
        self.assertEqual(shown("盘锦a").cursor.x, 5)
        self.assertEqual(shown("盘锦\x1b[1;2Hx").texts[0], " x锦")
        self.assertEqual(shown("盘锦\x1b[1;3Hx").texts[0], "盘x")
        self.assertEqual(shown("盘锦\x1b[1;2H\x1b[X").texts[0], "  锦")
        self.assertEqual(shown("盘锦a\x1b[1;2H\x1b[P").texts[0], " 锦a")
        self.assertEqual(shown("盘锦a\x1b[1;2H\x1b[@").texts[0], "   锦a")
        screen = shown("012345678盘")
        self.assertEqual((screen.texts[:2], screen.wide_at_margin), (["012345678", "盘"], 1))
        self.assertEqual(shown("01234567盘").wide_at_margin, 0)
        screen = Emulator(10, 1)
        for byte in "盘\x1b[7m锦".encode():
            screen.feed(bytes([byte]))
        self.assertEqual((screen.texts, screen.unknown), (["盘锦"], []))

    def test_marks_and_joiners_take_no_column(self):
        self.assertEqual(shown("e\u0301x").texts[0], "e\u0301x")
        self.assertEqual(shown("盘\u0301x").cursor.x, 3)
        self.assertEqual(shown("a\u200db").cursor.x, 2)

    def test_the_last_column(self):
        self.assertEqual(shown("0123456789").cursor.y, 0)
        self.assertEqual(shown("0123456789x").texts[:2], ["0123456789", "x"])
        self.assertEqual(shown("0123456789\x1b[K").texts[0], "012345678")
        self.assertEqual(shown("0123456789\x1b[X").texts[0], "012345678")
        self.assertEqual(shown("0123456789\x1b[?7lab").texts[0], "012345678b")
        self.assertEqual(shown("0123456789\x1b[Bx").texts[1], " " * 9 + "x")

    def test_erasing_takes_the_background_or_not(self):
        for colours, background in ((True, 4), (False, None)):
            for sequence in ("\x1b[K", "\x1b[J", "\x1b[2J", "\x1b[5X", "\x1b[L", "\x1b[M", "\x1b[S", "\x1b[T", "\x1b[2P", "\x1b[2@"):
                with self.subTest(sequence=sequence, colours=colours):
                    screen = shown("\x1b[1;4;44m" + sequence, colours_erased=colours)
                    cells = {cell for row in screen.rows for cell in row}
                    self.assertLessEqual(cells, {BLANK, BLANK._replace(bg=4)})
                    self.assertEqual(BLANK._replace(bg=background) in cells, True)
                    self.assertEqual(background is not None, BLANK._replace(bg=4) in cells)

    def test_what_terminfo_says(self):
        self.assertTrue(has("xterm-256color", "bce") and has("xterm-256color", "civis"))
        self.assertFalse(has("vt100", "bce") or has("vt100", "civis"))

    def test_repeating(self):
        self.assertEqual(shown("─\x1b[4b").texts[0], "─────")
        self.assertEqual(shown("盘\x1b[2b").texts[0], "盘盘盘")

    def test_moving_to_columns_and_rows(self):
        self.assertEqual(shown("\x1b[5Ga\x1b[3`b\x1b[2dc").texts[:2], ["  b a", "   c"])

    def test_scrolling(self):
        self.assertEqual(shown("a\r\nb\r\nc\x1b[S").texts, ["b", "c", ""])
        self.assertEqual(shown("a\r\nb\r\nc\x1b[2T").texts, ["", "", "a"])
        self.assertEqual(shown("a\r\nb\r\nc\x1b[1;2r\x1b[2;1H\x1bD").texts, ["b", "", "c"])
        self.assertEqual(shown("a\r\nb\r\nc\x1b[2;3r\x1b[2;1H\x1bM").texts, ["a", "", "b"])
        self.assertEqual(shown("a\r\nb\r\nc\x1b[2;1H\x1b[L").texts, ["a", "", "b"])
        self.assertEqual(shown("a\r\n\r\nc\x1b[1;1H\x1b[M").texts, ["", "c", ""], "a row never written moves too")
        self.assertEqual(shown("a\r\nb\r\nc\x1b[1;2r\x1b[r\x1b[3;1H\n").texts, ["b", "c", ""])

    def test_outside_the_margins(self):
        self.assertEqual(shown("\x1b[1;2r\x1b[3;1Ha\nb").texts, ["", "", "ab"])
        self.assertEqual(shown("\x1b[2;3r\x1b[1;1Hx\x1b[Ay").texts, ["xy", "", ""])

    def test_inserting(self):
        self.assertEqual(shown("abc\x1b[1;1H\x1b[4hx\x1b[4ly").texts[0], "xybc")

    def test_tabs(self):
        self.assertEqual(shown("\ta", 30).texts[0], " " * 8 + "a")
        self.assertEqual(shown("\x1b[2Ia\x1b[Zb", 30).texts[0], " " * 16 + "b")

    def test_line_drawing(self):
        self.assertEqual(shown("\x1b(0lqk\x1b(Bq").texts[0], "┌─┐q")
        self.assertEqual(shown("\x1b)0\x0eq\x0fq").texts[0], "─q")

    def test_style(self):
        screen = shown("\x1b[1;2;4;7;38;5;203;48:2::1:2:3mx")
        self.assertEqual((screen.colours_used, screen.unknown), ({203, (1, 2, 3)}, []))
        cell = screen.rows[0][0]
        self.assertEqual(cell, BLANK._replace(data="x", bold=True, dim=True, underscore=True, reverse=True, fg=203, bg=(1, 2, 3)))
        self.assertEqual(shown("\x1b[1;2;7m\x1b[22;27;31;104mx\x1b[39;49m").rows[0][0], BLANK._replace(data="x", fg=1, bg=12))
        self.assertEqual(shown("\x1b[1;31mx\x1b[mx").rows[0][1], BLANK._replace(data="x"))
        self.assertEqual(shown("\x1b[1;31m \x1b[m ").rows[0][0], BLANK, "of a blank only the background is seen")
        self.assertNotEqual(shown("\x1b[7;31m ").rows[0][0], BLANK)

    def test_sizes(self):
        screen = shown("a\r\nb\x1b[1;9H盘")
        screen.resize(lines=2, columns=9)
        self.assertEqual(screen.texts, ["a", "b"])
        screen.resize(lines=4, columns=12)
        self.assertEqual(screen.texts, ["a", "b", "", ""])
        self.assertEqual([len(row) for row in screen.rows], [12] * 4)

    def test_cursor_and_modes(self):
        self.assertIsNone(shown("\x1b[?25l").caret)
        self.assertEqual(shown("ab\x1b[?25l\x1b[?25h").caret, (2, 0))
        self.assertEqual(shown("").modes, {7, 25})
        self.assertEqual(shown("\x1b[?1000;1006h\x1b[?7l\x1b[4h").modes, {25, 1000, 1006})

    def test_the_alternate_screen_gives_the_first_back(self):
        screen = shown("before\x1b[?1049h\x1b[2Jinside", columns=12)
        self.assertTrue(screen.alternate)
        self.assertEqual(screen.texts[0], "      inside")
        screen.resize(2, 5)
        screen.feed(b"\x1b[?1049l")
        self.assertFalse(screen.alternate)
        self.assertEqual((screen.texts, screen.caret), (["befor", ""], (4, 0)))

    def test_commands_questions_and_what_is_not_known(self):
        screen = shown("ab\x1b[6n\x1b]11;?\x07\x1b]52;c;QQ==\x1b\\c\x1b[22;0;0t\x1b=")
        self.assertEqual((screen.texts[0], screen.commands, screen.replies), ("abc", ["11;?", "52;c;QQ=="], [b"\x1b[1;3R"]))
        self.assertEqual(screen.unknown, [])
        self.assertEqual(shown("\x1b[5y").unknown, [(5,)])
        for text in ("\x1bq", "\x9b2J", "\x02", "\x1bP1$r\x1b\\"):
            self.assertTrue(shown(text).unknown, text)

    def test_spoiled(self):
        screen = shown("abc")
        before = screen.rows
        screen.spoil()
        self.assertEqual(screen.texts, [MARKER * 10] * 3)
        self.assertIn("row 0, from column 0: 'a' None/None became", differences(before, screen.rows))
        self.assertEqual(differences(before, before), "")


if __name__ == "__main__":
    unittest.main()
