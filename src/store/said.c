#include "config.h"

#include "store/said.h"

#include <stdlib.h>

#include "store/db.h"

enum { TEXT, KIND, LANGUAGE, MOMENT, OWNED, DUE, ARGUMENTS };

static const char *
text_of(sqlite3_value *v)
{
	const char *s = (const char *)sqlite3_value_text(v);

	return s ? s : "";
}

static void
line_said_sql(sqlite3_context *c, int argc, sqlite3_value **argv)
{
	const struct store *s = sqlite3_user_data(c);
	struct str said = { 0 };

	(void)argc;
	if (sqlite3_value_type(argv[TEXT]) == SQLITE_NULL)
		return;
	if (!s->sayer.say) {
		sqlite3_result_value(c, argv[TEXT]);
		return;
	}
	const char *text = text_of(argv[TEXT]);
	s->sayer.say(s->sayer.ctx, &(struct stored_line){ .text = text,
	    .n = (size_t)sqlite3_value_bytes(argv[TEXT]), .kind = text_of(argv[KIND]),
	    .language = text_of(argv[LANGUAGE]), .moment = text_of(argv[MOMENT]),
	    .owned = sqlite3_value_int(argv[OWNED]), .due = text_of(argv[DUE]) },
	    &said);
	int n = (int)said.len;
	sqlite3_result_text(c, str_take(&said), n, free);
}

bool
said_register(struct store *s, struct error *e)
{
	int code = sqlite3_create_function_v2(db_handle(s->db), "line_said", ARGUMENTS,
	    SQLITE_UTF8 | SQLITE_DIRECTONLY, s, line_said_sql, NULL, NULL, NULL);

	return code == SQLITE_OK || db_error(s->db, code, e);
}

void
store_line_sayer(struct store *s, struct line_sayer sayer)
{
	if (s->sayer.end)
		s->sayer.end(s->sayer.ctx);
	s->sayer = sayer;
}
