#include "config.h"

#include "app/keymap.h"

#include <string.h>

#include "app/groups.h"

bool
keymap_types(const char *context)
{
	static const char *const typed[] = { "form", "minutes", "answers", "door" };

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++)
		if (!strcmp(typed[i], context))
			return true;
	return false;
}

/* A character by itself, or the blank. */
static bool
is_letter(const char *name, size_t n)
{
	size_t first = 1;

	while (first < n && ((unsigned char)name[first] & 0xc0) == 0x80)
		first++;
	return first == n || (n == 5 && !memcmp(name, "Space", n));
}

/* One of a command's keys, as it stands in the table: "text/Space" holds in the context
 * "text" only; "/" alone is a key. */
struct spelled {
	const char *key, *context;
	size_t length, context_length;	/* context_length 0: none is named */
};

/* The next of the keys at *p; false after the last. It runs for each command with each
 * key that is pressed. */
static bool
spelled_next(const char **p, struct spelled *k)
{
	const char *s = *p, *end, *slash = NULL;

	while (s && *s == ' ')
		s++;
	if (!s || !*s)
		return false;
	for (end = s; *end && *end != ' '; end++)
		if (*end == '/' && end > s && !slash)
			slash = end;
	k->context = s;
	k->context_length = slash ? (size_t)(slash - s) : 0;
	k->key = slash ? slash + 1 : s;
	k->length = (size_t)(end - k->key);
	*p = end;
	return true;
}

static bool
spelled_for(const struct spelled *k, const char *context)
{
	return !strncmp(context, k->context, k->context_length)
	    && !context[k->context_length];
}

/* Does a key hold there that is not named for the place? */
static bool
spelled_everywhere(const struct spelled *k, const char *context)
{
	return !k->context_length
	    && !(is_letter(k->key, k->length) && keymap_types(context));
}

bool
keymap_key(const struct command *c, const char *context, int i, char key[KEYMAP_KEY],
    const char **in, size_t *in_length)
{
	struct spelled k;

	for (const char *p = c->keys; spelled_next(&p, &k);) {
		bool holds = !context || spelled_everywhere(&k, context)
		    || (k.context_length && spelled_for(&k, context));
		if (!holds || k.length >= KEYMAP_KEY || i-- > 0)
			continue;
		memcpy(key, k.key, k.length);
		key[k.length] = '\0';
		if (in) {
			*in = k.context;
			*in_length = k.context_length;
		}
		return true;
	}
	return false;
}

bool
keymap_elsewhere(const struct command *c, const char *context)
{
	struct spelled k;

	for (const char *p = c->keys; spelled_next(&p, &k);)
		if (!k.context_length || spelled_for(&k, context))
			return false;
	return c->keys != NULL;
}

/* 0: not bound; 1: everywhere; 2: in this context. */
static int
bound(const struct command *c, const char *context, const char *key)
{
	struct spelled k;
	int how = 0;

	for (const char *p = c->keys; spelled_next(&p, &k);) {
		if (strncmp(k.key, key, k.length) != 0 || key[k.length])
			continue;
		if (spelled_everywhere(&k, context))
			how = how ? how : 1;
		else if (k.context_length && spelled_for(&k, context))
			how = 2;
	}
	return how;
}

struct binding
keymap_find(const char *context, const char *key)
{
	struct binding found = { NULL, NULL };
	int best = 0;

	for (int g = 0; command_groups[g]; g++)
		for (const struct command *c = command_groups[g]; c->name; c++) {
			int how = c->keys ? bound(c, context, key) : 0;
			if (how > best) {
				found.command = c;
				best = how;
			}
		}
	for (const struct pane *p = panes; !best && p->name && !keymap_types(context); p++)
		if (p->key && key[0] == p->key && !key[1]) {
			found.command = command_find("pane");
			found.argument = p->name;
			break;
		}
	return found;
}
