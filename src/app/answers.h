/* The answers to a form side by side: a row for each question, a column for each talk;
 * of a round also who has answered and who is missing. */
#ifndef ALIANZA_APP_ANSWERS_H
#define ALIANZA_APP_ANSWERS_H

#include "app/app.h"
#include "io/page.h"
#include "io/shared_rows.h"

/* Puts them on the page; id is a form or a round. What is private stays out and is
 * counted in left. */
bool answers_page(struct app *app, int64_t id, struct page *page, struct shared_left *left,
    struct error *e);

#endif
