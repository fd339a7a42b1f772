/* Commands of minutes. What those of the screen do is in ui/minutes_keys.c; there letters
 * and the keys of the editor are typed and no commands. */
#include "config.h"

#include <string.h>

#include "app/answers.h"
#include "app/become.h"
#include "app/groups.h"
#include "app/participant.h"
#include "app/report.h"
#include "app/table.h"
#include "base/i18n.h"
#include "store/which.h"

static bool
become(struct app *app, struct call *call, struct error *e)
{
	const struct become *b = become_named(call->argv[0], e);
	int64_t entry, id;

	return b && which_find(app->store, entity_find("entry"), NULL, call->argv[1], false, &entry,
	    e) && become_make(app, b, entry, &id, e);
}

static bool
participant(struct app *app, struct call *call, struct error *e)
{
	int64_t note, id;

	return which_find(app->store, entity_find("note"), NULL, call->argv[0], false, &note, e)
	    && participant_add(app, note, call->argv[1], call->argc > 2 ? call->argv[2] : NULL,
	    &id, e);
}

enum { TEXT_COLUMNS = 100 };

/* A form or a round, whichever is called so. */
static bool
answers_of(struct app *app, const char *which, int64_t *id, struct error *e)
{
	struct error none;

	return which_find(app->store, entity_find("form"), NULL, which, false, id, &none)
	    || which_find(app->store, entity_find("round"), NULL, which, false, id, e);
}

static bool
answers(struct app *app, struct call *call, struct error *e)
{
	const char *name = call_option(call, "format");
	enum page_format format = PAGE_TEXT;
	struct shared_left left = { 0 };
	struct str out = { 0 };
	int64_t id;

	if (name && !page_format_find(name, &format))
		return set_error(e, STATUS_USAGE, _("--format takes csv, wikitext or text, not \"%s\"."),
		    name);
	if (!answers_of(app, call->argv[0], &id, e))
		return false;
	struct page *page = page_new();
	bool ok = answers_page(app, id, page, &left, e);
	if (ok)
		page_write(page, format, app->out.columns > 0 ? app->out.columns : TEXT_COLUMNS, &out);
	ok = ok && app_answer(app, str_text(&out), out.len, e);
	if (ok)
		report_say_left(app, &left);
	page_free(page);
	str_free(&out);
	return ok;
}

/* For programs a line each; for people those who are done, then those who are missing. */
static void
asked_list(const struct app *app, const struct answers *a, bool done, struct str *out)
{
	struct str names = { 0 };
	size_t count = 0;
	bool is;

	for (size_t i = 0; i < answers_asked(a); i++) {
		const char *name = answers_asked_name(a, i, &is);
		if (is != done)
			continue;
		count++;
		str_add(&names, app->out.terminal ? "  " : done ? "done\t" : "missing\t");
		table_tsv_add(&names, name, strlen(name));
		str_addc(&names, '\n');
	}
	if (app->out.terminal)
		str_addf(out, done ? _("Done: %zu") : _("Missing: %zu"), count);
	str_addf(out, "%s%s", app->out.terminal ? "\n" : "", str_text(&names));
	str_free(&names);
}

static bool
round_show(struct app *app, struct call *call, struct error *e)
{
	struct shared_left left = { 0 };
	struct str out = { 0 };
	int64_t id;

	if (!which_find(app->store, entity_find("round"), NULL, call->argv[0], false, &id, e))
		return false;
	struct answers *a = answers_open(app, id, &left, e);
	if (!a)
		return false;
	if (!app->out.terminal)
		str_add(&out, "state\taffiliate\n");
	asked_list(app, a, true, &out);
	asked_list(app, a, false, &out);
	answers_close(a);
	bool ok = app_answer(app, str_text(&out), out.len, e);
	if (ok)
		report_say_left(app, &left);
	str_free(&out);
	return ok;
}

const struct command minutes_commands[] = {
	{ .name = "line-end", .keys = "minutes/Enter", .label = N_("Next line"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save this line and go on with a new one; inside a line it parts it in two.") },
	{ .name = "line-kind", .keys = "minutes/Tab", .label = N_("Name, kind"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Complete the name at the cursor, as @An to @Ana; elsewhere choose whether the line is an action, a decision, a question, by the first letter.") },
	{ .name = "line-undo", .keys = "minutes/^Z minutes/^_", .label = N_("Undo"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Take back what was typed last, then what was saved last in these minutes.") },
	{ .name = "line-find", .keys = "minutes/F3", .label = N_("Find"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Find words in these minutes while you type them; Enter goes to the next place, Up to the one before, Esc stays there.") },
	{ .name = "line-up", .keys = "minutes/A-Up", .label = N_("Line up"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Move this line up by one.") },
	{ .name = "line-down", .keys = "minutes/A-Down", .label = N_("Line down"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Move this line down by one.") },
	{ .name = "line-redo", .keys = "minutes/^R minutes/A-z", .label = N_("Redo"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Do again what was taken back.") },
	{ .name = "line-save", .keys = "minutes/^S", .label = N_("Save"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save this line now; leaving it does so too.") },
	{ .name = "line-cancel", .keys = "minutes/^C", .label = N_("Give up"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Put the line back as it was when you came to it.") },
	{ .name = "line-head", .keys = "minutes/F4", .label = N_("Head"),
	    .menu = N_("Edit"), .flags = C_SCREEN | C_FILE,
	    .help = N_("Change the title, the date and what these minutes are about, in a form.") },
	{ .name = "line-people", .keys = "minutes/F5", .label = N_("Who was there"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Enter someone who takes part: choose a person, or type Name, CODE.") },
	{ .name = "questions", .keys = "minutes/F6", .label = N_("Questions"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Go through the questions of this note's form, one after the other, with the answers below them.") },
	{ .name = "answer-next", .keys = "answers/Enter answers/PgDn", .label = N_("Next question"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save this answer and go to the next question.") },
	{ .name = "answer-before", .keys = "answers/PgUp", .label = N_("Question before"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save this answer and go to the question before.") },
	{ .name = "answer-language", .keys = "answers/F6", .label = N_("Language"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Ask in the next language that the form has.") },
	{ .name = "answer-undo", .keys = "answers/^Z answers/^_", .label = N_("Undo"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Take back what was typed last, then the answer that was saved last.") },
	{ .name = "answer-redo", .keys = "answers/^R answers/A-z", .label = N_("Redo"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Do again what was taken back.") },
	{ .name = "answer-save", .keys = "answers/^S", .label = N_("Save"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save this answer now; going on does so too.") },
	{ .name = "line-lead", .keys = "minutes/A-l", .label = N_("Lead"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Make a partner lead of this line: a partner of that name at its first stage, linked with the line.") },
	{ .name = "line-goal", .keys = "minutes/A-g", .label = N_("Goal"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Make a goal of this line, still a draft, linked with the line.") },
	{ .name = "line-resource", .keys = "minutes/A-r", .label = N_("Resource"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Make a resource of this line, an example to begin with, linked with its note.") },
	{ .name = "line-need", .keys = "minutes/A-n", .label = N_("Need"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Make a need of this line, linked with its note.") },
	{ .name = "line-offer", .keys = "minutes/A-o", .label = N_("Offer"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Make an offer of this line, linked with its note.") },
	{ .name = "participant", .args = N_("NOTE WHO [ROLE]"),
	    .kinds = { ARG_WHICH, ARG_TEXT, ARG_TEXT },
	    .label = N_("Participant"),
	    .menu = N_("Edit"),
	    .help = N_("Enter someone who took part in what a note records, as Name or Name, CODE; the organisation is the one of that day. The role is present, unless another one is named."),
	    .min = 2, .max = 3, .flags = C_FILE | C_CHANGES, .run = participant },
	{ .name = "answers", .args = N_("FORM|ROUND"), .kinds = { ARG_WHICH },
	    .options = "format", .keys = "list/A record/A", .label = N_("Answers"),
	    .menu = N_("View"),
	    .help = N_("Set the answers to a form side by side, question by affiliate; of a round also who has answered and who is missing."),
	    .min = 1, .max = 1, .flags = C_FILE, .run = answers },
	{ .name = "round", .args = N_("ROUND"), .kinds = { ARG_WHICH },
	    .label = N_("Who has answered"), .menu = N_("View"),
	    .help = N_("Tell which affiliates have answered in a round and which are missing: those that its filter finds, or all."),
	    .min = 1, .max = 1, .flags = C_FILE, .run = round_show },
	{ .name = "become", .args = N_("lead|goal|resource|need|offer ENTRY"),
	    .kinds = { ARG_TEXT, ARG_WHICH }, .label = N_("Become"),
	    .menu = N_("Edit"),
	    .help = N_("Make a record of its own from a line of a note: a partner lead, a goal, a resource, a need or an offer, linked with the line or its note."),
	    .min = 2, .max = 2, .flags = C_FILE | C_CHANGES, .run = become },
	{ .name = NULL }
};
