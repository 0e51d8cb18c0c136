"""The emulator itself: a mistake in it would pass for one in the program."""
import unittest

from screen import Screen


def screen(text, columns=10, rows=3):
    result = Screen(columns, rows)
    result.feed(text.encode())
    return result


class ScreenTests(unittest.TestCase):
    def test_text_wraps_late(self):
        self.assertEqual(screen("0123456789").row, 0)
        self.assertEqual(screen("0123456789x").lines, ["0123456789", "x", ""])

    def test_wide_characters_take_two_columns(self):
        shown = screen("盘锦a")
        self.assertEqual((shown.lines[0], shown.column), ("盘锦a", 5))

    def test_overwriting_half_of_a_wide_character_blanks_the_other(self):
        self.assertEqual(screen("盘锦\x1b[1;2Hx").lines[0], " x锦")
        self.assertEqual(screen("盘锦\x1b[1;3Hx").lines[0], "盘x")

    def test_a_wide_character_that_does_not_fit_is_noticed(self):
        self.assertEqual(screen("012345678").wide_at_margin, 0)
        self.assertEqual(screen("012345678盘").wide_at_margin, 1)

    def test_a_character_cut_between_two_reads(self):
        shown = Screen(10, 1)
        for byte in "盘\x1b[7m锦".encode():
            shown.feed(bytes([byte]))
        self.assertEqual(shown.lines, ["盘锦"])

    def test_erasing(self):
        self.assertEqual(screen("abcdef\x1b[1;3H\x1b[K").lines[0], "ab")
        self.assertEqual(screen("abcdef\x1b[1;3H\x1b[2X").lines[0], "ab  ef")
        self.assertEqual(screen("abcdef\x1b[1;3H\x1b[2P").lines[0], "abef")
        self.assertEqual(screen("abcdef\x1b[1;3H\x1b[2@").lines[0], "ab  cdef")
        self.assertEqual(screen("a\r\nb\r\nc\x1b[2J").lines, ["", "", ""])

    def test_repeating(self):
        self.assertEqual(screen("─\x1b[4b").lines[0], "─────")

    def test_scrolling(self):
        self.assertEqual(screen("a\r\nb\r\nc\r\nd").lines, ["b", "c", "d"])
        self.assertEqual(screen("a\r\nb\r\nc\x1b[1;2r\x1b[2;1H\n").lines, ["b", "", "c"])
        self.assertEqual(screen("a\r\nb\r\nc\x1b[1;1H\x1bM").lines, ["", "a", "b"])
        self.assertEqual(screen("a\r\nb\r\nc\x1b[2;1H\x1b[L").lines, ["a", "", "b"])

    def test_alternate_screen_gives_the_first_back(self):
        shown = screen("before\x1b[?1049h\x1b[2Jinside", columns=12)
        self.assertTrue(shown.alternate)
        self.assertEqual(shown.lines[0], "      inside")
        shown.feed(b"\x1b[?1049l")
        self.assertFalse(shown.alternate)
        self.assertEqual((shown.lines[0], shown.column), ("before", 6))

    def test_line_drawing(self):
        self.assertEqual(screen("\x1b(0lqk\x1b(Bq").lines[0], "┌─┐q")
        self.assertEqual(screen("\x1b)0\x0eq\x0fq").lines[0], "─q")

    def test_colours_and_style(self):
        shown = screen("\x1b[1;38;5;203;48;5;17mx\x1b[39m")
        self.assertEqual(shown.colours_used, {(5, 203), (5, 17)})
        self.assertEqual(shown.style, {1: True, "background": (5, 17)})
        shown.feed(b"\x1b[m")
        self.assertEqual(shown.style, {})

    def test_what_is_not_known_is_kept(self):
        self.assertEqual(screen("\x1b[5y").unknown, ["\x1b[5y"])
        self.assertEqual(screen("a\x1b[?25l\x1b(B\x1b[m\x1b]0;t\x07\x1b[22;0;0t").unknown, [])
