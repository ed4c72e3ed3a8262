"""What an article, its title, its publisher or the name of its file must not
do to the reader of any format: end a property, a cell, an element or a
string, become a link, a table, a formula or a script, or move a terminal's
cursor. Each piece goes into each of them, each format is read back by its
reader, and what a user sees is the piece as plain text and nothing else."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import judge
import test_conllu
import test_csv
import test_ics
import test_markdown
import test_schema
import test_timelinejs
import test_timeml
import test_webpage

BINARY = os.path.abspath(sys.argv[1])


# ---- each format: the title as a reader sees it -----------------------------

def json_title(name, data, _):
    source = test_schema.check_schema(name, data)['sources'][0]
    return judge.plain(source['title'] or os.path.basename(source['uri']))


def markdown_title(name, data, _):
    titles = {test_markdown.text_of(test_markdown.read(data, reader)[0])
              for reader in (0, 1)}
    assert len(titles) == 1, (name, titles)
    test_markdown.Page(name, data)
    return titles.pop().removeprefix('Chronology: ')


def ics_title(name, data, _):
    test_ics.read(name, data)
    titles = {text.removeprefix('Chronology: ') for text in
              test_ics.values(data, 'NAME')
              + test_ics.values(data, 'X-WR-CALNAME')}
    titles |= {text.rsplit('\nSource: ', 1)[1]
               for text in test_ics.values(data, 'DESCRIPTION')}
    titles.discard('Chronology')  # of an article without a title
    assert len(titles) == 1, (name, titles)
    return titles.pop()


def csv_title(name, data, _):
    titles = {row['source'] for row in test_csv.read(name, data)}
    assert len(titles) < 2, (name, titles)
    if not titles:
        return None  # no event, no row
    title = titles.pop()
    return title[1:] if title[:2] in ["'" + s for s in test_csv.FORMULA
                                      ] else title


def timelinejs_title(name, data, _):
    test_timelinejs.check(name, data)
    slide = test_schema.parse(data)['title']
    return test_timelinejs.Page(name, slide['text']['headline']).text()


def html_title(name, data, _):
    tree = test_webpage.check(name, data)
    return judge.plain(test_webpage.text_of(tree.find('.//h1')))


def text_title(name, data, _):
    """The lines up to the first empty one; wrapped, and nothing that a
    terminal obeys."""
    text = data.decode('utf-8', 'strict')
    assert not judge.HIDDEN.search(text.replace('\n', '')), name
    assert '\t' not in text, name
    return judge.plain(text.split('\n\n')[0])


def timeml_title(name, data, text):
    """It has no place for one."""
    want, _ = test_timeml.holds(text)
    assert ''.join(test_timeml.read(name, data).itertext()) == want, name


def conllu_title(name, data, text):
    test_conllu.read(name, data, text.encode())


TITLES = {'json': json_title, 'ndjson': json_title, 'text': text_title,
          'markdown': markdown_title, 'ics': ics_title, 'csv': csv_title,
          'timelinejs': timelinejs_title, 'html': html_title,
          'timeml': timeml_title, 'conllu': conllu_title}


def formats():
    with open('render/formats.def', encoding='utf-8') as file:
        return re.findall(r'"(\w+)",\s+"\.', file.read())


def check_title(name, got, want, form):
    """Blanks may be other ones where a line ends."""
    if got is None:
        assert form in ('timeml', 'conllu', 'csv'), name
        return False
    got, want = ' '.join(got.split()), ' '.join(want.split())
    if form == 'text':  # a long word is broken
        assert got.replace(' ', '').startswith(want.replace(' ', '')), (
            name, got, want)
    else:
        assert got == want, (name, got, want)
    return True


def test_title_and_text():
    assert sorted(TITLES) == sorted(formats()), 'a format without a reader'
    seen = 0
    for number, piece in enumerate(judge.INJECTIONS):
        text = judge.INJECTED.format(piece)
        for form in formats():
            name = f'{form} of piece {number}'
            data = judge.run(BINARY, '--from', 'text', '--all', '-t', form,
                             '-d', '2023-06-18', '--title', piece,
                             '--publisher', piece, text=text)
            want = judge.plain(piece)
            seen += check_title(name, TITLES[form](name, data, text), want,
                                form)
    assert seen > 7.5 * len(judge.INJECTIONS), seen  # few pieces leave no row


def test_file_names():
    """Without a title the file's name stands for it; in messages too it is
    escaped."""
    for number, piece in enumerate(judge.INJECTIONS):
        text = judge.INJECTED.format('too').replace('July 3',
                                                    '30 February 2023')
        file_name = piece.replace('/', ':')
        with tempfile.TemporaryDirectory() as home:
            path = os.path.join(home, file_name)
            with open(path, 'w', encoding='utf-8', newline='') as file:
                file.write(text)
            for form in formats():
                name = f'{form} of file name {number}'
                command = [BINARY, '--from', 'text', '-v', '-t', form, '-d',
                           '2023-06-18', path]
                done = subprocess.run(command, capture_output=True,
                                      check=False)
                assert done.returncode == 0, (name, done.stderr)
                check_message(name, done.stderr)
                got = TITLES[form](name, done.stdout, text)
                if form in ('csv', 'text', 'json', 'ndjson', 'ics'):
                    check_title(name, got, judge.plain(file_name), form)
                assert home not in (got or ''), name
            check_explained(number, path)
        command[-1] += ' is not there'
        done = subprocess.run(command, capture_output=True, check=False)
        assert done.returncode == 2, number
        check_message(number, done.stderr)


def check_message(name, said):
    text = said.decode('utf-8', 'strict')
    assert not judge.HIDDEN.search(text.replace('\n', '')), (name, text)
    for line in text.splitlines():
        assert line.startswith('dateline: '), (name, text)


def check_explained(name, path):
    data = judge.run(BINARY, '--from', 'text', '-d', '2023-06-18',
                     '--explain', 'e1', path)
    text_title(name, data, None)


def test_colours_are_ours():
    """With colours too nothing of an article is obeyed."""
    for number, piece in enumerate(judge.INJECTIONS):
        data = judge.run(BINARY, '--from', 'text', '--all', '--color',
                         'always', '-d', '2023-06-18', '--title', piece,
                         text=judge.INJECTED.format(piece)).decode()
        bare = re.sub(r'\x1b\[(0|1|2|3[1-6])?m', '', data)
        assert bare != data, number
        text_title(number, bare.encode(), None)
        assert bare == judge.run(
            BINARY, '--from', 'text', '--all', '-d', '2023-06-18', '--title',
            piece, text=judge.INJECTED.format(piece)).decode(), number


def test_marks_of_an_article():
    """What looks like TimeML in an article stays text."""
    text = judge.INJECTED.format(']]> &amp; <EVENT eid="e9">')
    tree = xml.fromstring(judge.run(BINARY, '--from', 'text', '-t', 'timeml',
                                    '-d', '2023-06-18', text=text))
    assert ''.join(tree.itertext()) == text
    assert 'e9' not in [event.get('eid') for event in tree.iter('EVENT')]


if __name__ == '__main__':
    test_title_and_text()
    test_file_names()
    test_colours_are_ours()
    test_marks_of_an_article()
