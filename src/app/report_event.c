/* Tables of one event: who was there, what the schedule was, what is to be done. Headers
 * of CSV are those that other tools of the movement use. */
#include "config.h"

#include "app/report.h"
#include "app/report_speakers.h"

static bool
event_table(struct report_call *r, const struct shared_query *q,
    const struct report_column *columns, struct error *e)
{
	if (r->id)
		report_title(r);
	return report_table(r, q, columns, e);
}

bool
report_attendance(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "attendance",
	    .filter = "event={id}", .sort = "state,person,signed_name",
	    .belongs = "event,session,person" };
	static const struct report_column columns[] = {
		{ .name = "event", .word = "event", .column = "event", .data = true },
		{ .name = "session", .word = "session", .column = "session" },
		{ .name = "name", .word = "name", .column = "person|signed_name" },
		{ .name = "username", .word = "username", .column = "person.username" },
		{ .name = "organisation", .word = "organisation",
		    .column = "organisation|stands_for" },
		{ .name = "code", .word = "code", .column = "organisation.code" },
		{ .name = "country", .word = "country", .column = "country|organisation.country" },
		{ .name = "category", .word = "category", .column = "category" },
		{ .name = "state", .word = "state", .column = "state" },
		{ .name = "signed_at", .word = "signed", .column = "signed_at" },
		{ .name = NULL }
	};

	return event_table(r, &query, columns, e);
}

bool
report_schedule(struct report_call *r, struct error *e)
{
	static const struct shared_query query = { .entity = "session",
	    .filter = "event={id}", .sort = "starts,position,created", .belongs = "event" };
	static const struct report_column columns[] = {
		{ .name = "event", .word = "event", .column = "event", .data = true },
		{ .name = "starts", .word = "starts", .column = "starts" },
		{ .name = "ends", .word = "ends", .column = "ends" },
		{ .name = "title", .word = "session", .column = "title" },
		{ .name = "type", .word = "kind", .column = "type", .data = true },
		{ .name = "track", .word = "track", .column = "track" },
		{ .name = "room", .word = "room", .column = "room" },
		{ .name = "language", .word = "language", .column = "language", .data = true },
		{ .name = "speakers", .word = "speakers", .make = report_speakers },
		{ .name = "status", .word = "status", .column = "status", .data = true },
		{ .name = NULL }
	};

	return event_table(r, &query, columns, e);
}

#define ITEM_KINDS "kind=action,agreement,decision,question,topic,issue,opportunity"

/* Of an event, or of the whole file. */
bool
report_items(struct report_call *r, struct error *e)
{
	const struct shared_query query = { .entity = "entry",
	    .filter = r->id ? "(event={id} or note.event={id}) " ITEM_KINDS : ITEM_KINDS,
	    .sort = "kind,note.created,note.id,position", .belongs = "note,event" };
	static const struct report_column columns[] = {
		{ .name = "kind", .word = "kind", .column = "kind" },
		{ .name = "text", .word = "text", .column = "what", .how = PAGE_RICH },
		{ .name = "owners", .word = "owners", .column = "owners" },
		{ .name = "due", .word = "due", .column = "due|due_words" },
		{ .name = "status", .word = "status", .column = "status" },
		{ .name = "priority", .word = "priority", .column = "priority", .data = true },
		{ .name = "event", .word = "event", .column = "event|note.event", .data = true },
		{ .name = "for_event", .word = "for-event", .column = "for_event" },
		{ .name = "carried_from", .word = "carried-from", .column = "carried_from",
		    .data = true },
		{ .name = "raised_on", .word = "raised", .column = "note.date|created",
		    .data = true },
		{ .name = "done_on", .word = "done", .column = "done_on", .data = true },
		{ .name = NULL }
	};

	return event_table(r, &query, columns, e);
}
