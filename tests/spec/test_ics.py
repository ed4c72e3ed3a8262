"""The calendar, read back by python3-icalendar and by libical and looked at
octet by octet: folded between code points, nothing injected, every event
counted."""
import datetime
import os
import re
import subprocess
import sys

import icalendar

import judge

BINARY = sys.argv[1]
CALENDAR = {'VERSION', 'PRODID', 'CALSCALE', 'NAME', 'X-WR-CALNAME'}
EVENT = {'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION',
         'DESCRIPTION', 'STATUS', 'TRANSP', 'X-DATELINE-EDTF'}
UUID5 = re.compile('[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-'
                   '[0-9a-f]{12}')


def check_octets(name, data):
    assert data.endswith(b'\r\n') and not data.startswith(b'\xef\xbb\xbf')
    for line in data[:-2].split(b'\r\n'):
        assert len(line) <= 75, (name, line)
        text = line.decode('utf-8', 'strict')
        assert not re.search('[\x00-\x1f\x7f-\x9f]', text), (name, line)


def read(name, data):
    """The events; nothing but the properties that we write."""
    check_octets(name, data)
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.name == 'VCALENDAR' and not calendar.errors, name
    assert set(calendar) == CALENDAR, (name, set(calendar))
    for event in calendar.subcomponents:
        assert event.name == 'VEVENT' and not event.errors, name
        assert not event.subcomponents, name
        assert set(event) <= EVENT, (name, set(event))
        check_event(name, event)
    uids = [str(event['UID']) for event in calendar.subcomponents]
    assert len(uids) == len(set(uids)), f'{name}: a UID twice'
    titles = values(data, 'SUMMARY')
    assert libical(name, data) == titles, name
    for event, title in zip(calendar.subcomponents, titles, strict=True):
        assert '\\' in title or str(event['SUMMARY']) == title, (name, title)
    return titles


def values(data, name):
    """Of each such property, after RFC 5545, 3.3.11. python3-icalendar takes
    the two backslashes of an escaped one before n or a comma apart."""
    lines = data.decode('utf-8').replace('\r\n ', '').split('\r\n')
    texts = [line.split(':', 1)[1] for line in lines
             if line.startswith(name + ':')]
    for text in texts:
        assert re.fullmatch(r'(?:[^\\;,]|\\[\\;,nN])*', text), text
    return [re.sub(r'\\(.)', lambda m: '\n' if m[1] in 'nN' else m[1], text)
            for text in texts]


def libical(name, data):
    """The titles, read by tests/ical_titles.c."""
    reader = os.path.join(os.path.dirname(BINARY), 'tests', 'ical_titles')
    result = subprocess.run([reader], input=data, capture_output=True,
                            check=False)
    assert result.returncode == 0, (name, result.stderr[-300:])
    return result.stdout.decode('utf-8', 'strict').split('\n')[:-1]


def check_event(name, event):
    assert UUID5.fullmatch(event['UID']), (name, event['UID'])
    begin, end = event['DTSTART'].dt, event['DTEND'].dt
    assert begin < end, (name, begin, end)
    assert event['STATUS'] in ('CONFIRMED', 'TENTATIVE')
    if isinstance(begin, datetime.datetime):
        assert begin.utcoffset() == datetime.timedelta(0), (name, begin)
    else:
        assert event['DTSTART'].params['VALUE'] == 'DATE'
        assert event['DTEND'].params['VALUE'] == 'DATE'
        assert end - begin == datetime.timedelta(1) or (
            event['SUMMARY'].startswith('[')
            and event['STATUS'] == 'TENTATIVE'), (name, event['SUMMARY'])


def test_hostile_chronologies():
    for seed in range(80):
        told = judge.truth(BINARY, seed)
        data, counts = judge.hand_counted(BINARY, 'ics', seed)
        events = read(f'seed {seed}', data)
        assert len(events) == counts[0], (seed, counts)
        assert sum(counts) == len(told), (seed, counts)
        check_order(seed, events, [
            judge.plain(text) or '(no headline)'
            for kind, text in told if not kind.endswith('undated')])


def check_order(name, summaries, headlines):
    """The same headlines in the same order, but for what is left out."""
    dated = iter(headlines)
    for summary in summaries:
        assert any(summary == text or summary.endswith('] ' + text)
                   for text in dated), (name, summary)


def test_articles():
    for name, article, day in judge.inputs():
        for extra in ([], ['--all', '--ics-coarse', '--negated']):
            options = ('--from', 'text', '--date', day, *extra)
            data, left = judge.run_counted(BINARY, '-t', 'ics', *options,
                                           text=article)
            told = judge.told(BINARY, *options, text=article)
            events = read(name, data)
            check_order(name, events, judge.headlines(told['entries']))
            left.pop('background', None)  # in JSON neither
            assert len(events) + sum(left.values()) == len(
                told['entries']) + len(told['undated']), (name, left)
            assert data == judge.run(BINARY, '-t', 'ics', *options,
                                     text=article), name


if __name__ == '__main__':
    test_hostile_chronologies()
    test_articles()
