"""The calendar, read back by python3-icalendar and looked at octet by octet:
folded between code points, nothing injected, every event counted."""
import datetime
import re
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
    return calendar.subcomponents


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
        dated = iter([judge.plain(text) or '(no headline)'
                      for kind, text in told if not kind.endswith('undated')])
        for event in events:  # the same headlines in the same order
            summary = str(event['SUMMARY'])
            assert any(summary == text or summary.endswith('] ' + text)
                       for text in dated), (seed, summary)


def test_articles():
    for name, article in judge.inputs():
        options = ('--from', 'text', '--to', 'ics', '--date', '2023-06-18')
        data = judge.run(BINARY, *options, text=article)
        read(name, data)
        assert data == judge.run(BINARY, *options, text=article), name


test_hostile_chronologies()
test_articles()
