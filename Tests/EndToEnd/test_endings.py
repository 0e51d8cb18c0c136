"""Every way out: the terminal is given back as it was, or, where it has gone, so has the program."""
import os
import pathlib
import select
import signal
import termios

from emulator import BLANK
from harness import PROGRAM, Session, TestCase

# What a shell does with a job: it stops, the shell goes on; `fg` brings it back.
JOB = '"$0"; echo "stopped $?"; read -r answer; fg >/dev/null; echo "ended $?"'
HANG_UPS = [
    {"controlling": True, "ignoring": ()},
    {"controlling": True, "ignoring": (signal.SIGHUP,)},
    {"controlling": False, "ignoring": ()},
]


def odd_settings(attributes):
    """Settings that no program would choose by itself: what is restored must be these and not some usual ones."""
    attributes[3] &= ~termios.ECHOE
    attributes[3] |= termios.NOFLSH
    attributes[6][termios.VERASE] = b"\x08"


class Endings(TestCase):
    def assertRestored(self, session):
        screen = session.screen
        self.assertFalse(screen.alternate, "the alternate screen was left")
        self.assertTrue(screen.caret, "the cursor is visible")
        self.assertEqual(screen.cursor.attrs, BLANK, "text is plain")
        self.assertEqual(screen.modes, {7, 25}, "modes are as before")
        self.assertEqual(session.attributes, session.attributes_before, "the line is as before")

    def stuff(self, session):
        """Asks for frames without reading any, until the program waits for room to write."""
        for _ in range(200):
            os.write(session.master, b"t")
            # The line takes a moment to pass a key on; keys that arrive together are drawn as one frame.
            select.select([], [], [], 0.005)
            if not session.has_taken_keys(0.5):
                return
        self.fail(f"the program never waited for its terminal; exit status {session.process.poll()}")


class Leaving(Endings):
    def test_q_restores_everything(self):
        session = self.start(settings=odd_settings)
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertRestored(session)

    def test_q_and_ctrl_c_from_every_screen(self):
        for keys in [[], ["1"], ["1", "Enter"], ["1", "s"], ["8"], ["8", "Enter"], ["?"], ["/"], ["/", "养老"]]:
            for leaving in ["q", "Ctrl-C"] if "/" not in keys else ["Ctrl-C"]:
                with self.subTest(keys=keys, leaving=leaving):
                    session = self.start()
                    session.send(*keys)
                    session.settle(0.06)
                    session.send(leaving)
                    self.assertEqual(session.wait_gone(2), 0)
                    self.assertRestored(session)

    def test_what_was_on_the_screen_comes_back(self):
        session = self.enterContext(Session(command=["/bin/sh", "-c", 'echo before; "$0"; echo after', PROGRAM]))
        session.wait_for("盘锦")
        self.assertNotIn("before", session.screen.text)
        session.send("q")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertEqual(session.screen.texts[:2], ["before", "after"])


class Signals(Endings):
    def test_terminate_and_interrupt(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            for keys in ([], ["/"]):
                with self.subTest(signal=number.name, keys=keys):
                    session = self.start(settings=odd_settings)
                    session.send(*keys)
                    session.settle(0.06)
                    os.kill(session.pid, number)
                    session.wait_gone(1)
                    self.assertRestored(session)

    def test_terminate_at_any_moment_of_the_start(self):
        for delay in range(0, 40, 4):
            with self.subTest(milliseconds=delay):
                session = self.enterContext(Session())
                select.select([], [], [], delay / 1000)
                os.kill(session.pid, signal.SIGTERM)
                session.wait_gone(1)
                self.assertRestored(session)

    def test_a_crash_restores_the_terminal_and_stays_a_crash(self):
        for number in (signal.SIGILL, signal.SIGTRAP, signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGFPE):
            with self.subTest(signal=number.name):
                session = self.start(settings=odd_settings)
                os.kill(session.pid, number)
                self.assertEqual(session.wait_gone(5), -number)
                self.assertRestored(session)


class HangUps(Endings):
    def test_gone_within_a_second(self):
        for options in HANG_UPS:
            for keys in ([], ["1", "Enter"], ["/"]):
                with self.subTest(**options, keys=keys):
                    session = self.start(**options)
                    session.send(*keys)
                    session.settle(0.06)
                    session.hang_up()
                    self.assertGreaterEqual(session.wait_gone(1), 0, "it ends by itself")

    def test_hang_up_before_the_first_frame(self):
        for options in HANG_UPS:
            with self.subTest(**options):
                session = self.enterContext(Session(**options))
                session.hang_up()
                session.wait_gone(2)

    def test_hang_up_of_a_terminal_that_nobody_reads(self):
        for options in HANG_UPS:
            with self.subTest(**options):
                session = self.start(size=(200, 60), **options)
                self.stuff(session)
                session.hang_up()
                session.wait_gone(1)


class JobControl(Endings):
    def start_job(self):
        return self.start(command=["/bin/sh", "-m", "-c", JOB, PROGRAM])

    def job(self, session):
        return next(pid for pid in session.members() if pid != session.pid)

    def assertStops(self, session):
        session.wait_for("stopped 148")
        self.assertFalse(session.screen.alternate)
        self.assertTrue(session.screen.caret)
        self.assertEqual(session.attributes, session.attributes_before)

    def finish(self, session):
        session.send("q")
        session.wait_for("ended 0")
        self.assertEqual(session.wait_gone(2), 0)
        self.assertRestored(session)

    def test_ctrl_z_and_fg(self):
        session = self.start_job()
        before = session.screen.texts
        session.send("Ctrl-Z")
        self.assertStops(session)
        session.send("Enter")
        session.wait_for(lambda screen: screen.texts == before)
        self.assertTrue(session.screen.alternate)
        session.send("1")
        session.wait_for("失业人员再就业")
        self.finish(session)

    def test_stop_signal_from_elsewhere(self):
        session = self.start_job()
        before = session.screen.texts
        os.kill(self.job(session), signal.SIGTSTP)
        self.assertStops(session)
        session.send("Enter")
        session.wait_for(lambda screen: screen.texts == before)
        self.finish(session)

    def test_a_size_that_changed_meanwhile(self):
        session = self.start_job()
        session.send("Ctrl-Z")
        self.assertStops(session)
        session.resize(120, 40)
        session.send("Enter")
        fresh = self.start(size=(120, 40))
        session.wait_for(lambda screen: screen.texts == fresh.screen.texts, 3)
        self.finish(session)

    def test_continued_after_a_stop_that_cannot_be_caught(self):
        """Whatever wrote on the screen meanwhile, it is drawn anew."""
        session = self.start()
        before = session.screen.texts
        os.kill(session.pid, signal.SIGSTOP)
        while pathlib.Path("/proc", str(session.pid), "stat").read_text().rpartition(")")[2].split()[0] != "T":
            session.read(0.005)
        session.screen.spoil()
        os.kill(session.pid, signal.SIGCONT)
        session.wait_for(lambda screen: screen.texts == before, 3)
