#ifndef CALLOCATOR_H
#define CALLOCATOR_H

/// What glibc's allocator is told (mallopt(3), malloc_trim(3)), whose header Swift does not import.

/// Has the allocator give back what is freed: pieces of a mebibyte and more at once, others as soon as
/// so much stands free at the end of an arena; and bounds the number of its arenas. Otherwise the
/// bounds grow with what was freed, and each arena keeps up to 64 MiB. To be called while there is one
/// thread.
void callocator_configure(int arenas);

/// Gives back the pages that stand free, wherever they are. Takes time with the memory that is in use.
void callocator_trim(void);

#endif
