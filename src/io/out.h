/* The file that an export writes: whole or not at all, and never over another
 * one unless told so. */
#ifndef ALIANZA_IO_OUT_H
#define ALIANZA_IO_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct out;

/* Opens path for writing; "-" is standard output. The bytes go to a temporary
 * file in the same folder (mode 0600, never through a link) until out_close()
 * puts it in its place. NULL and STATUS_EXISTS when the name is taken and force
 * is false, or is not a regular file; STATUS_NOPERM when the folder may not be
 * written to, STATUS_IO otherwise. */
struct out *out_open(const char *path, bool force, struct error *e);

/* Through a buffer of 64 KiB. After a failure (STATUS_IO: disk full, file too
 * large, I/O error) every further write fails too. */
bool out_write(struct out *o, const char *s, size_t n, struct error *e);

/* Ends it and frees o, in every case. keep: the file is written to the disk and
 * gets its name; false when that, or an earlier write, failed (STATUS_EXISTS
 * when without force somebody took the name meanwhile): then no file stays.
 * Not keep: the temporary file is removed, true. */
bool out_close(struct out *o, bool keep, struct error *e);

#endif
