"""The calendar in the programs that people have: calcurse, khal, vdirsyncer,
radicale, python3-icalendar and python3-vobject take every event, and one that
is imported again after the chronology changed changes in place."""
import base64
import http.client
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import icalendar
import vobject

import judge

BINARY = sys.argv[1]
KHAL = """[calendars]
[[own]]
path = {0}/own
type = calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {0}/khal.db
"""
VDIRSYNCER = """[general]
status_path = "{0}/status/"
[pair both]
a = "file"
b = "files"
collections = null
[storage file]
type = "singlefile"
path = "{0}/calendar.ics"
[storage files]
type = "filesystem"
path = "{0}/files/"
fileext = ".ics"
"""
RADICALE = """[server]
hosts = 127.0.0.1:{1}
[auth]
type = none
[storage]
filesystem_folder = {0}/radicale
[rights]
type = owner_only
"""


def output_of(command, home):
    # calcurse takes second 0 for an error: no day may begin there.
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'HOME': home,
                   'TZ': 'Etc/GMT+5',
                   'XDG_CONFIG_HOME': home, 'XDG_DATA_HOME': home,
                   'XDG_CACHE_HOME': home}
    result = subprocess.run(command, capture_output=True, env=environment,
                            check=False)
    assert result.returncode == 0, (command[0], result.stderr[-600:])
    return result.stdout.decode('utf-8', 'replace')


def write(path, data):
    with open(path, 'wb') as file:
        file.write(data)
    return path


def uids(data):
    """{UID: SUMMARY}; lines unfolded by a reader of its own."""
    calendar = icalendar.Calendar.from_ical(data)
    return {str(event['UID']): str(event['SUMMARY'])
            for event in calendar.walk('VEVENT')}


def titles(data):
    return sorted(uids(data).values())


# ---- each takes every event -------------------------------------------------

def calcurse(data, count, home):
    """It always exits 0: its report has to be read."""
    path = write(f'{home}/calendar.ics', data)
    report = output_of(['calcurse', '-D', home, '-i', path], home)
    apps, events, todos, skipped = map(int, re.search(
        r'(\d+) apps? / (\d+) events? / (\d+) todos? / (\d+) skipped',
        report).groups())
    assert (apps + events, todos, skipped) == (count, 0, 0), report
    back = output_of(['calcurse', '-D', home, '--export=ical'], home)
    calendar = icalendar.Calendar.from_ical(back)
    assert sorted(str(e['SUMMARY']) for e in calendar.walk('VEVENT')) == \
        titles(data)


def khal(data, count, home):
    path = write(f'{home}/calendar.ics', data)
    config = pathlib.Path(home, 'khal')
    config.mkdir()
    (config / 'config').write_text(KHAL.format(home))
    text = output_of(['khal', 'printics', '-f', 'EVENT {title}', path], home)
    assert sorted(re.findall('^EVENT (.*)', text, re.M)) == titles(data)
    for _ in range(2):  # the second time in place
        output_of(['khal', 'import', '--batch', path], home)
        files = list(pathlib.Path(home, 'own').glob('*.ics'))
        assert len(files) == count, (len(files), count)
    got = {}
    for file in files:
        got.update(uids(file.read_bytes()))
    assert got == uids(data)


def vdirsyncer(data, count, home):
    """From one file to a folder of one file an event."""
    write(f'{home}/calendar.ics', data)
    config = write(f'{home}/config', VDIRSYNCER.format(home).encode())
    os.mkdir(f'{home}/files')
    output_of(['vdirsyncer', '-c', config, 'discover', 'both'], home)
    output_of(['vdirsyncer', '-c', config, 'sync', 'both'], home)
    files = list(pathlib.Path(home, 'files').glob('*.ics'))
    assert len(files) == count, (len(files), count)
    got = {}
    for file in files:
        got.update(uids(file.read_bytes()))
    assert got == uids(data)


def python_vobject(data, count, _):
    calendar = vobject.readOne(data.decode('utf-8'))
    events = calendar.contents.get('vevent', [])
    assert len(events) == count
    assert sorted(event.summary.value for event in events) == titles(data)


def python_icalendar(data, count, _):
    assert len(uids(data)) == count


# ---- a server ---------------------------------------------------------------

class Radicale:
    """A running radicale with one calendar a name."""

    def __init__(self, home):
        with socket.socket() as probe:
            probe.bind(('127.0.0.1', 0))
            self.port = probe.getsockname()[1]
        config = write(f'{home}/radicale.ini',
                       RADICALE.format(home, self.port).encode())
        environment = {**os.environ, 'HOME': home}
        self.process = subprocess.Popen(['radicale', '--config', config],
                                        stderr=subprocess.DEVNULL,
                                        env=environment)
        for _ in range(200):
            try:
                socket.create_connection(('127.0.0.1', self.port)).close()
                return
            except OSError:
                assert self.process.poll() is None, 'radicale ended'
                time.sleep(0.1)
        raise AssertionError('radicale does not answer')

    def ask(self, method, name, data=None):
        """The body of a good answer."""
        line = http.client.HTTPConnection('127.0.0.1', self.port)
        secret = base64.b64encode(b'reader:').decode()
        line.request(method, f'/reader/{name}/', body=data, headers={
            'Authorization': f'Basic {secret}',
            'Content-Type': 'text/calendar; charset=utf-8'})
        answer = line.getresponse()
        body = answer.read()
        line.close()
        assert answer.status in (200, 201, 204), (method, name, answer.status,
                                                  body[:300])
        return body

    def stop(self):
        self.process.terminate()
        self.process.wait()


def calendars():
    """(name, bytes) of some hostile chronologies and of every sample."""
    for seed in (15, 24, 31):
        yield f'seed{seed}', judge.hand(BINARY, 'ics', seed)
    every = ['--ics-coarse', '--ics-split', '--negated', '--all']
    for article in judge.samples():
        for name, options in (('plain', []), ('all', every)):
            yield (pathlib.Path(article).stem + name,
                   judge.run(BINARY, '--to', 'ics', *options, article))
    fifty = [judge.run(BINARY, '--to', 'ics', '--from', 'text', '--date', day,
                       '--ics-coarse', '--negated', text=text)
             for _, text, day in judge.fifty()]
    if fifty:
        yield 'fifty', joined(fifty)


def joined(several):
    """One calendar of all their events: a program starts once for fifty."""
    begin, end = b'BEGIN:VEVENT\r\n', b'END:VCALENDAR\r\n'
    events = [data[data.index(begin):-len(end)] for data in several
              if begin in data]
    return several[0][:several[0].index(begin)] + b''.join(events) + end


def test_programs():
    for program in ('calcurse', 'khal', 'vdirsyncer', 'radicale'):
        assert shutil.which(program), (
            f'{program} is not installed: README.md names the packages')
    for name, data in calendars():
        count = data.count(b'BEGIN:VEVENT\r\n')
        for client in (calcurse, khal, vdirsyncer, python_vobject,
                       python_icalendar):
            if not count and client in (vdirsyncer, khal):
                continue  # no collection without an event
            with tempfile.TemporaryDirectory() as home:
                try:
                    client(data, count, home)
                except AssertionError as fault:
                    raise AssertionError((client.__name__, name)) from fault


def test_server():
    with tempfile.TemporaryDirectory() as home:
        server = Radicale(home)
        try:
            for name, data in calendars():
                if data.count(b'BEGIN:VEVENT\r\n'):
                    server.ask('PUT', name, data)
                    assert uids(server.ask('GET', name)) == uids(data), name
            again_in_place(server)
        finally:
            server.stop()


def again_in_place(server):
    """One article, its chronology built again with another reference date:
    the same events move; none is doubled and none is lost."""
    article = 'samples/wire.txt'
    first, second = (judge.run(BINARY, '-t', 'ics', '-d', date, article)
                     for date in ('2024-03-12', '2024-03-19'))
    assert first != second
    assert set(uids(first)) == set(uids(second))
    for data in (first, second, second):
        server.ask('PUT', 'again', data)
        got = server.ask('GET', 'again')
        assert uids(got) == uids(data)
    assert b'20240315' in got and b'20240308' not in got
    changed = re.sub(rb'SUMMARY:(?=[A-Z])', b'SUMMARY:Changed: ', second)
    assert changed != second
    server.ask('PUT', 'again', changed)
    now = uids(server.ask('GET', 'again'))
    assert set(now) == set(uids(first))
    assert any(summary.startswith('Changed: ') for summary in now.values())


def test_split():
    text = ('For the last three days Mara Ilves waited in Halvern. '
            'Ilse Brandt met Mara Ilves in May 2023.\n')

    def dates(*options):
        data = judge.run(BINARY, '-t', 'ics', '-d', '2023-06-18', '--all',
                         *options, text=text)
        events = icalendar.Calendar.from_ical(data).walk('VEVENT')
        return [(str(e['DTSTART'].dt), str(e['DTEND'].dt), str(e['SUMMARY']),
                 str(e['UID'])) for e in events]
    whole, split = dates(), dates('--ics-split')
    assert ('2023-06-15', '2023-06-19') in [e[:2] for e in whole], whole
    assert [e[:2] + (e[2].rsplit('(', 1)[1],) for e in split
            if '(day ' in e[2]] == [
        ('2023-06-15', '2023-06-16', 'day 1 of 4)'),
        ('2023-06-16', '2023-06-17', 'day 2 of 4)'),
        ('2023-06-17', '2023-06-18', 'day 3 of 4)'),
        ('2023-06-18', '2023-06-19', 'day 4 of 4)')], split
    assert len({e[3] for e in split}) == len(split)
    assert [e for e in split if e[0] == '2023-05-01'] == [
        e for e in whole if e[0] == '2023-05-01'], 'a month is not split'


test_split()
test_programs()
test_server()
