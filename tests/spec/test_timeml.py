"""TimeML of every sample, of odd articles and of hostile chronologies: valid
by the DTD (xmllint), the same text for an XML parser, and elements, instances
and links that say what the JSON form says."""
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import judge

BINARY = sys.argv[1]
DTD = 'tests/spec/timeml-1.2.1.dtd'
OUTSIDE = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')


def read(name, data):
    """The tree; valid, and nothing raw that a terminal would obey."""
    with tempfile.NamedTemporaryFile(suffix='.tml') as file:
        file.write(data)
        file.flush()
        result = subprocess.run(['xmllint', '--noout', '--dtdvalid', DTD,
                                 file.name], capture_output=True, check=False)
    assert result.returncode == 0, (name, result.stderr[-400:])
    raw = re.sub('[\n\t]', '', data.decode('utf-8', 'strict'))
    assert not judge.HIDDEN.search(raw), name
    return xml.fromstring(data)


def holds(text):
    """(the text as XML can hold it, how many characters it cannot)"""
    return OUTSIDE.subn('\ufffd', text)


def timeml(article, *options):
    command = [BINARY, '--from', 'text', '--to', 'timeml', *options]
    result = subprocess.run(command, input=article, capture_output=True,
                            check=True)
    return result.stdout, result.stderr.decode()


def test_text_reads_back():
    for name, article, day in judge.inputs():
        data, said = timeml(article, '--date', day)
        text, replaced = holds(article.decode('utf-8', 'replace'))
        assert ''.join(read(name, data).itertext()) == text, name
        found = re.search(r'became U\+FFFD: (\d+)', said)
        assert int(found[1] if found else 0) == replaced, (name, said)


def test_hostile_chronologies():
    for seed in range(60):
        data, (_, replaced), articles = judge.hand_marks(BINARY, seed)
        tree = read(f'seed {seed}', data)
        text, outside = holds(articles)
        assert ''.join(tree.itertext()) == text, seed
        assert replaced == outside, seed


def length(at):
    return at['byte_end'] - at['byte_start']


def test_longest_time_wins():
    """Every time has an element; one gives way, as an element without text,
    only to another upon it that is as long or begins earlier."""
    lost = 0
    for seed in range(60):
        data, (overlapping, _), _ = judge.hand_marks(BINARY, seed)
        times = json.loads(judge.hand(BINARY, 'json', seed))['times']
        marks = {t.get('tid'): t for t in xml.fromstring(data).iter('TIMEX3')}
        empty = [t for t in times if not marks[t['id']].text]
        assert len(empty) <= overlapping, seed
        lost += len(empty)
        for loser in empty:
            assert any(other['source'] == loser['source'] and
                       other['start'] < loser['end'] and
                       loser['start'] < other['end'] and
                       (length(other) > length(loser) or
                        other['start'] < loser['start'] or
                        (other['start'] == loser['start'] and
                         other['id'] != loser['id']))
                       for other in times), (seed, loser['id'])
        for i, time in enumerate(times):
            if marks[time['id']].text:
                assert not any(t['source'] == time['source'] and
                               time['start'] <= t['start'] < time['end'] and
                               length(t) > length(time)
                               for t in times[i:]), (seed, time['id'])
    assert lost > 20


def test_same_as_json():
    events = 0
    for name, article, _ in judge.inputs():
        options = ('--date', '2024-03-12')
        told = judge.told(BINARY, *options, '--from', 'text', '--all',
                          text=article)
        data, said = timeml(article, *options)
        tree = read(name, data)
        creation, *times = tree.iter('TIMEX3')
        assert creation.attrib == {
            'tid': 't0', 'type': 'DATE', 'value': '2024-03-12',
            'functionInDocument': 'CREATION_TIME'}, name
        assert [(t.get('tid'), t.text, t.get('type'), t.get('value'),
                 t.get('mod'), t.get('quant'), t.get('freq'))
                for t in times] == [
            (t['id'], t['text'], *(t['date']['timex3'][key] for key in
                                   ('type', 'value', 'mod', 'quant', 'freq')))
            for t in told['times']], name
        check_events(name, tree, told['events'])
        found = re.search(r'(\d+) inside a date', said)
        assert len(list(tree.iter('MAKEINSTANCE'))) + int(
            found[1] if found else 0) == len(told['events']), name
        events += len(told['events'])
    assert events > 50, 'the test shows no events'


def check_events(name, tree, told):
    texts = {e.get('eid'): (e.text, e.get('class')) for e in tree.iter('EVENT')}
    instances = {i.get('eiid'): i for i in tree.iter('MAKEINSTANCE')}
    by_id = {'ei' + event['id'][1:]: event for event in told}
    for key, instance in instances.items():
        action = by_id[key]['action']
        assert texts[instance.get('eventID')] == (action['text'],
                                                  action['class']), key
        for field in ('tense', 'aspect', 'polarity', 'modality'):
            assert instance.get(field) == action[field], (name, key, field)
    for link in tree.iter('TLINK'):
        event = by_id[link.get('eventInstanceID')]
        if link.get('relatedToTime') != 't0':
            assert event['date']['text'], (name, link.attrib)
    dated = [e for e in told if e['date'] and e['date']['begin'] and
             e['date']['end'] and e['date']['end'] <= '2024-03-12']
    past = {link.get('eventInstanceID') for link in tree.iter('TLINK')
            if link.get('relatedToTime') == 't0'
            and link.get('relType') == 'BEFORE'}
    for event in dated:
        key = 'ei' + event['id'][1:]
        assert key not in instances or key in past, (name, event['text'])


def test_relations():
    def links(text):
        tree = read(text, timeml(text.encode(), '--date', '2024-03-12')[0])
        words = {e.get('eid'): e.text for e in tree.iter('EVENT')}
        instances = {i.get('eiid'): words[i.get('eventID')]
                     for i in tree.iter('MAKEINSTANCE')}
        times = {t.get('tid'): t.text for t in tree.iter('TIMEX3')}
        return {(instances[link.get('eventInstanceID')], link.get('relType'),
                 times[link.get('relatedToTime')])
                for link in tree.iter('TLINK')}, tree
    got, _ = links('Mara Ilves met Ilse Brandt on Friday.')
    assert got == {('met', 'IS_INCLUDED', 'Friday'), ('met', 'BEFORE', None)}
    got, _ = links('Mara Ilves will leave Halvern on Friday.')
    assert got == {('leave', 'IS_INCLUDED', 'Friday'),
                   ('leave', 'AFTER', None)}
    got, _ = links('She has lived in Halvern since 2019.')
    assert ('lived', 'BEGUN_BY', '2019') in got, got
    got, tree = links('For the last ten days ships waited.')
    assert ('waited', 'DURING', 'the last ten days') in got, got
    ten = [t for t in tree.iter('TIMEX3') if t.get('value') == 'P10D'][0]
    assert (ten.get('anchorTimeID'), ten.get('endPoint')) == ('t0', 't0')


def test_several_sources():
    with tempfile.TemporaryDirectory() as home:
        names = []
        for number, text in enumerate(('Mara left on June 3, 2023.\n',
                                       'Ilse left on June 4, 2023.\n')):
            names.append(f'{home}/{number}.txt')
            with open(names[-1], 'w', encoding='utf-8') as file:
                file.write(text)
        data = judge.run(BINARY, '-t', 'timeml', '-d', '2023-06-18', *names)
        tree = read('two', data)
        assert ''.join(tree.itertext()) == ('Mara left on June 3, 2023.\n'
                                            'Ilse left on June 4, 2023.\n')
        assert [t.get('tid') for t in tree.iter('TIMEX3')] == [
            't0', 't1', 't0-2', 't2']


if __name__ == '__main__':
    test_text_reads_back()
    test_hostile_chronologies()
    test_longest_time_wins()
    test_same_as_json()
    test_relations()
    test_several_sources()
