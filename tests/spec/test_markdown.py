"""The Markdown briefing, read back by cmark and, where it is installed, by
cmark-gfm with every extension on: nothing in a text becomes markup, and every headline comes back as
the plain text it was."""
import re
import shutil
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
        below = below or (node.tag == 'heading' and node.get('level') == '2')
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


def test_hostile_chronologies():
    for seed in range(80):
        shown = [(kind, judge.plain(text) or '(no headline)')
                 for kind, text in judge.truth(BINARY, seed)
                 if seed % 2 or not kind.startswith('background')]
        want = [t for k, t in shown if not k.endswith('undated')]
        annex = [t for k, t in shown if k.endswith('undated')]
        data = judge.hand(BINARY, 'markdown', seed)
        got = bullets(read(data, 0))
        if shutil.which('cmark-gfm'):
            assert got == bullets(read(data, 1)), seed
        assert len(got) == len(shown), (seed, len(got), len(shown))
        for (date, line, _), headline in zip(got, want):
            assert date, (seed, line)
            check_line(seed, line, ' \u2014 ' + headline)
        for (date, line, _), headline in zip(got[len(want):], annex):
            assert date is None, (seed, date)
            check_line(seed, line, headline)


def check_line(seed, line, start):
    assert line.startswith(start), (seed, line, start)
    rest = line[len(start):]
    assert re.fullmatch(r'\.?| \(.*\)\.', rest, re.S), (seed, rest)


def test_articles():
    for name, article in judge.inputs():
        data = judge.run(BINARY, '--from', 'text', '--to', 'markdown',
                         text=article)
        assert read(data)[0].tag == 'heading', name
        assert not judge.HIDDEN.search(data.decode().replace('\n', '')), name


test_hostile_chronologies()
test_articles()
