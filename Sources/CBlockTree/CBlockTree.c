#include "CBlockTree.h"

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// A stretch of memory, filled from the front; the one that is being filled is the first of a list.
struct chunk {
  struct chunk *next;
  char *free;
  char *end;
};

/// What stands in front of every piece of memory: its size, that it may be moved.
typedef size_t header;

enum {
  alignment = 16,
  // Pieces up to this size are used again when they are freed.
  small = 256,
  first_chunk = 16 << 10,
  largest_chunk = 64 << 10,
};

/// The memory that the parser of this thread fills. cmark's callbacks are given no context, so it is
/// found by the thread, which parses one document at a time.
static _Thread_local struct chunk *current;

/// Of each size the small pieces that this thread's parser has freed, each with the next one in it.
static _Thread_local void *freed[small / alignment + 1];

/// A piece's size with its header, rounded up; 0 when that is no number.
static size_t rounded(size_t size) {
  if (size > SIZE_MAX / 2) return 0;
  return (size + sizeof(header) + alignment - 1) & ~(size_t)(alignment - 1);
}

/// Adds a chunk with room for a piece. Chunks double up to a bound, so that at most about as much is
/// asked for as is used; what is larger has a chunk of its own.
static void grow(size_t size) {
  size_t room = first_chunk;
  if (current != NULL) {
    room = 2 * (size_t)(current->end - (char *)current);
    if (room > largest_chunk) room = largest_chunk;
  }
  // The chunk's own head, and the step to the first place behind which a piece is aligned.
  size_t head = sizeof(struct chunk) + alignment;
  if (size > room - head) room = size + head;
  struct chunk *chunk = malloc(room);
  if (chunk == NULL) abort();
  chunk->next = current;
  uintptr_t start = (uintptr_t)(chunk + 1) + sizeof(header);
  start = (start + alignment - 1) & ~(uintptr_t)(alignment - 1);
  chunk->free = (char *)start - sizeof(header);
  chunk->end = (char *)chunk + room;
  current = chunk;
}

static header *header_of(void *piece) { return (header *)piece - 1; }

/// Whether a piece is the last one of the chunk that is being filled.
static int is_last(void *piece) {
  return (char *)header_of(piece) + *header_of(piece) == current->free;
}

static void *take(size_t size) {
  size_t whole = rounded(size);
  if (whole == 0) abort();
  if (whole <= small && freed[whole / alignment] != NULL) {
    void *piece = freed[whole / alignment];
    memcpy(&freed[whole / alignment], piece, sizeof(void *));
    return piece;
  }
  if (current == NULL || whole > (size_t)(current->end - current->free)) grow(whole);
  header *head = (header *)current->free;
  current->free += whole;
  *head = whole;
  return head + 1;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  void *piece = take(count * size);
  return memset(piece, 0, count * size);
}

static void *resize(void *piece, size_t size) {
  if (piece == NULL) return take(size);
  size_t old = *header_of(piece);
  size_t whole = rounded(size);
  if (whole == 0) abort();
  if (whole <= old) return piece;
  if (is_last(piece) && whole - old <= (size_t)(current->end - current->free)) {
    current->free += whole - old;
    *header_of(piece) = whole;
    return piece;
  }
  void *moved = take(size);
  return memcpy(moved, piece, old - sizeof(header));
}

/// Takes back the last piece, and keeps a small one for the next of its size; others go with the
/// whole.
static void release(void *piece) {
  if (piece == NULL) return;
  size_t whole = *header_of(piece);
  if (is_last(piece)) {
    current->free = (char *)header_of(piece);
  } else if (whole <= small) {
    memcpy(piece, &freed[whole / alignment], sizeof(void *));
    freed[whole / alignment] = piece;
  }
}

static cmark_mem pieces = {take_zeroed, resize, release};

struct cblocktree cblocktree_parse(const char *text, size_t length) {
  current = NULL;
  memset(freed, 0, sizeof(freed));
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &pieces);
  cmark_parser_feed(parser, text, length);
  struct cblocktree tree = {cmark_parser_finish(parser), NULL};
  // The parser is a piece, too; freeing it would only ask about each of its parts.
  tree.memory = current;
  current = NULL;
  return tree;
}

void cblocktree_free(struct cblocktree tree) {
  struct chunk *chunk = tree.memory;
  while (chunk != NULL) {
    struct chunk *next = chunk->next;
    free(chunk);
    chunk = next;
  }
}
