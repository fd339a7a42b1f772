/* Commands of minutes, while they are on the screen; what they do is in
 * ui/minutes_keys.c. Letters and the keys of the editor are typed and no commands. */
#include "config.h"

#include "app/groups.h"
#include "base/i18n.h"

const struct command minutes_commands[] = {
	{ .name = "line-end", .keys = "minutes/Enter", .label = N_("Next line"),
	    .flags = C_SCREEN,
	    .help = N_("Save this line and go on with a new one; inside a line it parts it in two.") },
	{ .name = "line-kind", .keys = "minutes/Tab", .label = N_("Name, kind"),
	    .flags = C_SCREEN,
	    .help = N_("Complete the name at the cursor, as @An to @Ana; elsewhere choose whether the line is an action, a decision, a question, by the first letter.") },
	{ .name = "line-undo", .keys = "minutes/^Z minutes/^_", .label = N_("Undo"),
	    .flags = C_SCREEN,
	    .help = N_("Take back what was typed last, then what was saved last in these minutes.") },
	{ .name = "line-find", .keys = "minutes/F3", .label = N_("Find"),
	    .flags = C_SCREEN,
	    .help = N_("Find words in these minutes while you type them; Enter goes to the next place, Up to the one before, Esc stays there.") },
	{ .name = "line-up", .keys = "minutes/A-Up", .label = N_("Line up"),
	    .flags = C_SCREEN,
	    .help = N_("Move this line up by one.") },
	{ .name = "line-down", .keys = "minutes/A-Down", .label = N_("Line down"),
	    .flags = C_SCREEN,
	    .help = N_("Move this line down by one.") },
	{ .name = "line-redo", .keys = "minutes/^R minutes/A-z", .label = N_("Redo"),
	    .flags = C_SCREEN,
	    .help = N_("Do again what was taken back.") },
	{ .name = "line-save", .keys = "minutes/^S", .label = N_("Save"),
	    .flags = C_SCREEN,
	    .help = N_("Save this line now; leaving it does so too.") },
	{ .name = "line-cancel", .keys = "minutes/^C", .label = N_("Give up"),
	    .flags = C_SCREEN,
	    .help = N_("Put the line back as it was when you came to it.") },
	{ .name = NULL }
};
