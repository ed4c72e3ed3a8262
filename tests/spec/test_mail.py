"""Mail written by python's email package in every way that mail is written:
the same chronology comes out as of the text alone, with the Date header as
reference and the Subject as title; broken mail never fails."""
import email.message
import email.policy
import json
import subprocess
import sys
import tempfile

import judge

BINARY = sys.argv[1]
BODY = """PORT MAREN, March 12 (Meridian) - Mara Ilves arrived in Port Maren late \
Monday for talks.

The élève Zoë Brandt \u2013 "an envoy" \u2013 will meet Oru on Wednesday, the ministry said. \
She visited Halvern in May 2022 = a first. A very long line follows here that has \
to be folded by whoever writes the mail, since it has more octets than the limit.
"""
DATE = 'Tue, 12 Mar 2024 09:15:00 +0100'


def read(data, *options):
    told = json.loads(judge.run(BINARY, '-t', 'json', '-q', *options,
                                text=data))
    source = told['sources'][0]
    events = [(e['headline'], e['sentence'], e['date'] and e['date']['edtf'])
              for e in told['entries'] + told['undated']]
    return source, events


def expected():
    _, events = read(BODY.encode(), '-d', '2024-03-12', '--from', 'text')
    assert any('2024-03-13' == edtf for _, _, edtf in events), events
    return events


def message(subject='Talks open in Port Maren'):
    mail = email.message.EmailMessage()
    mail['From'] = '"Meridian Désk" <desk@meridian.example>'
    mail['To'] = 'reader@lists.example'
    mail['Subject'] = subject
    mail['Date'] = DATE
    mail['Message-ID'] = '<1@meridian.example>'
    return mail


def forms():
    """(name, bytes)"""
    for encoding in ('quoted-printable', 'base64', '8bit'):
        for charset in ('utf-8', 'windows-1252'):
            for end in (email.policy.SMTP, email.policy.default):
                mail = message()
                mail.set_content(BODY, charset=charset, cte=encoding)
                yield (f'{encoding} {charset}', mail.as_bytes(policy=end))
    mail = message()
    mail.set_content(BODY, charset='utf-8', cte='quoted-printable')
    mail.add_alternative('<html><body><p>Not this part: Ana Reyes met Bo '
                         'Lind on Friday.</p></body></html>', subtype='html')
    yield 'alternative', mail.as_bytes()
    mail.add_attachment(b'\x89PNG\r\n', maintype='image', subtype='png',
                        filename='map.png')
    mail.add_attachment('Not this part: Ana Reyes met Bo Lind on Friday.\n',
                        filename='notes.txt')
    yield 'mixed and nested', mail.as_bytes(policy=email.policy.SMTP)
    yield 'mbox', b'From desk@meridian.example Tue Mar 12 2024\n' + \
        mail.as_bytes()


def test_every_form():
    want = expected()
    for name, data in forms():
        for options in ((), ('--from', 'eml')):
            source, events = read(data, *options)
            assert source['title'] == 'Talks open in Port Maren', name
            assert source['byline'] == 'Meridian Désk', (name, source)
            assert source['reference'] == '2024-03-12T09:15:00+01:00', name
            assert source['reference_from'] == 'header', name
            flat = [(h, judge.plain(s), d) for h, s, d in events]
            assert flat == [(h, judge.plain(s), d) for h, s, d in want], (
                name, flat)


def test_offsets_are_of_the_decoded_text():
    mail = message()
    mail.set_content(BODY, charset='utf-8', cte='base64')
    told = json.loads(judge.run(BINARY, '-t', 'json', '-q',
                                text=mail.as_bytes()))
    for time in told['times']:
        assert BODY[time['start']:time['end']] == time['text']
        octets = BODY.encode()[time['byte_start']:time['byte_end']]
        assert octets.decode() == time['text']


def test_html_part_alone():
    mail = message()
    mail.set_content('<html><head><title>No</title></head><body><p>Mara '
                     'Ilves left &amp; slept on Friday.</p></body></html>',
                     subtype='html')
    source, events = read(mail.as_bytes())
    assert source['title'] == 'Talks open in Port Maren'
    assert events and events[0][1] == 'Mara Ilves left & slept on Friday.'


def test_subjects():
    for subject in ('Zoë in Halvern', '北京 talks', 'a' * 200 + ' ü ' + 'b' * 99,
                    'plain', '=?broken', '=?utf-8?Q?half', '\U0001f54a peace'):
        mail = message(subject)
        mail.set_content('Mara Ilves left on Friday.\n')
        source, _ = read(mail.as_bytes())
        assert source['title'] == subject, (subject, source['title'])
    raw = (b'From: a <a@b.example>\nReceived: x\nSubject: =?iso-8859-1?q?Zo=EB?='
           b'\n =?utf-8?B?IMO8?= end\n\nMara left.\n')
    assert read(raw)[0]['title'] == 'Zoë ü end'


def test_dates():
    for text, want in (
            ('12 Mar 2024 09:15 GMT', '2024-03-12T09:15:00Z'),
            ('Tue, 12 Mar 24 09:15:59 EST', '2024-03-12T09:15:59-05:00'),
            ('Tue, 12 Mar 2024 23:59:60 -0330 (NST)',
             '2024-03-12T23:59:59-03:30'),
            ('Tue,  2 Mar 2024 01:00:00 +0000', '2024-03-02T01:00:00Z'),
            ('12 Mar 2024', '2024-03-12'), ('30 Feb 2024 10:00:00 GMT', None),
            ('yesterday', None)):
        data = (f'From: a <a@b.example>\nMessage-ID: <1>\nDate: {text}\n\n'
                'Mara left.\n').encode()
        assert read(data)[0]['reference'] == want, text
    assert read(data, '-d', '2020-01-01')[0]['reference_from'] == 'option'


def test_what_is_no_mail():
    plain = (b'From: a@b.example\nTo: c@d.example\nDate: 12 Mar 2024 09:15:00 '
             b'GMT\nSubject: Talks\n\nMara Ilves left on Monday.\n')
    assert read(plain)[0]['title'] == 'Talks'
    assert read(plain, '--from', 'text')[0]['reference_from'] != 'option'
    text = b'From: the desk\nTo the reader: Mara Ilves left on Friday.\n'
    assert 'From: the desk' in judge.run(BINARY, '-q', '-t', 'timeml',
                                         text=text).decode()


def test_broken_mail_never_fails():
    """Every prefix, at boundaries of lines and anywhere."""
    _, data = list(forms())[-2]
    for end in list(range(0, 900, 7)) + list(range(900, len(data), 61)):
        judge.run(BINARY, '--from', 'eml', '-q', '-t', 'json',
                  text=data[:end])
    for odd in (b'Content-Type: multipart/mixed\n\n--\n--\n',
                b'Content-Type: multipart/mixed; boundary="\n\n--x',
                b'Content-Type: text/plain; charset=nonsense\n\nMara left.\n',
                b'Content-Transfer-Encoding: base64\n\n====!!!Zg\n',
                b'Content-Transfer-Encoding: quoted-printable\n\n=\n==4=4D=',
                b'Subject: =?=?=?=?q?b?=\n\n', b'\n', b':\n:', b'From \n'):
        judge.run(BINARY, '--from', 'eml', '-q', '-t', 'json', text=odd)


def test_suffix_and_message():
    with tempfile.NamedTemporaryFile(suffix='.eml') as file:
        file.write(list(forms())[0][1])
        file.flush()
        done = subprocess.run([BINARY, file.name], capture_output=True,
                              check=True)
    assert b'12 March 2024, 09:15:00 UTC+1 (by its header' in done.stdout.replace(
        b'\n', b' '), done.stdout


test_every_form()
test_offsets_are_of_the_decoded_text()
test_html_part_alone()
test_subjects()
test_dates()
test_what_is_no_mail()
test_broken_mail_never_fails()
test_suffix_and_message()
