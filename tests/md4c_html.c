/* md4c_html.c - Markdown from standard input as HTML by md4c, with the
 * extensions of GitHub: what Debian's md2html would be. */
#include <md4c-html.h>
#include <stdio.h>

static void put(const MD_CHAR *text, MD_SIZE size, void *context) {
    fwrite(text, 1, size, context);
}

int main(void) {
    static char bytes[1 << 24];
    const size_t length = fread(bytes, 1, sizeof bytes, stdin);
    return md_html(bytes, (MD_SIZE)length, put, stdout, MD_DIALECT_GITHUB, 0);
}
