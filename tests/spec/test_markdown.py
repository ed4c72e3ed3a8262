"""The Markdown briefing, read back by cmark, by cmark-gfm with every extension
on and by md4c: nothing in a text becomes markup, and every headline comes back
as the plain text it was, in a list and in a table."""
import html.parser
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as xml

import judge

BINARY = sys.argv[1]
SPACE = '{http://commonmark.org/xml/1.0}'
KINDS = {'document', 'heading', 'paragraph', 'list', 'item', 'text', 'strong',
         'block_quote'}


READERS = [['cmark'],
           ['cmark-gfm', '-e', 'footnotes', '-e', 'autolink', '-e', 'table',
            '-e', 'strikethrough', '-e', 'tasklist']]


def read(data, reader=0):
    """The tree that a reader makes of it; only the kinds that we write."""
    data.decode('utf-8', 'strict')
    result = subprocess.run([*READERS[reader], '-t', 'xml'], input=data,
                            capture_output=True, check=True)
    tree = xml.fromstring(result.stdout)
    for node in tree.iter():
        node.tag = node.tag.replace(SPACE, '')
        # GFM links an e-mail address even behind a backslash.
        address = node.tag == 'link' and reader == 1 and (
            node.get('destination') or '').startswith('mailto:')
        assert node.tag in KINDS or address, (node.tag, text_of(node))
    return tree


def text_of(node):
    return ''.join(n.text or '' for n in node.iter('text'))


def bullets(tree):
    """[(date or None, line, quote)] under the second-level headings."""
    out, below = [], False
    for node in tree:
        if node.tag == 'heading' and node.get('level') == '2':
            below = text_of(node) != 'Actors'
        if node.tag != 'list' or not below:
            continue
        for item in node:
            assert [n.tag for n in item] in (['paragraph'],
                                             ['paragraph', 'block_quote'])
            first = item[0]
            date = text_of(first[0]) if first[0].tag == 'strong' else None
            quote = text_of(item[1]) if len(item) > 1 else None
            out.append((date, text_of(first)[len(date or ''):], quote))
    return out


class Page(html.parser.HTMLParser):
    """What md4c makes of it: only the elements that we write."""
    TAGS = {'h1', 'h2', 'p', 'ul', 'li', 'strong', 'blockquote', 'table',
            'thead', 'tbody', 'tr', 'th', 'td'}

    def __init__(self, name, data):
        super().__init__()
        self.name, self.open = name, []
        self.lines, self.rows = [], []
        self.chapter = None
        maker = os.path.join(os.path.dirname(BINARY), 'tests', 'md4c_html')
        self.feed(subprocess.run([maker], input=data, capture_output=True,
                                 check=True).stdout.decode('utf-8', 'strict'))
        self.close()
        assert not self.open, name

    def handle_starttag(self, tag, attrs):
        assert tag in self.TAGS and not attrs, (self.name, tag, attrs)
        self.open.append(tag)
        if tag == 'h2':
            self.chapter = ''
        elif tag == 'li':
            self.lines.append([self.chapter, '', ''])
        elif tag == 'tr':
            self.rows.append([])
        elif tag in ('td', 'th'):
            self.rows[-1].append('')

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, self.name

    def handle_data(self, data):
        if 'h2' in self.open:
            self.chapter += data
        elif 'table' in self.open:
            if 'td' in self.open or 'th' in self.open:
                self.rows[-1][-1] += data
        elif 'li' in self.open and 'blockquote' not in self.open:
            self.lines[-1][1 if 'strong' in self.open else 2] += data

    def handle_comment(self, data):
        raise AssertionError((self.name, data))

    def items(self):
        """[(date or None, line)] of all lists but the actors"""
        return [(date or None, line.strip('\n'))
                for chapter, date, line in self.lines
                if chapter not in (None, 'Actors')]


def test_hostile_chronologies():
    for seed in range(80):
        shown = [(kind, judge.plain(text) or '(no headline)')
                 for kind, text in judge.truth(BINARY, seed)
                 if seed % 2 or not kind.startswith('background')]
        want = [t for k, t in shown if not k.endswith('undated')]
        annex = [t for k, t in shown if k.endswith('undated')]
        check_list(seed, judge.hand(BINARY, 'markdown', seed), want, annex)


def check_list(name, data, want, annex):
    """Three readers find a line for each headline, dated or in the annex."""
    got = bullets(read(data, 0))
    assert got == bullets(read(data, 1)), name
    assert [(date, line) for date, line, _ in got] == [
        (date, line) for date, line in Page(name, data).items()], name
    assert len(got) == len(want) + len(annex), (name, len(got))
    for (date, line, _), headline in zip(got, want):
        assert date, (name, line)
        check_line(name, line, ' \u2014 ' + headline)
    for (date, line, _), headline in zip(got[len(want):], annex):
        assert date is None, (name, date)
        check_line(name, line, headline)


def check_line(seed, line, start):
    assert line.startswith(start), (seed, line, start)
    rest = line[len(start):]
    assert re.fullmatch(r'\.?| \(.*\)\.', rest, re.S), (seed, rest)


def test_articles():
    for name, article, day in judge.inputs():
        for extra in ([], ['--date', day, '--all']):
            options = ('--from', 'text', *extra)
            data = judge.run(BINARY, *options, '-t', 'markdown', text=article)
            assert read(data)[0].tag == 'heading', name
            assert not judge.HIDDEN.search(data.decode().replace('\n', '')
                                           ), name
            told = judge.told(BINARY, *options, text=article)
            check_list(name, data, judge.headlines(told['entries']),
                       judge.headlines(told['undated']))


def test_table_of_articles():
    """The same dates, headlines and quotations, a row each."""
    for name, article, day in judge.inputs():
        options = ('--from', 'text', '--date', day, '--all')
        told = judge.told(BINARY, *options, text=article)
        data = judge.run(BINARY, *options, '-t', 'markdown', '--style',
                         'table', text=article)
        rows = [row for row in Page(name, data).rows
                if 'What happened' not in row]
        entries = told['entries'] + told['undated']
        assert len(rows) == len(entries), (name, len(rows), len(entries))
        for row, entry in zip(rows, entries):
            date = entry['date']
            assert len(row) == (4 if date else 3), (name, row)
            if date:
                assert row[0] == date['display'], (name, row)
            assert row[-3] == judge.plain(entry['headline']), (name, row)
            assert row[-1].startswith(judge.plain(entry['sentence'])), name


def test_actors_index():
    data = judge.run(BINARY, '-t', 'markdown', 'samples/wire.txt', '-d',
                     '2024-03-12').decode()
    assert ('\n## Actors\n\n- Ilse Varga, Foreign Minister \u2014 11 March '
            '2024, evening; 13 March 2024.\n') in data, data
    data = judge.run(BINARY, '-t', 'markdown', 'samples/wire.txt', '-d',
                     '2024-03-12', '--status', 'possible').decode()
    assert 'Varga,' not in data.split('## Actors')[1]


def test_locale():
    """Dates in the language; the text and its quotations as they are."""
    for locale, wanted in (('de', ['## M\u00e4rz 2024', '**8\\. M\u00e4rz 2024**',
                                   'Dated 12\\. M\u00e4rz 2024', '**Mai 2024**']),
                           ('fr-CA', ['## mars 2024', '**8 mars 2024**']),
                           ('ja', ['**2024\u5e743\u67088\u65e5**'])):
        data = judge.run(BINARY, '-t', 'markdown', 'samples/wire.txt', '-d',
                         '2024-03-12', '--locale', locale).decode()
        for piece in wanted:
            assert piece in data, (locale, piece, data[:900])
        assert 'report on **June 3**, and the two leaders' in data, locale
        assert 'Luria closed two of its dams' in data, locale
    for bad in ('xx', 'nonsense-language', ''):
        result = subprocess.run([BINARY, '--locale', bad, 'samples/wire.txt'],
                                capture_output=True, check=False)
        assert result.returncode == 2 and b'de-AT' in result.stderr, bad


if __name__ == '__main__':
    test_hostile_chronologies()
    test_articles()
    test_table_of_articles()
    test_actors_index()
    test_locale()
