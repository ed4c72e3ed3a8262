"""Counts the errors of date expressions by kind.

    time_kinds.py ERRORS.tsv     a table, a row a kind, a column a corpus
    time_kinds.py ERRORS.tsv KIND     the errors of one kind

ERRORS.tsv is what a TempEval-3 scorer lists, tab-separated: corpus, error
(MISS, SPUR, or letters of V value, T type, S span), document, gold text,
gold type, gold value, our text, our type, our value, DCT, the text before
and behind. The corpora are no part of this project."""
import collections
import re
import sys

VAGUE = re.compile(r'(?i)\b(now|current|currently|recent|recently|already|'
                   r'former|soon|previously|once|future|then|yet|past|'
                   r'these days)\b')
WEEK = re.compile(r'\d{4}-W')


def of_false(ours, value):
    if VAGUE.search(ours):
        return 'false: a vague word'
    if value.startswith('P'):
        return 'false: a length'
    return 'false: a date or rate'


def of_missed(gold, value):
    if VAGUE.search(gold):
        return 'missed: a vague word'
    if re.search(r'(?i)\b(time|period|era|point)\b', gold):
        return 'missed: this time, that period'
    if len(gold.split()) > 4:
        return 'missed: told by an event'
    return 'missed: other'


def of_value(error, gold, gold_type, value, ours_type, ours):
    if not value:
        return 'value: gold gives none'
    if gold_type != ours_type:
        return 'value: gold has another type'
    if re.search(r'XX|INTERSECT|-#|-WXX-|QX', value) and 'XX' not in ours:
        return 'value: gold leaves open what is known'
    if re.search(r'XX|INTERSECT|-#|-WXX-', value):
        return 'value: gold in a form of its own'
    if 'REF' in value or 'REF' in ours:
        return 'value: vague or told'
    if re.search(r'(?i)year|quarter|period|fiscal', gold) and \
            re.search(r'Q|^\d{4}$', value + ' ' + ours):
        return 'value: business period'
    if value.startswith('P'):
        return 'value: a length'
    if WEEK.match(value) or WEEK.match(ours):
        return 'value: week'
    if len(value) >= 10 and len(ours) >= 10:
        return 'value: wrong day'
    return 'value: wrong year, month or part'


def kind(row):
    error, gold, gold_type, value = row[1], row[3], row[4], row[5]
    ours, ours_type, our_value = row[6], row[7], row[8]
    if error == 'SPUR':
        return of_false(ours, our_value)
    if error == 'MISS':
        return of_missed(gold, value)
    if 'V' not in error:
        return 'span or type only'
    return of_value(error, gold, gold_type, value, ours_type, our_value)


def main():
    rows = [line.rstrip('\n').split('\t')
            for line in open(sys.argv[1], encoding='utf-8')]
    if len(sys.argv) > 2:
        for row in rows:
            if kind(row) == sys.argv[2]:
                print('\t'.join(row))
        return
    corpora = sorted({row[0] for row in rows})
    counts = collections.Counter((kind(row), row[0]) for row in rows)
    print('| kind | ' + ' | '.join(corpora) + ' |')
    print('|---|' + '--:|' * len(corpora))
    for name in sorted({k for k, _ in counts}):
        print(f'| {name} | '
              + ' | '.join(str(counts[name, c]) for c in corpora) + ' |')


if __name__ == '__main__':
    main()
