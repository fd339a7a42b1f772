/* The filter language (architecture.md 4): words are ANDed and matched, folded,
 * in every text of the record, of what its title names, and of its entries;
 * field:value contains, field=value equals, != < > <= >=, field=a,b one of, !word or
 * `not word`, "a phrase", field= empty, field!= not empty, `or` (weaker than and),
 * parentheses, dates, references partner.country=CL. Values are bound, never pasted
 * into SQL.
 *
 * `!=` and `!` hold for every record for which what they deny does not, also where
 * there is no value; of several values none may equal. <= and >= of dates: surely
 * not after, surely not before. Terms are ordered by their list. A reference equals
 * all records of that name; `:` looks in the title. deleted=yes is the trash with what
 * hangs on it.
 *
 * Fields of the pane's `through` entity, and fields that repeat one of it, hold when
 * any of its records does that is not at a closed stage (completed, paused,
 * declined), unless the same filter names that stage.
 *
 * At most 20 words and fields, and parentheses five deep: more is refused in words
 * before SQLite does it in its own. */
#ifndef ALIANZA_STORE_FILTER_H
#define ALIANZA_STORE_FILTER_H

#include "store/store.h"

struct filter;
struct sql;

/* Parses for an entity; the pane (may be NULL) lends fields of its `through`
 * entity. Empty text gives a filter that everything passes. NULL and one sentence
 * (STATUS_USAGE for a wrong field, STATUS_DATA for a wrong value or form) that
 * names the place and the nearest name. Terms, countries, dates and references
 * are made canonical here, against the store's own terms and titles. Owned by
 * the caller. */
struct filter *filter_parse(struct store *s, const struct entity *ent,
    const struct pane *pane, const char *text, struct error *e);
/* From shell words: each word is one term of the language; a word with blanks
 * inside is a phrase or a field's value as a whole ("name=Wikimedia Chile"), unless
 * it begins with "(" or has quotes: then it is read as text. */
struct filter *filter_words(struct store *s, const struct entity *ent,
    const struct pane *pane, int count, const char *const *words, struct error *e);
void filter_free(struct filter *f);
bool filter_asks_trash(const struct filter *f);	/* mentions deleted= */

/* --- In memory: search.h --- */

/* Is it made of words only? Then the texts of a record tell whether it fits. */
bool filter_is_words(const struct filter *f);
bool filter_is_word(const struct filter *f);	/* of a single one */
/* Does a record with these folded texts fit? A byte that no word has stands between
 * them. NULL fits all. */
bool filter_words_hold(const struct filter *f, const char *texts, size_t n);
/* The longest word that is in every record that fits; NULL: there is none. Borrowed. */
const struct value *filter_word_needed(const struct filter *f);
/* Does all that fits f fit `than` too? False when that cannot be told. */
bool filter_narrows(const struct filter *f, const struct filter *than);

/* For query.c: appends the condition over alias `t` and binds later. */
struct stmt;
void filter_sql(const struct filter *f, struct str *sql, int first_parameter);
int filter_parameters(const struct filter *f);
void filter_bind(const struct filter *f, struct stmt *st, int first_parameter);

#endif
