#include "config.h"

#include "app/edit.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/i18n.h"
#include "base/multi.h"
#include "base/utf8.h"
#include "store/through.h"

/* --- Reading an assignment --- */

enum { VALUE_MAX = 16 * 1000 * 1000 };

/* The text of a file, or of standard input; a line end at its end is the editor's,
 * not the text's. */
static bool
read_text(const char *path, struct str *out, struct error *e)
{
	FILE *in = strcmp(path, "-") ? fopen(path, "re") : stdin;
	char block[65536];
	size_t n;

	if (!*path)
		return set_error(e, STATUS_USAGE, _("Name the file behind the @, like summary=@FILE."));
	if (!in)
		return set_error(e, STATUS_NOINPUT, _("%s cannot be read: %s."), path, strerror(errno));
	while (out->len <= VALUE_MAX && (n = fread(block, 1, sizeof block, in)) > 0)
		str_addn(out, block, n);
	bool failed = ferror(in);
	if (in != stdin)
		fclose(in);
	if (failed)
		return set_error(e, STATUS_NOINPUT, _("%s cannot be read."), path);
	if (out->len > VALUE_MAX)
		return set_error(e, STATUS_DATA, _("%s is too long: 16 million bytes are the limit."), path);
	if (out->len && out->s[out->len - 1] == '\n')
		str_cut(out, out->len - 1);
	return true;
}

static bool
field_of_pane(const struct pane *pane, const char *name, struct assignment *out,
    struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);

	out->through = false;
	out->field = field_find(ent, name);
	if (out->field && out->field->flags & F_COMPUTED && out->field->via)
		return true;
	if (!out->field && pane->through) {
		out->field = field_find(entity_find(pane->through), name);
		out->through = out->field != NULL;
	}
	if (!out->field) {
		const char *near = field_nearest(ent, name);
		return near ? set_error(e, STATUS_USAGE,
		    _("%s have no field \"%s\"; did you mean \"%s\"?"), _(pane->label), name, near)
		    : set_error(e, STATUS_USAGE,
		    _("%s have no field \"%s\": \"alianza fields %s\" lists them."), _(pane->label),
		    name, pane->name);
	}
	if (out->field->flags & F_COMPUTED)
		return set_error(e, STATUS_USAGE, _("%s is worked out by the program and cannot be set."),
		    _(out->field->label));
	return true;
}

bool
assignment_parse(const struct pane *pane, const char *word, struct arena *mem,
    struct assignment *out, struct error *e)
{
	const char *eq = strchr(word, '=');
	size_t n = eq ? (size_t)(eq - word) : 0;
	struct str text = { 0 };

	if (!eq || !n)
		return set_error(e, STATUS_USAGE,
		    _("\"%s\" is not of the form field=value."), word);
	out->op = '=';
	if (n > 1 && (word[n - 1] == '+' || word[n - 1] == '-'))
		out->op = word[--n];
	if (!field_of_pane(pane, arena_dup(mem, word, n), out, e))
		return false;
	out->value = eq + 1;
	out->length = strlen(eq + 1);
	if (*out->value != '@' && strcmp(out->value, "-"))
		return true;
	if (!strcmp(out->value, "@me"))
		return true;
	bool ok = read_text(*out->value == '@' ? out->value + 1 : "-", &text, e);
	size_t bad;
	if (ok && !utf8_valid(str_text(&text), text.len, &bad))
		ok = set_error(e, STATUS_DATA, _("%s: the text is not UTF-8 from byte %zu on."),
		    out->value, bad + 1);
	out->value = arena_dup(mem, str_text(&text), text.len);
	out->length = text.len;
	str_free(&text);
	return ok;
}

/* --- Applying it --- */

struct target {
	struct app *app;
	const struct pane *pane;
	const struct entity *ent;
	int64_t id;
};

static bool
cell_put(const struct target *t, const struct assignment *a, const struct value *v, bool on,
    struct error *e)
{
	struct cell c = { a->field, *v, on };

	if (a->through)
		return through_put_pane(t->app->store, t->pane, t->id, &c, e);
	if (a->field->via)
		return through_put(t->app->store, t->id, &c, e);
	return record_put(t->app->store, t->ent, t->id, &c, e);
}

/* Is the field a set of values, here or in records of their own (hosts)? */
static bool
is_set(const struct field *f)
{
	return field_is_multi(f) || (f->via && f->type == &type_refs);
}

static bool
value_read(struct app *app, const struct field *f, const char *s, size_t n,
    struct arena *mem, struct value *out, struct error *e)
{
	struct str keep = { 0 };
	bool ok = value_input(app->store, f, s, n, &keep, out, e);

	if (ok && out->kind == VALUE_TEXT)
		out->s = arena_dup(mem, out->s, out->n);
	str_free(&keep);
	return ok;
}

/* Puts in, or takes out, each of the values typed. */
static bool
each_value(const struct target *t, const struct assignment *a, bool on, struct arena *mem,
    struct value **given, size_t *count, struct error *e)
{
	const char *p = a->value;
	struct str one = { 0 };
	bool ok = true;
	size_t cap = 0;

	*count = 0;
	*given = NULL;
	while (ok && multi_next(&p, &one)) {
		struct value v;
		ok = value_read(t->app, a->field, str_text(&one), one.len, mem, &v, e)
		    && cell_put(t, a, &v, on, e);
		if (*count == cap) {
			struct value *more = arena_alloc(mem, (cap * 2 + 8) * sizeof *more);
			if (cap)
				memcpy(more, *given, cap * sizeof *more);
			*given = more;
			cap = cap * 2 + 8;
		}
		(*given)[(*count)++] = v;
	}
	str_free(&one);
	return ok;
}

/* field=a;b: these and no others; field+=a adds; field-=a takes away. */
static bool
set_apply(const struct target *t, const struct assignment *a, struct arena *mem,
    struct error *e)
{
	struct value *given, *now;
	size_t count, n;

	if (!each_value(t, a, a->op != '-', mem, &given, &count, e))
		return false;
	if (a->op != '=')
		return true;
	if (!set_values(t->app->store, t->pane, t->ent, t->id, a->field, a->through, mem, &now,
	    &n, e))
		return false;
	for (size_t i = 0; i < n; i++) {
		bool kept = false;
		for (size_t k = 0; k < count && !kept; k++)
			kept = value_equal(&given[k], &now[i]);
		if (!kept && !cell_put(t, a, &now[i], false, e))
			return false;
	}
	return true;
}

/* += and -= are for fields of several values. */
static bool
one_value(const struct assignment *a, struct error *e)
{
	return a->op == '=' || set_error(e, STATUS_USAGE,
	    _("%s holds one value: use %s=... instead of %c=."), _(a->field->label),
	    a->field->name, a->op);
}

static bool
single_apply(const struct target *t, const struct assignment *a, struct arena *mem,
    struct error *e)
{
	struct value v;

	if (!one_value(a, e))
		return false;
	if (!a->length && a->field->flags & F_REQUIRED)
		return set_error(e, STATUS_DATA, _("%s cannot be empty."), _(a->field->label));
	return value_read(t->app, a->field, a->value, a->length, mem, &v, e)
	    && cell_put(t, a, &v, true, e);
}

bool
assignment_apply(struct app *app, const struct pane *pane, int64_t id,
    const struct assignment *a, struct error *e)
{
	struct target t = { app, pane, entity_find(pane->entity), id };
	struct arena mem = { 0 };

	bool ok = is_set(a->field) ? set_apply(&t, a, &mem, e) : single_apply(&t, a, &mem, e);
	arena_free(&mem);
	return ok;
}

/* --- Adding --- */

/* Is it part of the record's birth, rather than written elsewhere afterwards? */
static bool
at_birth(const struct assignment *a)
{
	return !a->through && !a->field->via && !is_set(a->field);
}

static bool
required_given(const struct entity *ent, const struct cell *cells, size_t n,
    struct error *e)
{
	struct str missing = { 0 };
	const struct field *f;

	for (int i = 0; (f = entity_field(ent, i)); i++) {
		bool given = !(f->flags & F_REQUIRED);
		for (size_t k = 0; k < n && !given; k++)
			given = cells[k].field == f && cells[k].value.kind != VALUE_NULL;
		if (!given)
			str_addf(&missing, "%s%s=...", missing.len ? " " : "", f->name);
	}
	if (!missing.len)
		return true;
	set_error(e, STATUS_DATA, _("Something is missing: give %s too."), str_text(&missing));
	str_free(&missing);
	return false;
}

/* Where the value of a field goes: said twice, the last word counts. */
static struct cell *
cell_of(struct cell *cells, size_t *n, const struct field *f)
{
	for (size_t i = 0; i < *n; i++)
		if (cells[i].field == f)
			return &cells[i];
	cells[*n] = (struct cell){ f, value_null, true };
	return &cells[(*n)++];
}

/* The pane's fixed part and what was said, as far as it is the record's own. */
static bool
birth_cells(struct app *app, const struct pane *pane, const struct assignment *a,
    size_t count, struct arena *mem, struct cell *cells, size_t *n, struct error *e)
{
	const struct field *fixed;
	const char *code;

	*n = 0;
	if (pane_fixed(pane, &fixed, &code))
		cell_of(cells, n, fixed)->value = value_text(code, strlen(code));
	for (size_t i = 0; i < count; i++)
		if (at_birth(&a[i]) && (!one_value(&a[i], e) || !value_read(app, a[i].field,
		    a[i].value, a[i].length, mem, &cell_of(cells, n, a[i].field)->value, e)))
			return false;
	return true;
}

bool
record_add(struct app *app, const struct pane *pane, const struct assignment *a,
    size_t count, int64_t *id, struct error *e)
{
	const struct entity *ent = entity_find(pane->entity);
	struct arena mem = { 0 };
	struct cell *cells = arena_alloc(&mem, (count + 1) * sizeof *cells);
	size_t n;

	bool ok = birth_cells(app, pane, a, count, &mem, cells, &n, e)
	    && required_given(ent, cells, n, e)
	    && record_create(app->store, ent, cells, n, id, e);
	for (size_t i = 0; ok && i < count; i++)
		if (!at_birth(&a[i]))
			ok = assignment_apply(app, pane, *id, &a[i], e);
	arena_free(&mem);
	return ok;
}
