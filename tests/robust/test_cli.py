"""The command: options, exit statuses, streams, and the same bytes every time.

Usage: test_cli.py DATELINE. Every article here is invented."""
import fcntl
import json
import os
import pty
import re
import resource
import stat
import struct
import subprocess
import sys
import tempfile
import termios
import unittest

DATELINE = os.path.abspath(sys.argv.pop(1))
FORMATS = ("json", "text", "markdown", "ics", "csv", "timelinejs", "timeml",
           "ndjson", "conllu", "html")
ARTICLE = (
    "Port strike ends in Lima\n\n"
    "By Ana Reyes\n\n"
    "LIMA, Peru, June 18 (Nordic Wire) - Ana Reyes met Bo Lind in Quito on "
    "Friday.\n\nThe dockers will return to work on Monday, the union said.\n\n"
    "Cora Diaz visited Oslo in May 2022.\n")


def run(*options, given=ARTICLE, **more):
    if isinstance(given, str):
        given = given.encode()
    return subprocess.run([DATELINE, *options], input=given, timeout=60,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          **more)


def lines_of(*records):
    return "".join(json.dumps(record) + "\n" for record in records)


def events(output):
    """What a chronology says, without the offsets and digests that say where
    it was read."""
    data = json.loads(output)
    return [(e["headline"], e["status"], e["date"] and e["date"]["edtf"])
            for e in data["entries"] + data["undated"]]


class Options(unittest.TestCase):
    def test_help_and_version_go_to_standard_output(self):
        for option in ("--help", "-h"):
            done = run(option)
            self.assertEqual(done.returncode, 0)
            self.assertIn(b"Usage: dateline", done.stdout)
            self.assertEqual(done.stderr, b"")
        done = run("--version")
        self.assertRegex(done.stdout, rb"^dateline \d+\.\d+\.\d+\n$")

    def test_help_fits_a_terminal(self):
        for line in run("--help").stdout.decode().splitlines():
            self.assertLessEqual(len(line), 80, line)

    def test_help_tells_every_format_and_its_suffix(self):
        said = run("--help").stdout.decode()
        names = run("--to", "nonsense").stderr.decode()
        for name in names.split("one of ")[1].strip().split(", "):
            self.assertRegex(said, rf"(?m)^  {name} +\.\w+ +\w")

    def test_every_spelling_of_a_value(self):
        expected = run("--to", "json", "--date", "2023-06-18").stdout
        for options in (["-t", "json", "-d", "2023-06-18"],
                        ["-tjson", "-d2023-06-18"],
                        ["--to=json", "--date=2023-06-18"],
                        ["-qt", "json", "-d", "2023-06-18", "-"],
                        ["-d", "2023-06-18", "-t", "json", "--", "-"]):
            done = run(*options)
            self.assertEqual(done.returncode, 0, options)
            self.assertEqual(done.stdout, expected, options)

    def test_what_is_wrong_and_what_to_do(self):
        for options, said in (
                (["--nonsense"], ["--nonsense", "--help"]),
                (["--="], ["--=", "--help"]),
                (["-X"], ["-X", "--help"]),
                (["--to"], ["--to FORMAT"]),
                (["--to", "pdf"], ["pdf", "json", "markdown", "ics"]),
                (["--from", "pdf"], ["pdf", "text", "ndjson"]),
                (["--jobs", "0"], ["1 to 256"]),
                (["--jobs", "4x"], ["4x"]),
                (["--quiet=yes"], ["--quiet takes no value"]),
                (["--date", "18/06/2023"], ["18/06/2023", "2023-06-18"]),
                (["--tz", "Mars/Olympus"], ["Mars/Olympus", "IANA"]),
                (["--from", "ndjson", "--to", "json"], ["--to ndjson"]),
                (["--when", "Friday", "file"], ["--when", "no file"]),
                (["/no/such/file"], ["/no/such/file", "No such file"]),
                (["/"], ["cannot read /", "directory"])):
            done = run(*options)
            self.assertEqual(done.returncode, 2, options)
            self.assertEqual(done.stdout, b"", options)
            message = done.stderr.decode()
            self.assertTrue(message.startswith("dateline: "), message)
            self.assertEqual(message.count("\n"), 1, message)
            for piece in said:
                self.assertIn(piece, message)

    def test_nothing_reaches_the_terminal_raw(self):
        for raw, shown in ((b"\x1b[31mred", b"\\u{1B}[31mred"),
                           (b"a\nb", b"a\\u{A}b"),
                           (b"\xe2\x80\xaecod", b"\\u{202E}cod"),
                           (b"\xc2\x9b1m", b"\\u{9B}1m"),
                           (b"\xff\xfe", b"\\xFF\\xFE"),
                           (b"\xe2\x80\xa8x", b"\\u{2028}x")):
            for options in ([raw], [b"--date", raw], [b"--to=" + raw],
                            [b"--" + raw], [b"-o", b"/no/" + raw]):
                done = subprocess.run([DATELINE.encode(), *options],
                                      input=b"a", stdout=subprocess.PIPE,
                                      stderr=subprocess.PIPE)
                self.assertIn(done.returncode, (2, 4))
                self.assertIn(shown, done.stderr)
                self.assertNotIn(raw, done.stderr)


class Streams(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)

    def path(self, name, text=None):
        path = os.path.join(self.place.name, name)
        if text is not None:
            with open(path, "wb") as file:
                file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def test_standard_input_or_a_file(self):
        file = self.path("a.txt", ARTICLE)
        a = run("-t", "json", "-d", "2023-06-18", given="")
        b = run("-t", "json", "-d", "2023-06-18", file, given="")
        c = run("-t", "json", "-d", "2023-06-18")
        self.assertEqual((a.returncode, b.returncode), (0, 0))
        self.assertEqual(events(b.stdout), events(c.stdout))
        self.assertEqual(json.loads(b.stdout)["sources"][0]["uri"], file)
        self.assertEqual(events(a.stdout), [])

    def test_several_files_make_one_chronology(self):
        one = self.path("1.txt", "Ana Reyes met Bo Lind on June 3, 2023.\n")
        two = self.path("2.txt", "Cora Diaz visited Oslo on May 1, 2023.\n")
        done = run("-t", "json", one, two)
        data = json.loads(done.stdout)
        self.assertEqual([s["id"] for s in data["sources"]], ["s1", "s2"])
        begins = [e["date"]["begin"] for e in data["entries"]]
        self.assertEqual(begins, sorted(begins))

    def test_the_format_follows_from_the_output(self):
        for suffix, start in ((".json", b"{"), (".ics", b"BEGIN:VCALENDAR"),
                              (".md", b"#"), (".ndjson", b'{"schema"'),
                              (".markdown", b"#"), (".csv", b"id,date,"),
                              (".tml", b"<?xml"), (".timeml", b"<?xml"),
                              (".timelinejs", b"{"), (".conllu", b"# newdoc"),
                              (".txt", b"Port strike"), ("", b"Port strike")):
            out = self.path("out" + suffix)
            done = run("-o", out, "-d", "2023-06-18")
            self.assertEqual(done.returncode, 0, (suffix, done.stderr))
            self.assertEqual(done.stdout, b"")
            with open(out, "rb") as file:
                self.assertTrue(file.read().startswith(start), suffix)

    def test_a_suffix_of_no_format_is_a_usage_error(self):
        out = self.path("out.pdf")
        done = run("-o", out)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"--to", done.stderr)
        self.assertFalse(os.path.exists(out))
        self.assertEqual(run("-o", out, "-t", "json").returncode, 0)

    def test_a_full_disk_leaves_the_old_file_whole(self):
        def small_files_only():
            resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        for form in FORMATS:
            out = self.path("out", "the old file, whole")
            done = run("-o", out, "-t", form, "-d", "2023-06-18",
                       preexec_fn=small_files_only)
            self.assertEqual(done.returncode, 4, (form, done.stderr))
            self.assertIn(b"cannot write", done.stderr)
            self.assertNotIn(b"left out", done.stderr)
            with open(out) as file:
                self.assertEqual(file.read(), "the old file, whole")
            self.assertEqual(os.listdir(self.place.name), ["out"])

    def test_a_disk_that_is_really_full(self):
        """A file system of 64 KiB on which nothing is free."""
        disk = self.path("disk")
        os.mkdir(disk)
        if os.geteuid() != 0 or subprocess.run(
                ["mount", "-t", "tmpfs", "-o", "size=64k", "none", disk],
                stderr=subprocess.DEVNULL).returncode:
            self.skipTest("only root, and not everywhere, can mount a disk")
        self.addCleanup(subprocess.run, ["umount", disk], check=True)
        out, rest = (os.path.join(disk, name) for name in ("out", "rest"))
        with open(out, "w") as file:
            file.write("the old file, whole")
        with self.assertRaises(OSError), open(rest, "wb", 0) as file:
            while file.write(b"x" * 1024):
                pass
        for form in FORMATS:
            done = run("-o", out, "-t", form, "-d", "2023-06-18")
            self.assertEqual(done.returncode, 4, (form, done.stderr))
            self.assertIn(b"No space left", done.stderr)
            self.assertNotIn(b"left out", done.stderr)
            with open(out) as file:
                self.assertEqual(file.read(), "the old file, whole")
            self.assertEqual(sorted(os.listdir(disk)), ["out", "rest"])
        os.unlink(rest)
        self.assertEqual(run("-o", out, "-t", "csv").returncode, 0)
        with open(out) as file:
            self.assertIn("Ana Reyes", file.read())

    def test_an_output_is_complete_or_not_there(self):
        out = self.path("out.json", "before")
        self.assertEqual(run("-o", out, "-d", "nonsense").returncode, 2)
        with open(out) as file:
            self.assertEqual(file.read(), "before")
        self.assertEqual(os.listdir(self.place.name), ["out.json"])
        link = self.path("link.json")
        os.symlink("out.json", link)
        self.assertEqual(run("-o", link, "-q").returncode, 0)
        self.assertTrue(os.path.islink(link))
        with open(out) as file:
            json.load(file)
        self.assertEqual(sorted(os.listdir(self.place.name)),
                         ["link.json", "out.json"])

    def test_a_new_output_has_the_permissions_of_any_new_file(self):
        out = self.path("out.json")
        run("-o", out, "-q", preexec_fn=lambda: os.umask(0o027))
        self.assertEqual(stat.S_IMODE(os.stat(out).st_mode), 0o640)

    def test_failed_output_is_4_and_no_message_of_success(self):
        records = lines_of({"id": 1, "text": ARTICLE})
        for options, given in ((["-t", "json"], ARTICLE),
                               (["-t", "markdown"], ARTICLE),
                               (["-f", "ndjson"], records),
                               (["-f", "ndjson", "-j", "4"], records * 20),
                               (["--help"], ""), (["--version"], ""),
                               (["--when", "June 3, 2023"], "")):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([DATELINE, *options],
                                      input=given.encode(), stdout=full,
                                      stderr=subprocess.PIPE)
            self.assertEqual(done.returncode, 4, options)
            self.assertIn(b"No space left", done.stderr)
            self.assertNotIn(b"left out", done.stderr)
        for form in FORMATS:
            done = run("-o", "/dev/full", "-t", form)
            self.assertEqual(done.returncode, 4, form)
            self.assertNotIn(b"left out", done.stderr)
        self.assertEqual(run("-o", "/dev/full", "--explain", "e1")
                         .returncode, 4)
        self.assertEqual(run("-o", "/no/such/place.json").returncode, 4)

    def test_a_reader_that_went_away(self):
        for options in (["-t", "json"], ["-f", "ndjson", "-j", "3"]):
            given = ARTICLE if len(options) == 2 else lines_of(
                *({"id": i, "text": ARTICLE} for i in range(40)))
            end, start = os.pipe()
            os.close(end)
            done = subprocess.run([DATELINE, *options], stdout=start,
                                  input=given.encode(),
                                  stderr=subprocess.PIPE)
            os.close(start)
            self.assertEqual(done.returncode, 4, options)
            self.assertIn(b"Broken pipe", done.stderr)

    def test_closed_streams(self):
        done = subprocess.run(f'"{DATELINE}" -t json <&- >/dev/null',
                              shell=True, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 2)
        done = subprocess.run(f'echo a | "{DATELINE}" -t json >&-',
                              shell=True, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 4)

    def test_short_reads(self):
        process = subprocess.Popen([DATELINE, "-t", "json", "-q"],
                                   stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, bufsize=0)
        for i in range(0, len(ARTICLE), 7):
            process.stdin.write(ARTICLE[i:i + 7].encode())
        out, _ = process.communicate()
        self.assertEqual(out, run("-t", "json", "-q").stdout)

    def test_strict(self):
        self.assertEqual(run("-t", "json", given="").returncode, 0)
        self.assertEqual(run("-t", "json", "--strict", given="").returncode,
                         1)
        self.assertEqual(run("-f", "ndjson", "--strict",
                             given=lines_of({"text": ""})).returncode, 1)
        self.assertEqual(run("-t", "json", "--strict", "-d",
                             "2023-06-18").returncode, 0)

    def test_notes_and_quiet(self):
        done = run("-t", "json", given="They met on Friday.")
        self.assertIn(b"standard input: no reference date", done.stderr)
        self.assertIn(b"--date", done.stderr)
        done = run("-t", "json", "-q", given="They met on Friday.")
        self.assertEqual(done.stderr, b"")

    def test_too_large(self):
        large = self.path("large.txt")
        with open(large, "wb") as file:
            file.truncate(64 * 1024 * 1024 + 1)
        done = run(large)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"64 MiB", done.stderr)


class Filters(unittest.TestCase):
    def ids(self, *options, form="json"):
        done = run("-t", form, "-d", "2023-06-18", *options)
        self.assertEqual(done.returncode, 0, done.stderr)
        data = json.loads(done.stdout)
        return ({e["id"]: e["headline"]
                 for e in data["entries"] + data["undated"]},
                done.stderr.decode())

    def test_each_option_lets_some_pass_with_the_same_ids(self):
        every, _ = self.ids()
        for options, headlines in (
                (["--actor", "REYES"], ["Ana Reyes met Bo Lind"]),
                (["--actor=ana reyes"], ["Ana Reyes met Bo Lind"]),
                (["--to-date", "2022"], ["Cora Diaz visited Oslo"]),
                (["--from-date", "2022-06", "--to-date", "2023-06-16"],
                 ["Ana Reyes met Bo Lind"]),
                (["--status", "planned"], ["dockers"]),
                (["--class", "consult"], ["met", "visited"]),
                (["--min-confidence", "1"], [])):
            some, said = self.ids(*options)
            self.assertTrue(some.items() <= every.items(), options)
            self.assertEqual(len(some), len(headlines), (options, some))
            for piece, headline in zip(headlines, some.values()):
                self.assertIn(piece, "|".join(some.values()))
            left = len(every) - len(some)
            self.assertIn(f"{left} that the filters refuse", said)

    def test_every_format_filters(self):
        for form, word in (("text", b"Cora"), ("markdown", b"Cora"),
                           ("ics", b"Cora"), ("csv", b"Cora"),
                           ("timelinejs", b"Cora")):
            options = ("-t", form, "-d", "2023-06-18", "-q")
            self.assertIn(word, run(*options).stdout, form)
            self.assertNotIn(word, run(*options, "--actor", "Bo Lind").stdout
                             .replace(b"Cora Diaz visited Oslo in May 2022.",
                                      b""), form)

    def test_records_filter_too(self):
        given = lines_of({"text": ARTICLE, "date": "2023-06-18"})
        done = run("-f", "ndjson", "--status", "planned", given=given)
        data = json.loads(done.stdout)
        self.assertEqual([e["status"] for e in data["entries"]], ["planned"])

    def test_what_records_left_out_is_counted(self):
        given = lines_of({"text": ARTICLE, "date": "2023-06-18"},
                         {"text": ARTICLE, "date": "2023-06-18"})
        one = run("-f", "ndjson", "--status", "planned",
                  given=given.splitlines()[0]).stderr.decode()
        two = run("-f", "ndjson", "--status", "planned", "-j", "2",
                  given=given).stderr.decode()
        counts = [[int(n) for n in re.findall(r"\d+", said)]
                  for said in (one, two)]
        self.assertIn("that the filters refuse", one)
        self.assertEqual([2 * n for n in counts[0]], counts[1])
        self.assertEqual(run("-q", "-f", "ndjson", given=given).stderr, b"")

    def test_an_unknown_value_is_a_usage_error(self):
        for options, said in (
                (["--status", "maybe"], ["maybe", "planned"]),
                (["--class", "WAR"], ["WAR", "CONSULT", "REPORTING"]),
                (["--from-date", "June"], ["June", "2023-06"]),
                (["--to-date", "2023-02-30"], ["2023-02-30"]),
                (["--from-date", "2024", "--to-date", "2023"], ["earlier"]),
                (["--min-confidence", "90%"], ["90%", "0 to 1"]),
                (["--status", "planned", "-t", "timeml"], ["timeml"]),
                (["--status", "maybe", "-f", "ndjson"], ["maybe"])):
            done = run(*options)
            self.assertEqual(done.returncode, 2, options)
            self.assertEqual(done.stdout, b"", options)
            self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr)
            for piece in said:
                self.assertIn(piece, done.stderr.decode())


class Explain(unittest.TestCase):
    def explain(self, headline, article=ARTICLE, kind="entries"):
        data = json.loads(run("-t", "json", "-d", "2023-06-18", "--all",
                              given=article).stdout)
        ids = [e["id"] for e in data[kind] if headline in e["headline"]]
        done = run("--explain", ids[0], "-d", "2023-06-18", "-q",
                   given=article)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        for line in done.stdout.decode().splitlines():
            self.assertLessEqual(len(line), 80)
        return " ".join(done.stdout.decode().split())

    def test_the_chain_from_sentence_to_date_to_status(self):
        said = self.explain("met Bo Lind")
        for piece in ('"LIMA', 'Ana Reyes met Bo Lind in Quito on Friday."',
                      "16 June 2023, in EDTF 2023-06-16: from 2023-06-16 up "
                      "to, not including, 2023-06-17",
                      '"Friday" in this sentence, read as DATE 2023-06-16 by '
                      "the rule weekday",
                      "Counted from 18 June 2023, the reference date, as given",
                      "looks back in time: 2023-06-16 (", "rather than "
                      "2023-06-23 (", 'occurred: "met" is past tense',
                      "Said by the paper itself", "it is told once"):
            self.assertIn(piece.replace('"LIMA', '"'), said)

    def test_the_future_and_who_says_so(self):
        article = ("The dockers will return on Monday, the union said on "
                   "Friday.\n")
        said = self.explain("dockers to return", article)
        self.assertIn("looks ahead in time: 2023-06-19", said)
        self.assertIn("planned:", said)
        self.assertIn('the union, by "said"', said)

    def test_what_needs_no_reference_and_what_has_no_date(self):
        self.assertIn("the expression says its year itself",
                      self.explain("visited Oslo"))
        said = self.explain("had not asked", "Ana Reyes spoke on Sunday. She "
                            "said her firm had not asked for help.\n",
                            "undated")
        self.assertIn("Date none:", said)

    def test_every_way_to_a_date_has_its_words(self):
        for name in ("wire", "magazine", "statement"):
            file = f"samples/{name}.txt"
            options = ("-q", "-d", "2024-03-12", file)
            data = json.loads(run("-t", "json", "--all", *options).stdout)
            self.assertGreater(len(data["entries"]), 5)
            for entry in data["entries"][::3]:
                done = run("--explain", entry["id"], *options)
                said = " ".join(done.stdout.decode().split())
                self.assertIn(entry["headline"].split()[0], said)
                plain = "hangs on the event in its clause" in said
                if entry["date"]["basis"] != "expression":
                    self.assertFalse(plain, (entry["date"], said))

    def test_what_was_merged(self):
        said = self.explain(
            "met", "Ana Reyes met Bo Lind on June 3, 2023.\n\n"
            "Ana Reyes met Bo Lind on June 3, 2023, officials said.\n")
        self.assertIn('also told by "met"', said)

    def test_an_unknown_id_or_a_format_is_a_usage_error(self):
        for options, pieces in ((["--explain", "e99"], ["e99", "e1 to e"]),
                                (["--explain", "e1", "-t", "json"], ["--to"]),
                                (["--explain", "e1", "-f", "ndjson"],
                                 ["ndjson"])):
            done = run(*options)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            for piece in pieces:
                self.assertIn(piece, done.stderr.decode())


class Terminal(unittest.TestCase):
    def on_terminal(self, *options, columns=60, **env):
        """What the command writes to a terminal of so many columns."""
        try:
            ours, theirs = pty.openpty()
        except OSError as reason:
            self.skipTest(f"no pseudo-terminal here: {reason}")
        fcntl.ioctl(theirs, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, columns, 0, 0))
        environment = {**os.environ, "TERM": "xterm", **env}
        if "NO_COLOR" not in env:
            environment.pop("NO_COLOR", None)
        process = subprocess.Popen([DATELINE, "-q", "-d", "2023-06-18",
                                    *options], stdin=subprocess.PIPE,
                                   stdout=theirs, env=environment)
        os.close(theirs)
        process.stdin.write(ARTICLE.encode())
        process.stdin.close()
        out = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:
                break
            if not piece:
                break
            out += piece
        os.close(ours)
        self.assertEqual(process.wait(), 0)
        return out.decode()

    def test_colour_only_where_it_is_wanted(self):
        self.assertIn("\x1b[1m", self.on_terminal())
        self.assertNotIn("\x1b", self.on_terminal(NO_COLOR="1"))
        self.assertIn("\x1b", self.on_terminal(NO_COLOR=""))
        self.assertNotIn("\x1b", self.on_terminal(TERM="dumb"))
        self.assertNotIn("\x1b", self.on_terminal("--color", "never"))
        self.assertIn("\x1b", self.on_terminal("--color=always", NO_COLOR="1"))
        self.assertNotIn(b"\x1b", run("-d", "2023-06-18").stdout)
        self.assertIn(b"\x1b", run("-d", "2023-06-18", "--color",
                                   "always").stdout)
        self.assertEqual(run("--color", "blue").returncode, 2)
        for form in ("json", "markdown", "csv"):
            self.assertNotIn("\x1b", self.on_terminal("-t", form))

    def test_as_wide_as_the_terminal(self):
        for columns in (45, 60, 120):
            out = self.on_terminal("--color=never", columns=columns)
            widest = max(len(line) for line in out.splitlines())
            self.assertLessEqual(widest, columns)
        self.assertGreater(widest, 80)
        for line in run("-d", "2023-06-18").stdout.decode().splitlines():
            self.assertLessEqual(len(line), 80)


class When(unittest.TestCase):
    def test_a_relative_expression(self):
        done = run("--when", "late Saturday", "--date", "2023-06-18")
        self.assertEqual(done.returncode, 0, done.stderr)
        text = done.stdout.decode()
        self.assertRegex(text, r"(?m)^text +late Saturday$")
        self.assertRegex(text, r"(?m)^edtf +2023-06-17")
        self.assertRegex(text, r"(?m)^interval +\[2023-06-17T18:00, "
                               r"2023-06-18T00:00\)$")
        self.assertRegex(text, r"(?m)^timex3 +\w+ 2023-06-17")
        self.assertRegex(text, r"(?m)^rule +\w+$")

    def test_it_says_why(self):
        done = run("--when", "3/4/2023 or last May", "-d", "2023-06-18",
                   "--day-first")
        first, second = done.stdout.decode().split("\n\n")
        self.assertRegex(first, r"(?m)^edtf +2023-04-03$")
        self.assertRegex(first, r"(?m)^candidates +2023-04-03 \(0.70\)  day "
                                r"before month\n +2023-03-04 \(0.30\)  month "
                                r"before day$")
        self.assertRegex(first, r"(?m)^note +ambiguous: 2023-03-04")
        self.assertRegex(second, r"(?m)^rows +month_deixis$")
        self.assertRegex(second, r"(?m)^why +\"last\"")
        done = run("--when", "5 p.m.", "-d", "2023-06-18", "--tz", "Nowhere")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no time zone", done.stderr)

    def test_no_reference_and_no_expression(self):
        done = run("--when", "Friday")
        self.assertIn(b"unresolved", done.stdout)
        done = run("--when", "harbor")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"no date expression", done.stderr)
        done = run("--when", "Friday", "-d", "soon")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"\"soon\"", done.stderr)


class Records(unittest.TestCase):
    def test_one_line_in_one_line_out(self):
        given = (lines_of({"id": "a", "text": ARTICLE, "date": "2023-06-18"},
                          {"id": 7, "text": "Ana Reyes met Bo Lind on May 1, "
                                            "2023."}) +
                 "\n \r\nnot json\n[1]\n{\"id\":\"n\"}\n"
                 '{"id":{},"text":"x"}\n{"text":"x"} {"text":"y"}\n'
                 '{"id":"t","text":"x","title":3}\n'
                 '{"id":"last","text":"no line end"}')
        done = run("-f", "ndjson", "-t", "ndjson", given=given)
        self.assertEqual(done.returncode, 3)
        out = [json.loads(line) for line in done.stdout.splitlines()]
        codes = [o.get("error", {}).get("code") for o in out]
        self.assertEqual(codes, [None, None, "bad_json", "bad_record",
                                 "bad_record", None, "bad_json",
                                 "bad_record", None])
        self.assertEqual([o["id"] for o in out if "error" in o],
                         [None, None, "n", None, "t"])
        self.assertEqual([o["sources"][0]["id"] for o in out
                          if "sources" in o], ["a", "7", "s1", "last"])
        self.assertIn("line 5", out[2]["error"]["message"])
        self.assertEqual(out[0]["sources"][0]["reference_from"], "metadata")
        self.assertIsNone(out[1]["sources"][0]["reference"])

    def test_records_of_others_have_other_keys(self):
        given = lines_of({"key": "a", "body": ARTICLE, "published":
                          "2023-06-18", "headline": "T", "text": 3},
                         {"key": "b", "text": ARTICLE})
        done = run("-f", "ndjson", "--fields",
                   "id=key,text=body,date=published,title=headline",
                   given=given)
        self.assertEqual(done.returncode, 3)
        first, second = map(json.loads, done.stdout.splitlines())
        source = first["sources"][0]
        self.assertEqual((source["id"], source["title"], source["reference"]),
                         ("a", "T", "2023-06-18"))
        self.assertEqual(second["id"], "b")
        self.assertIn('"body" is missing', second["error"]["message"])
        for bad in ("", "text", "text=", "body=text", "text=a,", "=",
                    "text=" + "x" * 64):
            done = run("-f", "ndjson", "--fields", bad, given="")
            self.assertEqual(done.returncode, 2, bad)
            self.assertIn(b"NAME=KEY", done.stderr)
        self.assertEqual(run("-f", "ndjson", "--fields", "text=" + "x" * 63,
                             given="").returncode, 0)

    def test_odd_text_never_fails(self):
        given = (b'{"text":"a\\u0000b"}\n{"text":"\\ud800 \\udc00\\ud83d"}\n'
                 b'{"text":"\\ud83d\\ude00 \\\\u0000 \\\\ud800"}\n'
                 b'{"text":"\xff\xc3"}\n{"text":""}\n\xef\xbb\xbf{"text":"b"}\n'
                 b'{"text":"c"}\r\n{"text":"d","date":"someday"}\n')
        done = run("-f", "ndjson", given=given)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(len(done.stdout.splitlines()), 8)
        for line in done.stdout.splitlines():
            self.assertEqual(json.loads(line)["schema"], "dateline/1")

    def test_a_nul_does_not_cut_the_text(self):
        met = "Ana Reyes met Bo Lind on May 1, 2023."
        done = run("-f", "ndjson", given=lines_of({"text": "x\0. " + met}))
        self.assertTrue(json.loads(done.stdout)["entries"])

    def test_any_number_of_jobs_gives_the_same_bytes(self):
        records = [{"id": i, "text": ARTICLE[:i * 9], "date": "2023-06-18"}
                   for i in range(40)]
        given = lines_of(*records) + "bad\n" + lines_of(*records[::-1])
        expected = run("-f", "ndjson", given=given)
        self.assertEqual(expected.returncode, 3)
        for jobs in ("2", "8"):
            done = run("-f", "ndjson", "-j", jobs, given=given)
            self.assertEqual(done.returncode, 3)
            self.assertEqual(done.stdout, expected.stdout)

    def test_answers_come_while_the_input_is_open(self):
        process = subprocess.Popen([DATELINE, "-f", "ndjson"],
                                   stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE)
        for i in range(3):
            process.stdin.write(lines_of({"id": i, "text": "a"}).encode())
            process.stdin.flush()
            self.assertEqual(json.loads(process.stdout.readline())["sources"]
                             [0]["id"], str(i))
        process.communicate()

    def test_options_go_to_every_record(self):
        given = lines_of({"text": "They met Friday.", "date": "2020-01-01"})
        done = run("-f", "ndjson", "-d", "2023-06-18", given=given)
        source = json.loads(done.stdout)["sources"][0]
        self.assertEqual((source["reference"], source["reference_from"]),
                         ("2023-06-18", "option"))


class SameBytes(unittest.TestCase):
    def test_any_environment(self):
        for form in ("json", "markdown", "ics"):
            expected = run("-t", form).stdout
            for env in ({}, {"LC_ALL": "C"}, {"LC_ALL": "tr_TR.UTF-8"},
                        {"LC_ALL": "de_DE.UTF-8"}, {"TZ": "Pacific/Apia"},
                        {"LANG": "ja_JP", "TZ": "Asia/Kolkata"}):
                done = run("-t", form, env=env)
                self.assertEqual(done.stdout, expected, env)

    def test_source_date_epoch_stamps_the_calendar_alone(self):
        env = dict(os.environ, SOURCE_DATE_EPOCH="86400")
        done = run("-t", "ics", "-d", "2023-06-18", env=env)
        self.assertIn(b"DTSTAMP:19700102T000000Z", done.stdout)
        for bad in ("", "x", "1e9", "-5", "99999999999999999999"):
            env["SOURCE_DATE_EPOCH"] = bad
            self.assertEqual(run("-t", "ics", "-d", "2023-06-18",
                                 env=env).stdout,
                             run("-t", "ics", "-d", "2023-06-18").stdout)

    def test_line_ends_and_byte_order_mark(self):
        options = ("-t", "json", "-q", "-d", "2023-06-18")
        expected = events(run(*options).stdout)
        self.assertTrue(expected)
        for end in ("\r\n", "\r", "\x85", "\u2028"):
            other = ARTICLE.replace("\n", end)
            self.assertEqual(events(run(*options, given=other).stdout),
                             expected, repr(end))
        for other in (b"\xef\xbb\xbf" + ARTICLE.encode(),
                      b"\xff\xfe" + ARTICLE.encode("utf-16-le"),
                      ARTICLE.encode("utf-16-be"),
                      ARTICLE.encode("utf-32")):
            self.assertEqual(events(run(*options, given=other).stdout),
                             expected)


if __name__ == "__main__":
    unittest.main()
