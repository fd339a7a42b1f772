/* "Three like this": what others did with the same type of partner, to tell a new one. */
#ifndef ALIANZA_APP_LIKE_H
#define ALIANZA_APP_LIKE_H

#include "app/app.h"

/* Appends up to `limit` examples (0: three) for an organisation or a partnership: open
 * and ended partnerships and examples of the same type of partner, of the same country
 * first, then of the same region, and among these the ones that name figures first.
 * STATUS_DATA when the record does not say which type of partner it is. */
bool like_add(struct app *app, int64_t id, int64_t limit, struct str *out, struct error *e);

#endif
