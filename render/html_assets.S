/* html_assets.S - what is the same in every page, linked in. */
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
    asset dtl_html_form, "render/html_filters.html"
    asset dtl_html_legend, "render/html_key.html"
    .section .note.GNU-stack,"",%progbits
