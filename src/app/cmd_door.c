/* Commands of the door, while it is on the screen; what they do is in ui/door_keys.c.
 * Letters are typed there and no commands. */
#include "config.h"

#include "app/groups.h"
#include "base/i18n.h"

const struct command door_commands[] = {
	{ .name = "door-present", .keys = "door/Space", .label = N_("Present"),
	    .menu = N_("Edit"),
	    .help = N_("At the door: the one under the cursor is present, or is not after all."),
	    .flags = C_SCREEN },
	{ .name = "door-take", .keys = "door/Enter", .label = N_("Let in"), .menu = N_("Edit"),
	    .help = N_("At the door: take the row under the cursor. Someone on the list is present then; who was typed is entered and present; a list that was pasted is entered."),
	    .flags = C_SCREEN },
	{ .name = "door-undo", .keys = "door/^Z", .label = N_("Undo"), .menu = N_("Edit"),
	    .help = N_("At the door: take back what was done last."), .flags = C_SCREEN },
	{ .name = "door-category", .keys = "door/Tab", .label = N_("Category"),
	    .menu = N_("Edit"),
	    .help = N_("At the door: give the one under the cursor the next category, such as volunteer or guest; to someone who comes in with several affiliations, the next of these."),
	    .flags = C_SCREEN },
	{ .name = "door-all", .keys = "door/*", .label = N_("All present"),
	    .menu = N_("Edit"),
	    .help = N_("At the door: everyone who was awaited is present."), .flags = C_SCREEN },
	{ .name = "door-state", .keys = "door/S-Tab", .label = N_("State"), .menu = N_("Edit"),
	    .help = N_("At the door: give the one under the cursor the next state, from invited to cancelled."),
	    .flags = C_SCREEN },
	{ .name = "door-details", .keys = "door/F2", .label = N_("Details"), .menu = N_("Go"),
	    .help = N_("At the door: show everything about the one under the cursor."),
	    .flags = C_SCREEN },
	{ .name = NULL }
};
