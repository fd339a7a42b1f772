/* Commands of a form, while it is open: their keys are looked up before those of the
 * text in its fields. What they do is in ui/desk_keys.c. */
#include "config.h"

#include "app/groups.h"
#include "base/i18n.h"

const struct command form_commands[] = {
	{ .name = "form-close", .keys = "form/Esc", .label = N_("Save and close"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save what was changed and close the form; where something cannot be saved it says what, and once more keeps it as a draft.") },
	{ .name = "form-next", .keys = "form/Tab", .label = N_("Next field"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Go to the next field; Enter does it too, where no list helps.") },
	{ .name = "form-list", .keys = "form/A-Down form/F2", .label = N_("List"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Choose the value of this field from a list, which letters narrow.") },
	{ .name = "form-save", .keys = "form/^S", .label = N_("Save"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Save what was changed and stay in the form.") },
	{ .name = "form-cancel", .keys = "form/^C", .label = N_("Give up"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Close the form without saving; it asks for the same key once more where something was typed.") },
	{ .name = "form-editor", .keys = "form/F4", .label = N_("Own editor"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Write the text of this field in the editor of your own that VISUAL or EDITOR names.") },
	{ .name = "form-before", .keys = "form/S-Tab", .label = N_("Field before"),
	    .menu = N_("Edit"), .flags = C_SCREEN,
	    .help = N_("Go to the field before.") },
	{ .name = NULL }
};
