"""Pieces of text that, repeated, would make a careless step quadratic or
deep; (options, pieces) pairs."""
TEXT = (
    b"May ", b"1/1/", b"Monday, ", b"7", b"a", b'"', b"((", b"[",
    b"Ana Reyes met Bo Lind on Friday. ", b"the day before ", b"...",
    b"ABC ", b"he said she said ", b"Ana and ", b"Ana, ", b"Ana met Bo\n",
    b"of the ", b"June 1, 2023 ", b"\xff", b"a-", b"\n", b"``a",
    b"said that ", "\U0001F600".encode(), b"to ", b"<p>", b"</b><b",
    b"(Reporting by ", b"By X\n", b"Photo: A ", b"date 2023-06-18 ",
    b"Published: ", b"&amp;", b"# a\n", b"1: ")
HTML = (
    b"<p>", b"<", b"<!--", b"<a b=", b"<div>", b"&", b"&#", b"<script>",
    b"<article>", b"<h1>a", b"<nav>a", b"<meta name=date content=x>",
    b"<title>", b"<script type='application/ld+json'></script>")
ALL = ((("-f", "text", "-d", "2023-06-18"), TEXT), (("-f", "html"), HTML))
