#ifndef CBLOCKTREE_H
#define CBLOCKTREE_H

#include <stddef.h>

/// cmark's tree of a document in memory of its own, which is handed out from the front and given
/// back as a whole: cmark asks for some hundred bytes for every node, and most of what it frees it
/// frees only with the tree.

struct cmark_node;

/// A tree, and the memory that it stands in.
struct cblocktree {
  struct cmark_node *root;
  void *memory;
};

/// Reads a document. As with cmark's own allocator, the program ends when there is no memory. May be
/// called by several threads at once. The tree may be read but not changed, and is given back by
/// `cblocktree_free` alone, by any thread.
struct cblocktree cblocktree_parse(const char *text, size_t length);

/// Gives a tree back, with every node of it.
void cblocktree_free(struct cblocktree tree);

#endif
