"""Time grows with the length of the text and no faster, on a small stack.

Usage: test_linear.py DATELINE. Each generator is run at N and 4 N bytes; a
quadratic step somewhere would take 16 times as long, a linear one takes 4.
Time is the processor's, the best of a few runs."""
import os
import resource
import subprocess
import sys
import unittest

DATELINE = os.path.abspath(sys.argv.pop(1))
STACK = 256 * 1024
SMALL = 16000
GENERATORS = (
    b"May ", b"1/1/", b"Monday, ", b"7", b"a", b'"', b"((", b"[",
    b"Ana Reyes met Bo Lind on Friday. ", b"the day before ", b"...",
    b"ABC ", b"he said she said ", b"Ana and ", b"Ana, ", b"Ana met Bo\n",
    b"of the ", b"June 1, 2023 ", b"\xff", b"a-", b"\n", b"``a",
    b"said that ", "\U0001F600".encode(), b"to ", b"<p>", b"</b><b",
    b"(Reporting by ", b"By X\n", b"Photo: A ", b"date 2023-06-18 ",
    b"Published: ", b"&amp;", b"# a\n", b"1: ")


def small_stack():
    resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))


def seconds(options, text):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([DATELINE, "-t", "json", "-q", *options],
                          input=text, stdout=subprocess.DEVNULL,
                          preexec_fn=small_stack, timeout=120)
    if done.returncode:
        raise AssertionError(f"{text[:40]!r}: status {done.returncode}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


class Linear(unittest.TestCase):
    def check(self, options, piece):
        text = piece * (4 * SMALL // len(piece))
        for _ in range(4):
            large = seconds(options, text)
            if large < 0.1:
                return
            small = seconds(options, text[:SMALL])
            if large < 8 * small:
                return
        self.fail(f"{piece!r}: {small:.3f} s, then {large:.3f} s")

    def test_text(self):
        for piece in GENERATORS:
            with self.subTest(piece=piece):
                self.check(["-f", "text", "-d", "2023-06-18"], piece)

    def test_html(self):
        for piece in (b"<p>", b"<", b"<!--", b"<a b=", b"<div>", b"&", b"&#",
                      b"<script>", b"<article>", b"<h1>a", b"<nav>a",
                      b"<meta name=date content=x>", b"<title>",
                      b"<script type='application/ld+json'></script>"):
            with self.subTest(piece=piece):
                self.check(["-f", "html"], piece)


if __name__ == "__main__":
    unittest.main()
