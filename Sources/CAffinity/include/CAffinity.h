#ifndef CAFFINITY_H
#define CAFFINITY_H

/// What Swift's Glibc lacks: sched_getaffinity(2), whose sets are read with macros (CPU_SET(3)).

/// How many processors the kernel may run this thread on; -1 and `errno` where it does not say.
int caffinity_count(void);

#endif
