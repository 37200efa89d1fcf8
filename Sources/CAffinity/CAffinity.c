#define _GNU_SOURCE
#include "CAffinity.h"

#include <errno.h>
#include <sched.h>
#include <stddef.h>

int caffinity_count(void) {
  // The kernel refuses a set that is smaller than its own, which has room for every processor that
  // there could be: 1,024 of them fit cpu_set_t, of which larger machines need several.
  for (int processors = CPU_SETSIZE; processors <= 1 << 20; processors *= 2) {
    cpu_set_t *set = CPU_ALLOC(processors);
    if (set == NULL) return -1;
    size_t size = CPU_ALLOC_SIZE(processors);
    int result = sched_getaffinity(0, size, set);
    int count = result == 0 ? CPU_COUNT_S(size, set) : -1;
    int fault = errno;
    CPU_FREE(set);
    errno = fault;
    if (result == 0 || fault != EINVAL) return count;
  }
  return -1;
}
