#include "config.h"

#include "ui/key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/utf8.h"

/* Terminals differ; each column is one way of theirs. */
static const struct {
	const char *name, *capability;
	char final;
	int tilde[2];
} names[] = {
	{ "Up", "kcuu1", 'A', { 0, 0 } }, { "Down", "kcud1", 'B', { 0, 0 } },
	{ "Right", "kcuf1", 'C', { 0, 0 } }, { "Left", "kcub1", 'D', { 0, 0 } },
	{ "Home", "khome", 'H', { 1, 7 } }, { "End", "kend", 'F', { 4, 8 } },
	{ "Ins", "kich1", 0, { 2, 0 } }, { "Del", "kdch1", 0, { 3, 0 } },
	{ "PgUp", "kpp", 0, { 5, 0 } }, { "PgDn", "knp", 0, { 6, 0 } },
	{ "S-Tab", "kcbt", 'Z', { 0, 0 } }, { "Enter", NULL, 'M', { 0, 0 } },
	{ "F1", "kf1", 'P', { 11, 0 } }, { "F2", "kf2", 'Q', { 12, 0 } },
	{ "F3", "kf3", 'R', { 13, 0 } }, { "F4", "kf4", 'S', { 14, 0 } },
	{ "F5", "kf5", 0, { 15, 0 } }, { "F6", "kf6", 0, { 17, 0 } },
	{ "F7", "kf7", 0, { 18, 0 } }, { "F8", "kf8", 0, { 19, 0 } },
	{ "F9", "kf9", 0, { 20, 0 } }, { "F10", "kf10", 0, { 21, 0 } },
	{ "F11", "kf11", 0, { 23, 0 } }, { "F12", "kf12", 0, { 24, 0 } },
	{ "Tab", NULL, 0, { 0, 0 } }, { "Esc", NULL, 0, { 0, 0 } },
	{ "Space", NULL, 0, { 0, 0 } }, { "BS", NULL, 0, { 0, 0 } },
};
enum { NAMES = sizeof names / sizeof *names };

const char *
key_of_final(char final)
{
	for (int i = 0; final && i < NAMES; i++)
		if (names[i].final == final)
			return names[i].name;
	return NULL;
}

const char *
key_of_tilde(int number)
{
	for (int i = 0; number > 0 && i < NAMES; i++)
		if (names[i].tilde[0] == number || names[i].tilde[1] == number)
			return names[i].name;
	return NULL;
}

bool
key_terminfo_at(int i, const char **name, const char **capability)
{
	for (int k = 0; k < NAMES; k++)
		if (names[k].capability && i-- == 0) {
			*name = names[k].name;
			*capability = names[k].capability;
			return true;
		}
	return false;
}

struct event
key_of_name(const char *name, unsigned modifiers)
{
	struct event ev = { .kind = EVENT_KEY };

	snprintf(ev.key, sizeof ev.key, "%s%s%s%s", modifiers & KEY_CTRL ? "C-" : "",
	    modifiers & KEY_ALT ? "A-" : "",
	    modifiers & KEY_SHIFT && strncmp(name, "S-", 2) ? "S-" : "", name);
	if (!strcmp(ev.key, "Space"))
		ev.text[0] = ' ';
	return ev;
}

static struct event
key_of_control(uint32_t cp, unsigned modifiers)
{
	char name[] = { '^', (char)(cp + '@'), '\0' };

	switch (cp) {
	case '\t':
		return key_of_name("Tab", modifiers);
	case '\r':
	case '\n':
		return key_of_name("Enter", modifiers);
	case '\b':
	case 0x7f:
		return key_of_name("BS", modifiers);
	case 0x1b:
		return key_of_name("Esc", modifiers);
	case 0:
		return key_of_name("Space", modifiers | KEY_CTRL);
	default:
		return key_of_name(name, modifiers);
	}
}

struct event
key_of_char(uint32_t cp, unsigned modifiers)
{
	char text[5] = "";

	if (modifiers & KEY_CTRL && cp >= '@' && cp < 0x7f)
		return key_of_control(cp & 0x1f, modifiers & ~(KEY_CTRL | KEY_SHIFT));
	if (cp < ' ' || cp == 0x7f)
		return key_of_control(cp, modifiers);
	if (cp == ' ')
		return key_of_name("Space", modifiers);
	text[utf8_encode(cp, text)] = '\0';
	/* Shift is in the character already. */
	struct event ev = key_of_name(text, modifiers & ~(unsigned)KEY_SHIFT);
	if (!(modifiers & (KEY_ALT | KEY_CTRL)))
		memcpy(ev.text, text, sizeof text);
	return ev;
}

/* --- Names --- */

static bool
name_known(const char *name)
{
	for (int i = 0; i < NAMES; i++)
		if (!strcmp(names[i].name, name))
			return true;
	return false;
}

/* Takes "C-", "A-", "S-" off the front; a "-" alone is a key. */
static unsigned
modifiers_take(const char **name)
{
	static const struct {
		const char *sign;
		unsigned bit;
	} signs[] = {
		{ "C-", KEY_CTRL }, { "A-", KEY_ALT }, { "S-", KEY_SHIFT },
	};
	unsigned modifiers = 0;

	for (size_t i = 0; i < 3; i++)
		if (!strncmp(*name, signs[i].sign, 2) && (*name)[2]) {
			modifiers |= signs[i].bit;
			*name += 2;
		}
	return modifiers;
}

static bool
key_named(const char *name, struct event *ev)
{
	const char *rest = name;
	unsigned modifiers = modifiers_take(&rest);
	size_t n = strlen(rest);
	uint32_t cp;

	if (n >= KEY_NAME - 6)
		return false;
	if (name_known(rest) || name_known(name))
		*ev = key_of_name(rest, modifiers);
	else if (n == 2 && *rest == '^' && rest[1] >= '@' && rest[1] <= '_')
		*ev = key_of_char((uint32_t)(rest[1] - '@'), modifiers);
	else if (n && utf8_decode(rest, n, &cp) == n && cp > ' ' && cp != 0x7f && cp != 0xfffd)
		*ev = key_of_char(cp, modifiers);
	else
		return false;
	return !strcmp(ev->key, name);
}

bool
key_name_valid(const char *name)
{
	struct event ev;

	return key_named(name, &ev);
}

size_t
key_read(const char *s, size_t n, struct event *ev)
{
	char name[KEY_NAME];
	const char *end = n > 2 && *s == '<' ? memchr(s + 2, '>', n - 2) : NULL;
	uint32_t cp;

	if (end && (size_t)(end - s) <= sizeof name) {
		size_t length = (size_t)(end - s) - 1;
		memcpy(name, s + 1, length);
		name[length] = '\0';
		if (key_named(name, ev))
			return length + 2;
	}
	size_t taken = utf8_decode(s, n, &cp);
	if (taken)
		*ev = key_of_char(cp, 0);
	return taken;
}

/* What stands on the keys differs from country to country. */
static const char *
name_told(const char *name)
{
	static const struct {
		const char *name, *told;
	} words[] = {
		{ "Up", N_("Up") }, { "Down", N_("Down") }, { "Left", N_("Left") },
		{ "Right", N_("Right") }, { "Home", N_("Home") }, { "End", N_("End") },
		{ "PgUp", N_("PgUp") }, { "PgDn", N_("PgDn") }, { "Ins", N_("Ins") },
		{ "Del", N_("Del") }, { "Tab", N_("Tab") }, { "Enter", N_("Enter") },
		{ "Esc", N_("Esc") }, { "Space", N_("Space") }, { "BS", N_("Backspace") },
	};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i].name, name))
			return _(words[i].told);
	return name;
}

const char *
key_told(const char *key, char out[KEY_TOLD])
{
	static const struct {
		const char *begins, *told;
	} parts[] = {
		{ "A-", N_("Alt-%s") }, { "C-", N_("Ctrl-%s") }, { "S-", N_("Shift-%s") },
		{ "^", N_("Ctrl-%s") },
	};
	char rest[KEY_TOLD];

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		size_t begins = strlen(parts[i].begins);
		if (strncmp(key, parts[i].begins, begins) || !key[begins])
			continue;
		snprintf(out, KEY_TOLD, _(parts[i].told), key_told(key + begins, rest));
		return out;
	}
	snprintf(out, KEY_TOLD, "%s", name_told(key));
	return out;
}
