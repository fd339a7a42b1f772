/* The texts a word is looked for in, and the condition that it is in one of them. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "store/computed.h"
#include "store/filter_tree.h"

enum { TITLES_DEEP = 2 };	/* references within titles that are followed */

/* Where entries and what is in them stand: their texts belong to what they are about. */
static const char entries[] = "entry";

/* Is it a text a word is looked for in? */
static bool
field_is_searched(const struct field *f)
{
	return f->type->is_text || f->type == &type_link || f->type == &type_email;
}

/* "alias.a,alias.b": the columns of the fields that the function takes. */
static int
columns_add(const struct entity *ent, const char *alias,
    bool (*takes)(const struct entity *ent, const struct field *f), struct str *sql)
{
	const struct field *f;
	int n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (field_is_column(f) && takes(ent, f))
			str_addf(sql, "%s%s.\"%s\"", n++ ? "," : "", alias, f->name);
	return n;
}

static bool
is_searched(const struct entity *ent, const struct field *f)
{
	(void)ent;
	return field_is_searched(f);
}

/* Is the field in the pattern of the entity's title? */
static bool
in_title(const struct entity *ent, const struct field *f)
{
	char name[70];

	snprintf(name, sizeof name, "{%s}", f->name);
	return ent->title && strstr(ent->title, name);
}

static bool
is_name(const struct entity *ent, const struct field *f)
{
	return f->type->is_text && (in_title(ent, f) || f->flags & (F_OTHER_NAME | F_CODE));
}

/* " OR alias.ref IN (the records whose title has it)" for references in the title. */
static bool
title_references_sql(const struct entity *ent, const char *alias, const char *parameter,
    int depth, bool any, struct str *sql)
{
	const struct field *f;
	char name[64], inner[16];

	snprintf(inner, sizeof inner, "n%d", depth);
	for (int i = 0; depth < TITLES_DEEP && (f = entity_field(ent, i)); i++) {
		if (!f->type->is_ref || !field_is_column(f) || !in_title(ent, f))
			continue;
		for (int k = 0; joined_word(f->refs, k, name); k++) {
			const struct entity *to = entity_find(name);
			struct str has = { 0 };
			if (to && title_has_sql(to, inner, parameter, depth + 1, &has)) {
				str_addf(sql, "%s%s.\"%s\" IN (SELECT %s.id FROM \"%s\" %s WHERE %s)",
				    any ? " OR " : "", alias, f->name, inner, to->name, inner,
				    str_text(&has));
				any = true;
			}
			str_free(&has);
		}
	}
	return any;
}

bool
title_has_sql(const struct entity *ent, const char *alias, const char *parameter,
    int depth, struct str *sql)
{
	struct str names = { 0 };
	bool any = columns_add(ent, alias, is_name, &names) > 0;

	if (any)
		str_addf(sql, "fold_has(%s,%s)", parameter, str_text(&names));
	str_free(&names);
	return title_references_sql(ent, alias, parameter, depth, any, sql);
}

/* Items with texts in them. */
static void
word_items(const struct entity *ent, const char *parameter, struct str *sql)
{
	const struct field *f;
	int n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (field_is_multi(f) && f->type->is_text)
			str_addf(sql, "%s%d", n++ ? "," :
			    " OR t.id IN (SELECT w.record FROM item w WHERE w.field IN (", f->number);
	if (n)
		str_addf(sql, ") AND fold_has(%s,w.value))", parameter);
}

/* Entries that refer to the record. */
static void
word_entries(const struct entity *ent, const char *parameter, struct str *sql)
{
	const struct entity *entry = entity_find(entries);
	const struct field *f;
	struct str texts = { 0 };

	if (!entry || ent == entry || !columns_add(entry, "w", is_searched, &texts)) {
		str_free(&texts);
		return;
	}
	for (int i = 0; (f = entity_field(entry, i)); i++)
		if (f->type->is_ref && field_is_column(f) && field_refers(f, ent))
			str_addf(sql, " OR t.id IN (SELECT w.\"%s\" FROM \"%s\" w WHERE w.deleted=0"
			    " AND w.\"%s\" IS NOT NULL AND fold_has(%s,%s))", f->name, entry->name,
			    f->name, parameter, str_text(&texts));
	str_free(&texts);
}

/* What needs other tables is looked up once a statement, and only if it comes to that. */
void
word_sql(const struct entity *ent, const char *parameter, struct str *sql)
{
	struct str texts = { 0 };

	columns_add(ent, "t", is_searched, &texts);
	str_addf(sql, "(fold_has(%s%s%s)", parameter, texts.len ? "," : "", str_text(&texts));
	title_references_sql(ent, "t", parameter, 0, true, sql);
	word_items(ent, parameter, sql);
	word_entries(ent, parameter, sql);
	str_addc(sql, ')');
	str_free(&texts);
}

/* --- The same texts, of one record --- */

/* Columns of the select: each becomes BEFORE alias."field" AFTER. */
static int
texts_add(const struct entity *ent, const char *alias,
    bool (*takes)(const struct entity *ent, const struct field *f), const char *before,
    const char *after, struct str *sql)
{
	const struct field *f;
	int n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (field_is_column(f) && takes(ent, f)) {
			str_addf(sql, ",%s%s.\"%s\"%s", before, alias, f->name, after);
			n++;
		}
	return n;
}

/* Names of what the title refers to, as title_references_sql() follows them. */
static int
title_texts(const struct entity *ent, const char *alias, int depth, const char *before,
    const char *after, struct str *sql)
{
	const struct field *f;
	char name[64], inner[16];
	int n = 0;

	snprintf(inner, sizeof inner, "n%d", depth);
	for (int i = 0; depth < TITLES_DEEP && (f = entity_field(ent, i)); i++) {
		if (!f->type->is_ref || !field_is_column(f) || !in_title(ent, f))
			continue;
		for (int k = 0; joined_word(f->refs, k, name); k++) {
			const struct entity *to = entity_find(name);
			struct str open = { 0 }, close = { 0 };
			str_addf(&open, "%s(SELECT ", before);
			str_addf(&close, " FROM \"%s\" %s WHERE %s.id=%s.\"%s\")%s",
			    to ? to->name : "", inner, inner, alias, f->name, after);
			if (to) {
				n += texts_add(to, inner, is_name, open.s, close.s, sql);
				n += title_texts(to, inner, depth + 1, open.s, close.s, sql);
			}
			str_free(&open);
			str_free(&close);
		}
	}
	return n;
}

static int
item_texts(const struct entity *ent, struct str *sql)
{
	const struct field *f;
	int n = 0;

	for (int i = 0; (f = entity_field(ent, i)); i++)
		if (field_is_multi(f) && f->type->is_text) {
			str_addf(sql, ",(SELECT several(w.value) FROM item w WHERE w.record=t.id"
			    " AND w.field=%d)", f->number);
			n++;
		}
	return n;
}

static int
entry_texts(const struct entity *ent, struct str *sql)
{
	const struct entity *entry = entity_find(entries);
	const struct field *f;
	int n = 0;

	for (int i = 0; entry && ent != entry && (f = entity_field(entry, i)); i++) {
		struct str close = { 0 };
		if (!f->type->is_ref || !field_is_column(f) || !field_refers(f, ent))
			continue;
		str_addf(&close, ") FROM \"%s\" w WHERE w.deleted=0 AND w.\"%s\"=t.id)",
		    entry->name, f->name);
		n += texts_add(entry, "w", is_searched, "(SELECT several(", close.s, sql);
		str_free(&close);
	}
	return n;
}

void
word_texts_sql(const struct entity *ent, int *single, int *several, struct str *sql)
{
	str_add(sql, "SELECT t.id");
	*single = texts_add(ent, "t", is_searched, "", "", sql)
	    + title_texts(ent, "t", 0, "", "", sql);
	*several = item_texts(ent, sql) + entry_texts(ent, sql);
	str_addf(sql, " FROM \"%s\" t WHERE t.id=?1", ent->name);
}
