/* A share in per cent as people take it in at a glance: "███·· 62%". */
#ifndef ALIANZA_APP_PERCENT_BAR_H
#define ALIANZA_APP_PERCENT_BAR_H

#include <stdbool.h>

#include "base/str.h"

/* Appends it, PERCENT_BAR columns wide up to 999%; what is no decimal as it is. plain: no
 * sign beyond ASCII. */
enum { PERCENT_BAR = 10 };
void percent_bar(const char *percent, size_t n, bool plain, struct str *out);

#endif
