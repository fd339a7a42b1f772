/* A page to read on the screen: a line at a time, from which Enter goes to the record it
 * is about, and y to the rows behind its numbers. Where the page can be a file, Tab shows
 * it as that. */
#ifndef ALIANZA_UI_PAGE_VIEW_H
#define ALIANZA_UI_PAGE_VIEW_H

#include "io/page.h"
#include "ui/state.h"

/* Where the page comes from. It is made again when the file of records has changed. */
struct page_source {
	/* NULL and the sentence when there is none; else the view's to free. */
	struct page *(*make)(void *ctx, struct error *e);
	/* Appends it as it stands in a file. NULL: it is for the screen alone. */
	bool (*write)(void *ctx, enum page_format format, struct str *out, struct error *e);
	void (*name)(void *ctx, enum page_format format, struct str *out);	/* of the file */
	const char *formats;	/* of files, joined by ' ', the usual one first */
	void (*free)(void *ctx);
	void *ctx;
};

/* Takes over the ctx, also when it fails; the title is copied. NULL and the sentence of
 * make when there is no page. */
struct view *page_view_new(struct app *app, const struct page_source *source,
    const char *title, struct error *e);

bool page_view_is(const struct view *v);
/* Its source, where the view is a page that can be a file; else NULL. */
const struct page_source *page_view_source(const struct view *v);
/* The i-th format of its files; false after the last. */
bool page_source_format(const struct page_source *source, int i, enum page_format *out);
/* Which of them is shown now; -1: none, it is shown to be read. */
int page_view_shown(const struct view *v);

/* For commands. */
bool page_view_behind(struct screen *sc, const struct call *call, struct error *e);
bool page_view_turn(struct screen *sc, const struct call *call, struct error *e);
bool page_view_can_lead(const struct screen *sc);
bool page_view_can_turn(const struct screen *sc);

#endif
