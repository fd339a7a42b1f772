/* The table of field types, and those whose values are kept as typed. */
#include "model/type_canon.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/id.h"
#include "base/order.h"
#include "base/utf8.h"

enum { SHOWN_COLUMNS = 40 };	/* of a value in a sentence */

void
type_show(struct str *out, const char *in, size_t n)
{
	size_t cut = utf8_cut(in, n, SHOWN_COLUMNS, NULL);

	utf8_show(out, in, cut, 0);
	if (cut < n)
		str_add(out, "...");
}

bool
type_refuse(const struct field *f, const char *in, size_t n, struct error *e,
    const char *sentence)
{
	struct str shown = { 0 };

	if (e == NULL)
		return false;
	type_show(&shown, in, n);
	set_error(e, STATUS_DATA, sentence, _(f->label), str_text(&shown));
	str_free(&shown);
	return false;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

size_t
type_blank_length(const char *s, size_t n)
{
	static const char *const wide[] = { "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x89" };

	if (n > 0 && (s[0] == ' ' || (s[0] >= '\t' && s[0] <= '\r')))
		return 1;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (n >= strlen(wide[i]) && memcmp(s, wide[i], strlen(wide[i])) == 0)
			return strlen(wide[i]);
	return 0;
}

/* An ASCII letter, digit or sign: no blank begins or ends with it. */
static bool
is_plain(char c)
{
	return c > ' ' && c < '\x7f';
}

bool
type_trim(const char **s, size_t *n)
{
	size_t b;

	if (*n > 0 && is_plain((*s)[0]) && is_plain((*s)[*n - 1]))
		return true;
	while ((b = type_blank_length(*s, *n)) > 0) {
		*s += b;
		*n -= b;
	}
	while (*n > 0 && ((b = type_blank_length(*s + *n - 1, 1)) > 0 ||
	    (*n > 1 && (b = type_blank_length(*s + *n - 2, 2)) == 2) ||
	    (*n > 2 && (b = type_blank_length(*s + *n - 3, 3)) == 3)))
		*n -= b;
	return *n > 0;
}

bool
type_check_utf8(const struct field *f, const char *in, size_t n, struct error *e)
{
	size_t bad;

	if (utf8_valid(in, n, &bad))
		return true;
	if (in[bad] == '\0')
		return set_error(e, STATUS_DATA, _("%s: byte %zu is zero, which no text "
		    "may contain: take it out."), _(f->label), bad + 1);
	return set_error(e, STATUS_DATA, _("%s: byte %zu (hexadecimal %02X) is not "
	    "UTF-8: save the file as UTF-8."), _(f->label), bad + 1,
	    (unsigned char)in[bad]);
}

static bool
canon_lines(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const char *s = in;
	size_t left = n;

	if (!type_check_utf8(f, in, n, e))
		return false;
	if (type_trim(&s, &left))
		str_addn(out, in, n);	/* as typed, blanks around it too */
	return true;
}

static bool
canon_text(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	if (memchr(in, '\n', n) != NULL || memchr(in, '\r', n) != NULL)
		return type_refuse(f, in, n, e, _("%s: \"%s\" has more than one line: "
		    "write one line here and the rest in a note."));
	return canon_lines(f, in, n, out, e);
}

/* Is there a blank, a control character or a byte that is not UTF-8? */
static bool
has_blank_or_control(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (is_plain(s[i]))
			continue;
		if ((unsigned char)s[i] <= ' ' || s[i] == '\x7f' ||
		    type_blank_length(s + i, n - i) > 0 ||
		    (s[i] == '\xc2' && i + 1 < n && (unsigned char)s[i + 1] < 0xa0))
			return true;
	}
	return !utf8_valid(s, n, NULL);
}

/* Bytes of "http://", "https://" or "mailto:" in front, in any case; else 0. */
static size_t
scheme_length(const char *s, size_t n)
{
	static const char *const schemes[] = { "http://", "https://", "mailto:" };

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (n >= strlen(schemes[i]) &&
		    strncasecmp(s, schemes[i], strlen(schemes[i])) == 0)
			return strlen(schemes[i]);
	return 0;
}

/* "www.x.org", "x.org:8080/path": a dot within the host, no other scheme. */
static bool
is_plain_link(const char *s, size_t n)
{
	size_t host = 0, i;

	while (host < n && strchr("/?#:", s[host]) == NULL)
		host++;
	if (host < 3 || memchr(s + 1, '.', host - 2) == NULL)
		return false;
	if (host == n || s[host] != ':')
		return true;
	for (i = host + 1; i < n && is_digit(s[i]); i++)
		;
	return i > host + 1 && (i == n || strchr("/?#", s[i]) != NULL);
}

static bool
canon_link(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	size_t scheme;

	if (!type_trim(&in, &n))
		return true;
	if (has_blank_or_control(in, n))
		return type_refuse(f, in, n, e, _("%s: \"%s\" has a blank or a sign in "
		    "it that no link has: write a blank as %%20."));
	scheme = scheme_length(in, n);
	if (scheme == n || (scheme == 0 && !is_plain_link(in, n)))
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not a link: write it as "
		    "https://example.org/page or www.example.org."));
	str_addn(out, in, n);
	return true;
}

static bool
canon_email(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	const char *at;

	if (!type_trim(&in, &n))
		return true;
	at = memchr(in, '@', n);
	if (at == NULL || at == in || at + 1 == in + n || has_blank_or_control(in, n) ||
	    memchr(at + 1, '@', (size_t)(in + n - at - 1)) != NULL)
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not an address: write "
		    "it as name@example.org."));
	str_addn(out, in, n);
	return true;
}

static bool
canon_order(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	if (!type_trim(&in, &n) || order_input(in, n, out))
		return true;
	return type_refuse(f, in, n, e, _("%s: \"%s\" is not a place among others: write "
	    "a number such as 3 or 12."));
}

static bool
canon_id(const struct field *f, const char *in, size_t n, struct str *out,
    struct error *e)
{
	char text[ID_LENGTH + 1] = "";
	int64_t id;

	if (!type_trim(&in, &n))
		return true;
	for (size_t i = 0; i < n && i < ID_LENGTH; i++) {
		text[i] = in[i];
		if (in[i] >= 'A' && in[i] <= 'Z')
			text[i] = (char)(in[i] - 'A' + 'a');
	}
	if (!id_parse(text, n, &id))
		return type_refuse(f, in, n, e, _("%s: \"%s\" is not an id: it has 13 "
		    "letters and digits, such as b2k4m6p8r0t2v."));
	str_add(out, text);
	return true;
}

const struct field_type type_text = {
	.name = "text", .sql = "TEXT", .is_text = true, .canon = canon_text
};
const struct field_type type_texts = {
	.name = "texts", .sql = "TEXT", .is_text = true, .canon = canon_text
};
const struct field_type type_lines = {
	.name = "lines", .sql = "TEXT", .is_text = true, .has_lines = true,
	.canon = canon_lines
};
const struct field_type type_int = {
	.name = "int", .sql = "INTEGER", .right = true, .is_number = true,
	.canon = type_canon_int
};
const struct field_type type_decimal = {
	.name = "decimal", .sql = "TEXT", .right = true, .is_number = true,
	.canon = type_canon_decimal
};
const struct field_type type_bool = {
	.name = "bool", .sql = "INTEGER", .canon = type_canon_bool
};
const struct field_type type_date = {
	.name = "date", .sql = "TEXT", .is_date = true, .canon = type_canon_date
};
const struct field_type type_datetime = {
	.name = "datetime", .sql = "TEXT", .is_date = true, .canon = type_canon_datetime
};
const struct field_type type_month_day = {
	.name = "month-day", .sql = "TEXT", .canon = type_canon_month_day
};
const struct field_type type_term = {
	.name = "term", .sql = "TEXT", .is_term = true, .canon = type_canon_term
};
const struct field_type type_terms = {
	.name = "terms", .sql = "TEXT", .is_term = true, .canon = type_canon_term
};
const struct field_type type_ref = {
	.name = "ref", .sql = "INTEGER", .is_ref = true
};
const struct field_type type_refs = {
	.name = "refs", .sql = "INTEGER", .is_ref = true
};
const struct field_type type_country = {
	.name = "country", .sql = "TEXT", .canon = type_canon_country
};
const struct field_type type_countries = {
	.name = "countries", .sql = "TEXT", .canon = type_canon_country
};
const struct field_type type_language = {
	.name = "language", .sql = "TEXT", .canon = type_canon_language
};
const struct field_type type_languages = {
	.name = "languages", .sql = "TEXT", .canon = type_canon_language
};
const struct field_type type_link = {
	.name = "link", .sql = "TEXT", .canon = canon_link
};
const struct field_type type_email = {
	.name = "email", .sql = "TEXT", .canon = canon_email
};
const struct field_type type_order = {
	.name = "order", .sql = "TEXT", .canon = canon_order
};
const struct field_type type_id = {
	.name = "id", .sql = "INTEGER", .canon = canon_id
};

const struct field_type *const field_types[] = {
	&type_text, &type_texts, &type_lines, &type_int, &type_decimal, &type_bool,
	&type_date, &type_datetime, &type_month_day, &type_term, &type_terms, &type_ref,
	&type_refs, &type_country, &type_countries, &type_language, &type_languages,
	&type_link, &type_email, &type_order, &type_id, NULL
};
