"""That the check of the release tells hardened programs from others: small programs, each without one of the things looked for."""
import os
import shutil
import subprocess
import tempfile
import unittest

import release

PROGRAM = """
#include <stdio.h>
#include <string.h>
int main(int count, char **arguments) { char text[64]; strcpy(text, arguments[count - 1]); puts(text); return text[1]; }
"""
HARDENED = ["-O2", "-fPIE", "-pie", "-fstack-protector-all", "-D_FORTIFY_SOURCE=2", "-Wl,-z,relro,-z,now", "-Wl,-z,noexecstack"]
WITHOUT = {
    "loaded at any address": {"-fPIE": "-fno-pie", "-pie": "-no-pie"},
    "relocated data read-only": {"-Wl,-z,relro,-z,now": "-Wl,-z,norelro,-z,now"},
    "resolved at the start": {"-Wl,-z,relro,-z,now": "-Wl,-z,relro,-z,lazy"},
    "stack not executable": {"-Wl,-z,noexecstack": "-Wl,-z,execstack"},
    "stack guarded": {"-fstack-protector-all": "-fno-stack-protector"},
    "buffers guarded": {"-D_FORTIFY_SOURCE=2": "-D_FORTIFY_SOURCE=0"},
}


class ReleaseTests(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory(prefix="minsheng-"))

    def failures(self, *changed, libraries=()):
        compiler = shutil.which("cc") or shutil.which("clang")
        source, program = os.path.join(self.folder, "program.c"), os.path.join(self.folder, "program")
        with open(source, "w", encoding="ascii") as file:
            file.write(PROGRAM)
        subprocess.run([compiler, "-U_FORTIFY_SOURCE", *changed, source, *libraries, "-o", program], check=True, capture_output=True)
        return [what for what, holds in release.check(release.read(program)) if not holds]

    def test_a_hardened_program_passes(self):
        self.assertEqual(self.failures(*HARDENED), [])

    def test_what_is_missing_is_found(self):
        for what, changes in WITHOUT.items():
            with self.subTest(without=what):
                found = self.failures(*(changes.get(option, option) for option in HARDENED))
                self.assertTrue(any(name.startswith(what) for name in found), found)

    def test_another_library_is_found(self):
        found = self.failures(*HARDENED, libraries=["-Wl,--no-as-needed", "-lncursesw", "-ltinfo"])
        self.assertEqual(len(found), 1, found)
        self.assertIn("libncursesw.so.6", found[0])


if __name__ == "__main__":
    unittest.main()
