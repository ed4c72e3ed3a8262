/* model.S - the trained model, linked in so that the binary runs alone. */
    .section .rodata
    .balign 64
    .global dtl_language_model
    .hidden dtl_language_model
    .global dtl_language_model_end
    .hidden dtl_language_model_end
dtl_language_model:
    .incbin "core/language/english.model"
dtl_language_model_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
