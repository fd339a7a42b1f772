/* Who speaks in a session, as reports say it. */
#ifndef ALIANZA_APP_REPORT_SPEAKERS_H
#define ALIANZA_APP_REPORT_SPEAKERS_H

#include "app/report.h"

/* "Ana Díaz (Wikimedia Chile); Italy (Wikimedia Italia)" in their order; "" where nobody
 * is named or may be. In r->mem. */
const char *report_speakers(struct report_call *r, int64_t session);

/* Those who follow each other in one role. */
struct speaker_group {
	const char *label;	/* "Led by", in the report's language */
	const char *names;
};
/* Both in r->mem; returns how many groups there are. */
size_t report_speakers_by_role(struct report_call *r, int64_t session,
    struct speaker_group **groups);

#endif
