#include "model/match.h"

#include <string.h>

#include "base/fold.h"

void
match_start(struct match *m, const char *typed, size_t n)
{
	*m = (struct match){ 0 };
	fold_add(&m->typed, typed, n);
}

/* Leading bytes of scripts that never fold to a letter of ASCII: Cyrillic to Thaana,
 * the Indic ones, CJK and Hangul; left out are the blocks with Latin letters. */
static bool
is_other_script(unsigned char c)
{
	return (c >= 0xd0 && c <= 0xe0) || (c >= 0xe3 && c <= 0xe9) ||
	    (c >= 0xeb && c <= 0xed);
}

bool
match_label(struct match *m, const char *label)
{
	char c = label[0], first = str_text(&m->typed)[0];

	/* Folding makes a letter of ASCII its lower case and nothing else, so most
	 * labels need not be folded to see that they differ. */
	if (c >= 'A' && c <= 'Z')
		c = (char)(c - 'A' + 'a');
	if (c >= 'a' && c <= 'z' && c != first)
		return false;
	if ((unsigned char)first < 0x80 && is_other_script((unsigned char)c))
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
