"""The sound of twenty sentences: the phonemes of espeak-ng for the kiosk's text are those of its pinyin, written by hand.

That the kiosk says these texts is a test of its own (SpeechTests). 一 and 个, whose tones change before others, have none in the pinyin.
"""
import csv
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
ESPEAK = shutil.which("espeak-ng")


@unittest.skipUnless(ESPEAK, "no espeak-ng")
class Speech(unittest.TestCase):
    def syllables(self, phonemes):
        """The phonemes of each syllable."""
        return [part.strip() for part in phonemes.replace("\n", " ").split("_|") if part.strip()]

    def said(self, command, text, **environment):
        result = subprocess.run(command, input=text.encode(), capture_output=True, check=True, env={**os.environ, **environment})
        return self.syllables(result.stdout.decode())

    def test_every_syllable_is_said_as_its_pinyin(self):
        with open(ROOT / "Tests/KioskTests/Snapshots/spoken.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual(len(rows), 20)
        # The script as it is installed, with a voice that writes instead of sounding.
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "espeak-ng").write_text(f'#!/bin/sh\nexec {ESPEAK} -x -q "$@"\n')
        (folder / "espeak-ng").chmod(0o755)
        path = f"{folder}:{os.environ['PATH']}"
        for row in rows:
            with self.subTest(indicator=row["indicator"]):
                said = self.said(["sh", str(ROOT / "docs/kiosk/kiosk-speak")], row["text"], PATH=path, MINSHENG_LANGUAGE="zh")
                # A syllable without a tone is asked with the first one and compared without.
                pinyin = row["pinyin"].split()
                toned = " ".join(re.sub(r"^([a-z]+)(\W*)$", r"\g<1>1\2", part) for part in pinyin)
                wanted = self.said([ESPEAK, "-v", "cmn-latn-pinyin", "-x", "-q", "--stdin"], toned)
                self.assertEqual(len(said), len(pinyin), said)
                wrong = []
                for number, (one, other, part) in enumerate(zip(said, wanted, pinyin)):
                    if not re.search(r"\d", part):
                        one, other = re.sub(r"[\d']", "", one), re.sub(r"[\d']", "", other)
                    if one != other:
                        wrong.append((number, part, one, other))
                self.assertEqual(wrong, [])


if __name__ == "__main__":
    unittest.main()
