"""The JSON for TimelineJS, checked against its documented form: every dated
entry is one event, dates exist and end inclusively, and headlines and texts,
which TimelineJS puts into the page as HTML, hold no markup of an article."""
import datetime
import html.parser
import json
import sys

import judge

BINARY = sys.argv[1]
EVENT = {'unique_id', 'start_date', 'end_date', 'display_date', 'text',
         'group'}
DATE = ['year', 'month', 'day', 'hour', 'minute']
STATUS = {'occurred', 'ongoing', 'planned', 'possible', 'negated'}


class Page(html.parser.HTMLParser):
    """The plain text of a piece of HTML in which only <p> may stand."""

    def __init__(self, name, source):
        super().__init__()
        self.name, self.out = name, []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, attrs):
        assert (tag, attrs) == ('p', []), (self.name, tag)

    def handle_comment(self, data):
        raise AssertionError((self.name, data))

    handle_decl = handle_pi = unknown_decl = handle_comment

    def handle_data(self, data):
        self.out.append(data)

    def text(self):
        return ''.join(self.out)


def unique(pairs):
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), f'key twice: {keys}'
    return dict(pairs)


def check_date(name, date):
    assert list(date) == DATE[:len(date)] and len(date) != 4, (name, date)
    assert all(isinstance(n, int) for n in date.values()), (name, date)
    if 1 <= date['year'] <= 9999:
        datetime.datetime(date['year'], date.get('month', 1),
                          date.get('day', 1), date.get('hour', 0),
                          date.get('minute', 0))


def check(name, data):
    text = data.decode('utf-8', 'strict')
    assert '<' not in text, f'{name}: does not embed in HTML'
    assert not judge.HIDDEN.search(text.replace('\n', '')), name
    value = json.loads(text, object_pairs_hook=unique)
    assert set(value) == {'title', 'events'}, name
    assert set(value['title']) == {'text'}, name
    slides = [value['title'], *value['events']]
    for slide in slides:
        assert set(slide['text']) == {'headline', 'text'}, name
        Page(name, slide['text']['text'])
    for event in value['events']:
        assert set(event) - {'end_date'} == EVENT - {'end_date'}, name
        assert event['group'] in STATUS and event['unique_id'], name
        assert Page(name, event['display_date']).text(), name
        check_date(name, event['start_date'])
        if 'end_date' in event:
            check_date(name, event['end_date'])
            assert key(event['start_date']) < key(event['end_date']), name
    ids = [event['unique_id'] for event in value['events']]
    assert len(ids) == len(set(ids)), name
    return value['events']


def key(date):
    return [date.get(part, 1) for part in DATE[:3]]


def test_hostile_chronologies():
    for seed in range(80):
        events = check(f'seed {seed}', judge.hand(BINARY, 'timelinejs', seed))
        check_entries(seed, events,
                      json.loads(judge.hand(BINARY, 'json', seed)))
        _, counts = judge.hand_counted(BINARY, 'timelinejs', seed)
        assert counts[0] == len(events), (seed, counts)
        assert sum(counts) == len(judge.truth(BINARY, seed)), (seed, counts)


def check_entries(name, events, told):
    """Every entry that has a day."""
    dated = [e for e in told['entries']
             if e['date']['begin'] or e['date']['end']]
    assert [e['unique_id'] for e in events] == [e['id'] for e in dated], name
    got = [Page(name, e['text']['headline']).text() for e in events]
    assert got == judge.headlines(dated), name


def test_articles():
    for name, article, day in judge.inputs():
        for extra in ([], ['--all']):
            options = ('--from', 'text', '--date', day, *extra)
            data, left = judge.run_counted(BINARY, *options, '-t',
                                           'timelinejs', text=article)
            told = judge.told(BINARY, *options, text=article)
            events = check(name, data)
            check_entries(name, events, told)
            total = len(told['entries']) + len(told['undated'])
            assert len(events) == total - left.get('undated', 0) - left.get(
                'known', 0), name


def test_dates():
    def dates(text):
        data = judge.run(BINARY, '-t', 'timelinejs', '-d', '2023-06-18',
                         '--all', text=f'Mara Ilves met Ilse Brandt {text}.')
        event = check(text, data)[0]
        return event['start_date'], event.get('end_date')
    assert dates('on June 3') == ({'year': 2023, 'month': 6, 'day': 3}, None)
    assert dates('in May') == ({'year': 2023, 'month': 5},
                               {'year': 2023, 'month': 5, 'day': 31})
    assert dates('in 2019') == ({'year': 2019},
                                {'year': 2019, 'month': 12, 'day': 31})
    assert dates('at 9:30 a.m. on June 3') == (
        {'year': 2023, 'month': 6, 'day': 3, 'hour': 9, 'minute': 30}, None)


if __name__ == '__main__':
    test_hostile_chronologies()
    test_articles()
    test_dates()
