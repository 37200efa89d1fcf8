#define _GNU_SOURCE
#include "CEpoll.h"

#include <stddef.h>
#include <sys/socket.h>

enum { CAPACITY = 256 };

int cepoll_create(void) { return epoll_create1(EPOLL_CLOEXEC); }

int cepoll_control(int epoll, int operation, int descriptor, uint32_t events, uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return epoll_ctl(epoll, operation, descriptor, &event);
}

int cepoll_wait(int epoll, struct cepoll_event *events, int capacity, int milliseconds) {
  struct epoll_event ready[CAPACITY];
  int count = epoll_wait(epoll, ready, capacity < CAPACITY ? capacity : CAPACITY, milliseconds);
  for (int i = 0; i < count; i++) {
    events[i].events = ready[i].events;
    events[i].token = ready[i].data.u64;
  }
  return count;
}

int cepoll_accept(int listener) {
  return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
