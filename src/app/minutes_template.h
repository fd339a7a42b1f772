/* What a new note may begin with: the templates of the file, and those that ship with the
 * program (data/starter) in the language of the screen, else in English. */
#ifndef ALIANZA_APP_MINUTES_TEMPLATE_H
#define ALIANZA_APP_MINUTES_TEMPLATE_H

#include "app/app.h"
#include "base/arena.h"

struct minutes_template {
	int64_t id;		/* 0: it comes with the program */
	const char *name;	/* as people see it */
	const char *kind;	/* of note; "" for any */
	const char *body;	/* lines */
};

/* The file's own first, each name once; texts live in mem. False: it cannot be read. */
bool minutes_templates(struct app *app, struct arena *mem, struct minutes_template **out,
    size_t *count, struct error *e);

#endif
