#include "config.h"

#include "app/line_said.h"

#include <stdlib.h>
#include <string.h>

#include "app/line.h"

struct said {
	struct store *store;
	struct line_world *names;
	char *who;
};

static void
said_end(void *ctx)
{
	struct said *said = ctx;

	line_world_free(said->names);
	free(said->who);
	free(said);
}

static const char *
text_or_null(const char *s)
{
	return *s ? s : NULL;
}

/* Without the day it was typed a line counts from the first day of all: which words at
 * its end are a date must not depend on the day it is read. */
static struct date
day_typed(const char *moment)
{
	enum { DAY = sizeof "2026-11-21" - 1 };
	struct date d;

	return strlen(moment) >= DAY && date_parse(moment, DAY, &d) && d.day ? d
	    : (struct date){ 1, 1, 1 };
}

/* Does the day stand in a column? The year is seldom typed. */
static bool
is_told(const struct line *line, const char *due)
{
	enum { YEAR = sizeof "2026" - 1, DAY = sizeof "2026-11-21" - 1 };
	char day[DAY + 1];

	date_format(line->due, day);
	return strlen(day) == DAY && strlen(due) == DAY ? !strcmp(day + YEAR, due + YEAR)
	    : *day && !strcmp(day, due);
}

static void
said_read(const struct said *said, const struct stored_line *stored, struct line *line)
{
	struct line_about about = { .kind = text_or_null(stored->kind),
	    .day = day_typed(stored->moment), .language = text_or_null(stored->language),
	    .no_due = !*stored->due, .no_owners = !stored->owned };

	line_read(said->names, stored->text, stored->n, &about, line);
	if (about.no_due || is_told(line, stored->due))
		return;
	line_free(line);
	about.no_due = true;
	line_read(said->names, stored->text, stored->n, &about, line);
}

static void
said_say(void *ctx, const struct stored_line *stored, struct str *out)
{
	struct said *said = ctx;
	struct line line = { .plain = NULL };

	if (line_world_refresh(said->names, said->store, said->who, NULL))
		said_read(said, stored, &line);
	if (line.plain && *line.plain)
		str_add(out, line.plain);
	else
		str_addn(out, stored->text, stored->n);
	line_free(&line);
}

void
line_said_begin(struct store *s, const char *who)
{
	struct said *said = xmalloc(sizeof *said);

	*said = (struct said){ s, line_world_new(), who ? xstrdup(who) : NULL };
	store_line_sayer(s, (struct line_sayer){ said_say, said_end, said });
}
