#ifndef CCURL_H
#define CCURL_H

#include <curl/curl.h>
#include <stddef.h>

// curl_easy_setopt and curl_easy_getinfo are variadic, which Swift does not call. One function for
// each kind of argument takes their place; all of them give the code of the call back.

CURLcode ccurl_set_number(CURL *handle, CURLoption option, long value);
CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *value);
CURLcode ccurl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode ccurl_set_size(CURL *handle, CURLoption option, curl_off_t value);

/// The form of the callbacks for content to be sent, content received and header lines received:
/// at most `size * count` bytes at `bytes`; the number of bytes that were taken or given.
typedef size_t (*ccurl_transfer)(char *bytes, size_t size, size_t count, void *context);
CURLcode ccurl_set_transfer(CURL *handle, CURLoption option, ccurl_transfer transfer);

CURLcode ccurl_get_number(CURL *handle, CURLINFO info, long *value);

#endif
