#include "config.h"

#include "ui/input.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* What a try to take an event from the front gave: WAIT, or the bytes it cost. */
enum { WAIT = -1, SEQUENCE_MAX = 64 };

static const char paste_begin[] = "\033[200~", paste_end[] = "\033[201~";

void
input_free(struct input *in)
{
	str_free(&in->bytes);
	str_free(&in->paste);
}

void
input_learn(struct input *in, const char *bytes, const char *key)
{
	size_t n = strlen(bytes);
	struct input_learned *l = &in->learned[in->learned_count];

	if (*bytes != 033 || n < 2 || n >= sizeof l->bytes
	    || in->learned_count == sizeof in->learned / sizeof *in->learned)
		return;
	memcpy(l->bytes, bytes, n + 1);
	l->key = key;
	in->learned_count++;
}

void
input_feed(struct input *in, const char *bytes, size_t n, int64_t ms)
{
	if (in->at) {
		memmove(in->bytes.s, in->bytes.s + in->at, in->bytes.len - in->at);
		str_cut(&in->bytes, in->bytes.len - in->at);
		in->at = 0;
	}
	/* On a slow line a sequence may be cut behind its ESC, for which Esc was given:
	 * its rest is no text. */
	if (in->escaped && ms - in->escaped < INPUT_STALE_MS && !in->bytes.len && n > 1
	    && (*bytes == '[' || *bytes == 'O'))
		str_addc(&in->bytes, 033);
	in->escaped = 0;
	str_addn(&in->bytes, bytes, n);
}

/* --- Sequences --- */

static long
give(struct event *ev, bool *given, struct event key, size_t cost)
{
	*ev = key;
	*given = true;
	return (long)cost;
}

static unsigned
modifiers_of(int parameter)
{
	return parameter > 1 ? (unsigned)(parameter - 1) & (KEY_SHIFT | KEY_ALT | KEY_CTRL) : 0;
}

/* Up to three numbers "1;5:1;2"; what follows a ':' is passed over. */
static void
numbers_read(const char *s, size_t n, int numbers[3])
{
	int count = 0;
	bool sub = false;

	numbers[0] = numbers[1] = numbers[2] = 0;
	for (size_t i = 0; i < n; i++)
		if (s[i] == ';') {
			sub = false;
			if (++count == 3)
				return;
		} else if (s[i] == ':') {
			sub = true;
		} else if (s[i] >= '0' && s[i] <= '9' && !sub && numbers[count] < 1000000) {
			numbers[count] = numbers[count] * 10 + s[i] - '0';
		}
}

static bool
mouse_event(struct event *ev, int button, int col, int row)
{
	*ev = (struct event){ .kind = EVENT_MOUSE, .row = row - 1, .col = col - 1 };
	if ((button & ~28) == 64)
		ev->mouse = MOUSE_WHEEL_UP;
	else if ((button & ~28) == 65)
		ev->mouse = MOUSE_WHEEL_DOWN;
	else
		return (button & ~28) == 0;
	return true;
}

/* Keys that tell their code point: kitty's "code;modifiers u" and xterm's
 * "27;modifiers;code ~". */
static bool
code_event(struct event *ev, int code, int modifiers)
{
	if (code < 1 || code > 0x10ffff || (code >= 0xd800 && code < 0xf900)
	    || (code >= 0x80 && code < 0xa0))
		return false;
	*ev = key_of_char((uint32_t)code, modifiers_of(modifiers));
	return true;
}

static bool
csi_event(struct event *ev, const char *s, size_t n, char final, unsigned modifiers)
{
	int number[3];
	const char *name = NULL;

	numbers_read(s, n, number);
	if (n && *s == '<') {
		numbers_read(s + 1, n - 1, number);
		return final == 'M' && mouse_event(ev, number[0], number[1], number[2]);
	}
	if (n && (*s < '0' || *s > '9'))
		return false;
	if (final == 'u')
		return code_event(ev, number[0], number[1]);
	if (final == '~' && number[0] == 27)
		return code_event(ev, number[2], number[1]);
	if (final == '~')
		name = key_of_tilde(number[0]);
	else if (final != 'M' && number[0] <= 1)	/* else it tells a position */
		name = key_of_final(final);
	if (name)
		*ev = key_of_name(name, modifiers_of(number[1]) | modifiers);
	return name != NULL;
}

/* "ESC O X", or "ESC O 5 X" with modifiers. */
static bool
ss3_event(struct event *ev, const char *s, size_t n, char final, unsigned modifiers)
{
	int number[3];
	const char *name = key_of_final(final);

	numbers_read(s, n, number);
	if (name)
		*ev = key_of_name(name, modifiers_of(number[0]) | modifiers);
	return name != NULL;
}

/* Where the paste ends; its bytes with \n for line ends. */
static long
paste_take(struct input *in, const char *s, size_t n, enum input_rest rest,
    struct event *ev, bool *given)
{
	size_t from = sizeof paste_begin - 1, length, cost;
	size_t look = in->searched > from ? in->searched : from;
	const char *end = memmem(s + look, n - look, paste_end, sizeof paste_end - 1);

	if (!end && rest != INPUT_STALE) {
		in->searched = n > from + sizeof paste_end ? n - sizeof paste_end : 0;
		return WAIT;
	}
	length = end ? (size_t)(end - s) - from : n - from;
	cost = from + length + (end ? sizeof paste_end - 1 : 0);
	str_cut(&in->paste, 0);
	for (size_t i = from; i < from + length; i++)
		if (s[i] != '\r')
			str_addc(&in->paste, s[i]);
		else if (i + 1 == from + length || s[i + 1] != '\n')
			str_addc(&in->paste, '\n');
	in->searched = 0;
	return give(ev, given, (struct event){ .kind = EVENT_PASTE,
	    .paste = str_text(&in->paste), .length = in->paste.len }, cost);
}

/* The old mouse: three bytes behind "ESC [ M". */
static long
old_mouse_take(const char *s, size_t n, struct event *ev, bool *given)
{
	if (n < 6)
		return WAIT;
	*given = mouse_event(ev, (unsigned char)s[3] - 32, (unsigned char)s[4] - 32,
	    (unsigned char)s[5] - 32);
	return 6;
}

/* The Linux console's F1 to F5: "ESC [ [ A". */
static long
console_take(const char *s, size_t n, struct event *ev, bool *given)
{
	static const char *const keys[] = { "F1", "F2", "F3", "F4", "F5" };

	if (n < 4)
		return WAIT;
	if (s[3] >= 'A' && s[3] <= 'E')
		return give(ev, given, key_of_name(keys[s[3] - 'A'], 0), 4);
	return 4;
}

/* From "ESC [" or "ESC O" on; after one more ESC with Alt. */
static long
csi_take(const char *s, size_t n, struct event *ev, bool *given)
{
	size_t begin = s[1] == 033 ? 3 : 2, i = begin;
	unsigned modifiers = begin == 3 ? KEY_ALT : 0;
	bool ss3 = s[begin - 1] == 'O';

	while (i < n && i < SEQUENCE_MAX && s[i] >= 0x20 && s[i] < 0x40)
		i++;
	if (i == n)
		return WAIT;
	if (s[i] < 0x40 || s[i] == 0x7f)	/* broken: what breaks it stays */
		return (long)i;
	*given = (ss3 ? ss3_event : csi_event)(ev, s + begin, i - begin, s[i], modifiers);
	return (long)i + 1;
}

static long
bracket_take(struct input *in, const char *s, size_t n, enum input_rest rest,
    struct event *ev, bool *given)
{
	if (n >= sizeof paste_begin - 1 && !memcmp(s, paste_begin, sizeof paste_begin - 1))
		return paste_take(in, s, n, rest, ev, given);
	if (n > 2 && s[2] == 'M')
		return old_mouse_take(s, n, ev, given);
	if (n > 2 && s[2] == '[')
		return console_take(s, n, ev, given);
	return csi_take(s, n, ev, given);
}

/* Answers and settings of terminals: "ESC ]", P, X, ^ or _ up to BEL or ESC \. */
static long
string_take(const char *s, size_t n)
{
	for (size_t i = 2; i < n; i++) {
		if (s[i] == '\a')
			return (long)i + 1;
		if (s[i] == 033 && i + 1 < n && s[i + 1] == '\\')
			return (long)i + 2;
	}
	return WAIT;
}

/* --- Characters --- */

static size_t
utf8_length(unsigned char lead)
{
	return lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
}

static bool
may_go_on(const char *s, size_t n)
{
	if (n >= utf8_length((unsigned char)*s) || (unsigned char)*s > 0xf4)
		return false;
	for (size_t i = 1; i < n; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return false;
	return true;
}

static long
char_take(const char *s, size_t n, unsigned modifiers, struct event *ev, bool *given)
{
	uint32_t cp;

	if (may_go_on(s, n))
		return WAIT;
	size_t taken = utf8_decode(s, n, &cp);
	bool broken = cp == 0xfffd && (taken != 3 || memcmp(s, "\xef\xbf\xbd", 3));
	if (broken || (cp >= 0x80 && cp < 0xa0))
		return (long)taken;
	return give(ev, given, key_of_char(cp, modifiers), taken);
}

static long
learned_take(const struct input *in, const char *s, size_t n, struct event *ev,
    bool *given)
{
	for (int i = 0; i < in->learned_count; i++) {
		size_t length = strlen(in->learned[i].bytes);
		if (length <= n && !memcmp(s, in->learned[i].bytes, length))
			return give(ev, given, key_of_name(in->learned[i].key, 0), length);
	}
	return 0;
}

static long
escape_take(struct input *in, const char *s, size_t n, enum input_rest rest,
    struct event *ev, bool *given)
{
	long cost = learned_take(in, s, n, ev, given);

	if (cost)
		return cost;
	if (n == 1)
		return WAIT;
	switch (s[1]) {
	case '[':
		return bracket_take(in, s, n, rest, ev, given);
	case 033:
		if (n == 2)
			return WAIT;
		if (s[2] == '[' || s[2] == 'O')
			return csi_take(s, n, ev, given);
		return give(ev, given, key_of_name("Esc", 0), 1);
	case 'O':
		return csi_take(s, n, ev, given);
	case ']':
	case 'P':
	case 'X':
	case '^':
	case '_':
		return string_take(s, n);
	default:
		cost = char_take(s + 1, n - 1, KEY_ALT, ev, given);
		return cost == WAIT ? WAIT : cost + 1;
	}
}

/* Nothing follows what is half: ESC by itself is a key, as is Alt with a letter that
 * could begin a sequence; everything else is given up. */
static long
half_take(struct input *in, const char *s, size_t n, enum input_rest rest, int64_t ms,
    struct event *ev, bool *given)
{
	uint32_t cp;

	if (*s == 033 && (n == 1 || s[1] == 033)) {
		in->escaped = ms;
		return give(ev, given, key_of_name("Esc", 0), 1);
	}
	if (rest != INPUT_STALE)
		return WAIT;
	if (*s != 033)
		return (long)n;
	if (s[1] == '[' && n > 2)
		return (long)n;
	utf8_decode(s + 1, n - 1, &cp);
	return give(ev, given, key_of_char(cp, KEY_ALT), 2);
}

bool
input_next(struct input *in, enum input_rest rest, int64_t ms, struct event *ev)
{
	bool given = false;

	while (!given && in->at < in->bytes.len) {
		const char *s = in->bytes.s + in->at;
		size_t n = in->bytes.len - in->at;
		long cost = *s == 033 ? escape_take(in, s, n, rest, ev, &given)
		    : char_take(s, n, 0, ev, &given);
		if (cost == WAIT && rest != INPUT_MORE)
			cost = half_take(in, s, n, rest, ms, ev, &given);
		if (cost == WAIT)
			return false;
		in->at += (size_t)cost;
	}
	return given;
}

bool
input_waits(const struct input *in, bool *paste)
{
	size_t n = in->bytes.len - in->at;

	*paste = n >= sizeof paste_begin - 1
	    && !memcmp(in->bytes.s + in->at, paste_begin, sizeof paste_begin - 1);
	return n > 0;
}
