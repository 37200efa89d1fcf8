#ifndef CEPOLL_H
#define CEPOLL_H

#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

/// What Swift's Glibc lacks: eventfd(2) and the constants of epoll(7) by these includes, the calls of
/// epoll(7) because Swift does not import the union in `struct epoll_event`, and accept4(2).

/// What happened, and the token under which the descriptor was added.
struct cepoll_event {
  uint32_t events;
  uint64_t token;
};

/// A new epoll descriptor, closed on exec; -1 and `errno` when there is none.
int cepoll_create(void);

/// `epoll_ctl(2)`: adds, changes or removes `descriptor`; -1 and `errno` on failure.
int cepoll_control(int epoll, int operation, int descriptor, uint32_t events, uint64_t token);

/// `epoll_wait(2)`: at most `capacity` events, fewer than 257; -1 and `errno` on failure.
int cepoll_wait(int epoll, struct cepoll_event *events, int capacity, int milliseconds);

/// `accept4(2)`: a connection that does not block and is closed on exec; -1 and `errno` on failure.
int cepoll_accept(int listener);

#endif
