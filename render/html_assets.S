/* html_assets.S - the style and the script of the page, linked in. */
    .section .rodata
    .macro asset name, file
    .global \name
    .hidden \name
    .global \name\()_end
    .hidden \name\()_end
\name:
    .incbin "\file"
\name\()_end:
    .byte 0
    .endm
    asset dtl_html_css, "render/html.css"
    asset dtl_html_js, "render/html.js"
    .section .note.GNU-stack,"",%progbits
