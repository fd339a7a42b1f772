/* A private copy of a file that must not be touched, yet cannot be read without
 * being recovered first. Private to src/store. */
#ifndef ALIANZA_STORE_ASIDE_H
#define ALIANZA_STORE_ASIDE_H

#include "base/error.h"
#include "base/str.h"
#include "store/look.h"

/* Copies the file, and what lies beside it under ending (NULL: nothing), into a new
 * folder of this person only (0700) in XDG_RUNTIME_DIR or TMPDIR or /tmp. path gets
 * the copy's name. */
bool aside_copy(const struct look *l, const char *ending, struct str *path,
    struct error *e);
/* Removes the copy and its folder. An open connection goes on reading it, and
 * nothing is left even if the program is killed. */
void aside_forget(const char *path);

#endif
