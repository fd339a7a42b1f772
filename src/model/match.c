#include "model/match.h"

#include <string.h>

#include "base/fold.h"

void
match_start(struct match *m, const char *typed, size_t n)
{
	*m = (struct match){ 0 };
	fold_add(&m->typed, typed, n);
}

bool
match_label(struct match *m, const char *label)
{
	char c = label[0];

	/* Folding makes a letter of ASCII its lower case and nothing else, so most
	 * labels need not be folded to see that they differ. */
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	if (c >= 'a' && c <= 'z' && c != str_text(&m->typed)[0])
		return false;
	str_cut(&m->label, 0);
	fold_add(&m->label, label, strlen(label));
	return m->label.len == m->typed.len && m->typed.len > 0 &&
	    memcmp(m->label.s, m->typed.s, m->typed.len) == 0;
}

void
match_end(struct match *m)
{
	str_free(&m->typed);
	str_free(&m->label);
}
