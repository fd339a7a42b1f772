/* Saved views: a list, or a table of counts, kept under a name in the file. */
#ifndef ALIANZA_APP_SAVED_VIEW_H
#define ALIANZA_APP_SAVED_VIEW_H

#include "app/app.h"
#include "base/arena.h"

/* Texts as typed, "" where nothing is said; those of saved_view_read are in mem. */
struct saved_view {
	const char *name;
	const char *pane;
	const char *filter;	/* as after "/" */
	const char *columns, *sort;
	const char *table;	/* "country" or "stage,country"; "": a list */
};

const struct entity *saved_view_entity(void);	/* whose records they are */

/* The one of a name, an id or its end; of the file's own, else of those that every file
 * has (shipped_view.h). */
bool saved_view_read(struct app *app, const char *which, struct arena *mem,
    struct saved_view *out, struct error *e);
/* Within an action: changes the one of that name, or makes it, after a look at whether
 * it can be shown at all. */
bool saved_view_put(struct app *app, const struct saved_view *v, struct error *e);
/* The words of the command that shows it in the shell: count of them, in mem. */
int saved_view_words(const struct saved_view *v, struct arena *mem, const char ***words);
/* The words of the command that writes it for others, without private records, in a
 * format (NULL: CSV): a list to the file ("-": standard output), a table as an answer. */
int saved_view_export(const struct saved_view *v, const char *file, const char *format,
    bool force, struct arena *mem, const char ***words);

#endif
