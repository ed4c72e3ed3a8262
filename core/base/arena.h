/* arena.h - all memory of one document.
 *
 * Objects are taken from blocks and freed together. Failure is sticky: once
 * an allocation failed every further one gives NULL and dtl_arena_failed
 * stays true, so that code reads straight down and a stage checks once at
 * its end. A NULL that comes back must not be written to.
 *
 * Built with DTL_ARENA_DEBUG each object is its own block, so that
 * sanitizers see every overrun. */
#ifndef DTL_ARENA_H
#define DTL_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "dateline.h"

typedef struct dtl_arena_block dtl_arena_block;

typedef struct {
    dateline_alloc_fn alloc;
    void *context;
    dtl_arena_block *blocks; /* the newest first */
    bool failed;
} dtl_arena;

/* alloc may be NULL: the C library's realloc and free. Cannot fail. */
void dtl_arena_init(dtl_arena *arena, dateline_alloc_fn alloc, void *context);

/* Zeroed, aligned for any type, lives until dtl_arena_free. size 0 gives a
 * valid pointer. NULL on failure. */
void *dtl_arena_alloc(dtl_arena *arena, size_t size);

/* count * size with the multiplication checked. */
void *dtl_arena_array(dtl_arena *arena, size_t count, size_t size);

/* A copy with a NUL behind it. NULL on failure. */
char *dtl_arena_string(dtl_arena *arena, const char *bytes, size_t length);

/* printf into the arena; "%s" of NULL is a mistake. NULL on failure. */
char *dtl_arena_format(dtl_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Makes room for one more element in an array of `count` elements that has
 * room for *capacity: returns the array (moved if it had to grow, old bytes
 * copied, new bytes zeroed) or NULL on failure, when the old array is still
 * there. Doubling keeps the total linear. Use DTL_PUSH. */
void *dtl_arena_grow(dtl_arena *arena, void *array, uint32_t count,
                     uint32_t *capacity, size_t size);

/* Appends to {items, count, capacity} and gives a pointer to the new zeroed
 * element, or NULL on failure:
 *     dtl_word *w = DTL_PUSH(arena, &list);  if (!w) return; */
#define DTL_PUSH(arena, list)                                                 \
    (dtl_arena_push((arena), (void **)&(list)->items, &(list)->count,         \
                    &(list)->capacity, sizeof *(list)->items)                 \
         ? &(list)->items[(list)->count - 1]                                  \
         : NULL)

/* The function behind DTL_PUSH; false on failure. */
bool dtl_arena_push(dtl_arena *arena, void **items, uint32_t *count,
                    uint32_t *capacity, size_t size);

/* A list type for DTL_PUSH. */
#define DTL_LIST(type)                                                        \
    struct {                                                                  \
        type *items;                                                          \
        uint32_t count, capacity;                                             \
    }

void dtl_arena_free(dtl_arena *arena);

#endif
