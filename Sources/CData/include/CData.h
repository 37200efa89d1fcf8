#ifndef CDATA_H
#define CDATA_H

#include <stddef.h>

/// A file that is built into the program.
struct cdata_file {
  const char *name;
  const unsigned char *bytes;
  size_t count;
};

/// The files of the languages, those first whose words count where two disagree.
const struct cdata_file *cdata_languages(size_t *count);

#endif
