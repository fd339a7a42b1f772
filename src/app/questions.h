/* The questions of a form. The same place in it may have wordings in several languages:
 * they are one question, asked in one of them, and an answer to any answers it. */
#ifndef ALIANZA_APP_QUESTIONS_H
#define ALIANZA_APP_QUESTIONS_H

#include "app/minutes.h"

struct question {
	int64_t id;		/* of the wording in which it is asked */
	const char *text, *hint;	/* hint "" for none */
};

struct questions;

/* language: of the wordings where there is a choice, "" for the screen's own. NULL and a
 * sentence when the form has no question. */
struct questions *questions_open(struct app *app, int64_t form, const char *language,
    struct error *e);
void questions_close(struct questions *q);	/* NULL is fine */
size_t questions_count(const struct questions *q);
struct question questions_at(const struct questions *q, size_t i);
/* Which one has this wording, in whatever language; 0, the first, when none has. */
size_t questions_find(const struct questions *q, int64_t wording);
/* The language behind this one among those the form has; "" when there is one only. */
const char *questions_language_next(const struct questions *q);

/* The line that answers question i; SIZE_MAX: none yet. */
size_t questions_answer(const struct questions *q, size_t i, const struct minutes *m);

#endif
