/* The settings that a file may have. */
#ifndef ALIANZA_APP_SETTING_H
#define ALIANZA_APP_SETTING_H

#include "app/app.h"

const char *setting_at(int i);	/* the i-th name, NULL after the last */
bool setting_known(const char *name, struct error *e);	/* STATUS_USAGE with the nearest */
/* What a person typed to what is stored (an organisation to its id), and back. */
bool setting_input(struct store *s, const char *name, const char *typed, struct str *out,
    struct error *e);
void setting_show(struct store *s, const char *name, struct str *out);

#endif
