/* The settings of a file, and those of this computer. */
#ifndef ALIANZA_APP_SETTING_H
#define ALIANZA_APP_SETTING_H

#include "app/app.h"

const char *setting_at(int i);	/* the i-th name, NULL after the last */
const char *setting_label(const char *name);	/* what people call it, translated */
const char *setting_help(const char *name);	/* one sentence, translated */
/* What a person typed to what is stored (an organisation to its id). */
bool setting_input(struct store *s, const char *name, const char *typed, struct str *out,
    struct error *e);
/* Sets it to what a person typed (an organisation as WHICH); what travels with the file
 * within the action that is under way, what is of this computer at once. */
bool setting_change(struct app *app, const char *name, const char *typed, struct error *e);
void setting_show(struct app *app, const char *name, struct str *out);
/* Appends the i-th of its values, where there are few; false after the last. */
bool setting_choice(struct app *app, const char *name, int i, struct str *out);
const struct entity *setting_entity(const char *name);	/* its values are records of it */

#endif
