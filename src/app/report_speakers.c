#include "config.h"

#include "app/report_speakers.h"

#include <string.h>

#include "app/report_words.h"
#include "base/arena.h"

enum { PERSON, AS_WRITTEN, ORGANISATION, COUNTRY, ROLE };

static struct shared_rows *
speakers_open(struct report_call *r, int64_t session)
{
	static const struct shared_query q = { .entity = "speaker", .filter = "session={id}",
	    .columns = "person,as_written,organisation,country,role",
	    .sort = "position,created", .belongs = "session,person" };

	return report_rows_of(r, &q, session, NULL);
}

/* The name as it is known, and for whom: the country only where no organisation is. */
static const char *
speaker_text(struct report_call *r, struct shared_rows *rows)
{
	const char *name = shared_rows_text(rows, PERSON);
	const char *of = shared_rows_text(rows, ORGANISATION);

	if (!*name)
		name = shared_rows_text(rows, AS_WRITTEN);
	if (!*of)
		of = report_cell(r, rows, COUNTRY);
	if (!*name || !*of || strstr(name, of))
		return arena_strdup(r->mem, *name ? name : of);
	return arena_printf(r->mem, "%s (%s)", name, of);
}

static const char *
name_behind(struct report_call *r, const char *names, const char *name)
{
	return *names && *name ? arena_printf(r->mem, "%s; %s", names, name)
	    : *names ? names : name;
}

const char *
report_speakers(struct report_call *r, int64_t session)
{
	struct shared_rows *rows = speakers_open(r, session);
	const char *names = "";

	while (rows && shared_rows_next(rows))
		names = name_behind(r, names, speaker_text(r, rows));
	if (rows)
		shared_rows_close(rows, NULL);
	return names;
}

/* A role that a file has of its own goes under the general word. */
static const char *
role_label(struct report_call *r, const char *role)
{
	const char *word = report_word_find(arena_printf(r->mem, "roles/%s", role), r->language);

	return word ? word : report_word(r, "speakers");
}

static struct speaker_group *
group_add(struct report_call *r, struct speaker_group *groups, size_t count,
    const char *role)
{
	struct speaker_group *more = arena_alloc(r->mem, (count + 1) * sizeof *more);

	if (count)
		memcpy(more, groups, count * sizeof *more);
	more[count] = (struct speaker_group){ role_label(r, role), "" };
	return more;
}

size_t
report_speakers_by_role(struct report_call *r, int64_t session,
    struct speaker_group **groups)
{
	struct shared_rows *rows = speakers_open(r, session);
	const char *last = NULL;
	size_t count = 0;

	*groups = NULL;
	while (rows && shared_rows_next(rows)) {
		const char *role = shared_rows_text(rows, ROLE), *name = speaker_text(r, rows);
		if (!*name)
			continue;
		if (!last || strcmp(role, last)) {
			*groups = group_add(r, *groups, count++, role);
			last = arena_strdup(r->mem, role);
		}
		struct speaker_group *group = &(*groups)[count - 1];
		group->names = name_behind(r, group->names, name);
	}
	if (rows)
		shared_rows_close(rows, NULL);
	return count;
}
