#include "config.h"

#include "app/command.h"
#include "base/i18n.h"

/* Every option a command may take; those of the program itself (-f, --as, ...) are
 * in shell.c. */
const struct option options[] = {
	{ "add-terms", NULL, N_("Add values that a list does not know yet."), ARG_NONE },
	{ "all", NULL, N_("Show empty fields too."), ARG_NONE },
	{ "attributes", NULL, N_("Tell too how each stretch of a line is drawn."), ARG_NONE },
	{ "bom", NULL, N_("Begin with a byte order mark, which some spreadsheets want."), ARG_NONE },
	{ "columns", N_("LIST"), N_("Show these columns, parted by commas; partner.country goes through a reference."), ARG_TEXT },
	{ "create", NULL, N_("Make records that are referred to and do not exist yet."), ARG_NONE },
	{ "dry-run", NULL, N_("Check and count everything, keep nothing."), ARG_NONE },
	{ "facilitators", NULL, N_("Count those who hold the meeting too."), ARG_NONE },
	{ "force", NULL, N_("Overwrite an existing file."), ARG_NONE },
	{ "format", N_("NAME"), N_("Format: csv, wikitext or json; of reports csv, wikitext or text."), ARG_TEXT },
	{ "ignore", N_("COLUMN"), N_("Pass over a column of the file (may be repeated)."), ARG_TEXT },
	{ "labels", NULL, N_("Write labels as people read them instead of codes."), ARG_NONE },
	{ "language", N_("CODE"), N_("Write headings in this language: en, es or pt."), ARG_TEXT },
	{ "limit", N_("NUMBER"), N_("At most so many."), ARG_NUMBER },
	{ "map", N_("COLUMN=FIELD"), N_("Say which field a column fills (may be repeated)."), ARG_TEXT },
	{ "mend", NULL, N_("Put right what the change log still knows, after a backup."), ARG_NONE },
	{ "no-guard", NULL, N_("Leave texts beginning with = + - @ as they are, without a ' in front."), ARG_NONE },
	{ "output", N_("FILE"), N_("Write to FILE; -o for short."), ARG_FILE },
	{ "private", NULL, N_("With private records and contact data."), ARG_NONE },
	{ "restore", NULL, N_("Take rows found in the trash out of it."), ARG_NONE },
	{ "sample", NULL, N_("Fill the new file with the sample to practise on."), ARG_NONE },
	{ "session", N_("WHICH"), N_("Only this session of the event."), ARG_WHICH },
	{ "skip-bad", N_("FILE"), N_("Import the good rows and write the refused ones to FILE."), ARG_FILE },
	{ "sort", N_("COLUMNS"), N_("Order by these columns, parted by commas; a - in front turns it round."), ARG_TEXT },
	{ "table", N_("COLUMNS"), N_("As a table of counts by one column, or by two parted by a comma."), ARG_TEXT },
	{ "state", N_("STATE"), N_("Their state instead of the usual one: invited, planned, registered, present, absent or cancelled."), ARG_TEXT },
	{ "text", N_("TEXT"), N_("The list itself, instead of a file."), ARG_TEXT },
	{ "where", N_("FILTER"), N_("Change all records that the filter finds."), ARG_FILTER },
	{ NULL, NULL, NULL, ARG_NONE }
};
