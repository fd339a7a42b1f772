#include "config.h"

#include "app/span.h"

#include <stdlib.h>
#include <string.h>

#include "app/pane.h"
#include "base/i18n.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/which.h"

enum { QUARTERS = 4, MONTHS = 3 };

void
span_of_date(struct date d, char from[11], char to[11])
{
	date_format(date_from_days(date_first(d)), from);
	date_format(date_from_days(date_last(d)), to);
}

long
span_days(const struct span *span)
{
	struct date from, to;

	if (!date_parse(span->from, strlen(span->from), &from)
	    || !date_parse(span->to, strlen(span->to), &to))
		return 0;
	return date_last(to) - date_first(from) + 1;
}

struct span
span_year(int year, struct arena *mem)
{
	struct span out = { .name = arena_printf(mem, "%04d", year) };

	span_of_date((struct date){ year, 0, 0 }, out.from, out.to);
	return out;
}

struct span
span_quarter(int year, int quarter, struct arena *mem)
{
	struct span out = { .name = arena_printf(mem, "%04d Q%d", year, quarter) };
	char other[11];

	span_of_date((struct date){ year, quarter * MONTHS - 2, 0 }, out.from, other);
	span_of_date((struct date){ year, quarter * MONTHS, 0 }, other, out.to);
	return out;
}

/* --- Periods of the file --- */

bool
span_of_period(struct store *s, int64_t period, struct arena *mem, struct span *out,
    struct error *e)
{
	const struct entity *ent = record_entity(s, period);
	struct str title = { 0 };
	struct record *r = NULL;
	struct date from, to;
	char other[11];

	if (!record_load(s, ent, period, &r, e) || !r)
		return r != NULL || set_error(e, STATUS_NONE, _("There is no such period."));
	record_title(s, ent, period, &title);
	out->name = arena_strdup(mem, str_text(&title));
	str_free(&title);
	bool ok = (value_to_date(record_value_named(r, "from"), &from)
	    && value_to_date(record_value_named(r, "to"), &to))
	    || set_error(e, STATUS_DATA, _("The period %s has no first or no last day."),
	    out->name);
	if (ok) {
		span_of_date(from, out->from, other);
		span_of_date(to, other, out->to);
	}
	record_free(r);
	return ok;
}

/* --- As typed --- */

static bool
dates_read(const char *text, struct arena *mem, struct span *out)
{
	const char *dots = strstr(text, "..");
	const char *last = dots ? dots + 2 : text;
	struct date from, to;
	char other[11];

	if (!date_parse(text, dots ? (size_t)(dots - text) : strlen(text), &from)
	    || !date_parse(last, strlen(last), &to))
		return false;
	out->name = arena_strdup(mem, text);
	span_of_date(from, out->from, other);
	span_of_date(to, other, out->to);
	return strcmp(out->from, out->to) <= 0;
}

/* "2026 Q1", "2026-q1" */
static bool
quarter_read(const char *text, struct arena *mem, struct span *out)
{
	struct date year;
	size_t n = strcspn(text, " -");

	if (!text[n] || (text[n + 1] != 'Q' && text[n + 1] != 'q')
	    || text[n + 2] < '1' || text[n + 2] > '0' + QUARTERS || text[n + 3]
	    || !date_parse(text, n, &year))
		return false;
	*out = span_quarter(year.year, text[n + 2] - '0', mem);
	return true;
}

bool
span_read(struct store *s, const char *text, struct arena *mem, struct span *out,
    struct error *e)
{
	const struct pane *pane = pane_find("periods");
	int64_t id;

	/* The file's own quarters may have other days than those of the calendar. */
	if (which_find(s, entity_find(pane->entity), pane, text, false, &id, NULL))
		return span_of_period(s, id, mem, out, e);
	return dates_read(text, mem, out) || quarter_read(text, mem, out)
	    || set_error(e, STATUS_DATA, _("\"%s\" is no period: write 2026 Q1, 2026-03, "
	    "2026-01-01..2026-03-31, or the name of a period of this file."), text);
}

/* --- Quarters --- */

static bool
own_quarters(struct store *s, const struct span *whole, struct arena *mem,
    struct span *out, size_t *count, struct error *e)
{
	const struct entity *ent = entity_find("period");
	const char *text = arena_printf(mem, "kind=quarter from>=%s to<=%s", whole->from,
	    whole->to);
	int64_t *ids = NULL, found = 0;
	struct span one;

	struct filter *f = filter_parse(s, ent, NULL, text, e);
	const struct query q = { .ent = ent, .filter = f, .sort = "from,to" };
	bool ok = f && ids_read(s, &q, &ids, &found, e);
	for (int64_t i = 0; ok && i < found && *count < QUARTERS; i++) {
		ok = span_of_period(s, ids[i], mem, &one, e);
		if (ok && (!*count || strcmp(one.from, out[*count - 1].to) > 0))
			out[(*count)++] = one;
	}
	free(ids);
	filter_free(f);
	return ok;
}

bool
span_quarters(struct store *s, const struct span *whole, struct arena *mem,
    struct span **out, size_t *count, bool *own, struct error *e)
{
	*count = 0;
	*out = arena_alloc(mem, QUARTERS * sizeof **out);
	if (!own_quarters(s, whole, mem, *out, count, e))
		return false;
	*own = *count > 0;
	for (int i = 1; !*own && i <= QUARTERS; i++)
		(*out)[(*count)++] = span_quarter(atoi(whole->from), i, mem);
	return true;
}
