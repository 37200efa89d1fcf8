#include "CAllocator.h"

#include <malloc.h>

void callocator_configure(int arenas) {
  // What it refuses stays as it was, which costs memory and nothing else.
  (void)mallopt(M_MMAP_THRESHOLD, 1 << 20);
  (void)mallopt(M_TRIM_THRESHOLD, 1 << 20);
  (void)mallopt(M_ARENA_MAX, arenas);
}

void callocator_trim(void) { (void)malloc_trim(0); }
