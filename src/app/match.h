/* Who can help whom: needs beside offers of the same kind or on the same topic, and who
 * knows about a topic. Only what others may see. */
#ifndef ALIANZA_APP_MATCH_H
#define ALIANZA_APP_MATCH_H

#include "base/arena.h"
#include "io/page.h"
#include "io/shared_rows.h"

struct capacity {
	int64_t id;
	const char *topic, *kind;	/* kind as a code */
	const char *who;		/* organisation or partner, else the person; "" */
};

struct matching {
	struct capacity need, offer;
	bool same_kind;
	const char *topic;		/* words of the need that the offer has too; "" */
};

/* Open needs with the offers that may meet them, of somebody else. Need by need, by its
 * urgency; of its offers first those that fit by kind and topic, then by topic, then by
 * kind. In mem. */
bool match_needs(struct store *s, struct shared_left *left, struct arena *mem,
    struct matching **out, size_t *count, struct error *e);

/* Who offers, made, told or works on something that has words of the topic, as a table to
 * read: those with most of them first, offers before others, each row about its record.
 * The caller's to free. NULL and STATUS_NONE when nobody is found. */
struct page *match_page(struct store *s, const char *topic, struct shared_left *left,
    struct error *e);

#endif
