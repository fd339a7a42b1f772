/* A text in a file of its own, for another program or another part of this one to read. */
#ifndef ALIANZA_BASE_TEMPFILE_H
#define ALIANZA_BASE_TEMPFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/str.h"

/* Writes n bytes into a new file in $TMPDIR, else /tmp, that only this person can read
 * (0600). Its path, which ends with ending (".csv"), is appended to path; the caller
 * unlinks it. STATUS_IO: there is no file then, and path still names the one meant. */
bool tempfile_write(const char *ending, const char *text, size_t n, struct str *path,
    struct error *e);

#endif
