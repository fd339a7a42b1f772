/* Translation: _() looks up now, N_() marks for a table whose reader uses _(). */
#ifndef ALIANZA_BASE_I18N_H
#define ALIANZA_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
