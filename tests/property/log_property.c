/* Random histories of a file, and of copies going their own way, against the oracle:
 * after every step the same records, cells and trash; undo and redo over restarts;
 * check finds nothing. At the end values are changed behind the log's back, one at a
 * time: check must see each, and what --mend says it mended must be mended.
 *
 * SEED (a number) repeats a run; COUNT is the number of histories (default 12). */
#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/clock.h"
#include "store/check.h"
#include "store/history.h"
#include "store/store.h"
#include "store/undo.h"
#include "tests/property/oracle.h"

enum { HANDS = 3, RECORDS = 60, STEPS_MAX = 40, TAMPERS = 120 };

/* --- What is made and changed --- */

struct kind {
	const char *entity;
	const char *fields[10];
};

/* Of each sort one: terms, texts, several lines, whole numbers, references, and the
 * three types of several values. */
static const struct kind kinds[] = {
	{ "organisation", { "kind", "name", "code", "country", "members", "summary",
	    "other_codes", "languages", "tags" } },
	{ "person", { "name", "username", "country", "bio", "languages", "visibility" } },
	{ "event", { "name", "start", "city", "expected", "purpose", "previous", "source" } },
	{ "partnership", { "affiliate", "partner", "stage", "kinds", "lead", "next_step" } },
	{ "tag", { "name", "stay_in_touch", "source" } },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const char *const texts[] = {
	"a", "A", "á", "Museo Histórico", "日本", "O'Brien\"; DROP TABLE record; --", " ",
	"=1+1", "two\nlines", "0", "1", "e\xcc\x81",
};

struct hand {
	struct store *s;
	struct oracle *o;
	char path[400];
};

struct run {
	uint64_t random;
	struct hand hand[HANDS];
	int hands;
	int records;		/* about the most; few: cells are changed again and again */
	char why[4000];		/* the first thing that differs; "" */
	long steps, undos, tampers, mends, unseen;
};

static uint64_t
draw(struct run *r, uint64_t below)
{
	r->random ^= r->random << 13;
	r->random ^= r->random >> 7;
	r->random ^= r->random << 17;
	return (r->random >> 11) % below;
}

__attribute__((format(printf, 2, 3)))
static void
fail(struct run *r, const char *format, ...)
{
	va_list ap;

	if (*r->why)
		return;
	va_start(ap, format);
	vsnprintf(r->why, sizeof r->why, format, ap);
	va_end(ap);
}

static bool
is_many(int field)
{
	const struct field *f = field_by_number(field, NULL);

	return f && field_is_multi(f);
}

/* --- Values: a letter for the type, then the value --- */

static void
value_words(const struct value *v, char out[TEXT])
{
	if (v->kind == VALUE_INT)
		snprintf(out, TEXT, "i%" PRId64, v->i);
	else
		snprintf(out, TEXT, "t%.*s", (int)v->n, v->s);
}

/* A value that the field may hold; NULL once in a while. */
static struct value
value_draw(struct run *r, struct hand *h, const struct field *f)
{
	struct orecord fits[RECORDS * 2];
	int n = 0;

	if (!field_is_multi(f) && draw(r, 5) == 0)
		return value_null;
	if (f->type->is_ref) {
		for (int i = 0; i < h->o->now.count && n < RECORDS * 2; i++)
			if (field_refers(f, entity_by_number(h->o->now.at[i].entity)))
				fits[n++] = h->o->now.at[i];
		return n ? value_int(fits[draw(r, (uint64_t)n)].id) : value_null;
	}
	if (field_is_integer(f))
		return value_int((int64_t)draw(r, 4) - 1);
	const char *text = texts[draw(r, sizeof texts / sizeof *texts)];
	return value_text(text, strlen(text));
}

static const struct field *
field_draw(struct run *r, const struct entity *ent)
{
	const struct kind *k = kinds;
	uint64_t n = 0;

	while (strcmp(k->entity, ent->name))
		k++;
	while (n < 10 && k->fields[n])
		n++;
	const char *name = k->fields[draw(r, r->records == RECORDS ? n : 3) % n];
	const struct field *f = field_find(ent, name);
	if (!f) {
		fail(r, "no field %s", name);
		return field_with(ent, F_TRASH);
	}
	return f;
}

static struct cell
cell_draw(struct run *r, struct hand *h, const struct entity *ent)
{
	struct cell c = { .field = field_draw(r, ent), .on = true };

	c.value = value_draw(r, h, c.field);
	if (field_is_multi(c.field))
		c.on = draw(r, 3) != 0;
	return c;
}

static void
oracle_cell(struct hand *h, int64_t id, const struct cell *c)
{
	char text[TEXT] = "";

	if (c->value.kind != VALUE_NULL)
		value_words(&c->value, text);
	if (field_is_multi(c->field)) {
		if (*text)
			oracle_item(h->o, id, c->field->number, text, c->on);
	} else {
		oracle_set(h->o, id, c->field->number, *text ? text : NULL);
	}
}

/* --- The same? --- */

static void
record_compare(struct run *r, struct hand *h, const struct orecord *should)
{
	struct error e = { 0 };
	struct record *is = NULL;
	int cells = 0;
	char text[TEXT];

	if (!record_load(h->s, entity_by_number(should->entity), should->id, &is, &e) || !is) {
		fail(r, "record %" PRId64 " is lost %s", should->id, e.msg);
		return;
	}
	for (int i = 0; i < entity_field_count(is->ent); i++) {
		const struct field *f = entity_field(is->ent, i);
		if (f->flags & F_TRASH && (is->values[i].i != 0) != should->trash)
			fail(r, "record %" PRId64 ": deleted is %d", should->id, !should->trash);
		if (f->flags & F_TRASH || is->values[i].kind == VALUE_NULL)
			continue;
		value_words(&is->values[i], text);
		cells++;
		int k = 0;
		while (k < should->cells && (should->cell[k].field != f->number
		    || strcmp(should->cell[k].text, text)))
			k++;
		if (k == should->cells)
			fail(r, "record %" PRId64 ": %s is \"%s\"", should->id, f->name, text);
	}
	for (size_t i = 0; i < is->item_count; i++, cells++) {
		int k = 0;
		value_words(&is->items[i].value, text);
		while (k < should->cells && (should->cell[k].field != is->items[i].field->number
		    || strcmp(should->cell[k].text, text)))
			k++;
		if (k == should->cells)
			fail(r, "record %" PRId64 ": %s has \"%s\"", should->id,
			    is->items[i].field->name, text);
	}
	if (cells != should->cells)
		fail(r, "record %" PRId64 " has %d values, not %d", should->id, cells, should->cells);
	record_free(is);
}

struct entries {
	struct run *r;
	struct hand *h;
	int count;
};

static bool
entry_compare(void *ctx, const struct history_entry *entry)
{
	struct entries *n = ctx;

	n->count++;
	if (entry->number < 1 || entry->number > n->h->o->steps)
		fail(n->r, "history has a number %" PRId64, entry->number);
	else if (entry->undone != oracle_is_undone(n->h->o, (int)entry->number))
		fail(n->r, "history says %d of number %" PRId64 " (undone?)", entry->undone,
		    entry->number);
	if (!*entry->sentence)
		fail(n->r, "number %" PRId64 " has no sentence", entry->number);
	return true;
}

static bool
damage_told(void *ctx, const struct damage *d)
{
	fail(ctx, "check: %s", d->sentence);
	return true;
}

static void
compare(struct run *r, struct hand *h)
{
	struct entries n = { r, h, 0 };
	struct error e = { 0 };
	int64_t damages;

	for (int i = 0; i < h->o->now.count; i++)
		record_compare(r, h, &h->o->now.at[i]);
	if (draw(r, 4) == 0) {
		if (!history_each(h->s, 0, 0, entry_compare, &n, &e))
			fail(r, "history: %s", e.msg);
		else if (n.count != h->o->steps)
			fail(r, "history has %d entries, not %d", n.count, h->o->steps);
	}
	if (draw(r, 4) == 0 && !check_run(h->s, false, damage_told, NULL, r, &damages, &e))
		fail(r, "check: %s", e.msg);
}

/* --- Commands --- */

static void
add_one(struct run *r, struct hand *h, bool *ok, struct error *e)
{
	const struct entity *ent = entity_find(kinds[draw(r, KINDS)].entity);
	struct cell cells[8];
	size_t count = draw(r, 8);
	int64_t id = 0;

	for (size_t i = 0; i < count; i++) {
		cells[i] = cell_draw(r, h, ent);
		for (size_t k = 0; k < i; k++)
			if (cells[k].field == cells[i].field
			    && (!field_is_multi(cells[i].field)
			    || value_equal(&cells[k].value, &cells[i].value))) {
				count = i;	/* one value for a cell */
				break;
			}
	}
	if (draw(r, 10) == 0) {
		id = (int64_t)draw(r, INT64_MAX) + 1;
		*ok = *ok && record_create_as(h->s, ent, id, cells, count, e);
	} else {
		*ok = *ok && record_create(h->s, ent, cells, count, &id, e);
	}
	if (!*ok)
		return;
	oracle_add(h->o, id, ent->number);
	for (size_t i = 0; i < count; i++)
		if (cells[i].on)
			oracle_cell(h, id, &cells[i]);
}

static void
edit_one(struct run *r, struct hand *h, bool *ok, struct error *e)
{
	if (!h->o->now.count)
		return;
	struct orecord *o = &h->o->now.at[draw(r, (uint64_t)h->o->now.count)];
	const struct entity *ent = entity_by_number(o->entity);
	struct cell c = cell_draw(r, h, ent);
	int64_t id = o->id;

	if (field_is_multi(c.field) && c.value.kind == VALUE_NULL)
		return;
	*ok = *ok && record_put(h->s, ent, id, &c, e);
	oracle_cell(h, id, &c);
}

static void
trash_one(struct run *r, struct hand *h, bool *ok, struct error *e)
{
	if (!h->o->now.count)
		return;
	struct orecord *o = &h->o->now.at[draw(r, (uint64_t)h->o->now.count)];
	const struct entity *ent = entity_by_number(o->entity);
	struct cell c = { field_with(ent, F_TRASH), value_int(draw(r, 3) != 0), true };

	*ok = *ok && record_put(h->s, ent, o->id, &c, e);
	oracle_trash(h->o, o->id, c.value.i != 0);
}

/* One command with several changes: one step, or none when it fails. */
static void
command(struct run *r, struct hand *h)
{
	static const char *const names[] = { "add", "set", "delete", "import" };
	uint64_t what = draw(r, 4);
	uint64_t times = what == 3 ? 1 + draw(r, r->records == RECORDS ? 12 : 4)
	    : 1 + draw(r, 3) / 2;
	struct error e = { 0 };
	bool ok = true, cancel = draw(r, 12) == 0;
	int64_t action;

	if (h->o->now.count >= r->records && (what == 0 || what == 3))
		what = 1;
	if (!action_begin(h->s, names[what], &e)) {
		fail(r, "begin: %s", e.msg);
		return;
	}
	for (uint64_t i = 0; i < times && ok; i++) {
		uint64_t kind = what == 3 ? draw(r, 3) : what;
		(kind == 0 ? add_one : kind == 1 ? edit_one : trash_one)(r, h, &ok, &e);
	}
	if (!ok)
		fail(r, "%s: %s", names[what], e.msg);
	bool saved = action_end(h->s, ok && !cancel, &action, &e);
	if (ok && !cancel && !saved)
		fail(r, "save: %s", e.msg);
	if (!saved)
		oracle_roll_back(h->o);
	else if (oracle_commit(h->o) != (action != 0))
		fail(r, "%s: an action %d", names[what], action != 0);
}

static void
report_free(struct undo_report *report)
{
	str_free(&report->sentence);
	str_free(&report->left);
}

static void
undo_one(struct run *r, struct hand *h, int number)
{
	struct undo_report report;
	struct error e = { 0 };

	enum outcome should = oracle_undo(h->o, number);
	bool ok = undo(h->s, number, &report, &e);
	if (ok != (should != REFUSED) || (!ok && e.status != STATUS_NONE))
		fail(r, "undo %d: %d %s", number, ok, e.msg);
	else if (ok && ((report.action != 0) != (should == DONE) || report.kept != h->o->left))
		fail(r, "undo %d: action %" PRId64 ", %" PRId64 " left, not %d", number,
		    report.action, report.kept, h->o->left);
	report_free(&report);
	r->undos++;
}

static void
redo_one(struct run *r, struct hand *h)
{
	struct undo_report report;
	struct error e = { 0 };

	enum outcome should = oracle_redo(h->o);
	bool ok = redo(h->s, &report, &e);
	if (ok != (should == DONE) || (!ok && e.status != STATUS_NONE))
		fail(r, "redo: %d %s", ok, e.msg);
	else if (ok && report.kept != h->o->left)
		fail(r, "redo: %" PRId64 " left, not %d", report.kept, h->o->left);
	report_free(&report);
	r->undos++;
}

/* --- Files --- */

static void
hand_open(struct run *r, struct hand *h, unsigned flags)
{
	struct error e = { 0 };

	h->s = store_open(h->path, flags, &e);
	if (!h->s) {
		printf("Bail out! %s\n", e.msg);
		exit(1);
	}
	store_who_set(h->s, draw(r, 2) ? "Ana" : draw(r, 2) ? "Bo" : NULL, "p1");
}

static bool
file_copy(const char *from, const char *to)
{
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	char block[16384];
	size_t n;
	bool ok = in && out;

	while (ok && (n = fread(block, 1, sizeof block, in)) > 0)
		ok = fwrite(block, 1, n, out) == n;
	if (in)
		fclose(in);
	return out && fclose(out) == 0 && ok;
}

/* Somebody takes a copy of the file and goes on with that. */
static void
hand_copy(struct run *r, const struct hand *from)
{
	if (r->hands == HANDS)
		return;
	struct hand *h = &r->hand[r->hands++];
	*h = (struct hand){ .o = oracle_copy(from->o) };
	snprintf(h->path, sizeof h->path, "%.250s.%d", r->hand[0].path, r->hands);
	if (!file_copy(from->path, h->path))
		fail(r, "copy: %s", strerror(errno));
	hand_open(r, h, 0);
}

static void
restart(struct run *r, struct hand *h)
{
	store_close(h->s);
	hand_open(r, h, 0);
}

static void
step(struct run *r)
{
	struct hand *h = &r->hand[draw(r, (uint64_t)r->hands)];
	uint64_t what = draw(r, 20);

	clock_set(INT64_C(1795000000000) + (int64_t)draw(r, 200000000) - 100000000);
	if (what < 9)
		command(r, h);
	else if (what < 13)
		undo_one(r, h, 0);
	else if (what < 15)
		redo_one(r, h);
	else if (what < 17)
		undo_one(r, h, (int)draw(r, (uint64_t)h->o->steps + 1));
	else if (what < 18)
		restart(r, h);
	else if (what < 19)
		hand_copy(r, h);
	else
		store_who_set(h->s, draw(r, 2) ? "Ana" : "Cleo", "p2");
	r->steps++;
	compare(r, h);
}

/* --- Behind the log's back --- */

/* `step` has no sum, being local, and neither has what an action without changes is
 * missed by (log-format R7, R8). */
static const char tables_sql[] =
    "SELECT t.name,c.name,c.type FROM sqlite_schema t,pragma_table_info(t.name) c"
    " WHERE t.type='table' AND t.name NOT IN ('merged','erased','sqlite_sequence')"
    " AND NOT (t.name='action' AND c.name='step') ORDER BY 1,2";

struct column {
	char table[40], name[40], type[12];
};

static int
columns_read(sqlite3 *db, struct column *columns, int max)
{
	sqlite3_stmt *st;
	int n = 0;

	sqlite3_prepare_v2(db, tables_sql, -1, &st, NULL);
	while (n < max && sqlite3_step(st) == SQLITE_ROW) {
		struct column *c = &columns[n];
		snprintf(c->table, sizeof c->table, "%s", (const char *)sqlite3_column_text(st, 0));
		snprintf(c->name, sizeof c->name, "%s", (const char *)sqlite3_column_text(st, 1));
		snprintf(c->type, sizeof c->type, "%s", (const char *)sqlite3_column_text(st, 2));
		sqlite3_stmt *any;
		char *sql = sqlite3_mprintf("SELECT 1 FROM \"%w\" LIMIT 1", c->table);
		sqlite3_prepare_v2(db, sql, -1, &any, NULL);
		n += sqlite3_step(any) == SQLITE_ROW;
		sqlite3_finalize(any);
		sqlite3_free(sql);
	}
	sqlite3_finalize(st);
	return n;
}

/* Where one row is, by its primary key: the k-th of the table. */
static char *
row_where(sqlite3 *db, const char *table, uint64_t random)
{
	const char *key = !strcmp(table, "item") ? "record,field,value"
	    : !strcmp(table, "change") ? "action,seq" : "id";
	char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", table), *where;
	sqlite3_stmt *st;

	sqlite3_prepare_v2(db, sql, -1, &st, NULL);
	sqlite3_step(st);
	uint64_t n = (uint64_t)sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_free(sql);
	where = sqlite3_mprintf("(%s) IN (SELECT %s FROM \"%w\" LIMIT 1 OFFSET %llu)", key, key,
	    table, (unsigned long long)(random % n));
	return where;
}

/* An action that undid nothing can vanish unseen, unless a later one is about it. */
static const char action_with_rows[] =
    " AND (id IN (SELECT action FROM change) OR id IN (SELECT action FROM record)"
    " OR id IN (SELECT undoes FROM action))";

static char *
tamper_sql(struct run *r, sqlite3 *db, const struct column *c)
{
	char *where = row_where(db, c->table, draw(r, UINT32_MAX)), *sql;
	uint64_t what = draw(r, 10);

	if (what == 0)
		sql = sqlite3_mprintf("DELETE FROM \"%w\" WHERE %s%s", c->table, where,
		    strcmp(c->table, "action") ? "" : action_with_rows);
	else if (what == 1)
		sql = sqlite3_mprintf("CREATE TEMP TABLE x AS SELECT * FROM \"%w\" WHERE %s;"
		    "UPDATE x SET \"%w\"=%s; INSERT INTO \"%w\" SELECT * FROM x", c->table, where,
		    !strcmp(c->table, "item") ? "value" : !strcmp(c->table, "change") ? "seq" : "id",
		    !strcmp(c->table, "item") ? "value||'+'" : "123456789", c->table);
	else if (what < 6)
		sql = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\"=CASE WHEN \"%w\" IS NULL THEN %s"
		    " WHEN typeof(\"%w\")='integer' THEN \"%w\"+%d ELSE \"%w\"||'x' END WHERE %s",
		    c->table, c->name, c->name, strcmp(c->type, "INTEGER") ? "'x'" : "7", c->name,
		    c->name, 1 + (int)draw(r, 1000), c->name, where);
	else if (what < 8)
		sql = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\"=NULL WHERE %s", c->table, c->name,
		    where);
	else
		sql = sqlite3_mprintf("UPDATE \"%w\" SET \"%w\"=(SELECT \"%w\" FROM \"%w\" ORDER BY"
		    " random() LIMIT 1) WHERE %s", c->table, c->name, c->name, c->table, where);
	sqlite3_free(where);
	return sql;
}

/* All rows of all tables: has the tampering changed anything? */
static uint64_t
fingerprint(sqlite3 *db, const struct column *columns, int n)
{
	uint64_t sum = 0;

	for (int i = 0; i < n; i++) {
		if (i && !strcmp(columns[i].table, columns[i - 1].table))
			continue;
		char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", columns[i].table);
		sqlite3_stmt *st;
		sqlite3_prepare_v2(db, sql, -1, &st, NULL);
		while (sqlite3_step(st) == SQLITE_ROW) {
			struct hash h;
			hash_start(&h);
			hash_int(&h, i);
			for (int k = 0; k < sqlite3_column_count(st); k++) {
				hash_int(&h, sqlite3_column_type(st, k));
				hash_text(&h, (const char *)sqlite3_column_text(st, k),
				    (size_t)sqlite3_column_bytes(st, k));
			}
			sum += hash_end64(&h);
		}
		sqlite3_finalize(st);
		sqlite3_free(sql);
	}
	return sum;
}

/* Sees the damage, mends it if it can; a file that is sound then is as it was. */
static void
damage_seen(struct run *r, struct hand *h, const char *path, const char *sql)
{
	struct hand copy = { .o = h->o };
	struct error e = { 0 };
	int64_t damages = 0;

	snprintf(copy.path, sizeof copy.path, "%s", path);
	hand_open(r, &copy, 0);
	if (!check_run(copy.s, false, NULL, NULL, NULL, &damages, &e))
		fail(r, "check after %s: %s", sql, e.msg);
	else if (!damages)
		fail(r, "check does not see: %s", sql);
	if (!check_run(copy.s, true, NULL, NULL, NULL, &damages, &e))
		fail(r, "check --mend after %s: %s", sql, e.msg);
	else if (!damages) {
		r->mends++;
		for (int i = 0; i < copy.o->now.count; i++)
			record_compare(r, &copy, &copy.o->now.at[i]);
		if (*r->why)
			fprintf(stdout, "# after mending %s\n", sql);
	}
	store_close(copy.s);
}

/* Every second time one of the log's own tables, which have few columns. */
static const struct column *
column_draw(struct run *r, const struct column *columns, int n)
{
	const struct column *c = &columns[draw(r, (uint64_t)n)];

	for (bool log = draw(r, 2); log; c = &columns[draw(r, (uint64_t)n)]) {
		if (!strcmp(c->table, "action") || !strcmp(c->table, "change")
		    || !strcmp(c->table, "item") || !strcmp(c->table, "record"))
			break;
	}
	return c;
}

static void
tamper(struct run *r, struct hand *h)
{
	static struct column columns[600];
	char path[340];
	sqlite3 *db;

	snprintf(path, sizeof path, "%s.x", h->path);
	if (!file_copy(h->path, path) || sqlite3_open(path, &db) != SQLITE_OK) {
		fail(r, "copy: %s", strerror(errno));
		return;
	}
	int n = columns_read(db, columns, 600);
	if (n) {
		uint64_t was = fingerprint(db, columns, n);
		char *sql = tamper_sql(r, db, column_draw(r, columns, n));
		bool done = sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK
		    && fingerprint(db, columns, n) != was;
		sqlite3_close(db);
		if (done) {
			r->tampers++;
			damage_seen(r, h, path, sql);
		}
		sqlite3_free(sql);
	} else {
		sqlite3_close(db);
	}
	unlink(path);
}

/* --- One history --- */

static void
history(struct run *r, const char *folder)
{
	r->hands = 1;
	r->records = draw(r, 2) ? 2 : RECORDS;
	r->hand[0] = (struct hand){ .o = oracle_new(is_many) };
	snprintf(r->hand[0].path, sizeof r->hand[0].path, "%.200s/property-%ld.db", folder,
	    (long)getpid());
	unlink(r->hand[0].path);
	hand_open(r, &r->hand[0], OPEN_CREATE);
	uint64_t steps = 5 + draw(r, STEPS_MAX - 5);
	for (uint64_t i = 0; i < steps && !*r->why; i++)
		step(r);
	for (int i = 0; i < r->hands; i++)
		store_close(r->hand[i].s);
	for (int i = 0; i < TAMPERS / 10 && !*r->why; i++)
		tamper(r, &r->hand[draw(r, (uint64_t)r->hands)]);
	for (int i = 0; i < r->hands; i++) {
		oracle_free(r->hand[i].o);
		unlink(r->hand[i].path);
	}
}

static uint64_t
number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);

	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

int
main(void)
{
	uint64_t seed = number_of("SEED", 20261121);
	uint64_t count = number_of("COUNT", 12);
	const char *folder = getenv("SCRATCH");
	struct run r = { 0 };

	setlocale(LC_ALL, "C.UTF-8");
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("# SEED=%" PRIu64 " COUNT=%" PRIu64 "\n", seed, count);
	for (uint64_t i = 0; i < count; i++) {
		r.random = (seed + i) * UINT64_C(0x9e3779b97f4a7c15) | 1;
		history(&r, folder ? folder : "/tmp");
		if (*r.why) {
			printf("# %s\nnot ok 1 - history SEED=%" PRIu64 " COUNT=1\n1..1\n", r.why,
			    seed + i);
			return 0;
		}
	}
	printf("# %ld steps, %ld undo and redo, %ld damages, %ld of them mended\n", r.steps,
	    r.undos, r.tampers, r.mends);
	printf("ok 1 - files are what the oracle says\n1..1\n");
	return 0;
}
