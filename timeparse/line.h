/* line.h - where on its line a time stands: what lists and mails tell by it. */
#ifndef DTL_LINE_H
#define DTL_LINE_H

#include "core/model.h"

/* A line begins with the time, perhaps behind the mark of a list. */
bool dtl_line_opens(const dtl_source *source, const dtl_time *time);

/* "March 9: ...", "* June 2024 - ...": heads a line of a list of dates. */
bool dtl_line_heads_entry(const dtl_source *source, const dtl_time *time);

/* `at` stands in a line of a mail that is answered: "> ...". */
bool dtl_line_is_quoted(const dtl_source *source, uint32_t at);

/* "On Mon, 3 Mar 2025 at 17:40, Ana wrote:" */
bool dtl_line_opens_letter(const dtl_source *source, const dtl_time *time);

#endif
