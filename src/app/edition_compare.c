/* Two events side by side. */
#include "config.h"

#include <string.h>

#include "app/edition.h"
#include "app/event_report.h"
#include "app/pane.h"
#include "base/arena.h"
#include "base/i18n.h"
#include "base/id.h"
#include "base/utf8.h"
#include "store/filter.h"

enum {
	LABEL = 22,
	SIDE = 26,
	LEAST = 60,	/* columns: in fewer, the two stand under each other */
	INDENT = 4,
	EDGE = 2	/* kept free at the right: on the screen a bar stands there */
};

/* Where the table goes, and how wide it may be; 0: not known. */
struct sheet {
	struct str *out;
	int columns;
};

static void
line_end(struct str *out)
{
	while (out->s[out->len - 1] == ' ')
		str_cut(out, out->len - 1);
	str_addc(out, '\n');
}

/* Nothing said is a dash: the second of two is known by its place. */
static void
under_add(const struct sheet *sheet, const char *text, int indent)
{
	str_addf(sheet->out, "%*s", indent, "");
	text = *text ? text : "-";
	utf8_fit(sheet->out, text, strlen(text), (size_t)(sheet->columns - indent - EDGE), false,
	    0);
	line_end(sheet->out);
}

/* As much of a text as has room in a column; the rest comes in the next line, for the names
 * of two editions may differ at their ends only. */
static void
part_add(struct str *out, const char **text, int cols)
{
	size_t next = 0, n = strlen(*text);
	size_t part = n ? utf8_wrap(*text, n, cols, &next) : 0;

	utf8_fit(out, *text, part, cols, false, 0);
	*text += next;
}

static void
row_add(const struct sheet *sheet, const char *label, const char *a, const char *b)
{
	struct str *out = sheet->out;

	if (sheet->columns > INDENT + EDGE && sheet->columns < LEAST) {
		if (*label)
			under_add(sheet, label, 0);
		under_add(sheet, a, *label ? INDENT : 0);
		under_add(sheet, b, *label ? INDENT : 0);
		return;
	}
	do {
		part_add(out, &label, LABEL);
		str_addc(out, ' ');
		part_add(out, &a, SIDE);
		str_addc(out, ' ');
		part_add(out, &b, SIDE);
		line_end(out);
	} while (*label || *a || *b);
}

/* "40    38    -2": the difference stands behind what it is about. */
static void
count_row(const struct sheet *sheet, const char *label, int64_t a, int64_t b)
{
	struct str one = { 0 }, two = { 0 };

	if (a < 0 && b < 0)
		return;		/* nobody said it */
	if (a >= 0)
		str_addf(&one, "%lld", (long long)a);
	if (b >= 0)
		str_addf(&two, "%lld", (long long)b);
	if (a >= 0 && b >= 0 && a != b)
		str_addf(&two, " (%+lld)", (long long)(b - a));
	row_add(sheet, label, str_text(&one), str_text(&two));
	str_free(&one);
	str_free(&two);
}

/* --- What the record says --- */

/* Fields shown of both; several in one row are joined by ", ". */
static const struct {
	const char *label, *columns;
} said[] = {
	{ N_("Edition"), "edition" }, { N_("Starts"), "start" }, { N_("Ends"), "end" },
	{ N_("Dates in words"), "dates_words" }, { N_("Place"), "city,country" },
	{ N_("Hosts"), "hosts" }
};

static bool
said_read(struct app *app, int64_t event, const char *names, struct str *out,
    struct error *e)
{
	const struct entity *ent = record_entity(app->store, event);
	struct arena mem = { 0 };
	struct column *columns;
	struct query q = { .ent = ent };
	char text[sizeof "id=" + ID_LENGTH] = "id=";

	id_format(event, text + strlen(text));
	struct filter *f = filter_parse(app->store, ent, NULL, text, e);
	q.filter = f;
	bool ok = f && columns_read(ent, names, &mem, &columns, &q.column_count, e);
	q.columns = columns;
	struct rows *rows = ok ? rows_open(app->store, &q, e) : NULL;
	if (rows && rows_next(rows))
		for (size_t i = 0; i < q.column_count; i++) {
			struct str cell = { 0 };
			cell_shown(app, rows, &columns[i], i, &cell);
			str_addf(out, "%s%s", out->len && cell.len ? ", " : "", str_text(&cell));
			str_free(&cell);
		}
	ok = rows && rows_close(rows, e);
	filter_free(f);
	arena_free(&mem);
	return ok;
}

static bool
said_add(struct app *app, const int64_t events[2], const struct sheet *sheet,
    struct error *e)
{
	bool ok = true;

	for (size_t i = 0; ok && i < sizeof said / sizeof *said; i++) {
		struct str a = { 0 }, b = { 0 };
		ok = said_read(app, events[0], said[i].columns, &a, e)
		    && said_read(app, events[1], said[i].columns, &b, e);
		if (ok && (a.len || b.len))
			row_add(sheet, _(said[i].label), str_text(&a), str_text(&b));
		str_free(&a);
		str_free(&b);
	}
	return ok;
}

/* --- Who was there --- */

static int64_t
part_count(const struct headcount *h, enum headcount_way way, const char *code)
{
	for (size_t i = 0; i < h->part_count[way]; i++)
		if (!strcmp(h->parts[way][i].code, code))
			return h->parts[way][i].count;
	return 0;
}

/* All parts of the first, then those that only the second has. */
static void
parts_add(struct app *app, const struct headcount h[2], enum headcount_way way,
    const char *title, const struct sheet *sheet)
{
	struct str label = { 0 };

	if (h[0].part_count[way] || h[1].part_count[way])
		str_addf(sheet->out, "\n%s\n", title);
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < h[k].part_count[way]; i++) {
			const char *code = h[k].parts[way][i].code;
			if (k && part_count(&h[0], way, code))
				continue;
			str_set(&label, "  ");
			headcount_part_show(app, way, code, &label);
			count_row(sheet, str_text(&label), part_count(&h[0], way, code),
			    part_count(&h[1], way, code));
		}
	str_free(&label);
}

static bool
people_add(struct app *app, const int64_t events[2], const struct sheet *sheet,
    struct error *e)
{
	struct headcount h[2] = { { 0 }, { 0 } };
	int64_t by_hand[2], expected[2];
	bool ok = true;

	for (int i = 0; ok && i < 2; i++)
		ok = headcount_take(app->store, &(struct headcount_scope){ &events[i], 1, 0, false },
		    &h[i], e) && event_number(app, events[i], "headcount", &by_hand[i], e)
		    && event_number(app, events[i], "expected", &expected[i], e);
	if (ok) {
		count_row(sheet, _("Expected"), expected[0], expected[1]);
		count_row(sheet, _("Counted by hand"), by_hand[0], by_hand[1]);
		count_row(sheet, _("Present on the list"), h[0].present, h[1].present);
		parts_add(app, h, BY_CATEGORY, _("People by category"), sheet);
		parts_add(app, h, BY_COUNTRY, _("People by country"), sheet);
	}
	headcount_free(&h[0]);
	headcount_free(&h[1]);
	return ok;
}

bool
edition_compare(struct app *app, const int64_t events[2], struct str *out, struct error *e)
{
	const struct sheet sheet = { out, app->out.columns };
	struct str a = { 0 }, b = { 0 };
	const struct entity *ent = record_entity(app->store, events[0]);

	record_title(app->store, ent, events[0], &a);
	record_title(app->store, ent, events[1], &b);
	row_add(&sheet, "", str_text(&a), str_text(&b));
	str_free(&a);
	str_free(&b);
	return said_add(app, events, &sheet, e) && people_add(app, events, &sheet, e);
}
