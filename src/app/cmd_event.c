/* Commands about an event: who comes in, who was there, the next edition. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/door.h"
#include "app/edition.h"
#include "app/event_report.h"
#include "app/groups.h"
#include "app/pane.h"
#include "app/schedule.h"
#include "base/i18n.h"
#include "base/id.h"
#include "store/filter.h"
#include "store/query.h"
#include "store/which.h"

static bool
event_find(struct app *app, const char *which, int64_t *id, struct error *e)
{
	const struct pane *pane = pane_find("events");

	return which_find(app->store, entity_find(pane->entity), pane, which, false, id, e);
}

/* The list that the first argument and --session name. */
static bool
door_find(struct app *app, const struct call *call, struct door *door, struct error *e)
{
	const char *session = call_option(call, "session");
	const struct pane *pane = pane_find("sessions");
	const struct entity *ent = entity_find(pane->entity);
	struct door of_session;

	*door = (struct door){ 0, 0 };
	if (!event_find(app, call->argv[0], &door->event, e))
		return false;
	if (!session)
		return true;
	if (!which_find(app->store, ent, pane, session, false, &door->session, e))
		return false;
	return (door_of_record(app->store, ent, door->session, &of_session)
	    && of_session.event == door->event) || set_error(e, STATUS_DATA,
	    _("\"%s\" is no session of this event."), session);
}

/* A state as typed with --state, else the usual one; in keep. */
static bool
state_read(struct app *app, const struct call *call, const char *usual, struct str *keep,
    struct error *e)
{
	const struct field *state = field_find(entity_find("attendance"), "state");
	const char *typed = call_option(call, "state");
	struct value v;

	if (!typed || !*typed)
		typed = usual;
	return value_input(app->store, state, typed, strlen(typed), keep, &v, e);
}

/* --- Coming in --- */

static bool
walk_in(struct app *app, struct call *call, struct error *e)
{
	struct str line = { 0 }, told = { 0 }, state = { 0 };
	struct arena mem = { 0 };
	struct arrival a;
	struct door door;
	int64_t id;

	for (int i = 1; i < call->argc; i++)
		str_addf(&line, "%s%s", i > 1 ? " " : "", call->argv[i]);
	bool ok = door_find(app, call, &door, e) && state_read(app, call, "present", &state, e)
	    && door_read(app->store, &door, str_text(&line), &mem, &a, e)
	    && door_enter(app->store, &door, &a, str_text(&state), true, &id, e);
	if (ok) {
		door_tell(app->store, &a, &told);
		app_say(app, "%s", str_text(&told));
	}
	str_free(&line);
	str_free(&told);
	str_free(&state);
	arena_free(&mem);
	return ok;
}

/* Among what the filter leaves: the same name at other events does not matter. */
static bool
attendance_among(struct app *app, const char *filter, const char *who, int64_t *id,
    struct error *e)
{
	struct pane among = *pane_find("attendance");

	among.filter = filter;
	return which_find(app->store, entity_find(among.entity), &among, who, false, id, e);
}

/* On the list that is meant, else on that of the event, else in any of its sessions. */
static bool
attendance_find(struct app *app, const struct door *door, const char *who, int64_t *id,
    struct error *e)
{
	struct str list = { 0 }, whole = { 0 }, any = { 0 };
	struct error none;	/* what is told is what the widest look found */
	char event[ID_LENGTH + 1];

	id_format(door->event, event);
	door_filter(door, &list);
	door_filter(&(struct door){ door->event, 0 }, &whole);
	str_addf(&any, "event=%s", event);
	bool ok = attendance_among(app, str_text(&list), who, id, &none)
	    || (door->session && attendance_among(app, str_text(&whole), who, id, &none))
	    || attendance_among(app, str_text(&any), who, id, e);
	str_free(&list);
	str_free(&whole);
	str_free(&any);
	return ok;
}

static bool
present(struct app *app, struct call *call, struct error *e)
{
	struct str state = { 0 };
	struct door door;
	int64_t id;
	bool ok = door_find(app, call, &door, e) && state_read(app, call, "present", &state, e);

	for (int i = 1; ok && i < call->argc; i++)
		ok = attendance_find(app, &door, call->argv[i], &id, e)
		    && door_put(app->store, &door, id, str_text(&state), e);
	str_free(&state);
	return ok;
}

/* Who is on the list and neither there yet nor known to stay away. */
static bool
all_put(struct app *app, const struct door *list, const struct door *door, const char *states,
    int64_t *count, struct error *e)
{
	const struct entity *ent = entity_find("attendance");
	struct str text = { 0 };
	int64_t *ids = NULL;

	door_filter(list, &text);
	str_addf(&text, " state=%s", states);
	struct filter *f = filter_parse(app->store, ent, NULL, str_text(&text), e);
	bool ok = f && ids_read(app->store, &(struct query){ .ent = ent, .filter = f }, &ids,
	    count, e);
	for (int64_t i = 0; ok && i < *count; i++)
		ok = door_put(app->store, door, ids[i], "present", e);
	filter_free(f);
	free(ids);
	str_free(&text);
	return ok;
}

/* In a session these are also all who are present at the event. */
static bool
all_present(struct app *app, struct call *call, struct error *e)
{
	struct door door;
	int64_t count = 0, more = 0;

	if (!door_find(app, call, &door, e))
		return false;
	struct door event = { door.event, 0 };
	if (!all_put(app, &door, &door, "invited,planned,registered", &count, e)
	    || (door.session && !all_put(app, &event, &door, "present", &more, e)))
		return false;
	return count || more || set_error(e, STATUS_NONE,
	    _("Nobody is waiting: all on the list are present or stay away."));
}

/* --- Sign-up lists --- */

struct signing {
	int64_t people, known;
	struct str lines;	/* what was taken, one a line */
};

static bool
people_enter(struct app *app, const struct door *door, const struct signup_list *list,
    const char *state, struct signing *done, struct error *e)
{
	struct arena mem = { 0 };
	bool ok = true;

	for (size_t i = 0; ok && i < list->count; i++) {
		struct arrival a;
		int64_t id;
		ok = door_meet(app->store, door, &list->people[i], &mem, &a, e)
		    && door_enter(app->store, door, &a, state, false, &id, e);
		if (!ok)
			break;
		done->people++;
		done->known += a.listed != 0;
		door_tell(app->store, &a, &done->lines);
		str_addc(&done->lines, '\n');
	}
	arena_free(&mem);
	return ok;
}

static void
signing_tell(struct app *app, const struct signing *done, size_t passed)
{
	app_say(app, ngettext("%lld person understood, %lld of them on the list already.",
	    "%lld people understood, %lld of them on the list already.",
	    (unsigned long)done->people), (long long)done->people, (long long)done->known);
	if (passed)
		app_say(app, ngettext("%zu line names nobody and was passed over.",
		    "%zu lines name nobody and were passed over.", passed), passed);
}

/* The list as text, from --text or from the file. */
static bool
text_read(const struct call *call, struct str *text, struct error *e)
{
	const char *given = call_option(call, "text");

	if (given)
		str_add(text, given);
	else if (call->argc < 2)
		return set_error(e, STATUS_USAGE, _("Say where the list is: a file, or - for standard input."));
	else
		return signup_load(call->argv[1], text, e);
	return true;
}

static bool
sign_up(struct app *app, struct call *call, struct error *e)
{
	struct signup_list list = { 0 };
	struct str text = { 0 }, state = { 0 };
	struct signing done = { 0 };
	struct door door;

	call->dry_run = call_option(call, "dry-run") != NULL;
	bool ok = door_find(app, call, &door, e) && state_read(app, call, "planned", &state, e)
	    && text_read(call, &text, e) && signup_read_any(str_text(&text), text.len, &list, e);
	if (ok && !list.count)
		ok = set_error(e, STATUS_DATA, _("Nobody is named in this list."));
	ok = ok && people_enter(app, &door, &list, str_text(&state), &done, e);
	if (ok && call->dry_run)
		ok = app_answer(app, str_text(&done.lines), done.lines.len, e);
	if (ok)
		signing_tell(app, &done, list.passed);
	signup_free(&list);
	str_free(&text);
	str_free(&state);
	str_free(&done.lines);
	return ok;
}

/* --- Texts --- */

static bool
answer_free(struct app *app, bool ok, struct str *text, struct error *e)
{
	ok = ok && app_answer(app, str_text(text), text->len, e);
	str_free(text);
	return ok;
}

static bool
sign_in_sheet(struct app *app, struct call *call, struct error *e)
{
	struct str text = { 0 };
	struct door door;

	return answer_free(app, door_find(app, call, &door, e)
	    && sheet_text(app, &door, &text, e), &text, e);
}

static bool
headcount(struct app *app, struct call *call, struct error *e)
{
	bool facilitators = call_option(call, "facilitators") != NULL;
	int64_t *events = xmalloc((size_t)call->argc * sizeof *events);
	struct str text = { 0 };
	struct door door;
	bool ok = door_find(app, call, &door, e);

	for (int i = 0; ok && i < call->argc; i++)
		ok = event_find(app, call->argv[i], &events[i], e);
	struct headcount_scope scope = { events, (size_t)call->argc, door.session, facilitators };
	ok = answer_free(app, ok && headcount_text(app, &scope, &text, e), &text, e);
	free(events);
	return ok;
}

static bool
schedule(struct app *app, struct call *call, struct error *e)
{
	struct str text = { 0 };
	int64_t event;

	return answer_free(app, event_find(app, call->argv[0], &event, e)
	    && schedule_text(app, event, &text, e), &text, e);
}

/* --- Editions --- */

static bool
copy_event(struct app *app, struct call *call, struct error *e)
{
	int64_t event;

	return event_find(app, call->argv[0], &event, e)
	    && edition_copy(app, event, call->argc - 1, call->argv + 1, &app->made, e);
}

static bool
compare_events(struct app *app, struct call *call, struct error *e)
{
	int64_t events[2];
	struct str text = { 0 };

	/* The earlier one stands first, so that the differences are what came since. */
	bool ok = call->argc > 1 ? event_find(app, call->argv[0], &events[0], e)
	    && event_find(app, call->argv[1], &events[1], e)
	    : event_find(app, call->argv[0], &events[1], e)
	    && edition_before(app, events[1], &events[0], e);
	return answer_free(app, ok && edition_compare(app, events, &text, e), &text, e);
}

const struct command event_commands[] = {
	{ .name = "walk-in", .args = N_("EVENT LINE..."), .kinds = { ARG_WHICH, ARG_TEXT },
	    .options = "session state", .label = N_("Walk-in"), .menu = N_("Edit"),
	    .help = N_("Enter someone who came, as one line: Name, CODE. The code may be that of an organisation, a country, a name or any words, or be missing."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_EVENT, .run = walk_in },
	{ .name = "present", .args = N_("EVENT WHO..."), .kinds = { ARG_WHICH, ARG_WHICH },
	    .options = "session state", .label = N_("Set present"), .menu = N_("Edit"),
	    .help = N_("Say that people of an event's list are present, or what --state names."),
	    .min = 2, .max = -1, .flags = C_FILE | C_CHANGES | C_EVENT, .run = present },
	{ .name = "all-present", .args = N_("EVENT"), .kinds = { ARG_WHICH },
	    .options = "session", .label = N_("All present"), .menu = N_("Edit"),
	    .help = N_("Say that all who were invited, plan to come or registered are present; those who are absent or cancelled stay so. In a session it is everyone present at the event."),
	    .min = 1, .max = 1, .flags = C_FILE | C_CHANGES | C_EVENT, .run = all_present },
	{ .name = "sign-up", .args = N_("EVENT [FILE]"), .kinds = { ARG_WHICH, ARG_FILE },
	    .options = "session state text dry-run", .label = N_("Sign-up list"), .menu = N_("Edit"),
	    .help = N_("Enter the people of a sign-up list: a page of a wiki as shown or its source, names with codes, or CSV with a line of headers. They plan to come, unless --state says otherwise."),
	    .min = 1, .max = 2, .flags = C_FILE | C_CHANGES | C_EVENT, .run = sign_up },
	{ .name = "sign-in-sheet", .args = N_("EVENT"), .kinds = { ARG_WHICH },
	    .options = "session", .label = N_("Sign-in sheet"), .menu = N_("View"),
	    .help = N_("Make a sheet to print, with the people on the list and empty lines to sign."),
	    .min = 1, .max = 1, .flags = C_FILE | C_EVENT, .run = sign_in_sheet },
	{ .name = "headcount", .args = N_("EVENT..."), .kinds = { ARG_WHICH },
	    .options = "session facilitators", .label = N_("Headcount"), .menu = N_("View"),
	    .help = N_("Count who was present, each person once across sessions and events: by category, type, country and region, beside what was counted by hand."),
	    .min = 1, .max = -1, .flags = C_FILE | C_EVENT, .run = headcount },
	{ .name = "schedule", .args = N_("EVENT"), .kinds = { ARG_WHICH },
	    .label = N_("Schedule"), .menu = N_("View"),
	    .help = N_("Show the sessions of an event day by day, with time, room and track."),
	    .min = 1, .max = 1, .flags = C_FILE | C_EVENT, .run = schedule },
	{ .name = "copy-event", .args = N_("EVENT FIELD=VALUE..."),
	    .kinds = { ARG_WHICH, ARG_ASSIGNMENT }, .label = N_("Next edition"),
	    .menu = N_("Edit"),
	    .help = N_("Make the next edition of an event: with its roles, its schedule moved to the new dates, and what was agreed and is still open. Give it at least a name, and the day it starts."),
	    .min = 1, .max = -1, .flags = C_FILE | C_CHANGES | C_EVENT, .run = copy_event },
	{ .name = "compare-events", .args = N_("EVENT [LATER]"),
	    .kinds = { ARG_WHICH, ARG_WHICH }, .label = N_("Compare editions"),
	    .menu = N_("View"),
	    .help = N_("Set two events side by side: dates, place, hosts, headcount, people by category and country. Without the other one it is the previous edition."),
	    .min = 1, .max = 2, .flags = C_FILE | C_EVENT, .run = compare_events },
	{ .name = NULL }
};
