/* THE DICTIONARY: what the data are. One const table of fields per entity
 * drives list, form, validation, filter, SQL, CSV, wikitext, history, help,
 * manual and the schema test. Code outside the table never compares a field's
 * or entity's name: what it needs to know is a flag or a role here. */
#ifndef ALIANZA_MODEL_ENTITY_H
#define ALIANZA_MODEL_ENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/str.h"

enum field_flag {
	F_REQUIRED = 1 << 0,	/* a record without it is refused */
	F_TITLE = 1 << 1,	/* part of the title of a record */
	F_COMPUTED = 1 << 2,	/* never stored; ignored at import */
	F_CONTACT = 1 << 3,	/* contact data: screen and `export all` only */
	F_WIKITEXT = 1 << 4,	/* keeps links, bold, italic, lists in wikitext */
	F_FOLD = 1 << 5,	/* its folded text (the first F_FOLD one not empty) is
				 * kept in the column `fold`, indexed, for order */
	F_OTHER_NAME = 1 << 6,	/* another name or code a reference may use */
	F_CODE = 1 << 7,	/* a short code: WHICH finds it before titles */
	F_DEFAULT = 1 << 8,	/* shown as a list column unless asked otherwise */
	F_MULTI = 1 << 9,	/* several values: rows of item, not a column */
	F_TRASH = 1 << 10,	/* says that a record is in the trash */
	F_VISIBILITY = 1 << 11,	/* says who may see a record */
	F_RECORD_ID = 1 << 12,	/* the record's own id */
	F_CREATED = 1 << 13,	/* time of the first, of the newest action */
	F_CHANGED = 1 << 14,
	F_KIND = 1 << 15,	/* the term that parts an entity into panes */
	F_STAGE = 1 << 16,	/* moved by the stage keys */
	F_DATE = 1 << 17,	/* the date a record is about: sorts, today, this week */
	F_INDEX = 1 << 18,	/* its column is indexed in the file */
	F_ORDER = 1 << 19,	/* place among its neighbours (fractional text) */
	F_HIDDEN = 1 << 20,	/* not shown in forms: the program fills it */
	F_COINED = 1 << 21,	/* a reference to a name that is not there yet makes it */
	F_ID_TEXT = 1 << 22,	/* a text that may be a record's id: shown as its title */
	F_TREE = 1 << 23,	/* names the record of the same kind that this one stands
				 * below: ordered by it, a list is a tree (store/tree.h) */
	F_BRANCH = 1 << 24,	/* whose records stand together below one of a tree */
	F_INFERRED = 1 << 25,	/* where it is empty, what follows from other fields is shown
				 * and found instead; nothing of that is stored */
	F_SAID = 1 << 28,	/* says another field in the way lists do: a record shows
				 * that one */
	F_PERCENT = 1 << 30,	/* a share in per cent: on the screen beside a bar */
	F_ABOUT = 1 << 27,	/* the records it is about, which history names with it */
	F_FIRST = 1 << 29,	/* asked at the top of a form, beside what the list shows */
	F_MINE = 1 << 26	/* the side that is my organisation, of a record between two:
				 * filled in where it is made, asked first where several fit */
};

struct field;
struct entity;

/* What a type of field does; the one validation point for form, set, import,
 * filter and merge. The table is in types.c. */
struct field_type {
	const char *name;	/* as in `alianza fields` */
	const char *sql;	/* declared type of its column */
	bool right;		/* aligned right in lists */
	bool is_ref;		/* value is the id of a record */
	bool is_term;		/* value is a code of a term list */
	bool is_number;		/* compared as a number */
	bool is_date;		/* compared as a (partial) date */
	bool is_text;		/* free text: searched by words, folded when compared */
	bool has_lines;		/* may contain line ends */
	/* Appends the canonical form of what was typed to out, or refuses with one
	 * whole sentence that names the field, the value and what is understood.
	 * "" is never given. NULL: references and lists of terms, which need the
	 * file (store/value.h does them). */
	bool (*canon)(const struct field *f, const char *in, size_t n,
	    struct str *out, struct error *e);
};

/* What people call a value that a program reads. */
struct value_name {
	const char *value;	/* NULL ends a table */
	const char *label;	/* N_() */
};

struct field {
	const char *name;	/* in file, command line, CSV; never changes */
	const char *label;	/* N_() */
	const char *help;	/* N_(), one sentence ending in a full stop */
	const struct field_type *type;
	const char *list;	/* term list, several joined by '|'; else NULL */
	const char *refs;	/* names of entities referred to, joined by '|', "any" */
	const char *kind;	/* kind given to a record made through this reference
				 * by import --create, e.g. "partner"; else NULL */
	const char *via;	/* stored in another entity's records: "ENTITY.REF.FIELD"
				 * and optionally " CONST=VALUE"; REF is to this record:
				 * event.hosts "involvement.event.organisation role=host",
				 * organisation.stage "partnership.partner.stage" */
	const char *only;	/* kinds (codes of the F_KIND field), joined by '|', whose
				 * form asks for it; NULL: all. Any record may have it */
	const char *aliases;	/* other column names at import, joined by '|' */
	const char *limit;	/* field that says how many characters it may have: told,
				 * and never enforced; NULL: none */
	const char *given;	/* code that it gets in a record which the program itself makes
				 * (store/merge_remark.c); NULL: it stays empty */
	const struct value_name *names;	/* of values that are in no list; NULL: none */
	const char *group;	/* N_(): heading in record and form */
	unsigned flags;
	int number;		/* permanent, unique over all entities, never reused */
	int width;		/* columns in a list */
};

enum entity_flag {
	E_INTERNAL = 1 << 0,	/* part of the file's settings: no pane of its own */
	E_PRESENCE = 1 << 1,	/* says who was where: names of people stay out of exports
				 * where a country is protected */
	E_LINES = 1 << 2	/* lines of what its first reference names: those of two that are
				 * combined stand in one order (store/merge_lines.c) */
};

struct entity {
	const char *name;	/* table in the file, singular */
	const char *label;	/* N_(): "Partnership" */
	const char *plural;	/* N_(): "Partnerships" */
	const char *help;	/* N_(): what one record is, one sentence */
	const struct field *fields;	/* ends with .name == NULL; common fields apart */
	int field_count;		/* of them, the end not counted */
	int number;		/* permanent */
	unsigned flags;
	/* Title of a record as a pattern over its fields: "{name}",
	 * "{member} - {network}"; the first alternative (parted by '|') none of
	 * whose fields is empty: "{partner} ({programme})|{partner}". When all have
	 * an empty one, the last with what there is. Of a field of several lines
	 * its first words. */
	const char *title;
	/* Keys that say "the same row" at import, parted by '|', tried in turn until one
	 * fits; fields parted by '+': "code+kind|~name+kind". Text compared folded; a
	 * key is tried when its first field is not empty, so this is the one that may
	 * be missing ("edition+series"). '~' before a field: it matches that field or
	 * an F_OTHER_NAME text of the record. What a later key must not confuse is part
	 * of it: two people of one organisation are told apart by
	 * "person+note|organisation+note+person". NULL: rows are the same when all
	 * columns given are. */
	const char *key;
};

/* A pane: one list that people know by a name. */
struct pane {
	const char *name;	/* plural, English: "partners" */
	const char *singular;	/* N_(): "partner" */
	const char *label;	/* N_() */
	const char *help;	/* N_() */
	const char *entity;
	const char *filter;	/* fixed part, e.g. "kind=partner"; NULL: none */
	const char *through;	/* entity whose fields act on rows of this pane too:
				 * partners -> "partnership" by its field "partner" */
	const char *columns;	/* default columns, joined by ',' */
	const char *sort;	/* default order: "name", "-start,name" */
	char key;		/* '1'..'4' main panes; 0: through the menu */
};

/* A value of a term list as shipped; a file may add, rename, order and hide. */
struct term {
	const char *list;
	const char *code;
	const char *label;	/* N_() */
	bool over;		/* what is there does not go on any more: a partnership
				 * that was declined, a goal that was reached */
};

/* Types, in types.c. */
extern const struct field_type type_text, type_texts, type_lines, type_int,
    type_decimal, type_bool, type_date, type_datetime, type_month_day, type_term,
    type_terms, type_ref, type_refs, type_country, type_countries, type_language,
    type_languages, type_link, type_email, type_order, type_id;
extern const struct field_type *const field_types[];	/* NULL at the end */

extern const struct entity *const entities[];	/* entities.c; NULL at the end */
extern const struct field common_fields[];	/* of every entity; .name NULL ends */
extern const struct pane panes[];		/* panes.c; .name NULL ends */
extern const struct term terms[];		/* terms.c, by list; .list NULL ends */

/* Look-ups (entity.c). Names match exactly first, then folded, then the label in
 * English, then the translated label; NULL when nothing does. */
const struct entity *entity_find(const char *name);
const struct entity *entity_by_number(int number);
const struct pane *pane_find(const char *name);	/* plural, singular or label */
/* Its pane without a fixed filter; NULL for E_INTERNAL. */
const struct pane *pane_of_entity(const struct entity *ent);
/* The value that every row of the pane has: field and code of "kind=partner". False
 * when the fixed part leaves a choice, or there is none. */
bool pane_fixed(const struct pane *pane, const struct field **field, const char **code);

/* Fields of an entity, the common ones after its own: i = 0, 1, ... until NULL. */
const struct field *entity_field(const struct entity *ent, int i);
int entity_field_count(const struct entity *ent);
const struct field *field_find(const struct entity *ent, const char *name);
/* The field a column of another program's file means: also by aliases, with blanks
 * and hyphens as good as '_' ("Start date"). */
const struct field *field_import(const struct entity *ent, const char *column);
/* ent may be NULL; *ent gets NULL for a common field. */
const struct field *field_by_number(int number, const struct entity **ent);
/* The first field with the flag, NULL when there is none. */
const struct field *field_with(const struct entity *ent, unsigned flag);
/* What people call this value, translated; NULL when .names does not tell. */
const char *field_value_name(const struct field *f, const char *value);
/* Has a column of its own in the entity's table (not computed, multi or via). */
bool field_is_column(const struct field *f);
bool field_is_multi(const struct field *f);	/* F_MULTI: rows of item */
/* May the reference hold records of this entity? "any" means all with a pane. */
bool field_refers(const struct field *f, const struct entity *ent);
/* Walks a list joined by '|' (lists, refs, aliases): copies the i-th word to
 * word, false when there is none. */
bool joined_word(const char *joined, int i, char word[64]);
/* Does a form of this kind ask for the field? kind NULL: not known, so for all. */
bool field_asked(const struct field *f, const char *kind);
/* The term list of a field for one kind, where it has several: "partner-type" for
 * partner; else all it has. list holds the answer. */
const char *field_list(const struct field *f, const char *kind, char list[64]);
/* The nearest names for "did you mean", NULL when none is near. */
const char *field_nearest(const struct entity *ent, const char *typed);
const char *pane_nearest(const char *typed);

#endif
