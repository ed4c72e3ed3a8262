/* main.c - the command: options in, exit status out. */
#include <stdio.h>

#include "dateline.h"

int main(void) {
    printf("dateline %s\n", dateline_version());
    return 0;
}
