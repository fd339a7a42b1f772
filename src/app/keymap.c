#include "config.h"

#include "app/keymap.h"

#include <string.h>

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

/* "text/Space" to its context and the key; "/" alone is a key. */
static const char *
key_part(const char *word, size_t n, size_t *context)
{
	const char *slash = n > 1 ? memchr(word + 1, '/', n - 1) : NULL;

	*context = slash ? (size_t)(slash - word) : 0;
	return slash ? slash + 1 : word;
}

bool
keymap_key(const struct command *c, const char *context, int i, char key[KEYMAP_KEY],
    const char **in, size_t *in_length)
{
	for (const char *p = c->keys; p && *p; p += strspn(p, " ")) {
		size_t n = strcspn(p, " "), special;
		const char *name = key_part(p, n, &special);
		size_t length = n - (size_t)(name - p);
		bool holds = !context
		    || (special ? strlen(context) == special && !memcmp(context, p, special)
		    : !keymap_types(context) || !is_letter(name, length));
		if (holds && length < KEYMAP_KEY && i-- == 0) {
			memcpy(key, name, length);
			key[length] = '\0';
			if (in) {
				*in = p;
				*in_length = special;
			}
			return true;
		}
		p += n;
	}
	return false;
}

bool
keymap_elsewhere(const struct command *c, const char *context)
{
	char key[KEYMAP_KEY];
	const char *in;
	size_t n;

	for (int i = 0; keymap_key(c, NULL, i, key, &in, &n); i++)
		if (!n || (strlen(context) == n && !memcmp(context, in, n)))
			return false;
	return c->keys != NULL;
}

/* 0: not bound; 1: everywhere; 2: in this context. */
static int
bound(const struct command *c, const char *context, const char *key)
{
	char name[KEYMAP_KEY];
	const char *in;
	size_t n;
	int how = 0;

	for (int i = 0; keymap_key(c, NULL, i, name, &in, &n); i++) {
		if (strcmp(name, key))
			continue;
		if (!n && !how && !(keymap_types(context) && is_letter(key, strlen(key))))
			how = 1;
		else if (n && strlen(context) == n && !memcmp(context, in, n))
			how = 2;
	}
	return how;
}

struct binding
keymap_find(const char *context, const char *key)
{
	struct binding found = { NULL, NULL };
	const struct command *c;
	int best = 0;

	for (int i = 0; (c = command_at(i)); i++) {
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
