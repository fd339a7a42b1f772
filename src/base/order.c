#include "base/order.h"

#include <string.h>

static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
enum {
	BASE = 36,
	MOST_DIGITS = 18,	/* of a typed number */
	MOST_WHOLE = 25		/* digits before the point that 'z' stands for */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* 0..35, or -1. */
static int
digit_value(char c)
{
	if (is_digit(c))
		return c - '0';
	return c >= 'a' && c <= 'z' ? c - 'a' + 10 : -1;
}

bool
order_valid(const char *s, size_t n)
{
	if (n == 0 || s[0] < 'a' || s[0] > 'z' || s[n - 1] == '0')
		return false;
	for (size_t i = 1; i < n; i++)
		if (digit_value(s[i]) < 0)
			return false;
	return n > 1 || s[0] != 'a';
}

static void
strip_zeros(struct str *key, size_t from)
{
	size_t len = key->len;

	while (len > from + 1 && key->s[len - 1] == '0')
		len--;
	str_cut(key, len);
}

bool
order_input(const char *s, size_t n, struct str *out)
{
	size_t whole, from = out->len, i = 0;

	if (order_valid(s, n)) {
		str_addn(out, s, n);
		return true;
	}
	while (i + 1 < n && s[i] == '0' && is_digit(s[i + 1]))
		i++;
	s += i;
	n -= i;
	for (whole = 0; whole < n && is_digit(s[whole]); whole++)
		;
	if (whole == 0 || whole > MOST_DIGITS || n > 2 * MOST_DIGITS ||
	    (whole < n && (s[whole] != '.' || whole + 1 == n)))
		return false;
	for (i = whole + 1; i < n; i++)
		if (!is_digit(s[i]))
			return false;
	str_addc(out, (char)('a' + whole));
	str_addn(out, s, whole);
	if (whole < n)
		str_addn(out, s + whole + 1, n - whole - 1);
	strip_zeros(out, from);
	return true;
}

/* Appends the shortest fraction between two, read as 0.before and 0.after. open:
 * after is what lies above all digits. before must be less. */
static void
add_middle(struct str *out, const char *before, const char *after, bool open)
{
	for (;;) {
		int low = *before == '\0' ? 0 : digit_value(*before++);
		int high = open ? BASE : *after == '\0' ? 0 : digit_value(*after++);

		if (high - low > 1) {
			str_addc(out, digits[(low + high) / 2]);
			return;
		}
		/* One apart: the bare higher digit fits if more follows it. */
		if (high > low && !open && *after != '\0') {
			str_addc(out, digits[high]);
			return;
		}
		str_addc(out, digits[low]);
		open = open || high > low;
	}
}

/* The digits before the point of a key into whole[0..return value). */
static int
read_whole(const char *key, int whole[MOST_WHOLE])
{
	int count = key[0] - 'a';

	for (int i = 0; i < count; i++) {
		if (*key != '\0')
			key++;
		whole[i] = *key == '\0' ? 0 : digit_value(*key);
	}
	return count;
}

static void
add_whole(struct str *out, const int *whole, int count)
{
	size_t from = out->len;

	str_addc(out, (char)('a' + count));
	for (int i = 0; i < count; i++)
		str_addc(out, digits[whole[i]]);
	strip_zeros(out, from);
}

/* The next whole number above the key: what is appended. */
static void
add_behind(struct str *out, const char *key)
{
	int whole[MOST_WHOLE + 1];
	int count = read_whole(key, whole);
	int i = count - 1;

	while (i >= 0 && whole[i] == BASE - 1)
		whole[i--] = 0;
	if (i >= 0) {
		whole[i]++;
	} else if (count < MOST_WHOLE) {
		memset(whole, 0, sizeof whole);
		whole[0] = 1;
		count++;
	} else {
		add_middle(out, key, "", true);
		return;
	}
	add_whole(out, whole, count);
}

/* The whole number in front of the key; below 0 there are only fractions. */
static void
add_in_front(struct str *out, const char *key)
{
	int whole[MOST_WHOLE];
	int count = read_whole(key, whole);
	int i = count - 1;

	while (i >= 0 && whole[i] == 0)
		whole[i--] = BASE - 1;
	if (i >= 0) {
		whole[i]--;
	} else if (count > 1) {
		count--;	/* all digits are the highest one now */
	} else {
		add_middle(out, "a", key, false);
		return;
	}
	add_whole(out, whole, count);
}

bool
order_between(const char *before, const char *after, struct str *out)
{
	if ((before != NULL && !order_valid(before, strlen(before))) ||
	    (after != NULL && !order_valid(after, strlen(after))) ||
	    (before != NULL && after != NULL && strcmp(before, after) >= 0))
		return false;
	if (before != NULL && after != NULL)
		add_middle(out, before, after, false);
	else if (before != NULL)
		add_behind(out, before);
	else if (after != NULL)
		add_in_front(out, after);
	else
		str_add(out, "di");	/* room for thousands on both sides */
	return true;
}
