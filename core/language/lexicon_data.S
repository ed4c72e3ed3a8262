/* lexicon.S - the lexicon, linked in so that the binary runs alone. */
    .section .rodata
    .balign 16
    .global dtl_language_lexicon
    .hidden dtl_language_lexicon
    .global dtl_language_lexicon_end
    .hidden dtl_language_lexicon_end
dtl_language_lexicon:
    .incbin "core/language/english.lex"
dtl_language_lexicon_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
