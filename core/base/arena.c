/* arena.c - blocks of memory behind one allocator function. */
#include "core/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"

struct dtl_arena_block {
    dtl_arena_block *next;
    size_t size; /* of the whole block, with this head */
    size_t used;
};

#define ALIGNMENT _Alignof(max_align_t)
#define HEAD ((sizeof(dtl_arena_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

static void *plain_alloc(void *context, void *pointer, size_t old_size,
                         size_t new_size) {
    (void)context;
    (void)old_size;
    if (new_size == 0) {
        free(pointer);
        return NULL;
    }
    return realloc(pointer, new_size);
}

void dtl_arena_init(dtl_arena *arena, dateline_alloc_fn alloc, void *context) {
    *arena = (dtl_arena){.alloc = alloc ? alloc : plain_alloc,
                         .context = context};
}

/* A new block with room for `size` bytes at the head of the list; a large
 * object gets a block of its own behind the current one, so that what is
 * left of the current one is not lost. */
static dtl_arena_block *add_block(dtl_arena *arena, size_t size) {
    size_t room = size;
#ifndef DTL_ARENA_DEBUG
    if (room < DTL_ARENA_BLOCK) room = DTL_ARENA_BLOCK;
#endif
    if (room > SIZE_MAX - HEAD) return NULL;
    dtl_arena_block *block =
        arena->alloc(arena->context, NULL, 0, HEAD + room);
    if (!block) return NULL;
    *block = (dtl_arena_block){.size = HEAD + room, .used = HEAD};
    if (arena->blocks && size >= DTL_ARENA_BLOCK) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

void *dtl_arena_alloc(dtl_arena *arena, size_t size) {
    if (arena->failed) return NULL;
    if (size > SIZE_MAX - ALIGNMENT) {
        arena->failed = true;
        return NULL;
    }
    const size_t need = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    dtl_arena_block *block = arena->blocks;
#ifdef DTL_ARENA_DEBUG
    block = NULL;
#endif
    if (!block || block->size - block->used < need)
#ifdef DTL_ARENA_DEBUG
        block = add_block(arena, size);
#else
        block = add_block(arena, need);
#endif
    if (!block) {
        arena->failed = true;
        return NULL;
    }
    void *object = (char *)block + block->used;
#ifdef DTL_ARENA_DEBUG
    block->used += size;
#else
    block->used += need;
#endif
    memset(object, 0, size);
    return object;
}

void *dtl_arena_array(dtl_arena *arena, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) {
        arena->failed = true;
        return NULL;
    }
    return dtl_arena_alloc(arena, count * size);
}

char *dtl_arena_string(dtl_arena *arena, const char *bytes, size_t length) {
    char *copy = length < SIZE_MAX ? dtl_arena_alloc(arena, length + 1) : NULL;
    if (copy && length) memcpy(copy, bytes, length);
    return copy;
}

char *dtl_arena_format(dtl_arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0) {
        arena->failed = true;
        return NULL;
    }
    char *text = dtl_arena_alloc(arena, (size_t)length + 1);
    if (!text) return NULL;
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void *dtl_arena_grow(dtl_arena *arena, void *array, uint32_t count,
                     uint32_t *capacity, size_t size) {
    if (count < *capacity) return array;
    if (*capacity > UINT32_MAX / 2) {
        arena->failed = true;
        return NULL;
    }
    const uint32_t room = *capacity ? *capacity * 2 : 8;
    void *grown = dtl_arena_array(arena, room, size);
    if (!grown) return NULL;
    if (count) memcpy(grown, array, (size_t)count * size);
    *capacity = room;
    return grown;
}

bool dtl_arena_push(dtl_arena *arena, void **items, uint32_t *count,
                    uint32_t *capacity, size_t size) {
    void *grown = dtl_arena_grow(arena, *items, *count, capacity, size);
    if (!grown) return false;
    *items = grown;
    *count += 1;
    return true;
}

void dtl_arena_free(dtl_arena *arena) {
    dtl_arena_block *block = arena->blocks;
    while (block) {
        dtl_arena_block *next = block->next;
        arena->alloc(arena->context, block, block->size, 0);
        block = next;
    }
    arena->blocks = NULL;
}
