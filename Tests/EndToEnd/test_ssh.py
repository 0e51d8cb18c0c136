"""Served over SSH: a real sshd set up from docs/ssh.md, what a guest may do, and every way out that was thought of."""
import contextlib
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import unittest

import ssh_server
from harness import Session, TestCase, environment, run, wait_until

# What a shell would make of the command; the command itself does not hold it.
COMMAND, ESCAPED = "echo escaped-$((6*7))", "escaped-42"


class Guest(TestCase):
    """`--guest` without sshd."""

    def start_in(self, *arguments, **options):
        self.place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.place / "here").mkdir()
        return self.start("--guest", *arguments, folder=self.place / "here", HOME=self.place, XDG_STATE_HOME=self.place / "state", **options)

    def test_keys_that_write_stop_or_read_again_say_why_not(self):
        session = self.start_in()
        for key in ["P", "Ctrl-Z", "Ctrl-R"]:
            session.send("Home")
            session.wait_for(lambda screen: "访客" not in screen.texts[0])
            session.send(key)
            session.wait_for("访客只能看和复制")
        session.send("t", "L", "q")
        self.assertEqual(session.wait_gone(5), 0)
        self.assertEqual([file for file in self.place.rglob("*") if file.is_file()], [])

    def test_help_lists_only_what_a_guest_may(self):
        session = self.start_in(size=(120, 60))
        session.send("?")
        screen = session.wait_for("帮助")
        session.settle()
        for key in ["Ctrl-Z", "Ctrl-R"]:
            self.assertNotIn(key, screen.text)
        self.assertIn("Ctrl-C", screen.text)

    def test_copying_stays_and_starts_nothing(self):
        session = self.start_in(TMUX="/nowhere,1,0", PATH="/nowhere")
        session.send("y")
        session.wait_for("已发送到剪贴板")
        self.assertIn(b"\x1b]52;", bytes(session.received))

    def test_no_path_is_named(self):
        for arguments in [["--data", "/nowhere/secret"], ["--data", __file__]]:
            result = run("--guest", *arguments)
            self.assertIn(result.returncode, (2, 66))
            self.assertIn("现在没有可看的数据", result.stderr.decode())
            for part in ["/", "nowhere", "secret", "test_ssh"]:
                self.assertNotIn(part, result.stderr.decode())

    def test_the_area_of_the_environment(self):
        session = self.start_in(MINSHENG_AREA="211122")
        self.assertIn("盘山县", session.screen.texts[0])
        session = self.start_in("--area", "大洼区", MINSHENG_AREA="211122")
        self.assertIn("大洼区", session.screen.texts[0])
        for wrong in ["999", "211122; sh", "\x1b]0;x\x07", "../.."]:
            session = self.enterContext(Session("--guest", MINSHENG_AREA=wrong))
            self.assertEqual(session.wait_gone(5), 64)
            self.assertIn("地区有", session.screen.text)
            self.assertEqual(session.screen.unknown, [])

    def test_line_by_line_it_reads_nothing_again(self):
        session = self.start_in("--plain")
        session.send("r", "Enter")
        session.wait_for("访客只能看和复制")


@unittest.skipIf(ssh_server.missing(), ssh_server.missing())
class Served(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(ssh_server.SSHServer())

    def open(self, *arguments, key="city", title="盘锦", **options):
        return self.start(command=self.server.ssh("-tt", *arguments, key=key), title=title, **options)

    def setUp(self):
        # After every session has been closed.
        self.addCleanup(wait_until, lambda: not self.server.inside(), lambda: f"left behind: {self.server.inside()}")

    def assertIsClosed(self, output):
        self.assertNotIn(ESCAPED, output if isinstance(output, str) else output.decode("utf-8", "replace"))

    def test_a_key_opens_its_own_district(self):
        session = self.open(key="district")
        self.assertIn("盘山县", session.screen.texts[0])
        session.send("q")
        self.assertEqual(session.wait_gone(5), 0)
        self.assertNotIn("盘山县", self.open().screen.texts[0])

    def test_a_session_is_the_program_alone(self):
        session = self.open()
        self.assertEqual(list(self.server.inside().values()), [os.path.basename(self.server.program)])
        session.hang_up()

    def test_without_a_terminal_the_overview_is_text(self):
        result = self.server.run("-T")
        self.assertEqual(result.returncode, 0)
        self.assertIn("24,002", result.stdout.decode())

    def test_commands_and_subsystems_are_not_run(self):
        for arguments in [
            ["--", COMMAND], ["--", "/bin/sh", "-c", COMMAND], ["--", f"; {COMMAND}"], ["--", f"$({COMMAND})"], ["--", f"\n{COMMAND}\n"],
            ["-s", "--", "sftp"], ["-s", "--", "shell"], ["-T", "--", "--data", "/etc"], ["-T", "--", "scp", "-f", "/etc/passwd"],
        ]:  # fmt: skip
            with self.subTest(arguments=arguments):
                result = self.server.run(*arguments)
                self.assertIsClosed(result.stdout + result.stderr)
                self.assertNotIn(b"root:", result.stdout)

    def test_nothing_is_copied_in_or_out(self):
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (place / "sent").write_text("sent")
        address, port = f"{self.server.user}@127.0.0.1:", str(self.server.port)
        for program, *names in [
            ["scp", place / "sent", f"{address}{place}/arrived"], ["scp", f"{address}/etc/passwd", place / "arrived"],
            ["scp", "-O", f"{address}/etc/passwd", place / "arrived"], ["scp", "-O", place / "sent", f"{address}{place}/arrived"],
        ]:  # fmt: skip
            result = subprocess.run(
                [program, *self.server.options(), "-P", port, *names], stdin=subprocess.DEVNULL, capture_output=True, env=environment(), timeout=20
            )
            self.assertNotEqual(result.returncode, 0)
            self.assertFalse((place / "arrived").exists())

    def test_nothing_is_forwarded(self):
        with socket.socket() as target, socket.socket() as free:
            target.bind(("127.0.0.1", 0))
            target.listen()
            free.bind(("127.0.0.1", 0))
            inner, outer = target.getsockname()[1], free.getsockname()[1]
            free.close()
            result = self.server.run("-W", f"127.0.0.1:{inner}")
            self.assertNotEqual(result.returncode, 0)
            for options in [["-R", f"{outer}:127.0.0.1:{inner}"], ["-w", "any:any"], ["-R", f"/tmp/minsheng-{outer}:127.0.0.1:{inner}"]]:
                with self.subTest(options=options):
                    result = self.server.run("-N", "-o", "ExitOnForwardFailure=yes", *options)
                    self.assertNotEqual(result.returncode, 0)
            for options in [["-L", f"{outer}:127.0.0.1:{inner}"], ["-D", str(outer)]]:
                with self.subTest(options=options):
                    session = self.open(*options)
                    # The client listens; what is sent through it must not arrive.
                    with contextlib.suppress(ConnectionError), socket.create_connection(("127.0.0.1", outer), 5) as one:
                        one.settimeout(5)
                        if "-D" in options:
                            one.sendall(b"\x05\x01\x00")
                            one.recv(2)
                            one.sendall(b"\x05\x01\x00\x01\x7f\x00\x00\x01" + inner.to_bytes(2, "big"))
                        self.assertNotEqual(one.recv(16)[:2], b"\x05\x00")
                    session.send("q")
                    session.wait_gone(5)
            target.settimeout(0.1)
            self.assertRaises(TimeoutError, target.accept)

    def test_of_the_clients_environment_only_the_language_comes_in(self):
        bait = {
            "LD_PRELOAD": "/nowhere.so", "TERMINFO": "/nowhere", "MINSHENG_DATA": "/etc", "MINSHENG_LIBPQ": "/nowhere.so", "BASH_ENV": "/nowhere",
            "ENV": "/nowhere", "MINSHENG_AREA": "211104", "PATH": "/nowhere", "SHELL": "/bin/bash", "LC_ALL": "en_US.UTF-8",
        }  # fmt: skip
        options = ["-o", "SetEnv=" + " ".join(f"{name}={value}" for name, value in bait.items()), "-A", "-X"]
        session = self.open(*options, title="Panjin")
        pid = next(iter(self.server.inside()))
        values = dict(part.split("=", 1) for part in pathlib.Path(f"/proc/{pid}/environ").read_text().split("\0") if "=" in part)
        self.assertEqual({name for name, value in bait.items() if values.get(name) == value} - {"SHELL"}, {"LC_ALL"})
        self.assertNotIn("SSH_AUTH_SOCK", values)
        self.assertNotIn("DISPLAY", values)
        session.hang_up()

    def test_a_hostile_kind_of_terminal(self):
        for kind in ["../../../../etc/passwd", "/bin/sh", f"xterm;{COMMAND}", f"$({COMMAND})", "x" * 2000, "%n%n%s"]:
            with self.subTest(kind=kind[:30]):
                session = self.enterContext(Session(command=self.server.ssh("-tt"), TERM=kind))
                session.wait_for(lambda screen: "盘锦" in screen.text or session.process.poll() is not None)
                self.assertIsClosed(bytes(session.received))
                self.assertIn("24,002", session.screen.text, session.picture())

    def test_no_key_leads_out(self):
        here = set(os.listdir())
        session = self.open()
        for keys in [
            ["Ctrl-Z"], ["\x1c"], ["!", "sh", "Enter"], [":", "!sh", "Enter"], [":", "sh", "Enter"], [":", "suspend", "Enter"], [":", "挂起", "Enter"], [":", "reload", "Enter"], ["|", "sh", "Enter"], ["v"], ["e"], ["P"], ["S"],
            ["Ctrl-R"], ["\x1b[200~\n" + COMMAND + "\n\x1b[201~"], ["\x11"], ["\x13"], ["\x0f"], ["\x19"], ["\x1a"], ["\x04"],
            ["/", COMMAND, "Enter"], ["\x1bP$q\x1b\\"], ["\x1b]52;c;?\x07"], ["?"], ["E"], ["O"], ["w"], ["W"], ["x"], ["X"],
        ]:  # fmt: skip
            with self.subTest(keys=keys):
                session.send(*keys)
                session.send(COMMAND, "Enter", "Esc", "Esc", "Esc")
                session.settle()
                self.assertIsNone(session.process.poll(), session.picture())
                self.assertIsClosed(bytes(session.received))
                self.assertEqual(list(self.server.inside().values()), [os.path.basename(self.server.program)])
        self.assertEqual(set(os.listdir()) - here, set(), "no file has appeared")
        session.send("Esc", "Esc", "Ctrl-C")
        session.wait_gone(5)
        self.assertIsClosed(bytes(session.received))

    def test_interrupted_while_it_starts_it_ends_or_goes_on(self):
        for keys in [b"\x03", b"\x1c", b"\x1a", b"\x1a\x1a\x03", b"\x04"]:
            with self.subTest(keys=keys):
                session = self.enterContext(Session(command=self.server.ssh("-tt")))
                session.write(keys + COMMAND.encode() + b"\r")
                session.wait_for(lambda screen: "盘锦" in screen.text or session.process.poll() is not None)
                self.assertIsClosed(bytes(session.received))
                self.assertLessEqual(set(self.server.inside().values()), {os.path.basename(self.server.program)})
                session.hang_up()
                wait_until(lambda: not self.server.inside(), "a lost client leaves nothing behind")

    def test_a_lost_client_leaves_nothing(self):
        session = self.open()
        session.process.kill()
        wait_until(lambda: not self.server.inside(), "the program is still there")

    def test_the_guide_is_complete(self):
        text = ssh_server.GUIDE.read_text("utf-8")
        for part in ["adduser", "ForceCommand exec", "DisableForwarding yes", "restrict,pty"]:
            self.assertIn(part, text)
        self.assertTrue(re.search(r"PermitUserEnvironment MINSHENG_AREA\n", text), "no other variable may be set by a key")
