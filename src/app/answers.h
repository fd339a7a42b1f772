/* The answers to a form side by side: a row for each question, a column for each talk;
 * of a round also who has answered and who is missing. */
#ifndef ALIANZA_APP_ANSWERS_H
#define ALIANZA_APP_ANSWERS_H

#include "app/app.h"
#include "io/page.h"
#include "io/shared_rows.h"

struct answers;

/* id is a form or a round. What is private stays out and is counted in left. Texts of it
 * are borrowed until it is closed. */
struct answers *answers_open(struct app *app, int64_t id, struct shared_left *left,
    struct error *e);
void answers_close(struct answers *t);		/* NULL is fine */
size_t answers_questions(const struct answers *t);
const char *answers_question(const struct answers *t, size_t i);
size_t answers_talks(const struct answers *t);
const char *answers_who(const struct answers *t, size_t talk);
int64_t answers_note(const struct answers *t, size_t talk);	/* that holds them */
const char *answers_date(const struct answers *t, size_t talk);	/* as stored, "" */
/* "" where there is none; several are lines. */
const char *answers_text(const struct answers *t, size_t question, size_t talk);
/* Who is asked by a round: the affiliates its filter finds, all where it has none. done:
 * is there a talk with them in it? */
size_t answers_asked(const struct answers *t);
const char *answers_asked_name(const struct answers *t, size_t i, bool *done);
/* Those of them without a talk. */
size_t answers_missing(const struct answers *t);
const char *answers_missing_name(const struct answers *t, size_t i, int64_t *affiliate);

/* Puts them on the page; id is a form or a round. What is private stays out and is
 * counted in left. */
bool answers_page(struct app *app, int64_t id, struct page *page, struct shared_left *left,
    struct error *e);

#endif
