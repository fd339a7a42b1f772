/* Two versions of a text, compared for a person. */
#ifndef ALIANZA_UI_VERSION_TEXT_H
#define ALIANZA_UI_VERSION_TEXT_H

#include "base/str.h"

struct version_side {
	const char *label;	/* "Before", "2026-11-21 10:00, Ana" */
	const struct str *text;
};

/* Appends a heading, what differs word by word, then both texts whole. */
void version_text_add(const char *heading, const struct version_side *was,
    const struct version_side *now, struct str *out);

#endif
