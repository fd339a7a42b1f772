/* The SQL function that the dictionary's "what" of an entry is made with. Private to
 * src/store:
 *
 *	line_said(text, kind, language, moment, owned, due)
 *
 * what people read instead of a line of minutes, as store_line_sayer (store.h) says. */
#ifndef ALIANZA_STORE_SAID_H
#define ALIANZA_STORE_SAID_H

#include "store/log.h"

/* Once a file, when it is opened. */
bool said_register(struct store *s, struct error *e);

#endif
