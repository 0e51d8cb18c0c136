"""The units of docs/kiosk as systemd reads them, and what they need of each other. That they run is for a machine with a screen."""
import os
import pathlib
import re
import shutil
import subprocess
import unittest

DOCS = pathlib.Path(__file__).resolve().parents[2] / "docs"
UNITS = sorted([*DOCS.glob("kiosk/*.service"), *DOCS.glob("kiosk/*.timer")])
ANALYZE = shutil.which("systemd-analyze")


class Units(unittest.TestCase):
    def analyze(self, *arguments):
        return subprocess.run([ANALYZE, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C"})

    @unittest.skipUnless(ANALYZE, "no systemd-analyze")
    def test_systemd_finds_nothing_wrong(self):
        """But for programs that this machine does not have."""
        for unit in UNITS:
            with self.subTest(unit=unit.name):
                lines = self.analyze("verify", "--man=no", str(unit)).stderr.splitlines()
                lines = [line for line in lines if unit.name in line and not line.endswith("is not executable: No such file or directory")]
                self.assertEqual(lines, [])

    @unittest.skipUnless(ANALYZE, "no systemd-analyze")
    def test_the_exposure_is_as_documented(self):
        text = (DOCS / "kiosk.md").read_text("utf-8")
        stated = {
            "minsheng-kiosk.service": re.search(r"minsheng-kiosk\.service` \(252\): \*\*([\d.]+) OK", text)[1],
            "minsheng-kiosk-kmscon.service": re.search(r"Its exposure is ([\d.]+):", text)[1],
        }
        for name, exposure in stated.items():
            result = self.analyze("security", "--offline=true", str(DOCS / "kiosk" / name))
            if "252" not in self.analyze("--version").stdout.split("\n")[0]:
                self.skipTest("another version of systemd weighs otherwise")
            self.assertIn(f"{name}: {exposure} ", result.stdout)

    def test_both_ways_to_a_screen_have_what_the_session_asks_for(self):
        """kiosk-session writes the status and reads the survey; each unit makes these folders for the user kiosk."""
        session = (DOCS / "kiosk/kiosk-session").read_text("utf-8")
        self.assertIn("/run/minsheng-kiosk/status.json", session)
        self.assertIn("--survey /var/lib/minsheng-kiosk", session)
        for name in ("minsheng-kiosk.service", "minsheng-kiosk-kmscon.service"):
            text = (DOCS / "kiosk" / name).read_text("utf-8")
            with self.subTest(unit=name):
                self.assertIn("\nRuntimeDirectory=minsheng-kiosk\n", text)
                self.assertIn("\nStateDirectory=minsheng-kiosk\n", text)
                isKiosks = "\nUser=kiosk\n" in text
                self.assertTrue(isKiosks or "chown --no-dereference kiosk:kiosk /run/minsheng-kiosk /var/lib/minsheng-kiosk" in text)
                # Credentials of systemd are for the user of the unit alone.
                self.assertEqual("LoadCredential=operator-number" in text, isKiosks)


if __name__ == "__main__":
    unittest.main()
