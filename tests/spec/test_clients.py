"""The calendar in the programs that people have: calcurse, khal and
python3-vobject take every event. One that is not installed is left out, and
that is said."""
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import judge

BINARY = sys.argv[1]
KHAL = """[calendars]
[[own]]
path = {0}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def output_of(command, home):
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8', 'HOME': home,
                   'XDG_CONFIG_HOME': home, 'XDG_DATA_HOME': home,
                   'XDG_CACHE_HOME': home}
    result = subprocess.run(command, capture_output=True, env=environment,
                            check=False)
    assert result.returncode == 0, (command[0], result.stderr[-300:])
    return result.stdout.decode('utf-8', 'replace')


def calcurse(path, count, home):
    """It always exits 0: its report has to be read."""
    report = output_of(['calcurse', '-D', home, '-i', path], home)
    apps, events, todos, skipped = map(int, re.search(
        r'(\d+) apps? / (\d+) events? / (\d+) todos? / (\d+) skipped',
        report).groups())
    assert (apps + events, todos, skipped) == (count, 0, 0), (path, report)


def khal(path, count, home):
    config = pathlib.Path(home, 'khal')
    config.mkdir(exist_ok=True)
    (config / 'config').write_text(KHAL.format(home))
    text = output_of(['khal', 'printics', '-f', 'EVENT {start}', path], home)
    assert text.count('EVENT ') == count, (path, count, text[-300:])


def vobject(path, count, _):
    import vobject as reader  # pylint: disable=import-error
    with open(path, newline='', encoding='utf-8') as file:
        calendar = reader.readOne(file.read())
    assert len(calendar.contents.get('vevent', [])) == count, path


def calendars():
    """The bytes for some hostile chronologies and for every sample."""
    for seed in (15, 24, 31):
        yield judge.hand(BINARY, 'ics', seed)
    for article in judge.samples():
        yield judge.run(BINARY, '--to', 'ics', article)


def test(client):
    for data in calendars():
        count = data.count(b'BEGIN:VEVENT\r\n')
        with tempfile.TemporaryDirectory() as home:
            path = os.path.join(home, 'calendar.ics')
            with open(path, 'wb') as file:
                file.write(data)
            client(path, count, home)


for name, program in (('calcurse', calcurse), ('khal', khal)):
    if shutil.which(name):
        test(program)
    else:
        print(f'{name} is not installed: left out')
if importlib.util.find_spec('vobject'):
    test(vobject)
else:
    print('python3-vobject is not installed: left out')
