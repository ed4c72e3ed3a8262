"""CoNLL-U as universaldependencies.org/format.html wants it: ten fields, one
tree a sentence, the text back from the forms, the ranges true."""
import re
import sys

import judge

BINARY = sys.argv[1]


def sentences(data):
    for block in data.decode('utf-8', 'strict').split('\n\n')[:-1]:
        lines = block.split('\n')
        comments = [line for line in lines if line.startswith('# ')]
        words = [line.split('\t') for line in lines[len(comments):]]
        yield dict(c[2:].split(' = ', 1) for c in comments if ' = ' in c), words


def check_tree(name, heads):
    assert heads.count(0) == 1, (name, heads)
    for start in range(1, len(heads) + 1):
        steps, at = 0, start
        while at:
            assert 1 <= at <= len(heads), (name, at)
            at, steps = heads[at - 1], steps + 1
            assert steps <= len(heads), (name, 'a cycle')


def check_sentence(name, comments, words, clean):
    text = ''
    for number, word in enumerate(words, 1):
        assert len(word) == 10 and all(word), (name, word)
        assert word[0] == str(number), (name, word)
        assert re.fullmatch('[A-Z]+', word[3]), (name, word)
        misc = dict(m.split('=', 1) for m in word[9].split('|'))
        start, end = map(int, misc['TokenRange'].split(':'))
        assert judge.plain(clean[start:end]) == word[1], (name, word)
        text += word[1] + ('' if 'SpaceAfter' in misc else ' ')
    assert text.strip(' ') == comments['text'], (name, comments['text'])
    check_tree(name, [int(word[6]) for word in words])


def read(name, data, article):
    """The words of all sentences, checked against the article."""
    ids, out = [], []
    for comments, words in sentences(data):
        check_sentence(name, comments, words,
                       article.decode('utf-8', 'replace'))
        ids.append(comments['sent_id'])
        out += words
    assert len(ids) == len(set(ids)), name
    return out


def test_articles():
    for name, article, _ in judge.inputs():
        read(name, judge.run(BINARY, '--from', 'text', '--to', 'conllu',
                             text=article), article)


if __name__ == '__main__':
    test_articles()
