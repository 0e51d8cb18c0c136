"""PostgreSQL as a source and as a target, with a real server on loopback."""
import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import postgres_server
from harness import PROGRAM, Tables, TestCase, environment, run, wait_until
from test_live import change

# By name, since publishing a folder leaves a note in it.
PANJIN, EXAMPLE = "@panjin", "@example"


class DatabaseTests(TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = cls.enterClassContext(postgres_server.PostgresServer())
        cls.number = 0

    def city(self, folder=PANJIN):
        """A data base of its own with a city in it; its name."""
        type(self).number += 1
        name = f"city{self.number}"
        self.server.sql(f"CREATE DATABASE {name}")
        self.succeed("database", "create", self.server.address(name))
        if folder:
            self.publish(folder, name)
        return name

    def succeed(self, *arguments, **changes):
        result = run(*map(str, arguments), **changes)
        self.assertEqual(result.returncode, 0, result.stderr.decode())
        return result.stdout.decode()

    def publish(self, folder, name, *arguments):
        return self.succeed("publish", folder, "--to", self.server.address(name), "--reason", "测试", "-y", *arguments)

    def generation(self, name):
        return int(self.server.sql("SELECT generation FROM minsheng.version", name))


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class SameTruth(DatabaseTests):
    """What comes from a data base is what comes from the files."""

    def test_exports_are_the_same(self):
        for folder in [PANJIN, EXAMPLE]:
            address = self.server.address(self.city(folder))
            for command in [
                ["export", "--format", "csv"], ["export", "--format", "json"], ["export", "--format", "sdmx-csv"], ["export", "--format", "md"],
                ["show"], ["show", "--format", "json"], ["report"], ["report", "--lang", "en"], ["--plain"],
            ]:  # fmt: skip
                with self.subTest(folder=folder, command=command):
                    self.assertEqual(run(*command, "--data", address).stdout, run(*command, "--data", str(folder)).stdout)

    def test_screens_are_the_same(self):
        for folder, title in [(PANJIN, "盘锦"), (EXAMPLE, "虚构")]:
            address = self.server.address(self.city(folder))
            sessions = [self.start("--data", place, title=title, size=(120, 40)) for place in [address, str(folder)]]
            for keys in [[], ["1"], ["Down", "Enter"], ["s"], ["Esc", "Esc", "3"], ["8"], ["Esc", "/", "yanglao"], ["Esc", "L"], ["2", "r"]]:
                with self.subTest(folder=folder, keys=keys):
                    for session in sessions:
                        if keys:
                            session.send(*keys)
                        session.settle()
                    wait_until(
                        lambda: [s.read() for s in sessions] and sessions[0].screen.texts == sessions[1].screen.texts,
                        lambda: sessions[0].picture() + "\n" + sessions[1].picture(),
                    )

    def test_a_difference_between_both_is_none(self):
        name = self.city()
        found = json.loads(self.succeed("diff", PANJIN, self.server.address(name), "--format", "json"))
        self.assertFalse([value for value in found.values() if isinstance(value, list) and value], found)

    def test_hostile_tables_are_data(self):
        name = self.city()
        with Tables() as tables:
            # A quotation mark, a statement, the end of a copy, a format: all of it stays text.
            hostile = "'); DROP TABLE minsheng.version; -- \\\\. $1 %s {0}"
            change(tables.path, "城镇新增就业24002人", f"城镇新增就业24002人{hostile}")
            self.publish(tables.path, name)
        self.assertIn(hostile, self.succeed("show", "--format", "json", "--data", self.server.address(name)).replace("\\\\", "\\"))
        self.assertEqual(self.generation(name), 2)


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class Live(DatabaseTests):
    def test_a_published_figure_is_on_the_screen_within_a_second(self):
        name = self.city()
        session = self.start("--data", self.server.address(name))
        session.send("1", "Down")
        session.wait_for("› 就业")
        session.settle()
        before = session.switches()
        session.let_pass(2)
        self.assertEqual(session.switches(), before, "idle means asleep")
        with Tables() as tables:
            for number in [3, 4, 5]:
                change(tables.path, "24002" if number == 3 else f"2400{number - 1}", f"2400{number}")
                self.publish(tables.path, name)
                session.wait_for(f"24,00{number}", seconds=1)
        self.assertIn("数据已更新", session.screen.texts[0])
        session.send("q", "Esc", "q")
        self.assertEqual(session.wait_gone(5), 0)
        self.server.wait_for(f"SELECT count(*) FROM pg_stat_activity WHERE datname = '{name}'", "0")

    def test_the_last_data_stay_while_the_server_is_away_and_come_anew(self):
        server = self.enterContext(postgres_server.PostgresServer())
        server.sql("CREATE DATABASE city")
        address = server.address("city")
        self.succeed("database", "create", address)
        self.succeed("publish", PANJIN, "--to", address, "--reason", "x")
        session = self.start("--data", address, size=(120, 30))
        server.stop()
        session.wait_for("连不上数据源·现为原数据")
        self.assertIn("24,002", session.screen.text)
        session.send("e")
        session.wait_for("会自动再试")
        for secret in [postgres_server.PASSWORD]:
            self.assertNotIn(secret, session.screen.text)
        self.assertIn("127.0.0.1", session.screen.text)
        session.send("Esc")
        server.start()
        session.wait_for(lambda screen: "连不上" not in screen.text, seconds=20)
        with Tables() as tables:
            change(tables.path, "24002", "24009")
            self.succeed("publish", tables.path, "--to", address, "--reason", "x", "-y")
        session.wait_for("24,009", seconds=2)

    def test_a_guest_is_told_no_address(self):
        server = self.enterContext(postgres_server.PostgresServer())
        server.sql("CREATE DATABASE city")
        self.succeed("database", "create", server.address("city"))
        self.succeed("publish", PANJIN, "--to", server.address("city"), "--reason", "x")
        session = self.start("--guest", "--data", server.address("city"))
        server.stop()
        session.wait_for("数据源·现为原数据")
        session.send("e")
        session.wait_for("会自动再试")
        for part in ["127.0.0.1", str(server.port), "geheim", "postgres@"]:
            self.assertNotIn(part.encode(), bytes(session.received))
        refused = run("--guest", "--data", server.address("city"))
        self.assertEqual(refused.returncode, 2)
        self.assertNotIn("127", refused.stderr.decode())

    def test_a_cut_connection_is_made_again(self):
        name = self.city()
        session = self.start("--data", self.server.address(name))
        self.server.sql(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
        with Tables() as tables:
            change(tables.path, "24002", "24007")
            self.publish(tables.path, name)
        session.wait_for("24,007", seconds=8)

    def test_a_faulty_version_leaves_the_old_one(self):
        name = self.city()
        session = self.start("--data", self.server.address(name))
        self.server.sql(
            """UPDATE minsheng.observations_rows SET "OBS_VALUE" = 'x' WHERE "INDICATOR" = 'new-urban-jobs';
            UPDATE minsheng.version SET generation = generation + 1""", name)  # fmt: skip
        session.wait_for("没有采用")
        self.assertIn("24,002", session.screen.text)

    def test_a_line_mode_hears_of_it_too(self):
        name = self.city()
        session = self.start("--data", self.server.address(name), "--plain")
        with Tables() as tables:
            change(tables.path, "24002", "24008")
            self.publish(tables.path, name)
        # Nobody is spoken to unasked: the news come with the next line that is typed.
        wait_until(lambda: session.send("0", "Enter") or session.settle() and "24,008" in session.screen.text, session.picture)

    def test_a_standby_and_a_pooler_are_asked_instead(self):
        name = self.city()
        self.assertIn("LISTEN", self.succeed_or_problem("doctor", "--data", self.server.address(name)))
        told = run("doctor", MINSHENG_DATA=self.server.address(name)).stdout.decode()
        self.assertIn(f"/{name}", told)
        self.assertNotIn("geheim", told)
        with Pooler(self.server.port) as pooler:
            address = re.sub(r":\d+/", f":{pooler.port}/", self.server.address(name))
            self.assertIn("连接池", self.succeed_or_problem("doctor", "--data", address))
        self.server.sql("CHECKPOINT")
        with Standby(self.server) as standby:
            address = standby.address(name)
            self.assertIn("备库", self.succeed_or_problem("doctor", "--data", address))
            session = self.start("--data", address)
            self.assertIn("24,002", session.screen.text)
            with Tables() as tables:
                change(tables.path, "24002", "24013")
                refused = run("publish", str(tables.path), "--to", address, "--reason", "x", "-y")
            self.assertEqual(refused.returncode, 2, refused.stdout)
            self.assertIn("只读", refused.stderr.decode())

    def succeed_or_problem(self, *arguments):
        return run(*arguments).stdout.decode()


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class Subscriber(DatabaseTests):
    """A district served by a server of its own, which gets the rows of its area by logical replication: docs/scale.md to the letter."""

    GUIDE = pathlib.Path(__file__).resolve().parents[2] / "docs/scale.md"

    def test_gets_its_rows_and_hears_of_new_ones(self):
        name = self.city(EXAMPLE)
        publication, subscription = re.findall(r"```sql\n(.*?)```", self.GUIDE.read_text("utf-8"), re.S)[:2]
        with postgres_server.PostgresServer() as district:
            district.sql("CREATE DATABASE city")
            self.succeed("database", "create", district.address("city"))
            self.server.sql(publication, name)
            where = f"host=127.0.0.1 port={self.server.port} dbname={name} user=postgres password={postgres_server.PASSWORD}"
            self.assertIn("host=province dbname=city user=replica", subscription)
            district.sql(subscription.replace("host=province dbname=city user=replica", where), "city")
            district.wait_for("SELECT count(*) FROM pg_subscription_rel WHERE srsubstate <> 'r'", "0", "city", 30)
            areas = district.sql('SELECT DISTINCT "REF_AREA" FROM minsheng.observations ORDER BY 1', "city").split()
            self.assertEqual(areas, ["990100", "990101"])
            address = district.address("city")
            self.assertIn("0 个问题", self.succeed("check", "--data", address))
            session = self.start("--data", address, "--area", "990101", title="8,120")
            with Tables() as tables:
                for file in (pathlib.Path(__file__).resolve().parents[2] / "Data/example-city").iterdir():
                    text = file.read_text("utf-8")
                    (tables.path / file.name).write_text(text.replace("8120", "8121") if file.name == "observations.csv" else text, "utf-8")
                self.publish(tables.path, name, "--base", "current")
            session.wait_for("8,121")
            district.sql("ALTER SUBSCRIPTION district DISABLE; ALTER SUBSCRIPTION district SET (slot_name = NONE); DROP SUBSCRIPTION district", "city")
            self.server.sql("SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE NOT active", name)


class Standby(postgres_server.PostgresServer):
    """A hot standby of a server."""

    def __init__(self, primary):
        super().__init__()
        self.primary = primary

    def __enter__(self):
        self._scratch = tempfile.TemporaryDirectory(prefix="minsheng-pg-", ignore_cleanup_errors=True)
        self.folder = pathlib.Path(self._scratch.name)
        self.data, self._owner = self.folder / "data", self.primary._owner
        if self._owner:
            os.chown(self.folder, self._owner.pw_uid, self._owner.pw_gid)
        self._run("pg_basebackup", "-D", self.data, "-d", self.primary.address(), "-R", "-X", "stream", "-c", "fast", "--no-sync")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        with open(self.data / "postgresql.conf", "a", encoding="utf-8") as file:
            file.write(f"port = {self.port}\nunix_socket_directories = '{self.folder}'\n")
        self.start()
        return self


class Pooler:
    """Passes connections on, and names a process of its own when it greets, as poolers do."""

    def __init__(self, port):
        self.target = port

    def __enter__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.listener.close()

    def _accept(self):
        with contextlib.suppress(OSError):
            while True:
                client = self.listener.accept()[0]
                server = socket.create_connection(("127.0.0.1", self.target))
                threading.Thread(target=self._pass, args=(client, server, False), daemon=True).start()
                threading.Thread(target=self._pass, args=(server, client, True), daemon=True).start()

    @staticmethod
    def _pass(source, target, greets):
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                # BackendKeyData: K, the length 12, the process, the key.
                place = data.find(b"K\x00\x00\x00\x0c") if greets else -1
                if place >= 0:
                    data = data[: place + 5] + b"\x00\x00\x00\x01" + data[place + 9 :]
                target.sendall(data)
        for one in [source, target]:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class Faults(DatabaseTests):
    """Each has its message in both languages, names no password, and ends with its status."""

    def assertSays(self, address, status, zh, en, **changes):
        result = run("show", "--data", address, **changes)
        text = result.stderr.decode()
        self.assertEqual(result.returncode, status, text)
        self.assertIn(zh, text)
        self.assertIn(en, text)
        self.assertNotIn("geheim", text)
        self.assertEqual(result.stdout, b"")

    def test_what_can_be_wrong_with_an_address(self):
        name = self.city(None)
        address = self.server.address
        self.assertSays(address("nowhere"), 66, "没有这个数据库", "no such data base")
        self.assertSays(address(name, password="geheimer"), 2, "口令不对", "does not accept")
        self.assertSays(address(name, user="nobody"), 2, "口令不对", "does not accept")
        self.assertSays(f"postgresql://postgres@127.0.0.1:{self.server.port}/{name}", 2, "要口令", "wants a password")
        self.assertSays(address(name, parameters="?sslmode=require"), 2, "加密", "encrypted")
        self.assertSays(address(name, parameters="?nonsense=1"), 64, "地址不对", "address")
        self.assertSays("postgresql://127.0.0.1:1/x", 2, "连不上", "cannot be reached")
        self.assertSays(address(name), 2, "还没有发布", "nothing has been published")
        self.assertSays(address("postgres"), 2, "没有 minsheng 的表", "database create")
        self.assertSays(address(name), 2, "libpq", "libpq", MINSHENG_LIBPQ="/nowhere/libkingbase.so")
        self.assertSays(address(name), 2, "libpq", "no function PQ", MINSHENG_LIBPQ="libz.so.1")

    def test_a_server_that_says_nothing(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            begun = time.monotonic()
            self.assertSays(f"postgresql://u:geheim@127.0.0.1:{silent.getsockname()[1]}/x", 2, "10 秒内没有答复", "within 10 seconds")
            self.assertLess(time.monotonic() - begun, 15)

    def test_another_version_of_the_tables(self):
        name = self.city()
        self.server.sql("UPDATE minsheng.version SET schema_version = 9", name)
        self.assertSays(self.server.address(name), 2, "第 9 版", "version 9")

    def test_who_may_not(self):
        name = self.city()
        self.server.sql(f"CREATE ROLE stranger{self.number} LOGIN PASSWORD 'geheim'", name)
        stranger = f"stranger{self.number}"
        self.assertSays(self.server.address(name, stranger), 2, "不许", "does not allow")
        self.server.sql(f"GRANT minsheng_reader TO {stranger}", name)
        self.succeed("show", "--data", self.server.address(name, stranger))
        with Tables() as tables:
            change(tables.path, "24002", "24014")
            refused = run("publish", str(tables.path), "--to", self.server.address(name, stranger), "--reason", "x", "-y")
        self.assertEqual(refused.returncode, 2)
        self.assertIn("minsheng_clerk", refused.stderr.decode())
        self.server.sql(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        self.succeed("show", "--data", self.server.address(name, stranger))

    def test_a_kiosk_sees_nothing_under_embargo_and_it_at_its_moment(self):
        with Tables() as tables:
            change(tables.path, "211100,new-urban-jobs,2022-01-01/P11M,printed,24002,0,,exact,A,,,", "211100,new-urban-jobs,2022-01-01/P11M,printed,24002,0,,exact,A,,2999-01-01T00:00:00+08:00,")
            name = self.city(tables.path)
        self.server.sql(f"CREATE ROLE hall{self.number} LOGIN PASSWORD 'geheim' IN ROLE minsheng_kiosk", name)
        hall = f"hall{self.number}"
        count = """SELECT count(*) FROM minsheng.observations WHERE "INDICATOR" = 'new-urban-jobs'"""
        all_of_them = int(self.server.sql(count, name))
        self.assertEqual(int(self.server.sql(count, name, user=hall, password="geheim")), all_of_them - 1)
        for table in ["observations_rows", "observations"]:
            self.assertNotIn("24002", self.server.sql(f"SELECT * FROM minsheng.{table}", name, user=hall, password="geheim"))
        with self.assertRaises(AssertionError):
            self.server.sql("DELETE FROM minsheng.observations_rows", name, user=hall, password="geheim")
        session = self.start("--data", self.server.address(name, hall, "geheim"), title="盘锦")
        self.assertNotIn("24,002", session.screen.text)
        # The moment comes without a new version: the program knows when to look.
        self.server.sql("""UPDATE minsheng.observations_rows SET "EMBARGO_UNTIL" =
            to_char(now() AT TIME ZONE 'UTC' + interval '4 seconds', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            WHERE "EMBARGO_UNTIL" IS NOT NULL; UPDATE minsheng.version SET generation = generation + 1""", name)  # fmt: skip
        session.wait_for("24,002", seconds=12)


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class Publishing(DatabaseTests):
    def test_only_what_changes_is_written_and_it_can_be_taken_back(self):
        name = self.city()
        address = self.server.address(name)
        rows = lambda: int(self.server.sql("SELECT count(*) FROM minsheng.observations_rows", name))
        before, first = rows(), self.succeed("export", "--data", address)
        with Tables() as tables:
            change(tables.path, "24002", "24010")
            self.publish(tables.path, name)
        self.assertEqual((rows(), self.generation(name)), (before + 1, 2))
        self.assertIn("24010", self.succeed("export", "--data", address))
        listed = self.succeed("rollback", address, "--list")
        self.assertIn("000002", listed)
        self.succeed("rollback", address, "--reason", "错了")
        self.assertEqual((rows(), self.generation(name)), (before + 2, 3))
        self.assertEqual(self.succeed("export", "--data", address), first)
        self.assertEqual(self.server.sql("SELECT action FROM minsheng.publications ORDER BY generation", name).split(), ["publish", "publish", "rollback"])
        self.assertEqual(run("rollback", address, "--to", "77").returncode, 66)

    def test_the_same_again_is_nothing_new(self):
        name = self.city()
        self.assertIn("不必发布", self.publish(PANJIN, name))
        self.assertEqual(self.generation(name), 1)

    def test_what_others_have_published_meanwhile_is_kept(self):
        name = self.city()
        place = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        mine, theirs = place / "mine", place / "theirs"
        for folder in [mine, theirs]:
            self.succeed("new", folder, "--from", self.server.address(name))
        change(theirs, "24002", "24011")
        self.publish(theirs, name)
        change(mine, "18409", "18410")
        self.publish(mine, name)
        text = self.succeed("export", "--data", self.server.address(name))
        self.assertIn("24011", text)
        self.assertIn("18410", text)
        change(mine, "24002", "24012")
        refused = run("publish", str(mine), "--to", self.server.address(name), "--reason", "x", "-y")
        self.assertEqual(refused.returncode, 3, refused.stderr.decode())
        self.assertEqual(self.generation(name), 3)

    def test_old_versions_go(self):
        name = self.city()
        with Tables() as tables:
            for number in range(3, 9):
                change(tables.path, "24002" if number == 3 else f"2400{number - 1}", f"2400{number}")
                self.publish(tables.path, name, "--keep", "2")
        self.assertEqual(self.server.sql("SELECT oldest, generation FROM minsheng.version", name), "6|7")
        values = self.server.sql("""SELECT "OBS_VALUE" FROM minsheng.observations_rows WHERE "OBS_VALUE" LIKE '2400_'""", name)
        self.assertEqual(sorted(values.split()), ["24007", "24008"])
        self.assertEqual(run("rollback", self.server.address(name), "--to", "3").returncode, 66)

    def test_faulty_tables_are_not_published(self):
        name = self.city()
        with Tables() as tables:
            change(tables.path, "24002", "24002a")
            refused = run("publish", str(tables.path), "--to", self.server.address(name), "--reason", "x", "-y")
        self.assertEqual(refused.returncode, 1)
        self.assertEqual(self.generation(name), 1)

    def test_killed_at_any_moment_it_is_the_old_or_the_new(self):
        name = self.city()
        address = self.server.address(name)
        exports = {1: self.succeed("export", "--data", address)}
        with Tables() as tables:
            change(tables.path, "24002", "24099")
            begun = time.monotonic()
            self.succeed("publish", tables.path, "--to", address, "--reason", "x", "-y", "--dry-run")
            whole = 2 * (time.monotonic() - begun)
            for step in range(12):
                process = subprocess.Popen(
                    [PROGRAM, "publish", str(tables.path), "--to", address, "--reason", "x", "-y"], env=environment(),
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )  # fmt: skip
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(whole * (step + 1) / 12)
                process.kill()
                process.wait()
                generation, text = self.generation(name), self.succeed("export", "--data", address)
                self.assertEqual("24099" in text, generation > 1)
                exports.setdefault(generation, text)
                self.assertEqual(text, exports[generation])

    def test_two_at_once_do_not_mix(self):
        name = self.city()
        address = self.server.address(name)
        with contextlib.ExitStack() as stack:
            processes = []
            for number in range(4):
                tables = stack.enter_context(Tables())
                change(tables.path, "24002", f"2402{number}")
                processes.append(subprocess.Popen(
                    [PROGRAM, "publish", str(tables.path), "--to", address, "--reason", f"r{number}", "-y"], env=environment(),
                    stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))  # fmt: skip
            done = [(process.communicate()[1], process.returncode) for process in processes]
        well = sum(status == 0 for _, status in done)
        self.assertGreater(well, 0, done)
        self.assertEqual(self.generation(name), 1 + well)
        for text, status in done:
            if status:
                self.assertRegex(text.decode(), "另一个人正在发布|比较之后有人发布")


@unittest.skipIf(postgres_server.missing(), postgres_server.missing())
class Hall(DatabaseTests):
    def test_a_kiosk_goes_on_and_says_that_nothing_newer_comes(self):
        server = self.enterContext(postgres_server.PostgresServer())
        server.sql("CREATE DATABASE city")
        self.succeed("database", "create", server.address("city"))
        self.succeed("publish", PANJIN, "--to", server.address("city"), "--reason", "x")
        session = self.start("kiosk", "--data", server.address("city"), size=(100, 30))
        server.stop()
        session.wait_for("数据更新暂时收不到")
        server.start()
        session.wait_for(lambda screen: "收不到" not in screen.text, seconds=20)
        self.assertIsNone(session.process.poll())
